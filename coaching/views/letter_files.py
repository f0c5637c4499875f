"""A letter as it leaves: frozen, on paper and as an e-mail; and what became of it."""

import hashlib
from enum import StrEnum
from functools import cached_property
from typing import Any, overload

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.generic.base import TemplateView, View

from accounts.guests import signed_in
from coaching.journey.facts import Facts
from coaching.journey.gates import why_not_resigning_yet, why_telling_is_shut
from coaching.letters.email import email_of, to_email, to_eml
from coaching.letters.letter import Letter as Sheet
from coaching.letters.pdf import CannotPrint, LetterBusy, LetterFailed, pages_in, to_pdf
from coaching.letters.word import to_docx
from coaching.models import (
    FrozenLetter,
    FurtherLetter,
    FurtherLetterVersion,
    Happened,
    Letter,
    LetterVersion,
    SafeLetter,
    SafeLetterVersion,
)
from coaching.telling.letter_facts import sender
from coaching.telling.record import record
from coaching.telling.sent import made, token_of
from offers.models import Case, Contact

from .one_letter import OneLetter
from .telling import Action

BUSY = "Many letters are being made right now. Your words are safe. Try again in a minute."
FAILED = (
    "We could not make this letter. Your words are safe. Take out unusual signs, then try again."
)
FILES = LetterVersion.FILES
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
        except CannotPrint as why:
            return self._not_made(cannot_print(why.signs))
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
@overload
def freeze(letter: FurtherLetter, sheet: Sheet) -> FurtherLetterVersion: ...
def freeze(
    letter: Letter | SafeLetter | FurtherLetter, sheet: Sheet
) -> LetterVersion | SafeLetterVersion | FurtherLetterVersion:
    """Print `sheet` and keep its bytes for ever; the stored version when it is already there.

    Raises LetterBusy and LetterFailed; IntegrityError when another tab made another version in
    the same moment, and after a thousand versions.
    """
    pdf = to_pdf(sheet)
    digest = hashlib.sha256(pdf).hexdigest()
    versions = letter.versions.defer(*FILES)
    stored = versions.filter(sha256=digest).first()
    if stored:
        return stored
    newest = versions.first()
    try:
        with transaction.atomic():
            return letter.versions.create(
                number=newest.number + 1 if newest else 1,
                paper=sheet.paper,
                subject=sheet.subject,
                words=to_email(sheet).text,
                pdf=pdf,
                pages=pages_in(pdf),
                docx=to_docx(sheet),
                sha256=digest,
                made_at=timezone.now(),
            )
    except IntegrityError:
        stored = versions.filter(sha256=digest).first()
        if stored is None:
            raise
        return stored  # made by the other of two clicks


def cannot_print(signs: str) -> str:
    return f"We cannot print these signs: {signs}. Write that another way, then make it again."


class Ending(StrEnum):
    """The files that a frozen letter is handed over as."""

    PDF = "pdf"
    DOCX = "docx"
    EML = "eml"
    TEXT = "txt"


MIME = {
    Ending.PDF: "application/pdf",
    Ending.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Ending.EML: "message/rfc822",
    Ending.TEXT: "text/plain; charset=utf-8",
}
NEEDS = {
    Ending.PDF: ("pdf",),
    Ending.DOCX: ("docx",),
    Ending.EML: ("subject", "words", "pdf", "made_at"),
    Ending.TEXT: ("subject", "words"),
}
"""What is read of a version for each file: no other file of it."""


def file_name(name: str, ending: str) -> str:
    """“letter-to-dana-reyes.pdf”: letters and digits only, whatever the name holds."""
    return f"letter-to-{slugify(name)[:60].strip('-') or 'them'}.{ending}"


def attached(
    version: FrozenLetter,
    ending: Ending,
    person: Contact | None,
    case: Case,
) -> HttpResponse:
    """One file of a frozen letter, for the person to send. Its bytes are those that were kept."""
    to = person.email if person else ""
    name = person.name if person else ""
    match ending:
        case Ending.PDF | Ending.DOCX:
            content = bytes(getattr(version, ending))
        case Ending.EML:
            content = to_eml(
                email_of(to, version.subject, version.words),
                sender(case.letterhead),
                made_at=version.made_at,
                pdf=bytes(version.pdf),
                name=file_name(name, Ending.PDF),
            )
        case Ending.TEXT:
            content = text_of(version)
    if not content:
        raise Http404  # made before there were such files
    return HttpResponse(
        content,
        content_type=MIME[ending],
        headers={
            "Content-Disposition": content_disposition_header(True, file_name(name, ending)),
            "X-Content-Type-Options": "nosniff",
        },
    )


def text_of(version: FrozenLetter) -> bytes:
    return f"{version.subject}\n\n{version.words}\n".encode()


def numbered[V: FrozenLetter](versions: QuerySet[V], number: int) -> V:
    """The version of this number; else 404."""
    found = versions.filter(number=number).first()
    if found is None:
        raise Http404
    return found


class OneVersion(OneLetter):
    """One frozen version. It is read from what was kept, never made again."""

    http_method_names = ["get", "head", "options"]

    @cached_property
    def version(self) -> LetterVersion:
        return numbered(self.letter.versions.defer(*FILES), self.kwargs["number"])


class FileView(View):
    """One file of a frozen letter. All it asks is whose it is, and whether the gate is open."""

    http_method_names = ["get", "head", "options"]
    ending = Ending.PDF
    version: LetterVersion

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find it before the method is looked at: to a stranger it does not exist."""
        super().setup(request, *args, **kwargs)
        mine = LetterVersion.objects.filter(
            letter=kwargs["which"],
            letter__case__code=kwargs["code"],
            letter__case__owner=signed_in(request),
        )
        read = mine.select_related("letter__case", "letter__contact").only(
            *NEEDS[self.ending],
            "letter__case__code",
            "letter__case__stage",
            "letter__contact__name",
            "letter__contact__email",
        )
        self.version = numbered(read, kwargs["number"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        version, case = self.version, self.version.letter.case
        if reason := why_telling_is_shut(Facts(case)):
            messages.info(request, reason)
            return redirect("coaching:hub", case.code)
        return attached(version, self.ending, version.letter.contact, case)


class VersionView(OneVersion, TemplateView):
    """Send it: its files, the words for an e-mail, and a button for when it has gone."""

    template_name = "coaching/letter_email.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        version = self.version
        return super().get_context_data(
            person=self.person,
            letter=self.letter,
            version=version,
            family="coaching:letter",
            title=f"Send your letter to {self.whom}",
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
        versions = self.letter.versions.defer(*FILES)
        if number.isdecimal() and len(number) < 5:
            versions = versions.filter(number=number)
        version = versions.first()
        if version is None:
            messages.info(request, MAKE_FIRST)
            return self.to("letter", self.letter.pk)
        record(self.person, Happened.LETTER_SENT, token_of(version))
        messages.success(request, SENT)
        return self.to("tell")
