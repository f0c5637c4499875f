"""The pay question, as a person meets it in a form."""

from decimal import Decimal

import pytest

from look.forms import HouseForm
from offers.fields import MoneyField


class PayForm(HouseForm):
    base = MoneyField(label="Pay before tax", error="Enter the pay, or a guess")
    bonus = MoneyField(label="Signing bonus", required=False)


def test_pay_is_read_as_typed():
    form = PayForm({"base": " $68,000 ", "bonus": "5k"})
    assert form.is_valid()
    assert form.cleaned_data == {"base": Decimal("68000.00"), "bonus": Decimal("5000.00")}


def test_an_optional_amount_may_stay_empty():
    form = PayForm({"base": "68k", "bonus": " "})
    assert form.is_valid()
    assert form.cleaned_data["bonus"] is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("sixty", "“Pay before tax” must be a number, like 68,000 or 68k"),
        ("", "Enter the pay, or a guess"),
    ],
)
def test_words_are_refused_in_plain_words_and_kept(typed, words):
    form = PayForm({"base": typed})
    assert form.errors["base"] == [words]
    assert form["base"].value() == typed


def test_saved_pay_is_shown_the_way_people_write_it():
    form = PayForm(initial={"base": Decimal("68000.00"), "bonus": Decimal("1250.50")})
    assert 'value="68,000"' in str(form["base"])
    assert 'value="1,250.50"' in str(form["bonus"])


def test_a_saved_amount_typed_another_way_is_no_change():
    form = PayForm({"base": "68k"}, initial={"base": Decimal("68000.00")})
    assert not form.has_changed()
