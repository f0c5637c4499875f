"""What leaving may cost, set against what another offer pays. Never whether it is worth it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coaching.models import HowRepaid, LeavingCost, Taxed
from offers.exchange import Exchange
from offers.figure import Figure, to_the_unit
from offers.leaving import Clauses, cost_of_leaving, pay_for, whole_months
from offers.models import Case, Offer, OfferKind
from offers.money import format_money
from offers.notice import Span
from offers.pay import base_of, first_year

from .side_by_side import own_currency, priced


@dataclass(frozen=True, kw_only=True)
class Against:
    """The cost beside one other offer: in words, or `rate_for` a currency that lacks a rate."""

    offer: Offer
    words: str = ""
    rate_for: str = ""


def cost_found(cost: LeavingCost, case: Case, offers: Sequence[Offer], *, today: date) -> Figure:
    """What was found in the papers, added up. Months not typed are counted from the first day."""
    accepted = next((offer for offer in offers if offer.kind == OfferKind.ACCEPTED), None)
    terms = priced(offers).get(accepted) if accepted else None
    return cost_of_leaving(
        Clauses(
            currency=own_currency(offers),
            bonus=cost.bonus,
            bonus_received=cost.bonus_received,
            moving=cost.moving,
            moving_received=cost.moving_received,
            how=cost.how,
            tax=cost.tax,
            months_bound=cost.months_bound,
            months_served=_served(cost, accepted, today) if case.has_started else 0,
            percent=cost.percent,
            base_year=base_of(terms).amount if terms else None,
            penalty=cost.penalty,
            notice_pay=cost.notice_pay,
            fees=cost.fees,
            has_guesses=cost.has_guesses,
        )
    )


def _served(cost: LeavingCost, accepted: Offer | None, today: date) -> int:
    if cost.months_served is not None:
        return cost.months_served
    starts_on = accepted.starts_on if accepted else None
    return whole_months(starts_on, today) if starts_on else 0


def set_against(cost: Figure, offers: Sequence[Offer], exchange: Exchange) -> Iterator[Against]:
    """Each other offer: its first year, less the cost."""
    for offer, terms in priced(offers).items():
        if offer.kind == OfferKind.ACCEPTED:
            continue
        theirs = exchange.of(first_year(terms).exact, terms.currency)
        if theirs is None:
            yield Against(offer=offer, rate_for=terms.currency)
            continue
        words = (
            f"Set against {offer}: {_shown(theirs, cost.currency)} in the first year, "
            f"less {_shown(cost.exact, cost.currency)}, "
            f"leaves {_shown(theirs - cost.exact, cost.currency)}."
        )
        yield Against(offer=offer, words=words)


def kept_beside(offers: Sequence[Offer]) -> str:
    """What staying comes to, so that both stand beside each other; empty while it is not known."""
    for offer, terms in priced(offers).items():
        if offer.kind == OfferKind.ACCEPTED:
            year = _shown(first_year(terms).exact, terms.currency)
            return f"{offer} comes to {year} in its own first year."
    return ""


def notice_worked(cost: LeavingCost, offers: Sequence[Offer]) -> str:
    """What the notice itself would be paid, to set the cost against; empty while it is not known.

    Leaving with notice is one of the ways, and often costs nothing but the time.
    """
    accepted = next((one for one in priced(offers) if one.kind == OfferKind.ACCEPTED), None)
    if accepted is None or not (cost.notice_length and cost.notice_unit):
        return ""
    terms = priced(offers)[accepted]
    span = Span(length=cost.notice_length, unit=cost.notice_unit)
    paid = pay_for(base_of(terms).amount, span.length, span.unit)
    shown = _shown(paid, terms.currency)
    return f"Working your notice of {span} there comes to {shown} of base pay."


def _shown(amount: Decimal, currency: str) -> str:
    return format_money(to_the_unit(amount), currency)


def questions_about(cost: LeavingCost) -> Iterator[str]:
    """What is still open, as questions for the employer or an adviser."""
    if cost.how in ("", HowRepaid.UNKNOWN) and (cost.bonus or cost.moving):
        yield "Do I pay back all of it, or less for each month I work?"
    if (cost.bonus or cost.moving) and cost.tax in ("", Taxed.UNKNOWN):
        yield "Do I pay back the amount before tax, or what reached my account?"
    if cost.penalty or cost.percent:
        yield "Is that sum fair for the notice I have, and can it be lower if I tell you early?"
        yield "Could we agree to end the contract, so that neither of us owes the other anything?"
    if cost.fees is None:
        yield "Do I have to pay any fees, such as a lawyer’s, and how much at most?"
