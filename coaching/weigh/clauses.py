"""Finds the lines of a letter or contract that a person may want to ask somebody about.

Words only: nothing here knows what a line means, or whether the law lets it stand. A line that
seems to say no (“no notice is required”) or that explains a word (“Notice Period means …”) is kept
apart and never dropped.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from .clause_kinds import CLAUSES, Clause
from .sayings import Says, what_it_says
from .sentences import Sentence, is_heading, sentences

LONGEST_QUOTE = 600
NEAR = 80  # characters on each side that tell what a word is about


@dataclass(frozen=True, kw_only=True)
class Find:
    """One line of the text. `quote` is a part of it, and `marks` are places within the quote."""

    clause: Clause
    says: Says
    quote: str
    marks: tuple[tuple[int, int], ...]
    is_cut: bool = False

    @cached_property
    def parts(self) -> tuple[tuple[str, bool], ...]:
        """The quote in pieces, each with whether it is a marked word."""
        return tuple(_pieces(self.quote, self.marks))


@dataclass(frozen=True, kw_only=True)
class Topic:
    """One question to ask, with the lines that raise it."""

    clause: Clause
    finds: tuple[Find, ...]


def find_all(text: str) -> tuple[Find, ...]:
    """Every line that speaks of a clause, in the order of the text, then of `CLAUSES`."""
    return tuple(
        find
        for sentence in sentences(text)
        if not is_heading(sentence.text)
        for clause in CLAUSES
        if (find := _find(clause, sentence))
    )


def topics(finds: Iterable[Find]) -> tuple[Topic, ...]:
    """The questions to take along, in the order of `CLAUSES`: one for each kind of line found."""
    found = [find for find in finds if find.says is Says.YES]
    grouped = ((clause, tuple(f for f in found if f.clause == clause)) for clause in CLAUSES)
    return tuple(Topic(clause=clause, finds=finds) for clause, finds in grouped if finds)


def set_apart(finds: Iterable[Find], says: Says) -> tuple[Find, ...]:
    """The lines that seem to say no, or that explain a word: each line once."""
    apart = {find.quote: find for find in finds if find.says is says}
    return tuple(apart.values())


def _find(clause: Clause, sentence: Sentence) -> Find | None:
    text = sentence.text
    words = [found.span() for found in clause.words.finditer(text)]
    spans = [span for span in words if not _is_about_other(clause, text, span)]
    if not spans:
        return None
    start, end = _window(text, spans)
    within = tuple((a - start, b - start) for a, b in spans if start <= a and b <= end)
    return Find(
        clause=clause,
        says=what_it_says(text, spans),
        quote=text[start:end],
        marks=within,
        is_cut=(start, end) != (0, len(text)),
    )


def _is_about_other(clause: Clause, text: str, span: tuple[int, int]) -> bool:
    start, end = span
    return bool(clause.other.search(text, max(0, start - NEAR), min(len(text), end + NEAR)))


def _window(text: str, spans: list[tuple[int, int]]) -> tuple[int, int]:
    """The whole sentence, or of a very long one the part around its first word, cut at spaces."""
    if len(text) <= LONGEST_QUOTE:
        return 0, len(text)
    first, last = spans[0]
    start = max(0, first - LONGEST_QUOTE // 3)
    end = min(len(text), max(last, start + LONGEST_QUOTE))
    if start:
        start = max(text.rfind(" ", 0, start) + 1, start - 40)
    if end < len(text):
        space = text.rfind(" ", last, end)
        end = space if space > last else end
    return start, end


def _pieces(quote: str, marks: Iterable[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    done = 0
    for start, end in marks:
        if start > done:
            yield quote[done:start], False
        yield quote[start:end], True
        done = end
    if done < len(quote):
        yield quote[done:], False
