"""How did it go? What was written down may be corrected, removed, and ticked off once done."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic.base import TemplateView

from coaching.forms.base import Page
from coaching.forms.log import CALLED, WROTE, CorrectForm, LogForm
from coaching.journey.gates import has_tried_enough
from coaching.models import Happened, Told
from coaching.telling.order import GETS_NOTE, gets_letter
from coaching.telling.sent import is_of_a_letter
from coaching.telling.standing import letter_was_sent, standing, standing_without

from .telling import Action, AddsRows, TellingPage, TellingView

TRIED = "You called three times in a day. You can send the letter now. It says that you tried."
SEND = "Written down. Take one slow breath, then send the letter."
WRITTEN = "Written down."
REMOVED = "Removed. Letters you have sent stay as they are."


IN_THE_LOG = dict([*CALLED, WROTE])


class LogPage(TellingPage):
    """A page with the questions about one call."""

    guidance = "log"

    def get_form_kwargs(self) -> dict[str, Any]:
        """Who gets a note, and no letter of their own, may be told in writing alone."""
        hires = self.contact.role not in GETS_NOTE and gets_letter(self.facts, self.contact)
        more = {"gets_letter": hires, "decision": self.facts.decision}
        return super().get_form_kwargs() | more

    @property
    def name(self) -> str:
        return self.contact.first_name or "your career center"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(person=self.contact, **kwargs)


class LogView(AddsRows, LogPage):
    """How did it go?"""

    form_class = LogForm
    template_name = "coaching/log.html"

    @property
    def about(self) -> Any:
        return self.contact

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        so_far = sorted(self.contact.told.all(), key=lambda told: told.at, reverse=True)
        return super().get_context_data(
            so_far=[(told, may_be_corrected(told), may_be_removed(told)) for told in so_far],
            title=f"How did it go with {self.name}?",
            **kwargs,
        )

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


def may_be_removed(told: Told) -> bool:
    """Whatever the person wrote down by hand. A letter that left cannot be called back."""
    return not is_of_a_letter(told)


def may_be_corrected(told: Told) -> bool:
    return told.what in IN_THE_LOG and may_be_removed(told)


class OneEntry(TellingView):
    """What a correction and a removal share: one row of the log of one person."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        self.__dict__.pop("told", None)
        super().setup(request, *args, **kwargs)

    @cached_property
    def told(self) -> Told | None:
        rows = self.contact.told.all()
        return next((row for row in rows if row.pk == self.kwargs["told"]), None)

    @property
    def slug(self) -> str:
        return f"told-{self.kwargs['told']}"

    def to_the_log(self) -> HttpResponse:
        return self.to("tell-log", self.contact.pk)


class CorrectView(OneEntry, LogPage):
    """Correct what was written down."""

    form_class = CorrectForm

    @cached_property
    def about(self) -> Told:
        if self.told is None or not may_be_corrected(self.told):
            raise Http404
        return self.told

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        title = f"Correct what happened with {self.name}"
        return super().get_context_data(title=title, back_words="to what happened", **kwargs)

    def back_url(self) -> str:
        return reverse("coaching:tell-log", args=[self.case.code, self.contact.pk])

    def next_url(self, form: Page) -> str:
        return self.back_url()


class RemoveView(OneEntry, TemplateView):
    """Says what goes with an entry, then removes it."""

    template_name = "coaching/log_remove.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.told is None or not may_be_removed(self.told):
            return self.to_the_log()
        return super().get(request, *args, **kwargs)

    @transaction.atomic
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A second click finds nothing to remove, and that is fine."""
        if self.told and may_be_removed(self.told):
            self.told.delete()
            self.case.saved_pages.filter(slug=self.slug).delete()
            messages.info(request, REMOVED)
        return self.to_the_log()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        assert self.told
        person, after = self.contact, standing_without(self.contact, self.told)
        return super().get_context_data(
            person=person,
            entry=self.told,
            before=standing(person),
            after=after,
            letter_was_sent=any(is_of_a_letter(row) for row in person.told.all()),
            **kwargs,
        )


class AskedView(Action, OneEntry):
    """Tick off what they asked for; a second button takes it back."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.told and self.told.asked:
            done_at = None if "undo" in request.POST else self.told.asked_done_at or timezone.now()
            Told.objects.filter(pk=self.told.pk).update(asked_done_at=done_at)
        return self.to("tell-done" if "record" in request.POST else "tell")
