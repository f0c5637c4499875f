"""Offers beside each other: what the bars may say, whatever was typed."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from coaching.weigh.side_by_side import both_years, other_currencies, own_currency, unpriced
from offers.exchange import Exchange
from offers.models import Offer, OfferKind, Pay

amounts = st.decimals(0, 999_999_999, places=2)
maybe = st.none() | amounts


@st.composite
def offers(draw, currencies=("USD", "EUR", "GBP")):
    """One to four offers with their pay; which of them was accepted, if any, comes as it may."""
    count = draw(st.integers(1, 4))
    accepted = draw(st.integers(0, count))
    found = []
    for number in range(1, count + 1):
        kind = OfferKind.ACCEPTED if number == accepted else OfferKind.OTHER
        offer = Offer(pk=number, number=number, kind=kind, employer=f"Employer {number}")
        Pay(
            offer=offer,
            currency=draw(st.sampled_from(currencies)),
            base=draw(maybe),
            signing_bonus=draw(maybe),
            likely_bonus=draw(maybe),
            travel_month=draw(maybe),
        )
        found.append(offer)
    return found


rates = st.decimals("0.000001", 999_999, places=6)


def share(width: str) -> Decimal:
    return Decimal(width.removesuffix("%"))


@given(offers(), rates)
def test_a_bar_never_leaves_its_rail(found, rate):
    exchange = Exchange(
        into=own_currency(found), rates=dict.fromkeys(other_currencies(found), rate)
    )
    for year in both_years(found, exchange):
        for bar in year.bars:
            assert share(bar.firm) >= 0
            assert share(bar.extra) >= 0
            assert share(bar.firm) + share(bar.extra) <= Decimal("100.1")  # two roundings


@given(offers())
def test_without_rates_only_the_same_currency_is_drawn_or_compared(found):
    exchange = Exchange(into=own_currency(found))
    for year in both_years(found, exchange):
        drawn = [bar for bar in year.bars if not bar.why_none]
        assert {bar.figure.currency for bar in drawn} <= {exchange.into}
        others = sum(bar.figure.currency == exchange.into for bar in year.bars[1:])
        first_is_ours = year.bars[0].figure.currency == exchange.into
        assert len(year.gaps) == (others if first_is_ours else 0)


@given(offers(("USD",)), st.randoms())
def test_the_order_of_the_offers_changes_no_figure(found, random):
    def totals(some):
        years = both_years(some, Exchange(into="USD"))
        return [{bar.offer: bar.figure.total for bar in year.bars} for year in years]

    mixed = list(found)
    random.shuffle(mixed)
    assert totals(mixed) == totals(found)


@given(offers())
def test_every_job_is_shown_or_named_as_missing(found):
    years = both_years(found, Exchange(into=own_currency(found)))
    shown = [bar.offer for bar in years[0].bars] if years else []
    assert sorted(offer.pk for offer in [*shown, *unpriced(found)]) == [one.pk for one in found]


@given(offers())
def test_the_table_adds_up_to_what_the_bar_says(found):
    for year in both_years(found, Exchange(into=own_currency(found))):
        for column, bar in enumerate(year.bars):
            lines = [row.cells[column][1] for row in year.rows]
            assert sum(line.amount for line in lines if line) == bar.figure.exact
