"""The case as printed answers: every answered page, in the order of the journey, nothing folded."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.views.generic.base import TemplateView

from coaching.journey.facts import Facts
from coaching.journey.step import Step
from coaching.journey.steps import STEPS
from coaching.sharing.readers import Readers
from offers.zones import zone_name

from .answers import MARKS, Answered, from_forms, in_order
from .case import CaseView
from .record import from_rows


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """One step with its answered pages."""

    step: Step
    pages: tuple[Answered, ...]
    # Who reads its pages beside the person, by their mark.
    readers: Mapping[str, str]


def answered(
    facts: Facts, only: Collection[Step] = STEPS, marks: Collection[str] = MARKS
) -> list[Answered]:
    """Every answered page of these steps, in the order of the journey.

    Of a page with another mark than `marks` no answer is so much as read.
    """
    return in_order([*from_rows(facts, only, marks), *from_forms(facts, only, marks)])


def chapters(pages: Iterable[Answered], stage: str, who_reads: Readers) -> list[Chapter]:
    by_step = groupby(pages, key=lambda page: page.step)
    return [
        Chapter(step=step.at(stage), pages=tuple(found), readers=who_reads.of(step))
        for step, found in by_step
    ]


class PrintView(CaseView, TemplateView):
    http_method_names = ["get", "head", "options"]
    template_name = "coaching/print.html"
    related = ("owner",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            chapters=chapters(answered(self.facts), self.case.stage, self.who_reads),
            now=self.facts.local_now,
            zone_words=zone_name(self.case.time_zone),
            **kwargs,
        )
