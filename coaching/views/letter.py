"""A letter in the making: its answers on the left, the paper and the checks on the right."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse

from coaching.forms.base import Page
from coaching.forms.letter import LetterForm
from coaching.letters.checks import check
from coaching.letters.paper import paragraphs
from coaching.models import Letter
from coaching.telling.letter_facts import kind_of, letter_facts
from coaching.telling.order import GETS_LETTER

from .call import first_reason
from .one_letter import LetterPage
from .telling import Action, TellingView

TWO_WEEKS = timedelta(days=14)


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
