"""A figure with its working: the lines it is made of, added up exactly and rounded once. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

ONE = Decimal(1)
# Thirds and twelfths have no end in decimals. What is lost far behind the point may not decide
# which way a half goes.
DUST = Decimal("0.000001")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One part of a figure. `amount` is exact, and below zero for a cost.

    `is_guess` marks a part that rests on something nobody knows yet; `working` says how it came
    about, where it was not typed as it stands.
    """

    label: str
    amount: Decimal
    working: str = ""
    is_guess: bool = False


@dataclass(frozen=True, kw_only=True)
class Figure:
    """The sum of its lines, in one currency (an ISO code)."""

    currency: str
    lines: tuple[Line, ...]

    @property
    def exact(self) -> Decimal:
        return sum((line.amount for line in self.lines), Decimal(0))

    @property
    def total(self) -> Decimal:
        """Rounded to the unit. The only rounding there is."""
        return to_the_unit(self.exact)

    @property
    def rests_on_guesses(self) -> bool:
        return any(line.is_guess for line in self.lines)

    def line(self, label: str) -> Line | None:
        return next((line for line in self.lines if line.label == label), None)

    def of(self, labels: Sequence[str]) -> Decimal:
        """The exact sum of the lines with these labels."""
        return sum((line.amount for line in self.lines if line.label in labels), Decimal(0))


def to_the_unit(amount: Decimal) -> Decimal:
    """A whole number; a half goes up, away from zero."""
    return amount.quantize(DUST).quantize(ONE, ROUND_HALF_UP)
