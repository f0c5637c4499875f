"""All options beside each other: in the order of the board, with nothing ranked or summed up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coaching.models import OptionCase

from .second_look import second_look
from .ways import Way

# What the columns of the table say, and where two options can differ.
ASPECTS = {
    "undo": "turning back",
    "work_soon": "your work this year",
    "work_later": "your work in the long run",
    "life_soon": "your life this year",
    "life_later": "your life in the long run",
    "best_odds": "how likely the best case is",
    "worst_odds": "how likely the worst case is",
}
# What is missing most is asked for first: the words, and the screen that asks for it.
GAPS = {
    "best": ("the best case", "outcome"),
    "worst": ("the worst case", "outcome"),
    "gives_up": ("what you would give up", "outcome-cost"),
    "if_worst": ("what you would do if the worst happened", "outcome-cost"),
    "leads": ("where it leads", "outcome-leads"),
}


@dataclass(frozen=True, kw_only=True)
class Gap:
    """What was not said of one option yet, and the URL name of the screen that asks."""

    way: Way
    words: str
    url_name: str


@dataclass(frozen=True, kw_only=True)
class Pictured:
    """One option of the board, and what was written about it, if anything was."""

    way: Way
    row: OptionCase | None
    second_look: tuple[str, ...] = ()


def pictured(options: Sequence[Way], rows: Iterable[OptionCase]) -> list[Pictured]:
    """Each option with its row. What was written about an option now gone is left out."""
    written = {row.option: row for row in rows}
    others = len(options) - 1
    return [
        Pictured(
            way=way,
            row=written.get(way.key),
            second_look=second_look(written[way.key], others) if way.key in written else (),
        )
        for way in options
    ]


def gaps(board: Iterable[Pictured]) -> list[Gap]:
    """One a person can fill next for each option that was begun: the first that is open."""
    return [gap for one in board if one.row and (gap := _first_gap(one.way, one.row))]


def _first_gap(way: Way, row: OptionCase) -> Gap | None:
    missing = (name for name in GAPS if not getattr(row, name))
    name = next(missing, None)
    return Gap(way=way, words=GAPS[name][0], url_name=f"coaching:{GAPS[name][1]}") if name else None


def differences(board: Iterable[Pictured]) -> tuple[list[str], list[str]]:
    """The aspects in which the answers differ, and those in which all are alike.

    An aspect that fewer than two options have an answer to is in neither.
    """
    rows = [one.row for one in board if one.row]
    differ: list[str] = []
    alike: list[str] = []
    for name, words in ASPECTS.items():
        given = [answer for row in rows if (answer := getattr(row, name))]
        if len(given) > 1:
            (alike if len(set(given)) == 1 else differ).append(words)
    return differ, alike
