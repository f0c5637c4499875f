"""Pay, side by side; and the rates for those whose offers pay in several currencies."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from coaching.forms.base import Page
from coaching.forms.rates import RatesForm
from coaching.journey.steps import LEAVING_COST, SIDE_BY_SIDE
from coaching.weigh.asking import promises
from coaching.weigh.leaving import cost_found, kept_beside, set_against
from coaching.weigh.rates import exchange_for, rates_in_words
from coaching.weigh.side_by_side import both_years, unpriced
from offers.exchange import Exchange

from .page import PageView
from .read import ReadView

NOTHING_TO_CHANGE = "All your offers pay in the same currency, so there is no rate to give."


class SideBySideView(ReadView):
    template_name = "coaching/side_by_side.html"
    related = ("situation", "signed_terms", "leaving_cost")
    step = SIDE_BY_SIDE

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        offers = self.facts.offers
        exchange = exchange_for(self.case, offers)
        may_cost = self.facts.may_owe_money
        cost = self.facts.leaving_cost if may_cost else None
        found = (
            cost_found(cost, self.case, offers, today=self.facts.local_now.date()) if cost else None
        )
        return super().get_context_data(
            years=both_years(offers, exchange),
            unpriced=unpriced(offers),
            exchange=exchange,
            rates=list(rates_in_words(exchange)),
            promises=promises(self.facts.asks.values()) if self.facts.has_begun_to_ask else (),
            cost_step=LEAVING_COST if may_cost else None,
            cost=found,
            kept=kept_beside(offers),
            against=list(set_against(found, offers, exchange)) if found else [],
            next_step=self.journey.after(SIDE_BY_SIDE),
            **kwargs,
        )


class RatesView(PageView):
    """Only for offers in several currencies. We never look a rate up."""

    form_class = RatesForm
    step = SIDE_BY_SIDE
    guidance = slug = "rates"
    title = "The rate between your offers"

    @cached_property
    def about(self) -> Exchange:
        return exchange_for(self.case, self.facts.offers)

    def why_shut(self) -> str:
        return super().why_shut() or ("" if self.about.rates else NOTHING_TO_CHANGE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(back_words="to pay, side by side", **kwargs)

    def back_url(self) -> str:
        return reverse("coaching:side-by-side", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        return self.back_url()
