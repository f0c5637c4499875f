"""The rates a person gave for the currencies of their offers."""

from collections.abc import Iterator, Sequence

from offers.exchange import Exchange
from offers.models import Case, Offer

from .side_by_side import other_currencies, own_currency


def exchange_for(case: Case, offers: Sequence[Offer]) -> Exchange:
    """Into the first employer’s currency. Asks the database only when there is another one."""
    into, others = own_currency(offers), other_currencies(offers)
    if not others:
        return Exchange(into=into)
    given = dict(case.exchange_rates.filter(into=into).values_list("currency", "value"))
    return Exchange(into=into, rates={currency: given.get(currency) for currency in others})


def rates_in_words(exchange: Exchange) -> Iterator[str]:
    for currency, rate in exchange.rates.items():
        if rate is not None:
            yield f"You said that 1 {currency} is {rate.normalize():f} {exchange.into}."
