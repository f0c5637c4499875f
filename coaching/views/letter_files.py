"""A letter as it leaves: frozen, handed over, sent. Shared by every family of letters.

A family brings its `letter`, the `sheet` to print, the `person` it goes to, and the names of its
pages: `name` for one letter, `listed_at` for all of them. At the end: the letters of the decision.
"""

import hashlib
from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic.base import TemplateView

from coaching.journey.gates import why_not_resigning_yet
from coaching.letters.email import email_of, to_email
from coaching.letters.letter import Letter as Sheet
from coaching.letters.pdf import CannotPrint, LetterBusy, LetterFailed, pages_in, to_pdf
from coaching.letters.word import to_docx
from coaching.models import (
    FrozenLetter,
    FurtherLetter,
    Happened,
    Letter,
    LetterVersion,
    SafeLetter,
)
from coaching.telling.record import record
from coaching.telling.sent import is_this, made, token_of

from .case import CaseView
from .one_letter import OneLetter
from .telling import Action

BUSY = "Many letters are being made right now. Your words are safe. Try again in a minute."
FAILED = (
    "We could not make this letter. Your words are safe. Take out unusual signs, then try again."
)
MAKE_FIRST = "Make the letter first. Then write down that you sent it."
NOT_MADE = "The letter as it is now is not made yet. Download it first, or say which one you sent."


def freeze(letter: Letter | SafeLetter | FurtherLetter, sheet: Sheet) -> FrozenLetter:
    """Print `sheet` and keep its bytes for ever; the stored version when it is already there.

    Raises LetterBusy and LetterFailed; IntegrityError when another tab made another version in
    the same moment, and after a thousand versions.
    """
    pdf = to_pdf(sheet)
    digest = hashlib.sha256(pdf).hexdigest()
    versions = letter.versions.defer(*FrozenLetter.FILES)
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


def numbered[V: FrozenLetter](versions: QuerySet[V], number: int) -> V:
    """The version of this number; else 404."""
    found = versions.filter(number=number).first()
    if found is None:
        raise Http404
    return found


class Freezes(Action, CaseView):
    """Freeze the letter as it stands, and hand it over. The same letter again is the same file."""

    name: ClassVar[str]
    letter: Any
    sheet: Any

    def post(self, request: HttpRequest, code: str, which: int) -> HttpResponse:
        if elsewhere := self.first():
            return elsewhere
        try:
            version = freeze(self.letter, self.sheet)
        except (LetterBusy, IntegrityError):
            return self.not_made(BUSY)
        except CannotPrint as why:
            return self.not_made(cannot_print(why.signs))
        except LetterFailed:
            return self.not_made(FAILED)
        page = "pdf" if "pdf" in request.POST else "version"
        return redirect(f"coaching:{self.name}-{page}", code, which, version.number)

    def first(self) -> HttpResponse | None:
        """What must come before this letter is made; None when nothing does."""
        raise NotImplementedError

    def not_made(self, words: str) -> HttpResponse:
        messages.error(self.request, words)
        return redirect(f"coaching:{self.name}", self.case.code, self.letter.pk)


def cannot_print(signs: str) -> str:
    return f"We cannot print these signs: {signs}. Write that another way, then make it again."


class HandsOver(CaseView, TemplateView):
    """Send it: its files, the words for an e-mail, and a button for when it has gone.

    The version is read from what was kept, never made again.
    """

    http_method_names = ["get", "head", "options"]
    template_name = "coaching/letter_email.html"
    name: ClassVar[str]
    letter: Any
    person: Any

    @cached_property
    def version(self) -> Any:
        return numbered(self.letter.versions.defer(*FrozenLetter.FILES), self.kwargs["number"])

    @property
    def title(self) -> str:
        raise NotImplementedError

    @property
    def sent_at(self) -> datetime | None:
        """When it was written down that this version was sent."""
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        version, person = self.version, self.person
        return super().get_context_data(
            person=person,
            letter=self.letter,
            version=version,
            family=f"coaching:{self.name}",
            title=self.title,
            email=email_of(person.email if person else "", version.subject, version.words),
            sent_at=self.sent_at,
            back_url=reverse(f"coaching:{self.name}", args=[self.case.code, self.letter.pk]),
            back_words="to your letter",
            **kwargs,
        )


class WritesDownSent(Action, CaseView):
    """“I sent it”: written down once for each version; a button of its own takes it back.

    Where none is named it is the newest, as long as that is the letter as it stands now.
    """

    name: ClassVar[str]
    listed_at: ClassVar[str]
    letter: Any
    sheet: Any

    def post(self, request: HttpRequest, code: str, which: int) -> HttpResponse:
        number = request.POST.get("number", "")
        is_named = number.isdecimal() and len(number) < 5
        versions = self.letter.versions.defer(*FrozenLetter.FILES)
        version = versions.filter(number=number).first() if is_named else versions.first()
        if version is None or not (is_named or is_this(version, self.sheet)):
            messages.info(request, NOT_MADE if version else MAKE_FIRST)
            return redirect(f"coaching:{self.name}", code, which)
        if "undo" in request.POST:
            self.take_back(version)
            messages.info(request, f"Taken back: version {version.number} is not sent.")
            return redirect(f"coaching:{self.name}", code, which)
        self.write_down(version)
        messages.success(request, f"Written down: you sent version {version.number}.")
        return redirect(f"coaching:{self.listed_at}", code)

    def write_down(self, version: Any) -> None:
        raise NotImplementedError

    def take_back(self, version: Any) -> None:
        raise NotImplementedError


# The letters about the decision, and the notes beside them


class IssueView(Freezes, OneLetter):
    def first(self) -> HttpResponse | None:
        if why_not_resigning_yet(self.facts):
            return self.not_yet()
        if self.call_comes_first:
            return self.to("letter-first", self.letter.pk)
        return None


class VersionView(HandsOver, OneLetter):
    @property
    def title(self) -> str:
        return f"Send your letter to {self.whom}"

    @property
    def sent_at(self) -> datetime | None:
        return made(self.letter, [self.version])[0].sent_at


class SentView(WritesDownSent, OneLetter):
    def write_down(self, version: LetterVersion) -> None:
        record(self.person, Happened.LETTER_SENT, token_of(version))

    def take_back(self, version: LetterVersion) -> None:
        self.person.told.filter(token=token_of(version)).delete()
