"""People in a line: our order, the person's own, and what no order may break. Pure."""

from collections.abc import Callable, Mapping, Sequence


def line_up[One](
    ours: Sequence[One], own: Mapping[One, int], rank: Callable[[One], int | tuple[int, ...]]
) -> list[One]:
    """`ours` as the person put it. Nobody of a higher rank ever stands before a lower one.

    Who came later, and has no number, stands right after the one before them in our order.
    """
    line = sorted((one for one in ours if one in own), key=lambda one: own[one])
    for place, one in enumerate(ours):
        if one not in own:
            line.insert(line.index(ours[place - 1]) + 1 if place else 0, one)
    return sorted(line, key=rank)


def moved[One](line: Sequence[One], one: One, to: int) -> list[One]:
    """The line with `one` at place `to`, counted from 0. Nobody else changes sides."""
    rest = [other for other in line if other != one]
    return [*rest[:to], one, *rest[to:]]
