"""A figure and its working: added up exactly, rounded once."""

from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offers.figure import Figure, Line, to_the_unit

amounts = st.decimals(-9_999_999, 9_999_999, places=2)


def figure(*parts: Decimal) -> Figure:
    lines = (Line(label=f"Part {n}", amount=part) for n, part in enumerate(parts))
    return Figure(currency="USD", lines=tuple(lines))


@pytest.mark.parametrize(
    ("exact", "shown"),
    [("0.49", 0), ("0.50", 1), ("1.50", 2), ("2.50", 3), ("-0.50", -1), ("-0.49", 0), ("7", 7)],
)
def test_a_half_goes_up_away_from_zero(exact, shown):
    assert to_the_unit(Decimal(exact)) == shown


@given(st.lists(amounts), amounts)
def test_the_order_of_the_lines_never_matters(parts, one):
    assert figure(one, *parts).exact == figure(*reversed(parts), one).exact


@given(st.lists(amounts))
def test_the_parts_are_rounded_together_and_not_one_by_one(parts):
    exact = sum(map(Fraction, parts), Fraction(0))
    away = floor(abs(exact) + Fraction(1, 2))
    assert figure(*parts).total == (away if exact >= 0 else -away)


def test_twelfths_that_make_a_half_go_up_as_a_half_does():
    twelfths = [Decimal(1) / 12] * 6
    assert sum(twelfths) < Decimal("0.5")
    assert figure(*twelfths).total == 1


def test_one_guess_and_the_whole_rests_on_it():
    sure, guess = (
        Line(label="A", amount=Decimal(1)),
        Line(label="B", amount=Decimal(1), is_guess=True),
    )
    assert Figure(currency="USD", lines=(sure, guess)).rests_on_guesses
    assert not Figure(currency="USD", lines=(sure,)).rests_on_guesses
