"""The check-ins as a picture: how the deciding went, and apart from it how it turned out.

One can decide well and meet bad luck, or the other way round. So the two never make one number,
and nothing here says whether either is good.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.models import CheckIn

from .later import CHECK_INS

SCALE = ((1, "Badly"), (2, "Not so well"), (3, "So-so"), (4, "Well"), (5, "Very well"))
IN_WORDS = dict(SCALE)
LEFT, RIGHT = 5, 95
TOP, BOTTOM = 10, 90
# The two marks of one day stand this many pixels beside it, so that none hides the other.
BESIDE = 8


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Where one mark stands, in percent, with its few pixels to the side."""

    x: str
    y: str
    shift: int


@dataclass(frozen=True, kw_only=True)
class Stroke:
    begin: Mark
    end: Mark


@dataclass(frozen=True, kw_only=True)
class Trace:
    marks: tuple[Mark, ...]
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One check-in in words."""

    days: int
    deciding: str
    outcome: str
    deciding_words: str
    outcome_words: str


@dataclass(frozen=True, kw_only=True)
class Picture:
    """Two traces over the three check-ins, and a sentence with the same in it."""

    deciding: Trace
    outcome: Trace
    ticks: tuple[str, ...]
    sentence: str


def rows(found: Sequence[CheckIn]) -> list[Row]:
    return [
        Row(
            days=one.days,
            deciding=_said(one.deciding),
            outcome=_said(one.outcome),
            deciding_words=one.deciding_words,
            outcome_words=one.outcome_words,
        )
        for one in found
        if one.deciding or one.outcome
    ]


def picture(found: Sequence[CheckIn]) -> Picture | None:
    """None until something is rated."""
    told = rows(found)
    if not told:
        return None
    sentences = [
        f"After {row.days} days: deciding, {row.deciding.lower()};"
        f" how it turned out, {row.outcome.lower()}."
        for row in told
    ]
    return Picture(
        deciding=_trace({one.days: one.deciding for one in found if one.deciding}, -BESIDE),
        outcome=_trace({one.days: one.outcome for one in found if one.outcome}, BESIDE),
        ticks=tuple(map(_across, CHECK_INS)),
        sentence=" ".join(sentences),
    )


def _trace(scores: dict[int, int], shift: int) -> Trace:
    marks = [Mark(x=_across(days), y=_down(scores[days]), shift=shift) for days in sorted(scores)]
    pairs = zip(marks, marks[1:], strict=False)
    return Trace(
        marks=tuple(marks), strokes=tuple(Stroke(begin=begin, end=end) for begin, end in pairs)
    )


def _across(days: int) -> str:
    """Evenly: the picture is about three talks with oneself, not about the days between."""
    return f"{LEFT + (RIGHT - LEFT) * CHECK_INS.index(days) / (len(CHECK_INS) - 1):g}%"


def _down(score: int) -> str:
    return f"{BOTTOM - (BOTTOM - TOP) * (score - 1) / 4:g}%"


def _said(score: int | None) -> str:
    return IN_WORDS[score] if score else "Not said"
