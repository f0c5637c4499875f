"""A letter in the making: its answers, its words, what is checked in it."""

from datetime import timedelta
from functools import cached_property
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.letter import LetterFirstForm, LetterForm
from coaching.forms.words import WordsForm
from coaching.guidance import guidance_for
from coaching.journey.gates import call_comes_first
from coaching.letters.checks import check
from coaching.letters.draft import draft
from coaching.letters.letter import Letter as Sheet
from coaching.letters.paper import paragraphs
from coaching.models import Letter
from coaching.telling.letter_facts import kind_of, letter_facts, sheet_of
from coaching.telling.order import GETS_LETTER
from offers.models import Contact

from .call import first_reason
from .telling import Action, AddsRows, TellingPage, TellingView

TWO_WEEKS = timedelta(days=14)
AGAIN = "The letter follows your answers again."
OPEN = "You can make the letter now."


class NewLetterView(Action, TellingView):
    """Begin the one letter to this person, or go on with it."""

    def post(self, request: HttpRequest, code: str, who: int) -> HttpResponse:
        if self.contact.role not in GETS_LETTER:
            raise Http404
        letter, _ = Letter.objects.get_or_create(
            contact=self.contact, defaults={"case": self.case, **self._first_answers()}
        )
        if self.letterhead is None:
            return self.to("tell-you")
        return self.to("letter", letter.pk)

    def _first_answers(self) -> dict[str, Any]:
        started = self.case.has_started
        return {
            "reason": first_reason(self.facts),
            "last_day": self.facts.local_now.date() + TWO_WEEKS if started else None,
        }


class OneLetter(TellingView):
    """A page or action about one letter. It needs a letterhead, and asks for it first."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.why_nobody_is_told():
            self.letter  # noqa: B018 – 404 before anything else
            if self.letterhead is None:
                return self.to("tell-you")
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def letter(self) -> Letter:
        """The letter named in the address, to somebody who must hear of it; else 404."""
        wanted = self.kwargs["which"]
        letters = self.case.letters.filter(contact__in=[one.pk for one in self.facts.to_tell])
        found: Letter | None = letters.filter(pk=wanted).first()
        if found is None:
            raise Http404
        found.contact = next(one for one in self.facts.to_tell if one.pk == found.contact_id)
        return found

    @property
    def person(self) -> Contact:
        return self.letter.contact

    @cached_property
    def sheet(self) -> Sheet:
        return sheet_of(self.letter, self.facts)

    @property
    def call_comes_first(self) -> bool:
        return call_comes_first(self.facts, self.person)


class LetterPage(OneLetter, TellingPage):
    """A page with questions about one letter."""

    @property
    def about(self) -> Any:
        return self.letter


class LetterView(LetterPage):
    """The answers on the left, the paper on the right."""

    form_class = LetterForm
    template_name = "coaching/letter.html"
    guidance = "letter"

    @property
    def slug(self) -> str:
        return f"letter-{self.letter.pk}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        letter = self.letter
        if self.request.method == "POST":
            # The form holds answers that were refused: the paper shows what is saved.
            letter.refresh_from_db(fields=LetterForm.Meta.fields)
        kind, known = kind_of(letter, self.facts), letter_facts(letter, self.facts)
        return super().get_context_data(
            title=f"Your letter to {self.person.first_name}",
            letter=letter,
            person=self.person,
            sheet=self.sheet,
            paragraphs=paragraphs(self.sheet.body),
            word_count=len(self.sheet.body.split()),
            checks=check(kind, self.sheet.body, known),
            versions=letter.versions.defer("pdf"),
            call_comes_first=self.call_comes_first,
            token=uuid4(),
            **kwargs,
        )

    def next_url(self, form: Page) -> str:
        return self.request.path


class WordsView(LetterPage):
    """Every word of it, in one box."""

    form_class = WordsForm
    template_name = "coaching/words.html"
    guidance = "letter"

    @property
    def slug(self) -> str:
        return f"letter-{self.letter.pk}-words"

    def get_form_kwargs(self) -> dict[str, Any]:
        known = letter_facts(self.letter, self.facts)
        first = draft(kind_of(self.letter, self.facts), known)
        return super().get_form_kwargs() | {"draft": first}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            title=f"Every word of your letter to {self.person.first_name}",
            letter=self.letter,
            back_url=self.next_url(),
            back_words="to your letter",
            **kwargs,
        )

    def next_url(self, form: Page | None = None) -> str:
        return reverse("coaching:letter", args=[self.case.code, self.letter.pk])


class StartAgainView(Action, OneLetter):
    """Drop the person's own words; the answers are left as they are."""

    def post(self, request: HttpRequest, code: str, which: int) -> HttpResponse:
        Letter.objects.filter(pk=self.letter.pk).update(words="")
        messages.success(request, AGAIN)
        return self.to("letter", self.letter.pk)


class LetterFirstView(AddsRows, LetterPage):
    """The one interruption: a call is kinder. It can be passed."""

    form_class = LetterFirstForm
    template_name = "coaching/letter_first.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            title=f"Call {self.person.first_name} first?",
            person=self.person,
            guidance=guidance_for("call", self.case.stage),
            **kwargs,
        )

    def next_url(self, form: Page) -> str:
        messages.success(self.request, OPEN)
        return reverse("coaching:letter", args=[self.case.code, self.letter.pk])
