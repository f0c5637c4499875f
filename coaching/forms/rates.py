from typing import Any

from django import forms

from coaching.models import ExchangeRate
from coaching.models.rate import LEAST_RATE, MOST_RATE
from offers.exchange import Exchange
from offers.models import Case

from .base import ValuesPage


def rate_field(currency: str, into: str) -> forms.DecimalField:
    number = f"The rate for {currency} must be a number, like 1.08"
    return forms.DecimalField(
        label=f"How many {into} is 1 {currency}?",
        min_value=LEAST_RATE,
        max_value=MOST_RATE,
        max_digits=12,
        decimal_places=6,
        error_messages={
            "required": f"Enter how many {into} is 1 {currency}",
            "invalid": number,
            "min_value": f"The rate for {currency} must be more than 0",
            "max_value": f"The rate for {currency} must be {MOST_RATE:,} or less",
            "max_digits": number,
            "max_whole_digits": f"The rate for {currency} must be {MOST_RATE:,} or less",
            "max_decimal_places": f"The rate for {currency} must have 6 decimals or fewer",
        },
    )


class RatesForm(ValuesPage):
    """One rate for each currency that is not the first employer’s. `about` is the exchange."""

    def __init__(self, *args: Any, about: Exchange, **kwargs: Any) -> None:
        super().__init__(*args, about=about, **kwargs)
        for currency in about.rates:
            self.fields[f"rate_{currency}"] = rate_field(currency, about.into)

    @classmethod
    def stored(cls, case: Case, about: Exchange) -> dict[str, Any]:
        return {f"rate_{currency}": rate for currency, rate in about.rates.items()}

    def save(self) -> None:
        into = self.about.into
        given = {name: self.cleaned_data.get(f"rate_{name}") for name in self.about.rates}
        ExchangeRate.objects.bulk_create(
            [
                ExchangeRate(case=self.case, currency=currency, into=into, value=value)
                for currency, value in given.items()
                if value is not None
            ],
            update_conflicts=True,
            unique_fields=["case", "currency", "into"],
            update_fields=["value"],
        )
