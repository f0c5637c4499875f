from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.why import WhyForm
from coaching.journey.step import Step
from coaching.journey.steps import STEPS, WHY
from coaching.models import PRESSURES, Belief
from coaching.weigh import doubts
from coaching.weigh.closer import (
    BELIEFS,
    CLOSER,
    COUNTER_OFFER,
    FIRST_DAYS,
    LATER_OFFER,
    PLEASING,
    PRESSURE,
    Closer,
)
from coaching.weigh.reasons import Suggestion, mirror

from .page import PageView
from .read import ReadView

PAGES: tuple[Step | Closer, ...] = (*STEPS, *CLOSER)
BY_SLUG = {page.slug: page for page in PAGES}


class WhyView(PageView):
    form_class = WhyForm
    related = ("real_reason",)
    step = WHY
    privacy = "N"

    def next_url(self, form: Page) -> str:
        return reverse("coaching:why-result", args=[self.case.code])


@dataclass(frozen=True, kw_only=True)
class Look:
    """One page that looks closer: where it opens, whether it was filled in, what it said back."""

    closer: Closer
    url_name: str
    is_done: bool
    said: tuple[str, ...]


class WhyResultView(ReadView):
    """Says the reasons back, one thing to do next, and what a closer look has brought so far."""

    template_name = "coaching/why_result.html"
    related = (
        "real_reason",
        "feeling",
        "later_offer",
        "counter_offer",
        "pleasing",
        "pressure",
    )
    step = WHY
    title = "What you told us"
    privacy = "N"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.facts.has_finished(WHY.slug):
            return redirect("coaching:why", self.case.code)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reason = self.case.real_reason
        feeling = getattr(self.case, "feeling", None)
        said = mirror(
            reason.chosen,
            reason.still,
            feels_guilty=feeling is not None and feeling.pull_guilt,
            gut_says=reason.gut_says,
        )
        return super().get_context_data(
            mirror=said,
            gut_noticed=reason.gut_noticed if reason.gut else "",
            task=self.task_of(said.suggestion),
            looks=list(self.looks()),
            **kwargs,
        )

    def task_of(self, suggestion: Suggestion) -> Step | Closer:
        """The page to go to; the other one where that is no step of theirs, or not built yet."""
        task = BY_SLUG.get(suggestion.task)
        is_open = isinstance(task, Closer) or (task is not None and task.applies(self.facts))
        return task if task is not None and is_open else BY_SLUG[suggestion.or_else]

    def looks(self) -> Iterator[Look]:
        reason, is_early = self.case.real_reason, self.case.is_not_accepted
        hidden = {
            LATER_OFFER: is_early or not reason.has_later_offer,
            COUNTER_OFFER: not reason.counter_offer,
        }
        for closer in CLOSER:
            if not hidden.get(closer, False):
                yield self.look(closer)

    def look(self, closer: Closer) -> Look:
        has_plan = closer is FIRST_DAYS and self.facts.has_finished(closer.slug)
        is_done = bool(self.beliefs) if closer is BELIEFS else self.facts.has_finished(closer.slug)
        return Look(
            closer=closer,
            url_name="coaching:first-days-result" if has_plan else closer.url_name,
            is_done=is_done,
            said=self.said(closer) if is_done else (),
        )

    @cached_property
    def beliefs(self) -> list[Belief]:
        has_one = any(slug.startswith("belief-") for slug in self.facts.pages)
        return list(self.case.beliefs.all()) if has_one else []

    def said(self, closer: Closer) -> tuple[str, ...]:
        """The answers of one page, in a line or a few."""
        case = self.case
        if closer is LATER_OFFER:
            row = case.later_offer
            return (doubts.later_offer(row.came, row.alike, row.better),)
        if closer is COUNTER_OFFER:
            there = case.counter_offer
            return doubts.counter_offer(there.left_because, there.what_changed)
        if closer is BELIEFS:
            return doubts.beliefs(self.beliefs)
        if closer is PLEASING:
            answers = case.pleasing
            return (
                doubts.pleasing(
                    hard_to_say_no=answers.hard_to_say_no,
                    for_others=answers.for_others,
                    only_first=answers.only_first,
                    if_nobody_minded=answers.if_nobody_minded,
                ),
            )
        if closer is PRESSURE:
            return (doubts.pressure({name: getattr(case.pressure, name) for name in PRESSURES}),)
        return ()
