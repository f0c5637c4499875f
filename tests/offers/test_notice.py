"""Notice: how much to offer, and on which day it ends."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offers.notice import (
    ANY_DAY,
    DAYS,
    HALF_MONTH,
    MONTH_END,
    MONTHS,
    MOST,
    WEEKS,
    Span,
    last_day,
    to_offer,
    weekday_on_or_after,
)

DAY = timedelta(days=1)
ENDS = (ANY_DAY, MONTH_END, HALF_MONTH)
TOLD_ON = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 1, 1))


@st.composite
def spans(draw):
    unit = draw(st.sampled_from(sorted(MOST)))
    length = draw(st.integers(min_value=1, max_value=MOST[unit]))
    return Span(length=length, unit=unit, ends=draw(st.sampled_from(ENDS)))


def offered(told_on, contract):
    return last_day(told_on, to_offer(told_on, contract))


@pytest.mark.mission("S1-29")
@pytest.mark.parametrize(
    ("contract", "words"),
    [
        (None, "2 weeks"),
        (Span(length=1, unit=WEEKS), "2 weeks"),
        (Span(length=2, unit=WEEKS), "2 weeks"),
        (Span(length=14, unit=DAYS), "2 weeks"),
        (Span(length=15, unit=DAYS), "15 days"),
        (Span(length=4, unit=WEEKS), "4 weeks"),
        (Span(length=1, unit=MONTHS), "1 month"),
        (Span(length=3, unit=MONTHS, ends=MONTH_END), "3 months, to the end of a month"),
        (Span(length=1, unit=WEEKS, ends=MONTH_END), "2 weeks, to the end of a month"),
        (
            Span(length=4, unit=WEEKS, ends=HALF_MONTH),
            "4 weeks, to the 15th or the end of a month",
        ),
    ],
)
def test_two_weeks_or_what_the_contract_says_when_it_is_longer(contract, words):
    assert str(to_offer(date(2025, 12, 4), contract)) == words


def weeks(length, ends=ANY_DAY):
    return Span(length=length, unit=WEEKS, ends=ends)


def months(length, ends=ANY_DAY):
    return Span(length=length, unit=MONTHS, ends=ends)


@pytest.mark.parametrize(
    ("told_on", "span", "ends"),
    [
        (date(2025, 12, 5), weeks(2), date(2025, 12, 19)),  # Friday, Friday
        (date(2025, 12, 6), weeks(2), date(2025, 12, 22)),  # a Saturday counts from the Monday
        (date(2025, 12, 7), weeks(2), date(2025, 12, 22)),
        (date(2025, 12, 8), weeks(4), date(2026, 1, 5)),  # over the new year
        (date(2024, 2, 15), weeks(2), date(2024, 2, 29)),  # a leap year
        # Ninety days, as Indian offers say: to Sunday, March 1, and so the Monday.
        (date(2025, 12, 1), Span(length=90, unit=DAYS), date(2026, 3, 2)),
        # Months end on the day of the same number: Dodds v Walker [1981] 1 WLR 1027 (four months
        # from September 30 end on January 30); § 188 (2) BGB says the same.
        (date(2025, 9, 30), months(4), date(2026, 1, 30)),
        (date(2025, 12, 4), months(3), date(2026, 3, 4)),
        # Where the month has no such day, on its last one: § 188 (3) BGB.
        (date(2024, 1, 31), months(1), date(2024, 2, 29)),
        (date(2025, 1, 31), months(1), date(2025, 2, 28)),
        (date(2026, 1, 30), months(1), date(2026, 3, 2)),  # February 28 is a Saturday
        (date(2025, 12, 6), months(1), date(2026, 1, 8)),  # a Saturday, from Monday, December 8
        # § 622 (1) BGB: four weeks to the 15th or to the end of a month, whatever day that is.
        (date(2025, 11, 17), weeks(4, HALF_MONTH), date(2025, 12, 15)),
        (date(2025, 11, 18), weeks(4, HALF_MONTH), date(2025, 12, 31)),
        (date(2026, 1, 30), weeks(4, HALF_MONTH), date(2026, 2, 28)),  # a Saturday
        (date(2026, 2, 2), weeks(4, HALF_MONTH), date(2026, 3, 15)),  # a Sunday
        # § 622 (2) no. 1 and no. 2 BGB: one month, and two, to the end of a month.
        (date(2025, 11, 28), months(1, MONTH_END), date(2025, 12, 31)),
        (date(2025, 12, 1), months(1, MONTH_END), date(2026, 1, 31)),  # a Saturday
        (date(2025, 12, 31), months(2, MONTH_END), date(2026, 2, 28)),
        # § 622 (3) BGB: in a trial time two weeks, to any day.
        (date(2025, 12, 4), weeks(2), date(2025, 12, 18)),
    ],
)
def test_the_last_day_worked_by_hand(told_on, span, ends):
    assert last_day(told_on, span) == ends


@pytest.mark.mission("S1-29")
@pytest.mark.parametrize(
    ("told_on", "contract", "ends"),
    [
        (date(2025, 12, 4), weeks(1, MONTH_END), date(2025, 12, 31)),
        (date(2025, 12, 24), weeks(1, MONTH_END), date(2026, 1, 31)),  # two weeks: January 7
        (date(2025, 12, 24), weeks(1), date(2026, 1, 7)),
    ],
)
def test_two_weeks_end_on_a_day_that_the_contract_allows(told_on, contract, ends):
    assert offered(told_on, contract) == ends


@pytest.mark.mission("S1-29")
@given(TOLD_ON, spans())
def test_what_is_offered_is_never_less_than_the_contract_or_two_weeks(told_on, contract):
    ends = offered(told_on, contract)
    assert ends >= told_on + timedelta(weeks=2)
    assert ends == max(ends, last_day(told_on, contract), last_day(told_on, weeks(2)))
    if contract.unit == MONTHS:
        assert (ends.year - told_on.year) * 12 + ends.month - told_on.month >= contract.length
    else:
        assert ends - told_on >= contract.length * (DAY if contract.unit == DAYS else 7 * DAY)


@given(TOLD_ON, spans())
def test_it_ends_on_a_day_that_was_asked_for(told_on, span):
    ends = last_day(told_on, span)
    is_month_end = (ends + DAY).day == 1
    if span.ends == ANY_DAY:
        assert ends.weekday() < 5
    elif span.ends == MONTH_END:
        assert is_month_end
    else:
        assert is_month_end or ends.day == 15


@given(TOLD_ON, spans())
def test_it_ends_on_the_first_such_day(told_on, span):
    plain = Span(length=span.length, unit=span.unit)
    extra = last_day(told_on, span) - last_day(told_on, plain)
    assert -2 * DAY <= extra <= {ANY_DAY: 0, HALF_MONTH: 16, MONTH_END: 30}[span.ends] * DAY


@given(TOLD_ON, st.integers(min_value=1, max_value=MOST[WEEKS]))
def test_weeks_are_never_shorter_than_was_said_nor_longer_than_a_weekend(told_on, length):
    extra = last_day(told_on, weeks(length)) - told_on - timedelta(weeks=length)
    assert timedelta(0) <= extra <= 2 * DAY


@given(TOLD_ON, st.integers(min_value=1, max_value=MOST[MONTHS]))
def test_months_end_on_the_same_number_or_where_the_month_does(told_on, length):
    start = weekday_on_or_after(told_on)
    ends = last_day(told_on, months(length))
    found = [day for n in range(3) if weekday_on_or_after(day := ends - n * DAY) == ends]
    assert any(day.day == start.day or (day + DAY).day == 1 < start.day for day in found)


@given(TOLD_ON, spans())
def test_a_weekend_counts_from_the_monday(told_on, span):
    assert last_day(told_on, span) == last_day(weekday_on_or_after(told_on), span)


@given(TOLD_ON, spans())
def test_telling_them_a_day_later_never_ends_it_sooner(told_on, span):
    assert last_day(told_on + DAY, span) >= last_day(told_on, span)
    assert offered(told_on + DAY, span) >= offered(told_on, span)


@given(TOLD_ON, spans(), st.integers(min_value=1, max_value=max(MOST.values())))
def test_a_shorter_notice_never_ends_later(told_on, span, length):
    shorter = replace(span, length=min(length, span.length))
    assert last_day(told_on, shorter) <= last_day(told_on, span)
