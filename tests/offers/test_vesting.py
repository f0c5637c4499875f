"""Shares earned over years: nothing before the cliff, all in the end, and never more."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offers.vesting import Grant, even_share, in_year, vested

pytestmark = pytest.mark.mission("S1-16")

grants = st.builds(
    Grant,
    value=st.decimals(0, 999_999_999, places=2),
    years=st.integers(1, 10),
    cliff_months=st.integers(0, 120),
)
DUST = Decimal("0.000001")


@pytest.mark.parametrize(
    ("months", "yours"),
    [(0, 0), (1, 0), (11, 0), (12, 12_000), (13, 13_000), (24, 24_000), (47, 47_000), (48, 48_000),
     (60, 48_000)],
)  # fmt: skip
def test_four_years_with_a_cliff_of_one_worked_by_hand(months, yours):
    """The usual plan as Pulley, a registry of shares, explains it: 1/48 a month over four years,
    nothing for the first year, and 25% on its last day (help.pulley.com, “What is vesting?”).
    """
    grant = Grant(value=Decimal(48_000), years=4, cliff_months=12)
    assert vested(grant, months) == yours


def test_years_worked_by_hand():
    late = Grant(value=Decimal(30_000), years=3, cliff_months=18)
    # Nothing in year 1; 24 of 36 months at the end of year 2; then the other 12
    assert [in_year(late, year) for year in (1, 2, 3, 4)] == [0, 20_000, 10_000, 0]
    assert even_share(late) == 10_000


@given(grants)
def test_the_years_add_up_to_the_whole_grant(grant):
    years = sum(in_year(grant, year) for year in range(1, grant.years + 1))
    assert years == grant.value
    assert in_year(grant, grant.years + 1) == 0


@given(grants, st.integers(0, 130))
def test_what_is_yours_only_grows_and_never_beyond_the_grant(grant, months):
    now, later = vested(grant, months), vested(grant, months + 1)
    assert 0 <= now <= later <= grant.value


@given(grants, st.integers(0, 120))
def test_after_the_cliff_it_is_what_fractions_say(grant, months):
    expected = Fraction(grant.value) * Fraction(min(months, grant.months), grant.months)
    is_before = months < min(grant.cliff_months, grant.months)
    assert abs(Fraction(vested(grant, months)) - (0 if is_before else expected)) < Fraction(DUST)


@given(grants)
def test_the_first_year_is_no_more_than_an_even_share(grant):
    assert in_year(grant, 1) <= even_share(grant) + DUST


@given(grants)
def test_even_shares_add_up_to_the_grant(grant):
    assert abs(even_share(grant) * grant.years - grant.value) < DUST
