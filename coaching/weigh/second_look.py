"""A kind second look at a worst case, from what the person said of it (S1-11). Never advice."""

from collections.abc import Iterator

from coaching.models import Odds, OptionCase, Undo

ODDS = {
    Odds.UNLIKELY: "You called the worst case not likely.",
    Odds.POSSIBLE: "You said that the worst case could happen. It may also not.",
    Odds.LIKELY: "You called the worst case likely. Then a plan for it can help.",
}
UNDO = {
    Undo.YES: "You said that you could turn back.",
    Undo.PARTLY: "You said that you could turn back in part.",
}
HAS_A_PLAN = "You know what you would do if it came to that."
NO_PLAN = "What would you do if it came to that? One line can make it smaller."
GOOD_SIDE = "You wrote a best case, too. Could some of its good come even then?"
IN_ORDER = list(Odds)


def second_look(row: OptionCase) -> tuple[str, ...]:
    """One line for each thing that puts the worst case in its place; none without a worst case."""
    return tuple(_lines(row)) if row.worst else ()


def _lines(row: OptionCase) -> Iterator[str]:
    if row.worst_odds:
        yield ODDS[Odds(row.worst_odds)]
    if row.worst_odds and row.best_odds and _is_likelier(row.best_odds, row.worst_odds):
        yield "You think that the best case is likelier than the worst."
    yield HAS_A_PLAN if row.if_worst else NO_PLAN
    if row.undo in UNDO:
        yield UNDO[Undo(row.undo)]
    if row.best:
        yield GOOD_SIDE


def _is_likelier(one: str, other: str) -> bool:
    return IN_ORDER.index(Odds(one)) > IN_ORDER.index(Odds(other))
