"""What an offer comes to in a year: worked by hand, and held to what must be true of any."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offers.exchange import Exchange
from offers.pay import Terms, first_year, leave_worth, typical_year
from offers.vesting import Grant

pytestmark = pytest.mark.mission("S1-16")

amounts = st.decimals(0, 999_999_999, places=2)
maybe = st.none() | amounts
YEARLY = ("base", "signing_bonus", "likely_bonus", "match", "other")
ONCE = ("Signing bonus", "Moving money")
GRANTED = ("Shares", "Cash over the years")
MONTHLY = ("health_month", "travel_month")
grants = st.builds(
    Grant,
    value=amounts,
    years=st.integers(1, 10),
    cliff_months=st.integers(0, 120),
    in_cash=st.booleans(),
)
terms = st.builds(
    Terms,
    currency=st.sampled_from(["USD", "EUR"]),
    base=amounts,
    per=st.sampled_from(["year", "month", "hour"]),
    hours_week=st.none() | st.decimals(1, 120, places=1),
    signing_bonus=maybe,
    signing_paid=st.sampled_from(["", "yes", "no", "unknown"]),
    likely_bonus=maybe,
    bonus_sure=st.sampled_from(["", "likely", "maybe", "unlikely"]),
    match=maybe,
    health_month=maybe,
    travel_month=maybe,
    other=maybe,
    moving=maybe,
    moving_paid=st.sampled_from(["", "yes", "no", "unknown"]),
    grant=st.none() | grants,
    leave_days=st.none() | st.decimals(0, 99, places=1),
)


def pay(base: str, **amounts: str) -> Terms:
    given = {name: Decimal(amount) for name, amount in amounts.items()}
    return Terms(currency="USD", base=Decimal(base), **given)


def test_two_offers_worked_by_hand():
    """The example of the design: Maya’s two offers, each sum done on paper."""
    bluebird = pay(
        "68000", signing_bonus="3000", likely_bonus="2720", match="2720",
        health_month="160", travel_month="262.50",
    )  # fmt: skip
    bluebird = replace(bluebird, bonus_sure="likely")
    harborlight = pay("74500", match="2235", health_month="120", travel_month="40")

    # 68,000 + 3,000 + 2,720 + 2,720 − 1,920 − 3,150
    assert first_year(bluebird).total == 71_370
    # The same without the 3,000
    assert typical_year(bluebird).total == 68_370
    # 74,500 + 2,235 − 1,440 − 480
    assert first_year(harborlight).total == typical_year(harborlight).total == 74_815


def test_pay_by_the_hour_worked_by_hand():
    by_hour = Terms(currency="USD", base=Decimal("22.50"), per="hour", hours_week=Decimal("37.5"))
    # 22.50 × 37.5 = 843.75 a week; × 52 = 43,875
    assert typical_year(by_hour).total == 43_875
    (line,) = typical_year(by_hour).lines
    assert line.working == "$22.50 × 37.5 hours × 52 weeks"
    assert not line.is_guess


def test_pay_by_the_month_worked_by_hand():
    by_month = Terms(currency="EUR", base=Decimal("3250.50"), per="month")
    # 3,250.50 × 12
    assert typical_year(by_month).total == 39_006
    assert typical_year(by_month).lines[0].working == "€3,250.50 × 12 months"


def test_hours_nobody_gave_are_taken_for_a_full_week_and_marked():
    (line,) = typical_year(Terms(currency="USD", base=Decimal(20), per="hour")).lines
    assert line.amount == 20 * 40 * 52
    assert line.is_guess
    assert "You gave no hours" in line.working


@pytest.mark.parametrize(
    ("sure", "counted", "said"),
    [
        ("likely", 4000, "so all of it counts"),
        ("maybe", 2000, "so half counts"),
        ("unlikely", 0, "so none of it counts"),
        ("", 2000, "You did not say how sure"),
    ],
)
def test_a_bonus_counts_as_far_as_it_is_sure_and_says_so(sure, counted, said):
    year = typical_year(replace(pay("0", likely_bonus="4000"), bonus_sure=sure))
    line = year.line("Likely bonus")
    assert line.amount == counted
    assert said in line.working
    assert line.is_guess


@pytest.mark.parametrize(
    ("paid", "counted"), [("", 500), ("no", 500), ("unknown", 500), ("yes", 0)]
)
def test_a_signing_bonus_counts_once_and_not_when_it_is_there_already(paid, counted):
    offer = replace(pay("1000", signing_bonus="500"), signing_paid=paid)
    assert first_year(offer).total == 1000 + counted
    assert typical_year(offer).total == 1000
    assert first_year(offer).line("Signing bonus").is_guess == (paid == "unknown")


@given(terms)
def test_nothing_but_what_comes_once_and_the_grant_tells_the_first_year_from_others(offer):
    first, typical = first_year(offer), typical_year(offer)
    own, shared = first.exact - first.of((*ONCE, *GRANTED)), typical.exact - typical.of(GRANTED)
    assert abs(own - shared) < Decimal("0.000001")


@given(terms)
def test_the_grant_of_the_first_year_is_nothing_or_an_even_share(offer):
    first, typical = first_year(offer).of(GRANTED), typical_year(offer).of(GRANTED)
    assert first == 0 or abs(first - typical) < Decimal("0.000001")


@given(terms)
def test_days_off_never_change_a_year(offer):
    for year in (first_year, typical_year):
        assert year(offer) == year(replace(offer, leave_days=None))


def test_days_off_worked_by_hand():
    """25 days of 68,000: a year has 52 × 5 = 260 working days, so 68,000 × 25 ÷ 260 = 6,538.46."""
    line = leave_worth(replace(pay("68000"), leave_days=Decimal(25)))
    assert line.amount.quantize(Decimal("0.01")) == Decimal("6538.46")
    assert line.working == "25 days × $68,000 ÷ 260"
    assert leave_worth(pay("68000")) is None


def test_moving_money_and_shares_worked_by_hand():
    """60,000, with 5,000 for the move and 40,000 in shares over four years, the first after one."""
    grant = Grant(value=Decimal(40_000), years=4, cliff_months=12)
    offer = replace(pay("60000", moving="5000"), grant=grant)
    # 60,000 + 5,000 + 40,000 ÷ 4, then without the 5,000
    assert first_year(offer).total == 75_000
    assert typical_year(offer).total == 70_000
    line = first_year(offer).line("Shares")
    assert line.working == "$40,000 ÷ 4 years"
    assert line.is_guess
    later = replace(offer, grant=replace(grant, cliff_months=18))
    assert first_year(later).total == 65_000
    assert first_year(later).line("Shares").working == "$40,000, none of it before month 18"
    cash = replace(offer, grant=replace(grant, in_cash=True))
    assert not first_year(cash).line("Cash over the years").is_guess


def test_moving_money_that_is_there_already_is_not_counted_again():
    offer = replace(pay("1000", moving="500"), moving_paid="yes")
    assert first_year(offer).total == 1000


@given(terms, st.sampled_from(YEARLY), amounts)
def test_more_pay_never_makes_a_year_smaller(offer, name, more):
    richer = replace(offer, **{name: (getattr(offer, name) or Decimal(0)) + more})
    for year in (first_year, typical_year):
        assert year(richer).exact >= year(offer).exact


@given(terms, st.sampled_from(MONTHLY), amounts)
def test_a_cost_is_taken_off_twelve_times(offer, name, cost):
    dearer = replace(offer, **{name: (getattr(offer, name) or Decimal(0)) + cost})
    assert first_year(dearer).exact == first_year(offer).exact - 12 * cost


@given(terms)
def test_a_year_is_the_sum_of_its_parts(offer):
    """Each thing typed adds its own line, whatever else was typed."""
    empty = dict.fromkeys((*YEARLY[1:], "moving", "grant", *MONTHLY))
    alone = replace(offer, **empty)
    parts = [
        first_year(replace(alone, **{name: getattr(offer, name)})).exact - first_year(alone).exact
        for name in empty
    ]
    whole = first_year(alone).exact + sum(parts)
    assert abs(first_year(offer).exact - whole) < Decimal("0.000001")


@given(terms)
def test_what_the_person_calls_a_guess_is_marked(offer):
    year = first_year(replace(offer, has_guesses=True, signing_paid="no", moving_paid="no"))
    assert all(line.is_guess for line in year.lines)


rates = st.decimals("0.000001", 999_999, places=6)


@given(amounts, rates)
def test_currencies_never_mix_without_a_rate(amount, rate):
    assert Exchange(into="USD").of(amount, "EUR") is None
    assert Exchange(into="USD", rates={"EUR": None}).of(amount, "EUR") is None
    assert Exchange(into="USD", rates={"GBP": rate}).of(amount, "EUR") is None
    assert Exchange(into="USD", rates={"EUR": rate}).of(amount, "EUR") == amount * rate
    assert Exchange(into="USD", rates={"USD": rate}).of(amount, "USD") == amount


def test_a_rate_nobody_gave_is_named():
    assert Exchange(into="USD", rates={"EUR": None, "GBP": Decimal(1)}).missing == ["EUR"]
