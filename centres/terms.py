"""The terms of a year, as a school counts them: spring to May, summer to August, then fall."""

from datetime import date

SEASONS = {"1": "Spring", "2": "Summer", "3": "Fall"}


def term_of(day: date) -> str:
    """ "2026-3" for any day from September to December 2026, so that terms sort by themselves."""
    season = "1" if day.month <= 5 else "2" if day.month <= 8 else "3"
    return f"{day.year}-{season}"


def in_words(term: str) -> str:
    """ "Fall 2026" """
    year, _, season = term.partition("-")
    return f"{SEASONS[season]} {year}"
