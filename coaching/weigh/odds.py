"""The picture of how likely best and worst are: where their marks stand, in percent of a line."""

from dataclasses import dataclass

from coaching.models import Odds, OptionCase

from .dumbbell import APART, PATHS

X = {Odds.UNLIKELY: "4%", Odds.POSSIBLE: "50%", Odds.LIKELY: "96%"}
TICKS = tuple(X.values())
# Both on one tick stand side by side, and no mark leaves the line.
SIDE_BY_SIDE = {
    Odds.UNLIKELY: (0, APART),
    Odds.POSSIBLE: (-APART // 2, APART // 2),
    Odds.LIKELY: (-APART, 0),
}


@dataclass(frozen=True, kw_only=True)
class Mark:
    """The mark of the best case, a circle, or of the worst, a diamond. `shift` is in pixels."""

    css: str
    path: str
    x: str
    shift: int


BEST, WORST = "a", "b"


def marks(row: OptionCase) -> tuple[Mark, ...]:
    """One mark for each of the two whose odds were given."""
    is_level = row.best_odds == row.worst_odds
    return tuple(
        Mark(
            css=f"f{letter}",
            path=PATHS[letter],
            x=X[Odds(odds)],
            shift=SIDE_BY_SIDE[Odds(odds)][place] if is_level else 0,
        )
        for place, (letter, odds) in enumerate(((BEST, row.best_odds), (WORST, row.worst_odds)))
        if odds
    )


def in_words(row: OptionCase) -> str:
    """The same in words: “Best case: likely. Worst case: not said.”"""
    best = Odds(row.best_odds).label.lower() if row.best_odds else "not said"
    worst = Odds(row.worst_odds).label.lower() if row.worst_odds else "not said"
    return f"Best case: {best}. Worst case: {worst}."
