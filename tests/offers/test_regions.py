"""What is usual where a person is: a first guess that they can change."""

import pytest

from offers.regions import uses_us_letter, usual_currency
from offers.zones import NAMES


@pytest.mark.parametrize(
    ("zone", "currency"),
    [
        ("America/New_York", "USD"),
        ("America/Toronto", "CAD"),
        ("Europe/London", "GBP"),
        ("Europe/Berlin", "EUR"),
        ("Europe/Dublin", "EUR"),
        ("Europe/Zurich", "CHF"),
        ("Europe/Warsaw", "USD"),
        ("Asia/Kolkata", "INR"),
        ("Asia/Tokyo", "JPY"),
        ("Australia/Perth", "AUD"),
        ("Etc/UTC", "USD"),
    ],
)
def test_pay_begins_in_the_money_of_the_place(zone, currency):
    assert usual_currency(zone) == currency


def test_letters_are_on_us_letter_in_the_united_states_and_canada_only():
    on_letter = {zone for zone in NAMES if uses_us_letter(zone)}
    assert {"America/Chicago", "Pacific/Honolulu", "America/Halifax"} <= on_letter
    assert all(zone.startswith(("America/", "Pacific/Honolulu")) for zone in on_letter)
    assert not on_letter & {"America/Mexico_City", "America/Sao_Paulo", "Europe/London"}
