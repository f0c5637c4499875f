"""The arc of the date card, from dusk to dawn: how far the wait has come, as numbers to draw.

The curve is one cubic Bézier in a box of 280 by 128, from the moon on the left to the sun on the
right. Pure; the template ``look/arc.html`` only places what stands here.
"""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from look.dates import short_day

Point = tuple[float, float]

CURVE: tuple[Point, Point, Point, Point] = ((28, 96), (70, 22), (210, 22), (252, 96))
# Nearer to an end than this, the word "today" would stand on the moon or the sun.
ROOM = 0.12


@dataclass(frozen=True, kw_only=True)
class Arc:
    """Everything the template draws; lengths as text, so that no locale can change them."""

    done: str
    x: str
    y: str
    label_y: str
    first: str
    last: str
    has_room: bool


def arc(
    *, begun: dt.datetime, now: dt.datetime, decide_at: dt.datetime, zone: ZoneInfo | str
) -> Arc:
    """The arc of a wait from ``begun`` to ``decide_at``, dates as seen in ``zone``."""
    place = ZoneInfo(zone) if isinstance(zone, str) else zone
    fraction = share(begun, now, decide_at)
    x, y = point(fraction)
    today = now.astimezone(place).date()
    return Arc(
        done=path_to(fraction),
        x=_length(x),
        y=_length(y),
        label_y=_length(y + 29),
        first=_label(begun.astimezone(place).date(), today),
        last=_label(decide_at.astimezone(place).date(), today),
        has_room=ROOM <= fraction <= 1 - ROOM,
    )


def share(begun: dt.datetime, now: dt.datetime, decide_at: dt.datetime) -> float:
    """How much of the wait is over, from 0 to 1; all of it where there is none."""
    whole = (decide_at - begun).total_seconds()
    if whole <= 0:
        return 1.0
    return min(max((now - begun).total_seconds() / whole, 0.0), 1.0)


def point(fraction: float) -> Point:
    """Where on the curve ``fraction`` (0 to 1) lies."""
    return _split(fraction)[3]


def path_to(fraction: float) -> str:
    """The curve from its start up to ``fraction``, as an SVG path."""
    (x0, y0), *rest = _split(fraction)
    curve = " ".join(f"{_length(x)} {_length(y)}" for x, y in rest)
    return f"M{_length(x0)} {_length(y0)}C{curve}"


def _split(fraction: float) -> tuple[Point, Point, Point, Point]:
    """The four points of the curve's first part, by de Casteljau's construction."""
    a, b, c, d = CURVE
    ab, bc, cd = (_between(*ends, fraction) for ends in ((a, b), (b, c), (c, d)))
    abc, bcd = _between(ab, bc, fraction), _between(bc, cd, fraction)
    return a, ab, abc, _between(abc, bcd, fraction)


def _between(start: Point, end: Point, fraction: float) -> Point:
    return (
        start[0] + (end[0] - start[0]) * fraction,
        start[1] + (end[1] - start[1]) * fraction,
    )


def _label(day: dt.date, today: dt.date) -> str:
    return "today" if day == today else short_day(day)


def _length(value: float) -> str:
    return f"{round(value, 1):g}"
