"""Plain text made fit for paper: what a letter may hold, and how much of it.

The bounds keep one letter from tying up the press: 20,000 empty lines, or one endless word,
would cost minutes to lay out; the cleaned text costs about a second.
"""

import re
import unicodedata

MOST_CHARACTERS = 10_000
MOST_LINES = 300
MOST_MARKS = 4
"""Marks above or below one letter; the fullest scripts need three."""

LONGEST_WORD = 60
BREAK = "\u200b"
"""A zero-width space: here a long word may turn the line."""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_JOINERS = "\u200c\u200d"  # Persian and Indic words need them
_LONG_WORD = re.compile(rf"[^\s{BREAK}]{{{LONGEST_WORD}}}(?=[^\s{BREAK}])")


def clean(text: str) -> str:
    """Return `text` as a letter may hold it: NFC, visible characters only, within the bounds.

    Lines end in a newline, paragraphs stand one blank line apart. Cleaning again changes nothing.
    """
    # Composing can only shorten what is worth keeping, so far longer text is cut unread.
    visible = _visible(_LINE_ENDS.sub("\n", text[: 4 * MOST_CHARACTERS]))
    text = _with_few_marks(unicodedata.normalize("NFC", visible))
    text = "\n".join(re.sub(" +", " ", row).strip(" ") for row in text.split("\n"))
    text = re.sub("\n{3,}", "\n\n", text).strip("\n")
    text = "\n".join(text.split("\n")[:MOST_LINES])
    return text[:MOST_CHARACTERS].strip(" \n")


def line(text: str, most: int) -> str:
    """Return `text` as one clean line of at most `most` characters."""
    return " ".join(clean(text).split())[:most].strip()


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of clean text, each with its own line ends kept."""
    return tuple(part for part in text.split("\n\n") if part)


def with_breaks(text: str) -> str:
    """Return `text` with a BREAK inside each word too long for one line of paper."""
    return _LONG_WORD.sub(lambda found: found[0] + BREAK, text)


def _visible(text: str) -> str:
    return "".join(_seen(character) for character in text)


def _seen(character: str) -> str:
    if character == "\n" or character in _JOINERS:
        return character
    if character == "\t" or unicodedata.category(character) == "Zs":
        return " "
    # Control, format (bidi overrides are here), surrogate, private and unassigned characters.
    return "" if unicodedata.category(character).startswith("C") else character


def _with_few_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)
