from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property

from coaching.forms.base import Page
from coaching.forms.best_worst import BestWorstForm
from coaching.journey.steps import BEST_WORST
from coaching.models import OptionCase
from coaching.weigh.ways import given_ways
from offers.models import Case

from .page import PageView
from .read import ReadView


def options_of(case: Case) -> list[str]:
    """Every option in words, the four that everybody has and the person's own after them."""
    given = [way.title for way in given_ways(case.stage)]
    return given + [own.words for own in case.own_options.all()]


@dataclass(frozen=True, kw_only=True)
class Pictured:
    """One option, its place in the list, and how it may turn out if that was written."""

    number: int
    option: str
    outcome: OptionCase | None


class BestWorstListView(ReadView):
    template_name = "coaching/best_worst_list.html"
    step = BEST_WORST

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        written = {row.option: row for row in self.case.option_cases.all()}
        rows = [
            Pictured(number=number, option=option, outcome=written.get(option))
            for number, option in enumerate(options_of(self.case), 1)
        ]
        return super().get_context_data(rows=rows, **kwargs)


class BestWorstView(PageView):
    """One option on a screen of its own."""

    form_class = BestWorstForm
    template_name = "coaching/best_worst.html"
    step = BEST_WORST
    title = "Best and worst case of one option"
    back_words = "to your options"

    @cached_property
    def about(self) -> str:
        options, number = options_of(self.case), self.kwargs["number"]
        if not 1 <= number <= len(options):
            raise Http404
        return options[number - 1]

    @property
    def slug(self) -> str:
        """Made of the option's words, as its row is: a number changes when options move up."""
        return f"best-worst-{sha256(self.about.encode()).hexdigest()[:12]}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(option=self.about, **kwargs)

    def back_url(self) -> str:
        return reverse("coaching:best-worst", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        return self.back_url()
