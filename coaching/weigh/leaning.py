"""When a sealed first leaning opens, and what moved between then and now. Pure; words and times.

The rule of the seal and why it is so: docs/decisions/0012.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from coaching.models import Lean

AT_EACH_END = 3  # diary lines, of which the mean is taken


class Seal(StrEnum):
    SEALED = "sealed"
    READY = "ready"  # the date has come; it waits for what the person says now
    OPEN = "open"


def seal(
    *,
    now: datetime,
    decide_at: datetime | None,
    chosen_at: datetime | None,
    has_decided: bool,
) -> Seal:
    """Whether the leaning may be read. All three moments are aware, in any zone.

    It opens on the date that stands now, however often that was moved, and only beside an answer
    given since: a choice from before the date is none of today. Without a date, or before it,
    nothing opens it but a saved decision: going past the door early is no way to look.
    """
    if has_decided:
        return Seal.OPEN
    if decide_at is None or _instant(now) < _instant(decide_at):
        return Seal.SEALED
    if chosen_at is None or _instant(chosen_at) < _instant(decide_at):
        return Seal.READY
    return Seal.OPEN


def _instant(moment: datetime) -> datetime:
    """Two times of one zone are compared by the wall clock, which stands still when clocks go back.

    So both go to UTC first.
    """
    return moment.astimezone(UTC)


@dataclass(frozen=True, kw_only=True)
class Said:
    """What somebody leans to or has chosen, a value of Lean; how sure, 1–5, if they said."""

    choice: str
    sure: int | None


def what_moved(then: Said, now: Said, words: Mapping[str, str]) -> str:
    """One or two plain sentences. `words` names each choice as this person's stage says it."""
    return " ".join(filter(None, (_choice_moved(then, now, words), _sureness_moved(then, now))))


def _choice_moved(then: Said, now: Said, words: Mapping[str, str]) -> str:
    today = f"Now you say “{words[now.choice]}”."
    if then.choice == now.choice:
        return f"You say the same as then: “{words[now.choice]}”."
    if then.choice == Lean.UNKNOWN:
        return f"Then you did not know. {today}"
    return f"Then you leaned to “{words[then.choice]}”. {today}"


def _sureness_moved(then: Said, now: Said) -> str:
    if then.sure is None or now.sure is None:
        return ""
    if now.sure == then.sure:
        return "You are as sure as you were."
    return "You are surer now." if now.sure > then.sure else "You are less sure now."


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way, such as "keep the job", and how it felt, 1–5, line by line from the first."""

    words: str
    felt: Sequence[int]


def what_came_since(*, pages: int, ways: Sequence[Way]) -> list[str]:
    """What the person did since the seal, and how the two ways felt at first and at last."""
    lines = len(ways[0].felt)
    did = f"Since then you saved {_count(pages, 'page')} and wrote {_count(lines, 'diary line')}."
    at_each_end = min(AT_EACH_END, lines // 2)
    if not at_each_end:
        return [did]
    return [did, *(_felt(way, at_each_end) for way in ways)]


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _felt(way: Way, days: int) -> str:
    first, last = mean(way.felt[:days]), mean(way.felt[-days:])
    line = "line" if days == 1 else f"{days} lines"
    return f"“{way.words}” felt {first:f} of 5 in your first {line}, and {last:f} in your last."


def mean(felt: Sequence[int]) -> Decimal:
    """To one place, halves up; a whole number without it."""
    exact = Decimal(sum(felt)) / len(felt)
    rounded = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return rounded.quantize(Decimal(1)) if rounded == int(rounded) else rounded
