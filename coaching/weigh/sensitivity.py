"""What would change the picture, in plain words. It never says which job is ahead (S1-30)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .comparison import MOST_WEIGHT, Both, Line, Side, both, leaning, side
from .topics import MATTERED, MATTERS

FEWEST = 3
MOST_CHANGES = 3
HIGH, LOW = 4, 2
MATTERS_A_LOT = 3

WEIGHTS = range(MOST_WEIGHT + 1)
# The other weights, by the one that a thing has: the nearest first.
NEAREST_WEIGHTS = tuple(
    sorted(set(WEIGHTS) - {weight}, key=lambda other: (abs(other - weight), other))
    for weight in WEIGHTS
)
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")
TOO_FEW = "Rate at least three things for both to see more."
CLOSE_CALL = "This is a close call. Taken together, the two are almost level."
NO_CHANGE = "No one thing changes the picture by itself, however much it matters."


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that would change the picture if it mattered as much as `weight`."""

    name: str
    weight: int
    becomes: Side
    distance: int


def side_now(things: Sequence[Both]) -> Side:
    return side([thing.weight for thing in things], [thing.step for thing in things])


def changes(things: Sequence[Both]) -> tuple[Change, ...]:
    """For each thing the nearest weight that changes the picture, the smallest change first."""
    counts = sum(thing.weight for thing in things)
    gap = sum(thing.weight * thing.step for thing in things)
    found = (change for thing in things if (change := nearest(thing, gap, counts)))
    return tuple(sorted(found, key=lambda change: change.distance))


def nearest(thing: Both, gap: int, counts: int) -> Change | None:
    """The nearest other weight of one thing that changes the picture; None if none does.

    `gap` and `counts` are of all things together. There are only four other weights, so each is
    tried. Of two as near, the lesser one counts.
    """
    now, step = leaning(gap, counts), thing.step
    for other in NEAREST_WEIGHTS[thing.weight]:
        more = other - thing.weight
        then = leaning(gap + more * step, counts + more)
        if then is not now:
            return Change(name=thing.name, weight=other, becomes=then, distance=abs(more))
    return None


def guesses(things: Sequence[Both]) -> int:
    """How many of the ratings that count are guesses."""
    marks = (mark for thing in things if thing.weight for mark in (thing.first, thing.second))
    return sum(mark.is_guess for mark in marks)


def rests_on_guesses(things: Sequence[Both]) -> bool:
    """True when the picture changes if every guess is one step off to the same side."""
    weights, now = [thing.weight for thing in things], side_now(things)
    ends = ([thing.least_step for thing in things], [thing.most_step for thing in things])
    return any(side(weights, steps) is not now for steps in ends)


def pair_in_words(lines: Sequence[Line], first: int, second: int) -> tuple[str, ...]:
    """What would change the picture of these two jobs."""
    things = both(lines, first, second)
    if sum(thing.weight > 0 for thing in things) < FEWEST:
        return (TOO_FEW,)
    return (*_what_changes(things), *_on_guesses(things), *_left_out(lines, first, second))


def _what_changes(things: Sequence[Both]) -> Iterator[str]:
    now = side_now(things)
    if now is Side.LEVEL:
        yield CLOSE_CALL
    found = changes(things)
    for change in found[:MOST_CHANGES]:
        yield f"If {change.name} {MATTERED[change.weight]}, {_then(now, change.becomes)}."
    if not found:
        yield NO_CHANGE


def _then(now: Side, then: Side) -> str:
    if then is Side.LEVEL:
        return "the two would be almost level"
    if now is Side.LEVEL:
        return "the two would be less level"
    return "the picture would turn round"


def _on_guesses(things: Sequence[Both]) -> Iterator[str]:
    count = guesses(things)
    if not count:
        return
    what = f"{NUMBERS[count] if count < len(NUMBERS) else count} guess{'es' * (count > 1)}"
    if rests_on_guesses(things):
        yield f"This rests on {what}. One step off could change the picture."
    else:
        yield f"There {'are' if count > 1 else 'is'} {what} in this. One step off changes nothing."


def _left_out(lines: Sequence[Line], first: int, second: int) -> Iterator[str]:
    for line in lines:
        if line.is_rated and not (line.marks[first] and line.marks[second]):
            yield f"Left out, as it is not rated for both: {line.in_a_sentence}."


def alone_in_words(lines: Sequence[Line]) -> tuple[str, ...]:
    """One job with nothing beside it: what matters a lot and is rated low, or high."""
    told = [
        f"{line.title}: {MATTERS[line.weight].lower()}, and you rated it {mark.score} of 5"
        f"{', a guess' if mark.is_guess else ''}."
        for line in lines
        if (mark := line.marks[0])
        and line.weight >= MATTERS_A_LOT
        and (mark.score <= LOW or mark.score >= HIGH)
    ]
    return tuple(told) or ("Nothing that matters a lot to you is rated very high or low.",)
