from functools import cached_property
from typing import Any

from django.http import Http404
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.fears import ThoughtForm
from coaching.journey.steps import FEARS
from coaching.models import MOST_THOUGHTS, Thought
from coaching.weigh.fears import columns, counted_on, seen_in

from .page import PageView
from .read import ReadView


class FearsView(ReadView):
    """Facts beside fears, with what was seen in each job, and what could be checked."""

    template_name = "coaching/fears.html"
    related = ("habits",)
    step = FEARS
    privacy = "N"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        thoughts = list(self.case.thoughts.all())
        taken = {thought.number for thought in thoughts}
        free = (number for number in range(1, MOST_THOUGHTS + 1) if number not in taken)
        seen = seen_in(self.facts.jobs, self.facts.warning_signs)
        promised = counted_on(getattr(self.case, "habits", None))
        return super().get_context_data(
            columns=columns(thoughts, [*seen, *promised]),
            next_number=next(free, None),
            most=MOST_THOUGHTS,
            next_step=self.journey.after(FEARS),
            **kwargs,
        )


class ThoughtView(PageView):
    """One line on a screen of its own."""

    form_class = ThoughtForm
    step = FEARS
    title = "A fact, or a fear?"
    privacy = "N"
    guidance = "fear"
    back_words = "to your two columns"

    @cached_property
    def about(self) -> Thought:
        number = self.kwargs["number"]
        if not 1 <= number <= MOST_THOUGHTS:
            raise Http404
        stored = self.case.thoughts.filter(number=number).first()
        return stored or Thought(case=self.case, number=number)

    @property
    def slug(self) -> str:
        return f"fears-{self.kwargs['number']}"

    def back_url(self) -> str:
        return reverse("coaching:fears", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        return self.back_url()
