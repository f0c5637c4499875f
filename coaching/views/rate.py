from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.rate import Rated, RateForm
from coaching.guidance import guidance_for
from coaching.journey.steps import COMPARE
from coaching.models import Criterion, Topic
from coaching.weigh.topics import HINTS, MATTERS

from .page import PageView
from .read import ReadView


@dataclass(frozen=True, kw_only=True)
class Row:
    """One thing of the list: what it is called, and how much it matters if that was said."""

    topic: Topic
    title: str
    matters: str
    is_saved: bool


class RateListView(ReadView):
    """The six things that everybody has, and two places for one’s own."""

    template_name = "coaching/rate_list.html"
    step = COMPARE
    title = "Rate what matters to you"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        said = {row.topic: row for row in self.case.criteria.all()}
        rows = [self.row(topic, said.get(topic)) for topic in Topic]
        return super().get_context_data(
            guidance=guidance_for("rate"),
            back_url=reverse("coaching:compare", args=[self.case.code]),
            back_words="to your offers, side by side",
            rows=rows,
            first=next((row for row in rows if not row.is_saved), None),
            **kwargs,
        )

    def row(self, topic: Topic, said: Criterion | None) -> Row:
        weight = said.weight if said else None
        return Row(
            topic=topic,
            title=str(said) if said else topic.label,
            matters="" if weight is None else MATTERS[weight],
            is_saved=slug_of(topic) in self.facts.pages,
        )


def slug_of(topic: Topic) -> str:
    return f"rate-{topic}"


class RateView(PageView):
    """One thing on a screen of its own."""

    form_class = RateForm
    template_name = "coaching/rate.html"
    step = COMPARE
    guidance = "rate"
    back_words = "to your list"

    @cached_property
    def about(self) -> Rated:
        try:
            topic = Topic(self.kwargs["topic"])
        except ValueError:
            raise Http404 from None
        rows = self.case.criteria.prefetch_related("ratings")
        return Rated(topic=topic, criterion=rows.filter(topic=topic).first(), jobs=self.facts.jobs)

    @property
    def slug(self) -> str:
        return slug_of(self.about.topic)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        topic = self.about.topic
        hint = "" if topic.is_own else HINTS[topic]
        return super().get_context_data(title=topic.label, hint=hint, **kwargs)

    def back_url(self) -> str:
        return reverse("coaching:rate", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        """The next thing that was never saved. One’s own are offered in the list only."""
        topics = [topic for topic in Topic if not topic.is_own]
        here = topics.index(self.about.topic) + 1 if self.about.topic in topics else 0
        in_turn = (*topics[here:], *topics[:here])
        following = next((one for one in in_turn if slug_of(one) not in self.facts.pages), None)
        if following is None:
            return reverse("coaching:compare", args=[self.case.code])
        return reverse("coaching:rating", args=[self.case.code, following])
