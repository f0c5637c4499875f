"""A day of any year: October 15."""

from typing import Any

from centres.policy_words import day_of_year
from look.fields import WrittenField
from look.parsing import parse_day

WORDS = "Enter a day of the year, like October 15"
LEAP_YEAR = 2024  # it has every day


def parse_day_of_year(text: str) -> int:
    """1015 for “October 15”, “15 October” or “10-15”; a ValueError carries the words to show."""
    for written in (f"{text} {LEAP_YEAR}", f"{LEAP_YEAR}-{text}"):
        try:
            day = parse_day(written)
        except ValueError:
            continue
        return day.month * 100 + day.day
    raise ValueError(WORDS)


class DayOfYearField(WrittenField):
    """Cleans to a number, months in hundreds; shows as “October 15”."""

    read = staticmethod(parse_day_of_year)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"error": WORDS} | kwargs)

    def prepare_value(self, value: Any) -> Any:
        return day_of_year(value) if isinstance(value, int) else value
