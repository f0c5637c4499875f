"""Two versions of a letter beside each other, paragraph by paragraph."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest


@dataclass(frozen=True, kw_only=True)
class Row:
    """A paragraph as it was and as it is; empty on the side where there is none.

    `place` is that of the newer one, from 0.
    """

    before: str
    now: str
    place: int | None

    @property
    def is_changed(self) -> bool:
        return self.before != self.now


def side_by_side(before: Sequence[str], now: Sequence[str]) -> Iterator[Row]:
    """Every paragraph of both, in order, what is the same on one line."""
    for _, a1, a2, b1, b2 in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        places = range(b1, b2)
        for old, new, place in zip_longest(before[a1:a2], now[b1:b2], places):
            yield Row(before=old or "", now=new or "", place=place)
