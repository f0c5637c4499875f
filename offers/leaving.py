"""What leaving an employer may cost, with its working. Pure. Never a verdict on what is owed."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .figure import Figure, Line
from .money import format_money
from .notice import DAYS, MONTHS, WEEKS

# How money is paid back, and whether the amount is the one before tax or after it.
FULL, BY_MONTH, UNKNOWN = "full", "by-month", "unknown"
BEFORE_TAX, AFTER_TAX = "before", "after"

BONUS = "Signing bonus to pay back"
MOVING = "Moving money to pay back"
PART_OF_PAY = "A part of a year’s pay"
PENALTY = "A set sum, or a penalty"
NOTICE = "Pay for notice you do not work"
FEES = "Fees"

IN_A_YEAR = {DAYS: 365, WEEKS: 52, MONTHS: 12}


@dataclass(frozen=True, kw_only=True)
class Clauses:
    """What the papers say that leaving costs, in `currency`; None where nothing was typed.

    `bonus_received` and `moving_received` are what was left after tax. `months_bound` is how long
    one has to stay, `months_served` how many full months of them have passed. `percent` is of
    `base_year`, the base pay of a year with this employer.
    """

    currency: str
    bonus: Decimal | None = None
    bonus_received: Decimal | None = None
    moving: Decimal | None = None
    moving_received: Decimal | None = None
    how: str = ""
    tax: str = ""
    months_bound: int | None = None
    months_served: int = 0
    percent: Decimal | None = None
    base_year: Decimal | None = None
    penalty: Decimal | None = None
    notice_pay: Decimal | None = None
    fees: Decimal | None = None
    has_guesses: bool = False


def cost_of_leaving(clauses: Clauses) -> Figure:
    """Everything named, added up. Where something is unknown, the higher amount, marked a guess."""
    lines = (*_paid_back(clauses), *_part_of_pay(clauses), *_as_typed(clauses))
    return Figure(currency=clauses.currency, lines=lines)


def part_left(months_bound: int, months_served: int) -> tuple[int, int]:
    """What is still owed after so many full months: how many of how many parts."""
    return max(months_bound - months_served, 0), max(months_bound, 1)


def whole_months(start: date, end: date) -> int:
    """The full months from `start` to `end`; 0 when it ends before it starts.

    A month is full on the same day of the next one, or on that month’s last day where it is
    shorter: from January 31, the first is full on February 28, or 29 in a leap year.
    """
    months = (end.year - start.year) * 12 + end.month - start.month
    last_day = monthrange(end.year, end.month)[1]
    if end.day < min(start.day, last_day):
        months -= 1
    return max(months, 0)


def pay_for(base_year: Decimal, length: int, unit: str) -> Decimal:
    """What so many days, weeks or months of a job are paid, as a part of its year of base pay."""
    return base_year * length / IN_A_YEAR[unit]


def _paid_back(clauses: Clauses) -> Iterator[Line]:
    for label, before, after in (
        (BONUS, clauses.bonus, clauses.bonus_received),
        (MOVING, clauses.moving, clauses.moving_received),
    ):
        if before is not None:
            amount, about, tax_is_open = _taxed(before, after, clauses.tax)
            owed, words, months_are_open = _owed(amount, clauses)
            yield Line(
                label=label,
                amount=owed,
                working=f"{about}. {words}",
                is_guess=clauses.has_guesses or tax_is_open or months_are_open,
            )


def _taxed(before: Decimal, after: Decimal | None, tax: str) -> tuple[Decimal, str, bool]:
    """The amount to start from, what is to be said of it, and whether the tax leaves it open."""
    if tax == BEFORE_TAX:
        return before, "The amount before tax", False
    if tax == AFTER_TAX and after is not None:
        return after, "What reached you after tax", False
    return before, "The amount before tax, since you do not know yet", True


def _owed(amount: Decimal, clauses: Clauses) -> tuple[Decimal, str, bool]:
    """What is left to pay back of `amount`, how that came about, and whether it is still open."""
    if clauses.how == FULL:
        return amount, "All of it", False
    if clauses.how != BY_MONTH or clauses.months_bound is None:
        return amount, "All of it, since you do not know yet", True
    left, parts = part_left(clauses.months_bound, clauses.months_served)
    shown = format_money(amount, clauses.currency)
    return amount * left / parts, f"{shown} × {left} of {parts} months", False


def _part_of_pay(clauses: Clauses) -> Iterator[Line]:
    """Left out while the base pay is not known: there is nothing to take a part of."""
    if clauses.percent is None or clauses.base_year is None:
        return
    yield Line(
        label=PART_OF_PAY,
        amount=clauses.base_year * clauses.percent / 100,
        working=(
            f"{clauses.percent.normalize():f}% of "
            f"{format_money(clauses.base_year, clauses.currency)}"
        ),
        is_guess=clauses.has_guesses,
    )


def _as_typed(clauses: Clauses) -> Iterator[Line]:
    for label, amount in (
        (PENALTY, clauses.penalty),
        (NOTICE, clauses.notice_pay),
        (FEES, clauses.fees),
    ):
        if amount is not None:
            yield Line(label=label, amount=amount, is_guess=clauses.has_guesses)
