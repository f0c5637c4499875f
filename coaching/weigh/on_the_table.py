"""When offers are on the table: from the day one comes to the day it ends. Pure.

An end that somebody wrote down wins over one worked out from “good for ten days”. What nobody
knows stays open: it is drawn as open and said to be, and nothing is concluded from it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from look.dates import day as in_words
from look.dates import short_day

LEFT, RIGHT = 2, 98
DAY = timedelta(days=1)
# How much wider than what is known the picture is, so that an open end has somewhere to run.
ROOM = 3


@dataclass(frozen=True, kw_only=True)
class Timing:
    """What is known of one offer. `begins` is None when nobody knows when it comes."""

    name: str
    begins: date | None = None
    ends: date | None = None
    good_days: int | None = None
    is_here: bool = False
    has_no_end: bool = False

    @property
    def last_day(self) -> date | None:
        """The day it ends: as written down, or counted from the day it comes."""
        if self.ends is not None:
            return self.ends
        if self.begins is None or self.good_days is None:
            return None
        return self.begins + self.good_days * DAY


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One row of the picture, in percent of its width; no bar when the first day is not known."""

    name: str
    x: str
    width: str
    is_open: bool
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Picture:
    """All rows over the same days. `decide` is where the decision date stands."""

    bars: tuple[Bar, ...]
    decide: str
    first: str
    last: str


@dataclass(frozen=True, kw_only=True)
class Pinch:
    """One offer ends before another one comes: ask the first to wait, the second to hurry."""

    ends: Timing
    comes: Timing
    days: int

    @property
    def ask_until(self) -> date:
        """Two days after the other one comes: time to read it."""
        assert self.comes.begins
        return self.comes.begins + 2 * DAY


def picture(timings: Sequence[Timing], today: date, decide: date | None = None) -> Picture | None:
    """None while no day at all is known."""
    known = [day for one in timings for day in (one.begins, one.last_day) if day]
    if not known:
        return None
    days = [*known, today, *([decide] if decide else [])]
    first, last = min(days), max(days) + ROOM * DAY
    return Picture(
        bars=tuple(_bar(one, first, last, today) for one in timings),
        decide=_across(decide, first, last) if decide else "",
        first=short_day(first),
        last=short_day(last),
    )


def _bar(one: Timing, first: date, last: date, today: date) -> Bar:
    end = one.last_day
    if one.begins is None:
        return Bar(name=one.name, x="", width="", is_open=True, sentence=sentence(one, today))
    left, right = _at(one.begins, first, last), _at(end or last, first, last)
    return Bar(
        name=one.name,
        x=f"{left:g}%",
        width=f"{max(round(right - left, 2), 1):g}%",
        is_open=end is None,
        sentence=sentence(one, today),
    )


def sentence(one: Timing, today: date) -> str:
    """The same as the bar, in words."""
    end = one.last_day
    if one.is_here:
        begins = "It is on the table now"
    elif one.begins is not None:
        verb = "expected" if one.begins < today else "expect"
        begins = f"You {verb} it on {in_words(one.begins, today)}"
    else:
        begins = "You do not know when it comes"
    if end is None:
        open_end = "It has no end day" if one.has_no_end else "You do not know when it ends"
        return f"{begins}. {open_end}."
    ended = "It ended" if end < today else "It ends"
    counted = ", as far as you know" if one.ends is None else ""
    return f"{begins}. {ended} on {in_words(end, today)}{counted}."


def together(timings: Sequence[Timing]) -> tuple[date, date | None] | None:
    """The days on which all of them are on the table; the end is None while all are open.

    None when there are no such days, or when nobody knows yet.
    """
    if len(timings) < 2 or any(one.begins is None for one in timings):
        return None
    begin = max(one.begins for one in timings if one.begins)
    ends = [one.last_day for one in timings if one.last_day]
    end = min(ends, default=None)
    return None if end is not None and end < begin else (begin, end)


def together_in_words(timings: Sequence[Timing], today: date) -> str:
    """One sentence on whether they meet; empty for a single offer."""
    if len(timings) < 2:
        return ""
    if any(one.begins is None for one in timings):
        return "Not all days are known yet. Ask when each offer comes."
    found = together(timings)
    if found is None:
        return "No day has all of them on the table. The words below may help."
    begin, end = found
    if end is None:
        return f"From {in_words(begin, today)} on, all of them are on the table."
    if begin == end:
        return f"On {in_words(begin, today)}, all of them are on the table."
    until = in_words(end, today)
    return f"From {in_words(begin, today)} to {until}, all of them are on the table."


def pinches(timings: Sequence[Timing], today: date) -> list[Pinch]:
    """Each pair of which one ends before the other comes, the tightest first.

    What has ended already can be asked for nothing more.
    """
    found = [
        Pinch(ends=one, comes=other, days=(other.begins - one.last_day).days)
        for one in timings
        for other in timings
        if one is not other and one.last_day and other.begins
        and today <= one.last_day < other.begins
    ]  # fmt: skip
    return sorted(found, key=lambda pinch: pinch.days)


def _at(day: date, first: date, last: date) -> float:
    share = (day - first) / (last - first)
    return round(LEFT + (RIGHT - LEFT) * min(max(share, 0), 1), 2)


def _across(day: date, first: date, last: date) -> str:
    return f"{_at(day, first, last):g}%"
