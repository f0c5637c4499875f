"""Which numbers may be shown: plain rules over values. Why they are so: decision 27.

Every figure of every page and file is a sum of whole groups. The groups share no row, and each
holds at least FEWEST people, so whatever is subtracted from whatever, no fewer are ever left.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from statistics import median
from typing import NamedTuple, Protocol

FEWEST = 5
NOT_SHOWN = ""  # in place of a value: several of them, or one that too few share
STEP = 5  # percent; shares are rounded to it


class Row(Protocol):
    """One thing that is counted. `values` come widest first; an empty one was not said."""

    @property
    def person(self) -> Hashable: ...
    @property
    def values(self) -> tuple[str, ...]: ...


class Group[R: Row](NamedTuple):
    """Rows that are counted together, and what may be said of them all."""

    values: tuple[str, ...]
    rows: list[R]


def people(rows: Iterable[Row]) -> int:
    return len({row.person for row in rows})


def groups_of[R: Row](rows: Sequence[R]) -> list[Group[R]]:
    """All rows in groups of FEWEST people or more; nothing at all where there are fewer.

    Value by value, widest first: what enough people share is a part of its own. The others make
    one part, which takes the smallest of those along if it is too small itself. So each part is
    large enough to be split by the next value in the same way.
    """
    return _split(list(rows), ()) if people(rows) >= FEWEST else []


def _split[R: Row](rows: list[R], said: tuple[str, ...]) -> list[Group[R]]:
    place = len(said)
    if place == len(rows[0].values):
        return [Group(said, rows)]
    parts = _parts(rows, place)
    return [group for value in sorted(parts) for group in _split(parts[value], (*said, value))]


def _parts[R: Row](rows: list[R], place: int) -> dict[str, list[R]]:
    parts: dict[str, list[R]] = defaultdict(list)
    for row in rows:
        parts[row.values[place]].append(row)
    small = [value for value in parts if value == NOT_SHOWN or people(parts[value]) < FEWEST]
    pool = [row for value in small for row in parts.pop(value)]
    if parts and 0 < people(pool) < FEWEST:
        pool += parts.pop(min(parts, key=lambda value: (people(parts[value]), value)))
    return parts | {NOT_SHOWN: pool} if pool else parts


def shares(said: Iterable[tuple[Hashable, str]]) -> dict[str, int]:
    """By value, in rounded percent of all who said one; most first, and FEWEST people or more each.

    `said` holds a person and their value. How many that were is not told.
    """
    by_value: dict[str, set[Hashable]] = defaultdict(set)
    for person, value in said:
        by_value[value].add(person)
    base = sum(map(len, by_value.values()))
    shown = {value: len(who) for value, who in by_value.items() if len(who) >= FEWEST}
    order = sorted(shown, key=lambda value: (-shown[value], value))
    return {value: round(100 * shown[value] / base / STEP) * STEP for value in order}


def roughly(number: int) -> str:
    """In words so coarse that one answer less another seldom tells of anybody."""
    if number >= 2 * FEWEST:
        return f"{number // 10 * 10} or more"
    if number >= FEWEST:
        return f"{FEWEST} to {2 * FEWEST - 1}"
    return f"Fewer than {FEWEST}" if number else "None"


def middle(said: Iterable[tuple[Hashable, int]]) -> int | None:
    """The median, as a whole number; None while fewer than FEWEST people said theirs."""
    known = list(said)
    if len({person for person, _ in known}) < FEWEST:
        return None
    return round(median(number for _, number in known))
