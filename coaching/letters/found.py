"""Reading a letter’s text: what it says, and where. Shared by all checks."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from .facts import LetterFacts


def first(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.IGNORECASE)
    return found[0].strip() if found else ""


def questions(body: str) -> Iterator[str]:
    """Every sentence that asks. Cut first and searched then: one pattern would read it over."""
    for found in re.finditer(r"[^.?!]++[.?!]?", body):
        if found[0].endswith("?"):
            yield found[0].strip()


def plain(text: str) -> str:
    """Return `text` in small letters, without accents, one space between words."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l").replace("ø", "o"))
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(letters.replace("’", "'").split())


def day_pattern(day: date) -> str:
    return (
        rf"\b{day:%B} {day.day}\b|\b{day:%b}\.? {day.day}\b|\b{day.day} {day:%B}\b"
        rf"|\b0?{day.month}/0?{day.day}\b|\b{day:%Y-%m-%d}\b"
    )


def without_names(body: str, facts: LetterFacts) -> str:
    """Return `body` without the role's and the people's own names: "Legal Analyst" is no law."""
    body = without(body, facts.own_names)
    for name in facts.recipient.name.split():  # "Dear Sue" does not go to court
        body = re.sub(rf"\b{re.escape(name)}(?!\w)", " ", body)
    return body


def without(body: str, names: Iterable[str]) -> str:
    for name in filter(None, names):
        body = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", body, flags=re.IGNORECASE)
    return body
