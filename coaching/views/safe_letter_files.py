"""A letter that may leave before a decision, as it leaves: frozen, as files and as an e-mail."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.generic.base import TemplateView

from coaching.letters.email import email_of
from coaching.letters.pdf import LetterBusy, LetterFailed
from coaching.letters.safe_checks import says_leaving
from coaching.models import SafeLetterVersion
from coaching.telling.safe_letters import letter_facts

from . import letter_files
from .letter_files import BUSY, FAILED, MAKE_FIRST, SENT, attached, text_of
from .safe_letters import OneSafeLetter
from .telling import Action

NOT_THIS = "This letter says that you go. Take that out, then make it."


class SafeIssueView(Action, OneSafeLetter):
    """Freeze it and hand it over, unless its words take a yes back: no such file can be made."""

    def post(self, request: HttpRequest, code: str, which: int) -> HttpResponse:
        if says_leaving(self.sheet.body, *letter_facts(self.letter, self.facts).own_names):
            return self._not_made(NOT_THIS)
        try:
            version = letter_files.freeze(self.letter, self.sheet)
        except (LetterBusy, IntegrityError):
            return self._not_made(BUSY)
        except LetterFailed:
            return self._not_made(FAILED)
        name = "safe-letter-pdf" if "pdf" in request.POST else "safe-letter-version"
        return self.to(name, self.letter.pk, version.number)

    def _not_made(self, words: str) -> HttpResponse:
        messages.error(self.request, words)
        return self.to("safe-letter", self.letter.pk)


class OneSafeVersion(OneSafeLetter):
    """One frozen version. It is read from what was kept, never made again."""

    http_method_names = ["get", "head", "options"]

    @cached_property
    def version(self) -> SafeLetterVersion:
        found = self.letter.versions.filter(number=self.kwargs["number"]).first()
        if found is None:
            raise Http404
        return found

    @property
    def name(self) -> str:
        return self.person.name if self.person else ""


class SafePdfView(OneSafeVersion):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return attached(bytes(self.version.pdf), "application/pdf", self.name, "pdf")


class SafeTextView(OneSafeVersion):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return attached(text_of(self.version), "text/plain; charset=utf-8", self.name, "txt")


class SafeVersionView(OneSafeVersion, TemplateView):
    """Send it: the PDF, the words for an e-mail, and a button for when it has gone."""

    template_name = "coaching/letter_email.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        version, person = self.version, self.person
        title = self.kind.title
        return super().get_context_data(
            title=f"Send your letter: {title[0].lower()}{title[1:]}",
            version=version,
            email=email_of(person.email if person else "", version.subject, version.words),
            sent_at=version.sent_at,
            back_url=reverse("coaching:safe-letter", args=[self.case.code, self.letter.pk]),
            back_words="to your letter",
            **kwargs,
        )


class SafeSentView(Action, OneSafeLetter):
    """“I sent it”: written down once for each version, the newest unless another is named."""

    def post(self, request: HttpRequest, code: str, which: int) -> HttpResponse:
        number = request.POST.get("number", "")
        versions = self.letter.versions.defer("pdf")
        if number.isdecimal() and len(number) < 5:
            versions = versions.filter(number=number)
        version = versions.first()
        if version is None:
            messages.info(request, MAKE_FIRST)
            return self.to("safe-letter", self.letter.pk)
        unsent = self.letter.versions.filter(pk=version.pk, sent_at=None)
        unsent.update(sent_at=timezone.now())
        messages.success(request, SENT)
        return self.to("letters")
