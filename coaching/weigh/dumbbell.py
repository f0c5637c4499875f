"""The picture of the ratings: where each shape stands, in percent of the width of its line.

It is written here, not in a template: up to eight lines of four shapes were the dearest part of
their page (decision 0003).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .comparison import HIGHEST, LOWEST, MOST_WEIGHT, Line
from .reasons import in_a_row
from .topics import MATTERS

LEFT, RIGHT = 2, 98
# Shapes with the same rating stand side by side, this many pixels apart.
APART = 20
# Circle, diamond, square, triangle: the shape says which job it is, with or without color.
PATHS = {
    "a": "M-9 0a9 9 0 1 1 18 0a9 9 0 1 1-18 0Z",
    "b": "M0-11 11 0 0 11-11 0Z",
    "c": "M-8-8H8V8H-8Z",
    "d": "M0-10 10 8H-10Z",
}
LETTERS = tuple(PATHS)


@dataclass(frozen=True, kw_only=True)
class Shape:
    """One job's mark. `css` says its color, and that a guess is hollow; `shift` is in pixels."""

    css: str
    path: str
    x: str
    shift: int

    def __str__(self) -> str:
        """Its markup, in which nothing was typed by anybody."""
        moved = f' transform="translate({self.shift})"' if self.shift else ""
        return (
            f'<svg x="{self.x}" y="50%" overflow="visible">'
            f'<path class="{self.css}" d="{self.path}"{moved}/></svg>'
        )


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the picture; `sentence` says the same to somebody who cannot see it."""

    title: str
    matters: str
    dots: SafeString
    shapes: tuple[Shape, ...]
    gap: tuple[str, str]
    sentence: str
    in_short: str

    @property
    def drawing(self) -> SafeString:
        """The line with its ticks, and on it the gap and the shapes."""
        shapes = SafeString("".join(map(str, self.shapes)))
        return format_html(DRAWING, self.sentence, *self.gap, shapes)


TICKS = tuple(
    f"{LEFT + (RIGHT - LEFT) * (score - LOWEST) / (HIGHEST - LOWEST):g}%"
    for score in range(LOWEST, HIGHEST + 1)
)
DRAWING = (
    '<svg role="img" aria-label="{}"><line class="rail" x1="2%" x2="98%" y1="50%" y2="50%"/>'
    + "".join(f'<line class="tick" x1="{x}" x2="{x}" y1="40%" y2="60%"/>' for x in TICKS)
    + '<line class="gap" x1="{}" x2="{}" y1="50%" y2="50%"/>{}</svg>'
)
# As many dots filled as the thing matters.
DOTS = tuple(
    SafeString('<i class="on"></i>' * weight + "<i></i>" * (MOST_WEIGHT - weight))
    for weight in range(MOST_WEIGHT + 1)
)


def across(score: int) -> str:
    return TICKS[score - LOWEST]


def row(line: Line, names: Sequence[str]) -> Row:
    """One line, with the jobs called `names` in the order of its marks."""
    scores = [mark.score for mark in line.marks if mark]
    return Row(
        title=line.title,
        matters=MATTERS[line.weight],
        dots=DOTS[line.weight],
        shapes=tuple(_shapes(line)),
        gap=(across(min(scores)), across(max(scores))),
        sentence=f"{line.title}: {' '.join(_said(line, names))}",
        in_short=in_a_row([str(mark.score) if mark else "–" for mark in line.marks]),
    )


def _shapes(line: Line) -> list[Shape]:
    scores = [mark.score if mark else None for mark in line.marks]
    return [
        Shape(
            css=f"{'h' if mark.is_guess else 'f'}{letter}",
            path=PATHS[letter],
            x=across(mark.score),
            shift=shift(mark.score, scores[:place].count(mark.score), scores.count(mark.score)),
        )
        for place, (letter, mark) in enumerate(zip(LETTERS, line.marks, strict=False))
        if mark
    ]


def shift(score: int, before: int, count: int) -> int:
    """Around the tick; at either end towards the middle, so that no shape leaves the line."""
    if score == LOWEST:
        return APART * before
    if score == HIGHEST:
        return -APART * (count - 1 - before)
    return APART * before - APART * (count - 1) // 2


def _said(line: Line, names: Sequence[str]) -> list[str]:
    return [
        f"{name} {mark.score} of 5{', a guess' if mark.is_guess else ''}."
        if mark
        else f"{name} not rated."
        for name, mark in zip(names, line.marks, strict=True)
    ]
