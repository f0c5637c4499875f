from typing import Any

from django.contrib import messages
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.log import LogForm
from coaching.journey.gates import has_tried_enough
from coaching.models import Happened
from coaching.telling.order import gets_letter
from coaching.telling.standing import letter_was_sent

from .telling import AddsRows, TellingPage

TRIED = "You have called three times today. You can send the letter first."
SEND = "Written down. Take one slow breath, then send the letter."
WRITTEN = "Written down."


class LogView(AddsRows, TellingPage):
    """How did it go?"""

    form_class = LogForm
    template_name = "coaching/log.html"
    guidance = "log"

    @property
    def about(self) -> Any:
        return self.contact

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"gets_letter": gets_letter(self.facts, self.contact)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        so_far = sorted(self.contact.told.all(), key=lambda told: told.at, reverse=True)
        name = self.contact.first_name or "your career center"
        title = f"How did it go with {name}?"
        return super().get_context_data(person=self.contact, so_far=so_far, title=title, **kwargs)

    def next_url(self, form: Page) -> str:
        """After a talk comes the letter, unless it has gone; else back to the list."""
        spoke = form.cleaned_data["what"] == Happened.SPOKE
        gets_one = gets_letter(self.facts, self.contact)
        wants_letter = gets_one and not letter_was_sent(self.contact)
        messages.success(self.request, self._words(spoke, wants_letter))
        letter = getattr(self.contact, "letter", None)
        if spoke and letter and wants_letter:
            return reverse("coaching:letter", args=[self.case.code, letter.pk])
        return reverse("coaching:tell", args=[self.case.code])

    def _words(self, spoke: bool, wants_letter: bool) -> str:
        if not wants_letter:
            return WRITTEN
        if spoke:
            return SEND
        for name in ("facts", "contact"):
            self.__dict__.pop(name, None)  # read again, with the row just added
        return TRIED if has_tried_enough(self.facts, self.contact) else WRITTEN
