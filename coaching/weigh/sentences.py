"""Cuts a pasted text into sentences, for people's letters: in time that grows with its length."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

STOP = re.compile(r"[.?!][”\"’)\]]{0,3}(?=\s)|\n")
EMPTY_LINE = re.compile(r"[^\S\n]{0,80}(?:\n|$)")
ITEM = re.compile(
    r"[^\S\n]{0,20}(?:[•*–—-][^\S\n]|\(?[\da-z]{1,3}[.)][^\S\n]|\d{1,2}\.\d{1,2}\.?[^\S\n]|§)"
)
SHORT_FORM_WORDS = """
    abs art bzw ca co corp dr e.g etc ggf i.e i.v.m inc incl jr lit ltd mr mrs ms nr no
    para pp prof pvt rs sec sr st u.a u.k u.s usw vgl vs z.b
"""
SHORT_FORMS = frozenset(SHORT_FORM_WORDS.split())
LAST_WORD = re.compile(r"[\w.&]{1,20}$")

NUMBERING = re.compile(
    r"^[\s\d.()§*•–—-]{0,20}(?:(?:section|article|clause)\s{1,3}[\d.]{1,6})?", re.IGNORECASE
)
LONGEST_HEADING = 80
MOST_WORDS_OF_A_HEADING = 6
MOST_WORDS_BEFORE_A_STOP = 2  # “Confidentiality. You must …”
SAYS_NO = re.compile(r"(?:no|keine?)\s", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A part of the text as it stands there; `start` is its place."""

    text: str
    start: int


def sentences(text: str) -> Iterator[Sentence]:
    """Every sentence, heading or item of a list, in order, without space around it."""
    start = 0
    for found in STOP.finditer(text):
        ends = _line_ends if found[0] == "\n" else _stop_ends
        if ends(text, start, found):
            yield from _trimmed(text, start, found.end())
            start = found.end()
    yield from _trimmed(text, start, len(text))


def is_heading(words: str) -> bool:
    """“9. Confidentiality” tells nothing by itself; “Notice period: 90 days” does."""
    if len(words) > LONGEST_HEADING:
        return False
    bare = NUMBERING.sub("", words, count=1).strip()
    has_more = ":" in bare.rstrip(":") or any(letter.isdecimal() for letter in bare)
    if has_more or bare.endswith((",", ";", "!", "?")):
        return False
    if bare.endswith("."):
        return len(bare.split()) <= MOST_WORDS_BEFORE_A_STOP and not SAYS_NO.match(bare)
    return len(bare.split()) <= MOST_WORDS_OF_A_HEADING


def _line_ends(text: str, start: int, found: re.Match[str]) -> bool:
    """A line ends a sentence before an empty line or an item, and after a heading."""
    end = found.end()
    if EMPTY_LINE.match(text, end) or ITEM.match(text, end):
        return True
    if end - start > LONGEST_HEADING:
        return False
    begins_anew = text[end : end + 20].lstrip()[:1].isupper()
    return begins_anew and is_heading(text[start : found.start()])


def _stop_ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Not after a short form or the number of a day or item, and not before a small letter."""
    stop, end = found.span()
    if text[end : end + 40].lstrip()[:1].islower():
        return False
    if text[stop] != ".":
        return True
    last = LAST_WORD.search(text, max(start, stop - 20), stop)
    word = last[0].lower() if last else ""
    is_small_number = word.isdecimal() and len(word) < 3 and text[end] != "\n"
    return not (word in SHORT_FORMS or is_small_number or (len(word) == 1 and word.isalpha()))


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    part = text[start:end]
    words = part.strip()
    if words:
        yield Sentence(text=words, start=start + len(part) - len(part.lstrip()))
