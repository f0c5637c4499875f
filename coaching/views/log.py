from typing import Any

from django.contrib import messages
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.log import LogForm
from coaching.journey.gates import has_tried_enough
from coaching.models import Happened
from coaching.telling.order import GETS_NOTE, gets_letter
from coaching.telling.standing import letter_was_sent

from .telling import AddsRows, TellingPage

TRIED = "You called three times in a day. You can send the letter now. It says that you tried."
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
        """Who gets a note, and no letter of their own, may be told in writing alone."""
        hires = self.contact.role not in GETS_NOTE and gets_letter(self.facts, self.contact)
        return super().get_form_kwargs() | {"gets_letter": hires}

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
        letter = getattr(self.contact, "letter", None)
        for name in ("facts", "contact"):
            self.__dict__.pop(name, None)  # read again, with the row just added
        has_tried = has_tried_enough(self.facts, self.contact)
        messages.success(self.request, self._words(spoke, wants_letter, has_tried))
        if (spoke or has_tried) and letter and wants_letter:
            return reverse("coaching:letter", args=[self.case.code, letter.pk])
        return reverse("coaching:tell", args=[self.case.code])

    @staticmethod
    def _words(spoke: bool, wants_letter: bool, has_tried: bool) -> str:
        if not wants_letter:
            return WRITTEN
        if spoke:
            return SEND
        return TRIED if has_tried else WRITTEN
