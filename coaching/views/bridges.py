from functools import cached_property
from hashlib import sha256
from typing import Any

from django.http import Http404
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.bridges import BridgeForm, CirclesForm
from coaching.guidance import guidance_for
from coaching.journey.facts import Facts
from coaching.journey.steps import BRIDGES
from coaching.models import OWN_CIRCLES
from coaching.weigh.bridge_words import about_tie
from coaching.weigh.circle import PATHS
from coaching.weigh.ties import Tie, Ties, ties
from offers.models import School

from .page import PageView
from .read import ReadView


def ties_of(facts: Facts) -> Ties:
    return ties(facts.people, facts.situation, facts.bridges)


class BridgesView(ReadView):
    """The picture of everybody around the person, and the same as a list."""

    template_name = "coaching/bridges.html"
    step = BRIDGES
    related = ("situation",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = ties_of(self.facts)
        return super().get_context_data(
            ties=found,
            paths=PATHS,
            first=next((tie for tie in found.all if not tie.is_weighed), None),
            is_student=self.facts.situation.school == School.STUDENT,
            **kwargs,
        )


class BridgePage(PageView):
    """Leads on to the next tie that is still open, and then to the picture."""

    step = BRIDGES
    related = ("situation",)
    back_words = "to your bridges"

    def back_url(self) -> str:
        return reverse("coaching:bridges", args=[self.case.code])


class CirclesView(BridgePage):
    form_class = CirclesForm
    title = "Circles of your own"
    guidance = "circles"

    @property
    def slug(self) -> str:
        return "circles"

    def next_url(self, form: Page) -> str:
        return self.back_url()


class BridgeView(BridgePage):
    """One person or circle on a screen of its own."""

    form_class = BridgeForm
    template_name = "coaching/bridge.html"
    title = "What this tie means to you"
    guidance = "bridge"

    @cached_property
    def about(self) -> Tie:
        try:
            return next(tie for tie in ties_of(self.facts).all if tie.key == self.kwargs["key"])
        except StopIteration:
            raise Http404 from None

    @property
    def slug(self) -> str:
        """Made of its name where that is the person’s own: another circle is another page."""
        if self.about.circle not in OWN_CIRCLES:
            return f"bridge-{self.about.key}"
        return f"bridge-{sha256(self.about.name.encode()).hexdigest()[:12]}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        guidance = guidance_for("bridge", self.case.stage)
        said = about_tie(self.about)
        return super().get_context_data(tie=self.about, said=said, guidance=guidance, **kwargs)

    def next_url(self, form: Page) -> str:
        """The next in the order of the list that was never weighed; from the last, the first."""
        found = ties_of(self.facts).all
        here = [tie.key for tie in found].index(self.about.key)
        in_turn = (*found[here + 1 :], *found[:here])
        following = next((tie for tie in in_turn if not tie.is_weighed), None)
        if following is None:
            return self.back_url()
        return reverse("coaching:bridge", args=[self.case.code, following.key])
