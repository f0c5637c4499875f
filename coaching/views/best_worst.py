from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.http import Http404
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.best_worst import BestWorstForm, CostForm, LeadsForm
from coaching.guidance import guidance_for
from coaching.journey.facts import Facts
from coaching.journey.steps import BEST_WORST
from coaching.weigh.beside import differences, gaps, given_up, pictured
from coaching.weigh.dumbbell import PATHS
from coaching.weigh.odds import TICKS, in_words, marks
from coaching.weigh.reasons import in_a_row
from coaching.weigh.ways import Way

from .page import PageView
from .read import ReadView

SCREENS = ("best-worst", "option-cost", "option-leads")


def saved_screens(facts: Facts, way: Way) -> int:
    """How many of an option's screens were saved."""
    return sum(f"{screen}-{way.key}" in facts.pages for screen in SCREENS)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One option in the list, and how far it is."""

    way: Way
    saved: int

    @property
    def is_done(self) -> bool:
        return self.saved == len(SCREENS)


class BestWorstListView(ReadView):
    template_name = "coaching/best_worst_list.html"
    related = ("situation",)
    step = BEST_WORST

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = [Row(way=way, saved=saved_screens(self.facts, way)) for way in self.facts.options]
        first = next((row for row in rows if not row.saved), rows[0])
        is_begun = any(row.saved for row in rows)
        return super().get_context_data(rows=rows, first=first, is_begun=is_begun, **kwargs)


class OptionScreen(PageView):
    """One of the three screens about one option."""

    template_name = "coaching/best_worst.html"
    related = ("situation",)
    step = BEST_WORST
    screen: ClassVar[str]
    before: ClassVar[str] = "best-worst"
    after: ClassVar[str] = "best-worst"

    @cached_property
    def about(self) -> Way:
        try:
            return next(way for way in self.facts.options if way.key == self.kwargs["option"])
        except StopIteration:
            raise Http404 from None

    @property
    def slug(self) -> str:
        return f"{self.screen}-{self.about.key}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            option=self.about,
            number=SCREENS.index(self.screen) + 1,
            screens=SCREENS,
            row=kwargs["form"].instance,
            **kwargs,
        )

    @property
    def back_words(self) -> str:
        return "to your options" if self.before == BEST_WORST.slug else "to the screen before"

    def back_url(self) -> str:
        return self._url(self.before)

    def next_url(self, form: Page) -> str:
        return self._url(self.after)

    def _url(self, name: str) -> str:
        about = [] if name == BEST_WORST.slug else [self.about.key]
        return reverse(f"coaching:{name}", args=[self.case.code, *about])


class OutcomeView(OptionScreen):
    form_class = BestWorstForm
    screen = "best-worst"
    after = "outcome-cost"
    title = "Best and worst case of one option"


class CostView(OptionScreen):
    form_class = CostForm
    screen = "option-cost"
    before, after = "outcome", "outcome-leads"
    title = "What this option would cost you"
    guidance = "outcome-cost"


class LeadsView(OptionScreen):
    form_class = LeadsForm
    screen = "option-leads"
    before = "outcome-cost"
    title = "Where this option leads"
    guidance = "outcome-leads"


class SummaryView(ReadView):
    """All options on one page, in the order of the board. Nothing is ranked."""

    template_name = "coaching/options_summary.html"
    related = ("situation",)
    step = BEST_WORST
    title = "Your options, beside each other"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        options = self.facts.options
        begun = pictured(options, self.case.option_cases.all())
        known = {one.way for one in begun}
        differ, alike = differences(begun)
        return super().get_context_data(
            guidance=guidance_for("options-summary", self.case.stage),
            back_url=reverse("coaching:best-worst", args=[self.case.code]),
            back_words="to your options",
            begun=begun,
            unbegun=[way for way in options if way not in known],
            count=len(options),
            odds=[
                {"title": one.way.title, "marks": marks(one.row), "words": in_words(one.row)}
                for one in begun
                if marks(one.row)
            ],
            paths=PATHS,
            ticks=TICKS,
            differ=in_a_row(differ),
            alike=in_a_row(alike),
            given_up=given_up(begun, self.case.stage),
            gaps=gaps(begun),
            next_step=self.journey.after(BEST_WORST),
            **kwargs,
        )
