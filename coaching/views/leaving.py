from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property

from coaching.forms.base import Page
from coaching.forms.leaving import LeavingCostForm
from coaching.journey.steps import LEAVING_COST
from coaching.weigh.leaving import (
    cost_found,
    kept_beside,
    notice_worked,
    questions_about,
    set_against,
)
from coaching.weigh.rates import exchange_for
from offers.leaving import PART_OF_PAY
from offers.models import Offer

from .page import PageView
from .read import ReadView


class LeavingCostView(PageView):
    form_class = LeavingCostForm
    template_name = "coaching/leaving_cost.html"
    related = ("leaving_cost", "situation", "signed_terms")
    step = LEAVING_COST

    @cached_property
    def about(self) -> Offer | None:
        return self.facts.accepted

    def next_url(self, form: Page) -> str:
        return reverse("coaching:leaving-cost-result", args=[self.case.code])


class LeavingResultView(ReadView):
    """The amounts added up, and set against what each other offer pays."""

    template_name = "coaching/leaving_cost_result.html"
    related = ("leaving_cost", "situation", "signed_terms")
    step = LEAVING_COST
    title = "What leaving may cost, added up"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.facts.has_finished(LEAVING_COST.slug):
            return redirect("coaching:leaving-cost", self.case.code)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row, offers = self.case.leaving_cost, self.facts.offers
        cost = cost_found(row, self.case, offers, today=self.facts.local_now.date())
        exchange = exchange_for(self.case, offers)
        return super().get_context_data(
            cost=cost,
            percent_waits=row.percent is not None and cost.line(PART_OF_PAY) is None,
            against=list(set_against(cost, offers, exchange)),
            kept=kept_beside(offers),
            notice=notice_worked(row, offers),
            questions=list(questions_about(row)),
            next_step=self.journey.after(LEAVING_COST),
            **kwargs,
        )
