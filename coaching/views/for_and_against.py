from functools import cached_property
from typing import Any

from django.http import Http404
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.for_and_against import ForAndAgainstForm
from coaching.guidance import guidance_for
from coaching.journey.steps import FOR_AND_AGAINST
from coaching.models import Position
from coaching.weigh.points import late_in_words, standpoints, title_of

from .page import PageView
from .read import ReadView


def slug_of(position: Position) -> str:
    return f"for-and-against-{position}"


class PointsView(PageView):
    """What speaks for one position and against it, now and later on."""

    form_class = ForAndAgainstForm
    template_name = "coaching/points.html"
    step = FOR_AND_AGAINST
    back_words = "to both ways"

    @cached_property
    def about(self) -> Position:
        try:
            return Position(self.kwargs["position"])
        except ValueError:
            raise Http404 from None

    @property
    def slug(self) -> str:
        return slug_of(self.about)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        position = title_of(self.about, self.case.stage)
        return super().get_context_data(
            title=f"For and against: {position.lower()}",
            number=list(Position).index(self.about) + 1,
            positions=Position.values,
            guidance=guidance_for(self.slug, self.case.stage),
            late=self.late(),
            **kwargs,
        )

    def late(self) -> str:
        """Asked for only where it can be so: about leaving, before the first day."""
        if self.about is Position.KEEP or self.facts.accepted is None:
            return ""
        return late_in_words(self.facts.accepted.starts_on, self.facts.local_now.date())

    def back_url(self) -> str:
        return reverse("coaching:for-and-against", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        """The other position while it was never saved, then both side by side."""
        other = next(one for one in Position if one is not self.about)
        if slug_of(other) in self.facts.pages:
            return self.back_url()
        return reverse("coaching:points", args=[self.case.code, other])


class ForAndAgainstView(ReadView):
    """Both positions beside each other. Nothing is counted, and none is ahead."""

    template_name = "coaching/for_and_against.html"
    step = FOR_AND_AGAINST

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        both = standpoints(self.case.points.all(), self.case.stage)
        unsaved = (one for one in both if slug_of(one.position) not in self.facts.pages)
        return super().get_context_data(
            both=both,
            first=next(unsaved, None),
            is_begun=any(slug_of(one.position) in self.facts.pages for one in both),
            next_step=self.journey.after(FOR_AND_AGAINST),
            **kwargs,
        )
