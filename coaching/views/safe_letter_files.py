"""A letter that may leave before a decision, as it leaves: frozen, as files and as an e-mail."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.generic.base import TemplateView

from coaching.letters.email import email_of
from coaching.letters.pdf import CannotPrint, LetterBusy, LetterFailed
from coaching.letters.safe_checks import says_leaving
from coaching.models import FurtherLetterVersion, SafeLetterVersion

from . import letter_files
from .letter_files import (
    BUSY,
    FAILED,
    FILES,
    MAKE_FIRST,
    NEEDS,
    SENT,
    Ending,
    attached,
    cannot_print,
    numbered,
)
from .safe_letters import OneSafeLetter
from .telling import Action

NOT_THIS = "This letter says that you go. Take that out, then make it."


class SafeIssueView(Action, OneSafeLetter):
    """Freeze it and hand it over, unless its words take a yes back: no such file can be made."""

    def post(self, request: HttpRequest, code: str, which: int) -> HttpResponse:
        if self.is_too_much():
            return self._not_made(NOT_THIS)
        try:
            version = letter_files.freeze(self.letter, self.sheet)
        except (LetterBusy, IntegrityError):
            return self._not_made(BUSY)
        except CannotPrint as why:
            return self._not_made(cannot_print(why.signs))
        except LetterFailed:
            return self._not_made(FAILED)
        name = f"{self.name}-pdf" if "pdf" in request.POST else f"{self.name}-version"
        return self.to(name, self.letter.pk, version.number)

    def is_too_much(self) -> bool:
        return bool(says_leaving(self.sheet.body, *self.known.own_names))

    def _not_made(self, words: str) -> HttpResponse:
        messages.error(self.request, words)
        return self.to(self.name, self.letter.pk)


class OneSafeVersion(OneSafeLetter):
    """One frozen version. It is read from what was kept, never made again."""

    http_method_names = ["get", "head", "options"]

    @cached_property
    def version(self) -> SafeLetterVersion | FurtherLetterVersion:
        return numbered(self.letter.versions.defer(*FILES), self.kwargs["number"])


class SafeFileView(OneSafeVersion):
    ending = Ending.PDF

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        version = numbered(self.letter.versions.only(*NEEDS[self.ending]), self.kwargs["number"])
        return attached(version, self.ending, self.person, self.case)


class SafeVersionView(OneSafeVersion, TemplateView):
    """Send it: its files, the words for an e-mail, and a button for when it has gone."""

    template_name = "coaching/letter_email.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        version, person = self.version, self.person
        title = self.kind.title
        return super().get_context_data(
            title=f"Send your letter: {title[0].lower()}{title[1:]}",
            version=version,
            email=email_of(person.email if person else "", version.subject, version.words),
            sent_at=version.sent_at,
            back_url=reverse(f"coaching:{self.name}", args=[self.case.code, self.letter.pk]),
            back_words="to your letter",
            **kwargs,
        )


class SafeSentView(Action, OneSafeLetter):
    """“I sent it”: written down once for each version, the newest unless another is named."""

    def post(self, request: HttpRequest, code: str, which: int) -> HttpResponse:
        number = request.POST.get("number", "")
        versions = self.letter.versions.defer(*FILES)
        if number.isdecimal() and len(number) < 5:
            versions = versions.filter(number=number)
        version = versions.first()
        if version is None:
            messages.info(request, MAKE_FIRST)
            return self.to(self.name, self.letter.pk)
        unsent = self.letter.versions.filter(pk=version.pk, sent_at=None)
        unsent.update(sent_at=timezone.now())
        messages.success(request, SENT)
        return self.to(self.listed_at)
