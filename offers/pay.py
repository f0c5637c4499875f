"""What one offer comes to in a year, before tax, with its working. Pure: Decimal, never float."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .figure import Figure, Line
from .money import format_money
from .vesting import Grant, even_share, in_year

WEEKS, MONTHS = 52, 12
# 52 weeks of 5 days. A day off is worth a day of this.
WORKING_DAYS = WEEKS * 5
# What a full week is taken to be for pay by the hour, where the hours were not given.
USUAL_HOURS = Decimal(40)

BASE = "Base pay"
SIGNING = "Signing bonus"
MOVING = "Moving money"
LIKELY = "Likely bonus"
MATCH = "Retirement match"
OTHER = "Anything else"
EQUITY = "Shares"
PAID_OVER_YEARS = "Cash over the years"
LEAVE = "Paid days off"
HEALTH = "Health cover"
TRAVEL = "Getting to work"
EXTRAS = (SIGNING, MOVING, LIKELY, EQUITY, PAID_OVER_YEARS, MATCH, OTHER)
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

    `base` is for what `per` says: "year", "month" or "hour". `signing_paid` and `moving_paid` are
    "yes", "no", "unknown" or ""; `bonus_sure` is a key of PART_COUNTED. `leave_days` are paid days
    off in a year. `has_guesses` is said of them all.
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
    moving: Decimal | None = None
    moving_paid: str = ""
    grant: Grant | None = None
    leave_days: Decimal | None = None
    has_guesses: bool = False


def first_year(terms: Terms) -> Figure:
    """Twelve months from the first day: what comes every year, and what comes once.

    Money for signing or moving that was paid already counts as nothing: the person has it either
    way, and what they may have to give back is part of what leaving costs (`offers.leaving`).
    """
    lines = (
        base_of(terms),
        *_once(SIGNING, terms.signing_bonus, terms.signing_paid, terms),
        *_once(MOVING, terms.moving, terms.moving_paid, terms),
        *_granted(terms, is_first=True),
        *_rest(terms),
    )
    return Figure(currency=terms.currency, lines=lines)


def typical_year(terms: Terms) -> Figure:
    """A year after the first."""
    lines = (base_of(terms), *_granted(terms, is_first=False), *_rest(terms))
    return Figure(currency=terms.currency, lines=lines)


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


def leave_worth(terms: Terms) -> Line | None:
    """What the paid days off of a year are worth. Never part of a total: base pay pays for them.

    A day is the base pay of a year divided by 52 weeks of 5 days.
    """
    if terms.leave_days is None:
        return None
    base = base_of(terms)
    days = f"{terms.leave_days.normalize():f}"
    return Line(
        label=LEAVE,
        amount=base.amount * terms.leave_days / WORKING_DAYS,
        working=f"{days} days × {format_money(base.amount, terms.currency)} ÷ {WORKING_DAYS}",
        is_guess=base.is_guess,
    )


def _once(label: str, amount: Decimal | None, paid: str, terms: Terms) -> Iterator[Line]:
    """Money that comes once, with the start."""
    if amount is None:
        return
    if paid == "yes":
        working = "Paid already, so it is not counted again"
        yield Line(label=label, amount=Decimal(0), working=working)
        return
    yield Line(
        label=label,
        amount=amount,
        working="In the first year only",
        is_guess=terms.has_guesses or paid == "unknown",
    )


def _granted(terms: Terms, *, is_first: bool) -> Iterator[Line]:
    """Shares are a guess whatever was typed; cash over the years only if the person said so."""
    grant = terms.grant
    if grant is None:
        return
    amount = in_year(grant, 1) if is_first else even_share(grant)
    shown = format_money(grant.value, terms.currency)
    working = f"{shown} ÷ {grant.years} year{'' if grant.years == 1 else 's'}"
    if not is_first:
        working = f"An even share: {working}"
    elif not amount and grant.value:
        working = f"{shown}, none of it before month {grant.cliff_months}"
    yield Line(
        label=PAID_OVER_YEARS if grant.in_cash else EQUITY,
        amount=amount,
        working=working,
        is_guess=terms.has_guesses or not grant.in_cash,
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
