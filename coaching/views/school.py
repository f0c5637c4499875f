"""What the person’s school asks, by its own rules, and how long employers gave them."""

from datetime import date
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404
from django.urls import reverse

from centres.models import PolicyState, PolicyVersion
from coaching.forms.base import Page
from coaching.forms.school import AnswerTimeForm, AtSchoolForm
from coaching.journey.facts import Facts
from coaching.journey.safe_letters import fits
from coaching.journey.school import TooShort, asks, offers_with_time, rules_of, too_short
from coaching.journey.steps import SCHOOL
from coaching.letters.kinds import MORE_TIME
from coaching.models import AnswerTime
from offers.models import Offer

from .page import PageView


class SchoolView(PageView):
    """Every rule that counts for this yes, in whole sentences, with where it stands."""

    form_class = AtSchoolForm
    template_name = "coaching/school.html"
    related = ("at_school", "situation")
    step = SCHOOL

    @cached_property
    def about(self) -> bool:
        return any(rules_of(self.facts, "pre_clearances"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        times = self.facts.answer_times
        return super().get_context_data(
            asks=asks(self.facts),
            took_back=self.facts.school_took_back,
            said_yes_on=self.facts.accepted.accepted_on if self.facts.accepted else None,
            first=next_to_count(self.facts),
            too_short=with_letters(too_short(self.facts)),
            offers=[(offer, times.get(offer.pk)) for offer in offers_with_time(self.facts)],
            **kwargs,
        )

    def next_url(self, form: Page) -> str:
        messages.success(self.request, "Saved. This is what it means for you.")
        return reverse("coaching:school", args=[self.case.code])


def next_to_count(facts: Facts) -> PolicyVersion | None:
    """The published version that counts soonest after the day of the yes."""
    later = [
        one
        for one in facts.school_versions
        if one.state == PolicyState.PUBLISHED
        and one.in_force_from
        and one.in_force_from > facts.day_of_yes
    ]
    return min(later, key=lambda one: one.in_force_from or date.max, default=None)


def with_letters(found: list[TooShort]) -> list[tuple[TooShort, bool]]:
    """Each with whether a letter can still ask for more time."""
    return [(one, fits(MORE_TIME, one.offer)) for one in found]


class AnswerTimeView(PageView):
    """How long they gave the person to answer one offer."""

    form_class = AnswerTimeForm
    step = SCHOOL
    guidance = "answer-time"
    back_words = "to what your school asks"

    @cached_property
    def offer(self) -> Offer:
        number = self.kwargs["number"]
        found = (one for one in offers_with_time(self.facts) if one.number == number)
        offer = next(found, None)
        if offer is None:
            raise Http404
        return offer

    @cached_property
    def about(self) -> AnswerTime:
        return self.facts.answer_times.get(self.offer.pk) or AnswerTime(offer=self.offer)

    @property
    def slug(self) -> str:
        return f"answer-time-{self.offer.number}"

    def back_url(self) -> str:
        return reverse("coaching:school", args=[self.case.code])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(title="How long did they give you?", **kwargs)

    def next_url(self, form: Page) -> str:
        return self.back_url()
