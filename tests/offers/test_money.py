"""Money, typed the way people type it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offers.money import MoneyError, format_money, parse_money

pytestmark = pytest.mark.mission("S1-16")


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("68000", "68000"),
        ("68k", "68000"),
        ("68 K", "68000"),
        ("68.5k", "68500"),
        ("68,5k", "68500"),
        ("$68,000", "68000"),
        ("  $ 68,000  ", "68000"),
        ("68 000", "68000"),
        ("68\N{NO-BREAK SPACE}000", "68000"),
        ("68\N{NARROW NO-BREAK SPACE}000,50 €", "68000.50"),
        ("68.000,50", "68000.50"),
        ("68,000.50", "68000.50"),
        ("68'000", "68000"),
        ("68’000.50", "68000.50"),
        ("CHF 68'000", "68000"),
        ("1.2m", "1200000"),
        ("1.125m", "1125000"),
        ("€45k", "45000"),
        ("£ 30", "30"),
        ("US$68,000", "68000"),
        ("45000 EUR", "45000"),
        ("₹12,00,000", "1200000"),
        ("1,234", "1234"),
        ("1.234", "1234"),
        ("1,23", "1.23"),
        ("12,5", "12.50"),
        ("12.5", "12.50"),
        ("0", "0"),
        ("0.50", "0.50"),
        ("1,234,567.89", "1234567.89"),
        ("999,999,999", "999999999"),
    ],
)
def test_an_amount_is_read_as_it_was_meant(typed, amount):
    found = parse_money(typed)
    assert found == Decimal(amount)
    assert found.as_tuple().exponent == -2


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "sixty",
        "68 thousand",
        "-68000",
        "−68000",
        "(68000)",
        "68000-72000",
        "68k to 72k",
        "68k 72k",
        "68 000 70 000 5",
        "30 40",
        "1,234,5",
        "12.345.67",
        "0.125",
        "68000.505",
        "1.23456789k",
        "999,999,999.01",
        "1,000,000,000",
        "1000m",
        "1e5",
        "٦٨",
        "$",
        "$$5",
        "NaN",
        "68,000\x00",
        "9" * 41,
    ],
)
def test_what_is_not_one_clear_amount_is_refused(typed):
    with pytest.raises(MoneyError, match="^Enter pay as a number, like 68,000 or 68k$"):
        parse_money(typed)


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [
        ("68000", "USD", "$68,000"),
        ("68000.50", "GBP", "£68,000.50"),
        ("0", "EUR", "€0"),
        ("1250.5", "CHF", "CHF\N{NO-BREAK SPACE}1,250.50"),
        ("1200000", "INR", "₹12,00,000"),
        ("123456789.5", "INR", "₹12,34,56,789.50"),
        ("68000", "INR", "₹68,000"),
        ("680", "INR", "₹680"),
    ],
)
def test_money_is_shown_with_its_currency(amount, currency, shown):
    assert format_money(Decimal(amount), currency) == shown


amounts = st.decimals(0, 999_999_999, places=2, allow_nan=False, allow_infinity=False)


@given(amounts, st.sampled_from(["USD", "GBP", "EUR", "INR", "JPY", "CAD", "AUD", "CHF", "SEK"]))
def test_what_we_show_can_be_typed_back(amount, currency):
    assert parse_money(format_money(amount, currency)) == amount


@given(amounts)
def test_a_comma_or_a_point_may_mark_the_cents(amount):
    swapped = f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))
    assert parse_money(swapped) == amount


@given(st.text(alphabet="0123456789 ,.'kKmM$€-", max_size=50) | st.text(max_size=50))
def test_any_text_is_an_amount_in_range_or_a_refusal(typed):
    try:
        found = parse_money(typed)
    except MoneyError:
        return
    assert 0 <= found <= 999_999_999
