"""What one check of a letter is, and the shapes that most of them have.

A rule gets the text as the person left it and what the letter may draw on. It points; it never
changes a word.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from .facts import LetterFacts
from .found import day_pattern, first, without_names


@dataclass(frozen=True, kw_only=True)
class Check:
    """One finding. `ok` is None for a question to think about; `quote` is the text it is about."""

    slug: str
    ok: bool | None
    words: str
    quote: str = ""


Rule = Callable[[str, LetterFacts], Check | None]
Finding = Callable[[str, LetterFacts], Check]
"""A rule that always has something to say."""


class HasRules(Protocol):
    @property
    def rules(self) -> tuple[Rule, ...]: ...


def check(kind: HasRules, body: str, facts: LetterFacts) -> tuple[Check, ...]:
    """Return what this kind of letter's rules say about `body`, in their order."""
    found = (rule(body, facts) for rule in kind.rules)
    return tuple(result for result in found if result is not None)


def either(slug: str, ok: bool, *, yes: str, no: str, quote: str = "") -> Check:
    return Check(slug=slug, ok=ok, words=yes if ok else no, quote=quote)


def quoted(slug: str, quote: str, *, yes: str, no: str) -> Check:
    """`yes` where a quote was found, `no` where there is none."""
    return either(slug, bool(quote), yes=yes, no=no, quote=quote)


def says(slug: str, pattern: str, *, yes: str, no: str) -> Finding:
    """The letter must say this, in whole words."""
    wanted = _whole_words(pattern)
    return lambda body, facts: quoted(slug, first(wanted, body), yes=yes, no=no)


def gives_day(
    slug: str, day_of: Callable[[LetterFacts], date | None], *, yes: str, no: str
) -> Finding:
    """The letter must name this day, written in any of the usual ways."""

    def rule(body: str, facts: LetterFacts) -> Check:
        day = day_of(facts)
        return quoted(slug, first(day_pattern(day), body) if day else "", yes=yes, no=no)

    return rule


def leaves_out(slug: str, pattern: str, *, fine: str, said: str, in_names: bool = False) -> Finding:
    """The letter must never say this. The names of job and people do not count, but `in_names`."""
    shunned = _whole_words(pattern)

    def rule(body: str, facts: LetterFacts) -> Check:
        quote = first(shunned, body if in_names else without_names(body, facts))
        return either(slug, not quote, yes=fine, no=said, quote=quote)

    return rule


def _whole_words(pattern: str) -> str:
    return rf"\b(?:{pattern})\b"
