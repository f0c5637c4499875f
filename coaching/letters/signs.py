"""Which signs of a letter no font here can draw. A letter with an empty box never leaves."""

import re
import unicodedata
from contextlib import suppress

from . import pdf
from .check import Check
from .letter import Letter
from .pdf import LetterBusy, LetterFailed

MOST_KEPT = 5_000
MOST_SHOWN = 10

EVERYDAY = re.compile(
    "[ -~\n\u00a0-\u012b\u0134-\u0165\u0168-\u017f\u1ea0-\u1ef9\u038e-\u03a1\u03a3-\u03ce"
    "\u0400-\u045f\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*+"
)
"""What our own typeface draws: nearly every letter is over after this."""

_JOINERS = "\u200c\u200d"
_drawn: dict[str, bool] = {}
"""For signs asked about before: whether a font here draws them. Signs alone, never words."""


def missing_signs(letter: Letter) -> str:
    """The signs of `letter` that cannot be printed here, in their order, with spaces between."""
    asked = _unusual(_text(letter))
    unknown = [sign for sign in asked if sign not in _drawn]
    if unknown:
        missing = set(pdf.missing(" ".join(unknown)))
        if len(_drawn) + len(unknown) > MOST_KEPT:
            _drawn.clear()
        _drawn.update({sign: missing.isdisjoint(sign) for sign in unknown})
    return " ".join([sign for sign in asked if not _drawn.get(sign, True)][:MOST_SHOWN])


def sign_checks(letter: Letter) -> tuple[Check, ...]:
    """A finding to show beside the letter; none when every sign can be printed.

    While the press is busy there is none either: nothing is made without asking again.
    """
    with suppress(LetterBusy, LetterFailed):
        if signs := missing_signs(letter):
            words = "We cannot print these signs. Write that another way"
            return (Check(slug="signs", ok=False, words=words, quote=signs),)
    return ()


def _text(letter: Letter) -> str:
    parts = (letter.sender.name, *letter.contact, *letter.addressee, letter.subject, letter.body)
    return " ".join(parts)


def _unusual(text: str) -> tuple[str, ...]:
    """Each unusual sign once, a letter together with the marks on it."""
    if EVERYDAY.fullmatch(text):
        return ()
    signs: list[str] = []
    for character in text:
        if signs and (character in _JOINERS or unicodedata.category(character).startswith("M")):
            signs[-1] += character
        else:
            signs.append(character)
    return tuple(dict.fromkeys(sign for sign in signs if not EVERYDAY.fullmatch(sign)))
