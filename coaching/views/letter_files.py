"""A letter as it leaves: frozen, on paper and as an e-mail; and what became of it."""

import hashlib
from functools import cached_property
from typing import Any, overload

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.generic.base import TemplateView

from coaching.journey.gates import why_not_resigning_yet
from coaching.letters.email import email_of, to_email
from coaching.letters.letter import Letter as Sheet
from coaching.letters.pdf import LetterBusy, LetterFailed, to_pdf
from coaching.models import Happened, Letter, LetterVersion, SafeLetter, SafeLetterVersion
from coaching.models.letter import FrozenLetter
from coaching.telling.record import record
from coaching.telling.sent import made, token_of

from .one_letter import OneLetter
from .telling import Action

BUSY = "Many letters are being made right now. Your words are safe. Try again in a minute."
FAILED = (
    "We could not make this letter. Your words are safe. Take out unusual signs, then try again."
)
MAKE_FIRST = "Make the letter first. Then write down that you sent it."
SENT = "Written down: you sent the letter."


class IssueView(Action, OneLetter):
    """Freeze the letter as it stands, and hand it over. The same letter again is the same file."""

    def post(self, request: HttpRequest, code: str, which: int) -> HttpResponse:
        if why_not_resigning_yet(self.facts):
            return self.not_yet()
        if self.call_comes_first:
            return self.to("letter-first", self.letter.pk)
        try:
            version = freeze(self.letter, self.sheet)
        except (LetterBusy, IntegrityError):
            return self._not_made(BUSY)
        except LetterFailed:
            return self._not_made(FAILED)
        name = "letter-pdf" if "pdf" in request.POST else "letter-version"
        return self.to(name, self.letter.pk, version.number)

    def _not_made(self, words: str) -> HttpResponse:
        messages.error(self.request, words)
        return self.to("letter", self.letter.pk)


@overload
def freeze(letter: Letter, sheet: Sheet) -> LetterVersion: ...
@overload
def freeze(letter: SafeLetter, sheet: Sheet) -> SafeLetterVersion: ...
def freeze(letter: Letter | SafeLetter, sheet: Sheet) -> LetterVersion | SafeLetterVersion:
    """Print `sheet` and keep its bytes for ever; the stored version when it is already there.

    Raises LetterBusy and LetterFailed; IntegrityError when another tab made another version in
    the same moment, and after a thousand versions.
    """
    pdf = to_pdf(sheet)
    digest = hashlib.sha256(pdf).hexdigest()
    stored = letter.versions.defer("pdf").filter(sha256=digest).first()
    if stored:
        return stored
    newest = letter.versions.defer("pdf").first()
    try:
        with transaction.atomic():
            return letter.versions.create(
                number=newest.number + 1 if newest else 1,
                paper=sheet.paper,
                subject=sheet.subject,
                words=to_email(sheet).text,
                pdf=pdf,
                sha256=digest,
                made_at=timezone.now(),
            )
    except IntegrityError:
        stored = letter.versions.defer("pdf").filter(sha256=digest).first()
        if stored is None:
            raise
        return stored  # made by the other of two clicks


def attached(content: bytes, kind: str, name: str, ending: str) -> HttpResponse:
    """A file “letter-to-dana-reyes.pdf”: letters and digits only, whatever the name holds."""
    file_name = f"letter-to-{slugify(name)[:60].strip('-') or 'them'}.{ending}"
    return HttpResponse(
        content,
        content_type=kind,
        headers={
            "Content-Disposition": content_disposition_header(True, file_name),
            "X-Content-Type-Options": "nosniff",
        },
    )


def text_of(version: FrozenLetter) -> bytes:
    return f"{version.subject}\n\n{version.words}\n".encode()


class OneVersion(OneLetter):
    """One frozen version. It is read from what was kept, never made again."""

    @cached_property
    def version(self) -> LetterVersion:
        found = self.letter.versions.filter(number=self.kwargs["number"]).first()
        if found is None:
            raise Http404
        return found


class PdfView(OneVersion):
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return attached(bytes(self.version.pdf), "application/pdf", self.person.name, "pdf")


class TextView(OneVersion):
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        text = text_of(self.version)
        return attached(text, "text/plain; charset=utf-8", self.person.name, "txt")


class VersionView(OneVersion, TemplateView):
    """Send it: the PDF, the words for an e-mail, and a button for when it has gone."""

    http_method_names = ["get", "head", "options"]
    template_name = "coaching/letter_email.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        version = self.version
        return super().get_context_data(
            person=self.person,
            letter=self.letter,
            version=version,
            family="coaching:letter",
            title=f"Send your letter to {self.person.first_name}",
            email=email_of(self.person.email, version.subject, version.words),
            sent_at=made(self.letter, [version])[0].sent_at,
            back_url=reverse("coaching:letter", args=[self.case.code, self.letter.pk]),
            back_words="to your letter",
            **kwargs,
        )


class SentView(Action, OneLetter):
    """“I sent it”: written down once for each version, the newest unless another is named."""

    def post(self, request: HttpRequest, code: str, which: int) -> HttpResponse:
        number = request.POST.get("number", "")
        versions = self.letter.versions.defer("pdf")
        if number.isdecimal() and len(number) < 5:
            versions = versions.filter(number=number)
        version = versions.first()
        if version is None:
            messages.info(request, MAKE_FIRST)
            return self.to("letter", self.letter.pk)
        record(self.person, Happened.LETTER_SENT, token_of(version))
        messages.success(request, SENT)
        return self.to("tell")
