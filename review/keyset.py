"""Pages of a long list without counting it: each begins after the last row of the one before.

Django’s usual spelling, `a > x OR (a = x AND b > y)`, walks everything before the place it looks
for, and of `(a, b) > (x, y)` PostgreSQL guesses too few rows to pick the right index. So the rows
are asked for in stretches, each a plain range of one index: those like the last one in all but the
last column, then in all but the last two, and so on until the page is full.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TICK = timedelta(microseconds=1)
LONGEST = 18  # digits of a moment in microseconds, or of an id


def next_rows(
    rows: QuerySet[Any, Any], order: Sequence[str], place: Sequence[Any] | None, most: int
) -> list[Any]:
    """At most so many rows after `place`. All columns go up, or, written with a minus, down."""
    found: list[Any] = []
    for stretch in stretches(rows, order, place):
        found += stretch[: most - len(found)]
        if len(found) == most:
            break
    return found


def stretches(
    rows: QuerySet[Any, Any], order: Sequence[str], place: Sequence[Any] | None
) -> Iterator[QuerySet[Any, Any]]:
    rows = rows.order_by(*order)
    if place is None:
        yield rows
        return
    names = [name.removeprefix("-") for name in order]
    beyond = "lt" if order[0].startswith("-") else "gt"
    for depth in reversed(range(len(names))):
        same = dict(zip(names[:depth], place, strict=False))
        yield rows.filter(**same, **{f"{names[depth]}__{beyond}": place[depth]})


def as_text(place: Sequence[datetime | int]) -> str:
    """A place in the list as an address holds it: moments in microseconds, and the id."""
    return ".".join(str(one if isinstance(one, int) else (one - EPOCH) // TICK) for one in place)


def as_place(text: str, *, moments: int) -> tuple[Any, ...] | None:
    """What `as_text` wrote: so many moments and an id; None for the first page.

    What nobody wrote is no place in the list: 404.
    """
    if not text:
        return None
    numbers = text.split(".")
    if len(numbers) != moments + 1 or not all(map(_is_number, numbers)):
        raise Http404
    *times, pk = map(int, numbers)
    try:
        return (*(EPOCH + one * TICK for one in times), pk)
    except OverflowError:
        raise Http404 from None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST
