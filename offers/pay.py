"""What one offer comes to in a year, before tax, with its working. Pure: Decimal, never float."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .figure import Figure, Line
from .money import format_money

WEEKS, MONTHS = 52, 12
# What a full week is taken to be for pay by the hour, where the hours were not given.
USUAL_HOURS = Decimal(40)

BASE = "Base pay"
SIGNING = "Signing bonus"
LIKELY = "Likely bonus"
MATCH = "Retirement match"
OTHER = "Anything else"
HEALTH = "Health cover"
TRAVEL = "Getting to work"
EXTRAS = (SIGNING, LIKELY, MATCH, OTHER)
COSTS = (HEALTH, TRAVEL)
LABELS = (BASE, *EXTRAS, *COSTS)

# How much of a bonus counts, by how sure it is; the empty answer is the person not having said.
PART_COUNTED = {
    "likely": (Decimal(1), "Very likely, so all of it counts"),
    "maybe": (Decimal("0.5"), "It could go either way, so half counts"),
    "unlikely": (Decimal(0), "Not likely, so none of it counts"),
    "": (Decimal("0.5"), "You did not say how sure, so half counts"),
}


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What was typed about the pay of one offer, in `currency`; None where nothing was typed.

    `base` is for what `per` says: "year", "month" or "hour". `signing_paid` is "yes", "no",
    "unknown" or ""; `bonus_sure` is a key of PART_COUNTED. `has_guesses` is said of them all.
    """

    currency: str
    base: Decimal
    per: str = "year"
    hours_week: Decimal | None = None
    signing_bonus: Decimal | None = None
    signing_paid: str = ""
    likely_bonus: Decimal | None = None
    bonus_sure: str = ""
    match: Decimal | None = None
    health_month: Decimal | None = None
    travel_month: Decimal | None = None
    other: Decimal | None = None
    has_guesses: bool = False


def first_year(terms: Terms) -> Figure:
    """Twelve months from the first day: a typical year and the signing bonus.

    A signing bonus that was paid already counts as nothing: the person has it either way, and
    what they may have to give back is part of what leaving costs (`offers.leaving`).
    """
    lines = (base_of(terms), *_signing(terms), *_rest(terms))
    return Figure(currency=terms.currency, lines=lines)


def typical_year(terms: Terms) -> Figure:
    """A year after the first."""
    return Figure(currency=terms.currency, lines=(base_of(terms), *_rest(terms)))


def base_of(terms: Terms) -> Line:
    """The base pay of a year: as typed, by the month, or hours × weeks."""
    rate = format_money(terms.base, terms.currency)
    if terms.per == "year":
        return Line(label=BASE, amount=terms.base, is_guess=terms.has_guesses)
    if terms.per == "month":
        return Line(
            label=BASE,
            amount=terms.base * MONTHS,
            working=f"{rate} × {MONTHS} months",
            is_guess=terms.has_guesses,
        )
    hours = terms.hours_week if terms.hours_week is not None else USUAL_HOURS
    working = f"{rate} × {hours.normalize():f} hours × {WEEKS} weeks"
    if terms.hours_week is None:
        working += ". You gave no hours, so this takes a full week"
    return Line(
        label=BASE,
        amount=terms.base * hours * WEEKS,
        working=working,
        is_guess=terms.has_guesses or terms.hours_week is None,
    )


def _signing(terms: Terms) -> Iterator[Line]:
    if terms.signing_bonus is None:
        return
    if terms.signing_paid == "yes":
        working = "Paid already, so it is not counted again"
        yield Line(label=SIGNING, amount=Decimal(0), working=working)
        return
    yield Line(
        label=SIGNING,
        amount=terms.signing_bonus,
        working="In the first year only",
        is_guess=terms.has_guesses or terms.signing_paid == "unknown",
    )


def _rest(terms: Terms) -> Iterator[Line]:
    """What comes again every year, but for the base pay."""
    if terms.likely_bonus is not None:
        part, working = PART_COUNTED[terms.bonus_sure]
        amount = terms.likely_bonus * part
        yield Line(label=LIKELY, amount=amount, working=working, is_guess=True)
    for label, yearly in ((MATCH, terms.match), (OTHER, terms.other)):
        if yearly is not None:
            yield Line(label=label, amount=yearly, is_guess=terms.has_guesses)
    for label, monthly in ((HEALTH, terms.health_month), (TRAVEL, terms.travel_month)):
        if monthly is not None:
            yield Line(
                label=label,
                amount=-monthly * MONTHS,
                working=f"{format_money(monthly, terms.currency)} × {MONTHS} months",
                is_guess=terms.has_guesses,
            )
