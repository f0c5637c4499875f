"""All options beside each other: in the order of the board, with nothing ranked or summed up."""

from collections.abc import Iterable
from dataclasses import dataclass

from coaching.models import GOALS, OptionCase, Serves
from offers.models import Stage

from .second_look import second_look
from .ways import Way

# The columns of the table, in which two options can differ.
ASPECTS = {
    "undo": "turning back",
    "work_soon": "work soon",
    "work_later": "work later",
    "life_soon": "life soon",
    "life_later": "life later",
}
# What is missing most is asked for first: the words, and the screen that asks for it.
GAPS = {
    "best": ("the best case", "outcome"),
    "worst": ("the worst case", "outcome"),
    "gives_up": ("what you would give up", "outcome-cost"),
    "if_worst": ("what you would do if the worst happened", "outcome-cost"),
    "leads": ("where it leads", "outcome-leads"),
}


BY = {
    Stage.NOT_ACCEPTED: ("By saying yes", "By saying no"),
    Stage.ACCEPTED: ("By staying", "By backing out"),
    Stage.STARTED: ("By staying", "By leaving"),
}
EITHER_WAY = "By other ways"


@dataclass(frozen=True, kw_only=True)
class Gap:
    """What was not said of one option yet, and the URL name of the screen that asks."""

    way: Way
    words: str
    url_name: str


# What is told in words, in the order it is read.
TEXTS = {
    "best": "Best case",
    "worst": "Worst case",
    "between": "In between",
    "if_worst": "If the worst happens, I would",
    "then_what": "Then what?",
    "leads": "In one to three years",
}


@dataclass(frozen=True, kw_only=True)
class Text:
    """What was typed, under its label."""

    label: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """How an option serves one goal; an empty value is not said yet."""

    value: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Pictured:
    """One option of the board, and what was written about it."""

    way: Way
    row: OptionCase

    @property
    def texts(self) -> list[Text]:
        written = {label: getattr(self.row, name) for name, label in TEXTS.items()}
        return [Text(label=label, words=words) for label, words in written.items() if words]

    @property
    def goals(self) -> list[Answer]:
        given = [getattr(self.row, name) for name in GOALS]
        return [
            Answer(value=value, words=Serves(value).label if value else "Not said")
            for value in given
        ]

    @property
    def second_look(self) -> tuple[str, ...]:
        return second_look(self.row)


@dataclass(frozen=True, kw_only=True)
class GivenUp:
    """What each option of one kind would take."""

    heading: str
    options: list[Pictured]


def pictured(options: Iterable[Way], rows: Iterable[OptionCase]) -> list[Pictured]:
    """The options that something was written about, in the order of the board.

    What was written about an option that is now gone is left out.
    """
    written = {row.option: row for row in rows}
    return [Pictured(way=way, row=written[way.key]) for way in options if way.key in written]


def gaps(board: Iterable[Pictured]) -> list[Gap]:
    """One a person can fill next for each option that was begun: the first that is open."""
    return [gap for one in board if (gap := _first_gap(one.way, one.row))]


def _first_gap(way: Way, row: OptionCase) -> Gap | None:
    missing = (name for name in GAPS if not getattr(row, name))
    name = next(missing, None)
    return Gap(way=way, words=GAPS[name][0], url_name=f"coaching:{GAPS[name][1]}") if name else None


def given_up(board: Iterable[Pictured], stage: str) -> list[GivenUp]:
    """The two lists (S1-9); a third for ways that may end either way, if they cost a thing."""
    costs = [one for one in board if one.row.gives_up]
    staying, leaving = BY[Stage(stage)]
    lists = [
        GivenUp(heading=heading, options=[one for one in costs if one.way.leaves is leaves])
        for heading, leaves in ((staying, False), (leaving, True), (EITHER_WAY, None))
    ]
    return [one for one in lists if one.options or one.heading != EITHER_WAY]


def differences(board: Iterable[Pictured]) -> tuple[list[str], list[str]]:
    """The aspects in which the answers differ, and those in which all are alike.

    An aspect that fewer than two options have an answer to is in neither.
    """
    rows = [one.row for one in board]
    differ: list[str] = []
    alike: list[str] = []
    for name, words in ASPECTS.items():
        given = [answer for row in rows if (answer := getattr(row, name))]
        if len(given) > 1:
            (alike if len(set(given)) == 1 else differ).append(words)
    return differ, alike
