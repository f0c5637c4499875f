"""The person's own words in a letter, and the way back from them; and the call before it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from coaching.deciding import go_ahead
from coaching.forms.base import Page
from coaching.forms.letter import LetterFirstForm
from coaching.forms.words import WordsForm
from coaching.guidance import guidance_for
from coaching.models import Gate, Letter
from coaching.telling.first_words import first_words
from coaching.telling.letter_facts import kind_of, letter_facts
from coaching.telling.sent import last_sent
from coaching.telling.standing import last_try, meets

from .one_letter import LetterPage, OneLetter
from .telling import Action

AGAIN = "The letter follows your answers again."
OPEN = "You can make the letter now."


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
        first = first_words(kind_of(self.letter, self.facts), known, self.facts)
        return super().get_form_kwargs() | {"draft": first}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            title=f"Every word of your letter to {self.whom}",
            letter=self.letter,
            family="coaching:letter",
            back_url=self.next_url(),
            back_words="to your letter",
            sent=last_sent(self.made),
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


class LetterFirstView(LetterPage):
    """The one interruption: a call is kinder. It can be passed."""

    form_class = LetterFirstForm
    template_name = "coaching/letter_first.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_talk = meets(self.person)
        verb = "Talk to" if is_talk else "Call"
        return super().get_context_data(
            title=f"{verb} {self.person.first_name} first?",
            person=self.person,
            meets=is_talk,
            last_try=last_try(self.person, self.facts.now, self.case.zone),
            guidance=guidance_for("call", self.case.stage),
            **kwargs,
        )

    def keep(self, form: Page) -> bool:
        why = form.cleaned_data["why"]
        go_ahead(self.case, Gate.LETTER_FIRST, about=self.person.pk, why=why)
        return True

    def next_url(self, form: Page) -> str:
        messages.success(self.request, OPEN)
        return reverse("coaching:letter", args=[self.case.code, self.letter.pk])
