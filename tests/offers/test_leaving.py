"""What leaving may cost: worked by hand, at every month, and held to what must be true of any."""

from calendar import monthrange
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offers.leaving import (
    Clauses,
    cost_of_leaving,
    part_left,
    pay_for,
    whole_months,
)

amounts = st.decimals(0, 999_999_999, places=2)
maybe = st.none() | amounts
clauses = st.builds(
    Clauses,
    currency=st.just("USD"),
    bonus=maybe,
    bonus_received=maybe,
    moving=maybe,
    moving_received=maybe,
    penalty=maybe,
    how=st.sampled_from(["", "full", "by-month", "unknown"]),
    tax=st.sampled_from(["", "before", "after", "unknown"]),
    months_bound=st.none() | st.integers(1, 120),
    months_served=st.integers(0, 120),
    percent=st.none() | st.decimals(0, 100, places=2),
    base_year=maybe,
    notice_pay=maybe,
    fees=maybe,
)
BONUS = Clauses(currency="USD", bonus=Decimal(25_000), how="full", tax="before")


def test_a_bonus_paid_in_new_york_worked_by_hand():
    """SC10: a bonus of 25,000 is paid, the clause asks for all of it, and names lawyers’ fees."""
    cost = cost_of_leaving(replace(BONUS, fees=Decimal(1_500)))
    assert [(line.label, line.amount) for line in cost.lines] == [
        ("Signing bonus to pay back", 25_000),
        ("Fees", 1_500),
    ]
    assert cost.total == 26_500
    assert not cost.rests_on_guesses


@pytest.mark.parametrize(
    ("served", "owed"),
    [
        (0, 12_000), (1, 11_000), (2, 10_000), (3, 9_000), (4, 8_000), (5, 7_000), (6, 6_000),
        (7, 5_000), (8, 4_000), (9, 3_000), (10, 2_000), (11, 1_000), (12, 0), (13, 0), (120, 0),
    ],
)  # fmt: skip
def test_each_full_month_takes_an_equal_part_off(served, owed):
    clause = replace(
        BONUS, bonus=Decimal(12_000), how="by-month", months_bound=12, months_served=served
    )
    cost = cost_of_leaving(clause)
    assert cost.total == owed
    assert f"× {12 - min(served, 12)} of 12 months" in cost.lines[0].working


@given(amounts, st.integers(1, 120), st.integers(0, 120))
def test_by_month_is_what_fractions_say(amount, bound, served):
    left, parts = part_left(bound, served)
    assert Fraction(left, parts) == max(Fraction(bound - served, bound), 0)
    clause = replace(BONUS, bonus=amount, how="by-month", months_bound=bound, months_served=served)
    exact = Fraction(amount) * Fraction(left, parts)
    assert abs(Fraction(cost_of_leaving(clause).exact) - exact) < Fraction(1, 10**9)


@given(clauses, st.integers(0, 119))
def test_staying_longer_never_costs_more(clause, served):
    now, later = (replace(clause, months_served=months) for months in (served, served + 1))
    assert cost_of_leaving(later).exact <= cost_of_leaving(now).exact


@given(
    clauses,
    st.sampled_from(
        ["bonus", "bonus_received", "moving", "moving_received", "penalty", "notice_pay", "fees"]
    ),
    amounts,
)
def test_a_higher_amount_never_costs_less(clause, name, more):
    if getattr(clause, name) is None:
        return
    higher = replace(clause, **{name: getattr(clause, name) + more})
    assert cost_of_leaving(higher).exact >= cost_of_leaving(clause).exact


@given(clauses)
def test_what_is_not_known_is_taken_at_its_highest_and_marked(clause):
    if clause.bonus is None:
        return
    for name, received in (("bonus", clause.bonus_received), ("moving", clause.moving_received)):
        whole = getattr(clause, name)
        if whole is not None and received is not None:
            clause = replace(clause, **{f"{name}_received": min(received, whole)})
    unknown = replace(clause, how="unknown", tax="unknown")
    assert cost_of_leaving(unknown).exact >= cost_of_leaving(clause).exact
    assert cost_of_leaving(unknown).rests_on_guesses


def test_after_tax_it_is_what_reached_the_account():
    clause = replace(BONUS, tax="after", bonus_received=Decimal(16_250))
    assert cost_of_leaving(clause).total == 16_250
    assert not cost_of_leaving(clause).rests_on_guesses
    nobody_knows = replace(clause, bonus_received=None)
    assert cost_of_leaving(nobody_knows).total == 25_000
    assert cost_of_leaving(nobody_knows).rests_on_guesses


def test_a_part_of_a_years_pay_worked_by_hand():
    clause = Clauses(currency="EUR", percent=Decimal("7.5"), base_year=Decimal(48_000))
    (line,) = cost_of_leaving(clause).lines
    assert line.amount == 3_600
    assert line.working == "7.5% of €48,000"


def test_a_german_penalty_against_two_weeks_of_work_worked_by_hand():
    """SC7. The figures are those of the Labor Court of Bochum, July 8, 2002, 3 Ca 1287/02: a month
    of 1,840.65 as penalty for not starting, and two weeks of notice while on probation. (The
    Federal Labor Court later found a month too high beside two weeks: March 4, 2004,
    8 AZR 196/03. We show both sums, and never say which is owed.)
    """
    month = Decimal("1840.65")
    cost = cost_of_leaving(Clauses(currency="EUR", penalty=month))
    assert [(line.label, line.amount) for line in cost.lines] == [
        ("A set sum, or a penalty", month)
    ]
    assert cost.total == 1_841
    # 1,840.65 × 12 = 22,087.80 a year; × 2 ÷ 52 = 849.53
    assert pay_for(month * 12, 2, "weeks").quantize(Decimal("0.01")) == Decimal("849.53")


@given(
    amounts,
    st.integers(0, 52),
    st.integers(0, 52),
    st.sampled_from([("days", 365), ("weeks", 52), ("months", 12)]),
)
def test_parts_of_pay_add_up_to_the_year(base, some, more, counted):
    unit, in_a_year = counted
    assert pay_for(base, in_a_year, unit) == base
    together = pay_for(base, some, unit) + pay_for(base, more, unit)
    assert abs(together - pay_for(base, some + more, unit)) < Decimal("0.000001")


def test_moving_money_after_tax_is_what_reached_the_account():
    """Four months of twelve have passed: 8 of 12 months are left of 4,500 and of 3,000."""
    clause = Clauses(
        currency="USD", bonus=Decimal(6_000), bonus_received=Decimal(4_500),
        moving=Decimal(4_000), moving_received=Decimal(3_000),
        tax="after", how="by-month", months_bound=12, months_served=4,
    )  # fmt: skip
    assert [line.amount for line in cost_of_leaving(clause).lines] == [3_000, 2_000]
    assert not cost_of_leaving(clause).rests_on_guesses
    assert cost_of_leaving(replace(clause, moving_received=None)).rests_on_guesses


@given(amounts, st.integers(1, 120), st.dates(date(2020, 1, 1), date(2032, 12, 31)))
def test_by_the_calendar_each_month_takes_its_part_off_to_the_last(amount, bound, start):
    """From any first day, leap years and ends of months too: a part a month, to nothing."""
    owed = []
    for months in range(bound + 1):
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        end = date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
        served = whole_months(start, end)
        left, parts = part_left(bound, served)
        owed.append(Fraction(amount) * Fraction(left, parts))
    assert owed[0] == Fraction(amount)
    assert owed[-1] == 0
    steps = {before - after for before, after in zip(owed, owed[1:], strict=False)}
    assert steps == {Fraction(amount) / bound}


def test_a_part_of_pay_nobody_knows_is_left_out():
    assert cost_of_leaving(Clauses(currency="USD", percent=Decimal(10))).lines == ()


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2025, 1, 15), date(2025, 1, 15), 0),
        (date(2025, 1, 15), date(2025, 2, 14), 0),
        (date(2025, 1, 15), date(2025, 2, 15), 1),
        (date(2025, 1, 31), date(2025, 2, 27), 0),
        (date(2025, 1, 31), date(2025, 2, 28), 1),
        (date(2024, 1, 31), date(2024, 2, 28), 0),
        (date(2024, 1, 31), date(2024, 2, 29), 1),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2025, 2, 28), date(2025, 3, 28), 1),
        (date(2025, 12, 31), date(2026, 1, 30), 0),
        (date(2025, 12, 31), date(2026, 1, 31), 1),
        (date(2025, 6, 1), date(2025, 5, 1), 0),
    ],
)
def test_full_months_at_the_ends_of_months_and_in_leap_years(start, end, months):
    assert whole_months(start, end) == months


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)), st.integers(0, 120))
def test_a_month_is_full_on_its_day_and_not_the_day_before(start, months):
    """By brute force: the day of the month it began on, or the last one where that is missing."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    day = min(start.day, monthrange(year, month + 1)[1])
    full = date(year, month + 1, day)
    assert whole_months(start, full) == months
    if months:
        assert whole_months(start, date.fromordinal(full.toordinal() - 1)) == months - 1
