"""A pay figure is found however it is written; a year, a postcode or a phone number is none."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coaching.letters.pay_figure import pay_figure
from offers.money import SYMBOLS, grouped

BARE = st.integers(1_000, 9_999_999).filter(lambda number: not 1900 <= number <= 2099)


def european(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def swiss(number: int) -> str:
    return f"{number:,}".replace(",", "’")


def spaced(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")


def indian(number: int) -> str:
    return grouped(number, "INR")


BESIDE_A_WORD = (
    "The job pays {}.",
    "They would pay me {}",
    "The salary there is {}, and I would like that.",
    "I would be paid {} there.",
    "My compensation would be around {}.",
    "I would earn {}.",
    "They offer a {} salary.",
    "They offer a {} base with no bonus.",
    "It is a package of {} in all.",
)


@given(
    number=BARE,
    writes=st.sampled_from([str, "{:,}".format, european, swiss, spaced, indian]),
    sentence=st.sampled_from(BESIDE_A_WORD),
)
@example(number=95_000, writes=str, sentence="The job pays {}.")
def test_a_number_beside_a_word_of_pay_is_found(number, writes, sentence):
    amount = writes(number)
    assert amount in pay_figure(f"Dear Dana,\n\n{sentence.format(amount)}\n\nAna")


@given(
    number=st.integers(10, 9_999_999),
    writes=st.sampled_from([str, "{:,}".format, european, swiss, indian]),
    sign=st.sampled_from(
        [
            *SYMBOLS,
            *(f"{sign}" for sign in "$€£¥₹"),
            "k",
            "lakh",
            "LPA",
            "an hour",
            "per year",
            "Rs",
        ]
    ),
)
def test_a_number_with_a_sign_of_money_is_found_without_a_word_of_pay(number, writes, sign):
    stands_before = sign in SYMBOLS or sign in "$€£¥₹" or sign == "Rs"
    for text in [f"{sign} {writes(number)}"] * stands_before + [f"{writes(number)} {sign}"] * (
        sign != "Rs"
    ):
        if text.startswith("401 k"):
            continue
        assert pay_figure(f"They offer {text}, I hear"), text


@pytest.mark.parametrize(
    "text",
    [
        "It pays 95000",
        "It pays 95,000.",
        "They offer 95k.",
        "They offer €95.000.",
        "They offer 95.000 €.",
        "They offer 12 lakh.",
        "They offer 12 LPA.",
        "They offer 12,00,000.",
        "They offer ₹12,00,000.",
        "They offer 1.2 crore.",
        "They offer CHF 95’000.",
        "They offer Rs. 95000.",
        "It is 45/hr.",
        "The bonus is 500.",
        "The pay\nis high: it pays 95 000 there.",
    ],
)
def test_every_way_to_write_one(text):
    assert pay_figure(text)


PHONES = ("(614) 555-0142", "614-555-0142", "+1 614 555 0142", "020 7946 0958", "614.555.0142",
          "+49 30 123456", "6145550142", "00 91 98765 43210")  # fmt: skip
PLACES = ("Columbus, OH 43215", "10115 Berlin", "1012 AB Amsterdam", "SW1A 1AA", "1250 Main Street")
THINGS = (
    "job number 48213",
    "reference 48213",
    "Room 2041",
    "#48213",
    "180 days’ notice",
    "401(k)",
)


@pytest.mark.parametrize("number", [*PHONES, *PLACES, *THINGS])
@pytest.mark.parametrize(
    "sentence",
    [
        "About the pay, write to {}.",
        "They paid for my way to {}.",
        "My {} has nothing to do with pay.",
    ],
)
def test_phones_places_and_things_are_no_pay(number, sentence):
    assert not pay_figure(sentence.format(number))


YEARS = st.integers(1900, 2099)
HOW_MUCH = (
    "They offer a bonus of {}.",
    "There is a signing bonus: {}",
    "The salary is {} there.",
    "The salary there would be {}.",
    "It pays {}.",
    "They would pay me around {}",
    "I would be paid up to {} there.",
    "The sum of {} is still open.",
    "A wage of about {} is more than I earn.",
    "I would earn {} a term.",
)
WHEN = (
    "I was paid in {}.",
    "The pay has not changed since {}.",
    "My bonus for {} has come, thank you.",
    "You paid my way here on March 3, {}.",
    "You paid it on 3 March {}.",
    "The bonus came in March {}.",
    "Please pay it out by June {}.",
    "The pay from {} on was fair.",
    "My last day is January 5, {}, and the pay was fair.",
    "In {} I was glad of the pay.",
)


@given(year=YEARS, sentence=st.sampled_from(HOW_MUCH))
@example(year=2000, sentence="They offer a bonus of {}.")
def test_how_much_is_pay_although_it_could_be_a_year(year, sentence):
    assert str(year) in pay_figure(sentence.format(year))


@given(year=YEARS, sign=st.sampled_from(["dollars", "EUR", "euros", "pounds", "€", "rupees"]))
def test_before_a_currency_it_is_pay_too(year, sign):
    assert pay_figure(f"They add {year} {sign} to it") == f"{year} {sign}"


@given(year=YEARS, sentence=st.sampled_from(WHEN))
def test_a_year_is_no_pay(year, sentence):
    assert not pay_figure(sentence.format(year))


@given(number=BARE)
def test_a_number_far_from_any_word_of_pay_is_none(number):
    assert not pay_figure(f"I heard about the pay. The building has {number} rooms")


@given(st.text(alphabet="pay 195,.'$k(-\n", max_size=60))
def test_what_is_found_stands_in_the_text(text):
    assert pay_figure(text) in text
