"""Shares or cash that are earned over years: what has become the person’s by when. Pure, exact."""

from dataclasses import dataclass
from decimal import Decimal

MONTHS = 12


@dataclass(frozen=True, kw_only=True)
class Grant:
    """`value` of the whole grant as told today, earned in equal parts each month over `years`.

    Nothing is earned before month `cliff_months` is full; then all the months so far at once.
    `in_cash` is a sum of money that was promised; shares are worth what they are worth then.
    """

    value: Decimal
    years: int
    cliff_months: int = 0
    in_cash: bool = False

    @property
    def months(self) -> int:
        return self.years * MONTHS


def vested(grant: Grant, months: int) -> Decimal:
    """What is the person’s after so many full months; all of it from the last one on."""
    served = min(months, grant.months)
    if served < min(grant.cliff_months, grant.months):
        return Decimal(0)
    return grant.value * served / grant.months


def in_year(grant: Grant, number: int) -> Decimal:
    """What becomes the person’s in year 1, 2, …"""
    return vested(grant, number * MONTHS) - vested(grant, (number - 1) * MONTHS)


def even_share(grant: Grant) -> Decimal:
    """A typical year of it: an equal part for each year of the grant."""
    return grant.value / grant.years
