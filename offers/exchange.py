"""Several currencies beside each other: only by the rate that the person gives. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """`rates` says what one unit of another currency is worth in `into`; None: not given yet."""

    into: str
    rates: Mapping[str, Decimal | None] = field(default_factory=dict)

    @property
    def missing(self) -> list[str]:
        """The currencies whose rate nobody gave."""
        return [currency for currency, rate in self.rates.items() if rate is None]

    def of(self, amount: Decimal, currency: str) -> Decimal | None:
        """The exact amount in the currency `into`; None without a rate. We never look one up."""
        if currency == self.into:
            return amount
        rate = self.rates.get(currency)
        return None if rate is None else amount * rate
