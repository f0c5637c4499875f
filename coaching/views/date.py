from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property

from coaching.forms.base import Page
from coaching.forms.date import DateForm, limit_in_words
from coaching.journey.facts import Facts
from coaching.journey.steps import DATE, LEANING
from offers.deadlines import Limit
from offers.zones import zone_name

from .page import PageView

MOVES_BEFORE_WE_ASK = 2


def has_moved_often(facts: Facts) -> bool:
    """From the second move on, waiting may be the answer."""
    return len(facts.dates) > MOVES_BEFORE_WE_ASK


class DateView(PageView):
    form_class = DateForm
    template_name = "coaching/date.html"
    related = ("signed_terms",)
    step = DATE
    title = "When will you decide?"
    privacy = "B"
    moves_desk = True

    @cached_property
    def about(self) -> Facts:
        return self.facts

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.facts.window.choices:
            return self.show(self.get_form())
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            window=self.facts.window,
            zone_words=zone_name(self.case.time_zone),
            limit_words=limit_in_words(self.facts),
            limit_url=self.limit_url(),
            has_moved_often=has_moved_often(self.facts),
            **kwargs,
        )

    def limit_url(self) -> str:
        """Where the fact that bounds the window was written down, in case it has changed."""
        why, facts = self.facts.window.why_latest, self.facts
        offer = facts.first_end[1] if facts.first_end else None
        page: tuple[str, list[object]] | None = None
        if why is Limit.OFFER_ENDS and offer:
            page = ("basics", [offer.number])
        elif why is Limit.START_DAY and facts.accepted:
            page = ("basics", [facts.accepted.number])
        elif why is Limit.ANSWER_WANTED:
            page = ("clock", [])
        elif why is Limit.CONTRACT:
            page = ("paper", ["notice"])
        return reverse(f"coaching:{page[0]}", args=[self.case.code, *page[1]]) if page else ""

    def next_url(self, form: Page) -> str:
        note = getattr(form, "note", None)
        if note:
            messages.info(self.request, note)
        if self.version == 1 and not self.facts.has_finished(LEANING.slug):
            return reverse(LEANING.url_name, args=[self.case.code])  # before any weighing
        return super().next_url(form)
