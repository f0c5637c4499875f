"""A letter that may leave before a decision, as it leaves: frozen, as files and as an e-mail."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from coaching.letters.safe_checks import says_leaving
from coaching.models import FurtherLetterVersion, SafeLetterVersion

from .attached import NEEDS, Ending, attached
from .letter_files import Freezes, HandsOver, WritesDownSent, numbered
from .safe_letters import OneSafeLetter

TO_NOBODY = "Say whom this letter goes to first: add the employer."
NOT_THIS = "This letter says that you go. Take that out, then make it."


class SafeIssueView(Freezes, OneSafeLetter):
    """Unless its words take a yes back: no such file can be made."""

    def first(self) -> HttpResponse | None:
        if self.has_nobody:
            return self.not_made(TO_NOBODY)
        return self.not_made(NOT_THIS) if self.is_too_much() else None

    def is_too_much(self) -> bool:
        return bool(says_leaving(self.sheet.body, *self.known.own_names))


class SafeFileView(OneSafeLetter):
    http_method_names = ["get", "head", "options"]
    ending = Ending.PDF

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        version = numbered(self.letter.versions.only(*NEEDS[self.ending]), self.kwargs["number"])
        person = self.person
        return attached(
            version,
            self.ending,
            name=person.name if person else "",
            email=person.email if person else "",
            letterhead=lambda: self.case.letterhead,
        )


class SafeVersionView(HandsOver, OneSafeLetter):
    @property
    def title(self) -> str:
        title = self.kind.title
        return f"Send your letter: {title[0].lower()}{title[1:]}"

    @property
    def sent_at(self) -> datetime | None:
        sent_at: datetime | None = self.version.sent_at
        return sent_at


class SafeSentView(WritesDownSent, OneSafeLetter):
    def write_down(self, version: SafeLetterVersion | FurtherLetterVersion) -> None:
        unsent = self.letter.versions.filter(pk=version.pk, sent_at=None)
        unsent.update(sent_at=timezone.now())

    def take_back(self, version: SafeLetterVersion | FurtherLetterVersion) -> None:
        self.letter.versions.filter(pk=version.pk).update(sent_at=None)
