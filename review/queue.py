"""Who needs the staff first: the order, its filters, and the three numbers above it.

Which cases come next is read off an index alone, fifty and one; their rows are fetched after that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import Any, ClassVar

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat, Lower

from centres.models import Membership
from coaching.models import NEVER, AskedFor, DeskStep, Sharing
from coaching.models.sharing import IN_ORDER
from offers.models import Offer
from review.keyset import next_rows
from review.replies import typical_first_reply

PAGE = 50
MOST, IN_THE_MENU = 1000, 25
A_DAY = timedelta(hours=24)
# Sorts after whatever begins with the same letters, in every collation we meet.
LAST_LETTER = "\U0010ffff"

Rows = QuerySet[Sharing]


def of_team(member: Membership) -> Rows:
    """What the whole team may read."""
    return Sharing.objects.current().filter(centre=member.centre_id, team_may_read=True)


def of_member(member: Membership) -> Rows:
    """What is shared with this member, be it with the team, too, or with them alone."""
    return Sharing.objects.current().filter(centre=member.centre_id, adviser=member)


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What to show alone; empty or None: everything."""

    NO_ONE: ClassVar[int] = 0

    step: str = ""
    adviser: int | None = None
    asked_for: str = ""

    def of(self, rows: Rows, now: datetime) -> Rows:
        if self.step:
            rows = rows.filter(_at_step(self.step, now))
        if self.adviser is not None:
            rows = rows.filter(adviser=self.adviser or None)
        if self.asked_for == AskedFor.NOTHING:
            rows = rows.filter(waiting_since=NEVER)
        elif self.asked_for:
            rows = rows.filter(**{AskedFor(self.asked_for).column: True})
        return rows


def _at_step(step: str, now: datetime) -> Q:
    """As `Sharing.step_at` tells it: what is stored, and on which side of now the date lies."""
    if step == DeskStep.READY:
        return Q(step=DeskStep.WEIGHING, decides_at__lte=now)
    if step == DeskStep.WEIGHING:
        return Q(step=step, decides_at__gt=now)
    return Q(step=step)


def page_of(rows: Rows, place: Sequence[Any] | None) -> tuple[list[int], bool]:
    """The next fifty cases after `place`, soonest first; and whether there are more."""
    cases = next_rows(rows.values_list("case_id", flat=True), IN_ORDER, place, PAGE + 1)
    return cases[:PAGE], len(cases) > PAGE


def place_of(row: Sharing) -> tuple[datetime, datetime, int]:
    return row.decides_at, row.waiting_since, row.case_id


# Searching


def found(rows: Rows, words: str) -> tuple[list[int], bool]:
    """The first fifty whose name or employer begins with `words`, or whose code this is."""
    people = rows.alias(key=Lower("name")).filter(_begins_with(words))
    jobs = Offer.objects.alias(key=Lower("employer")).filter(_begins_with(words)).values("case")
    ways = (people, rows.filter(case__in=jobs), rows.filter(case__code=words.lower()))
    firsts = (
        next_rows(way.values_list("case_id", flat=True), IN_ORDER, None, PAGE + 1) for way in ways
    )
    cases = set(chain.from_iterable(firsts))
    return page_of(rows.filter(case__in=cases), None)[0], len(cases) > PAGE


def _begins_with(words: str) -> Q:
    """A range, which an index is read for; the database makes both sides small alike."""
    first = Lower(Value(words))
    return Q(key__gte=first, key__lt=Concat(first, Value(LAST_LETTER)))


# The three numbers


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """Counts stop at a thousand, so that they never cost more; None: too few asked yet."""

    waiting: int
    soon: int
    typical: timedelta | None


def numbers(rows: Rows, member: Membership, now: datetime) -> Numbers:
    return Numbers(
        waiting=_at_most(waiting(rows)),
        soon=_at_most(rows.filter(decides_at__gte=now, decides_at__lt=now + A_DAY).order_by()),
        typical=typical_first_reply(member.centre, now),
    )


def in_the_menu(member: Membership) -> str:
    """How many of the team’s students wait, beside “Queue” on every page: "3", "25+" or nothing."""
    count = _at_most(waiting(of_team(member)), IN_THE_MENU)
    return capped(count, IN_THE_MENU) if count else ""


def capped(count: int, most: int = MOST) -> str:
    """ "4"; what is more than that is all the same to whoever reads it."""
    return str(count) if count < most else f"{most:,}+"


def waiting(rows: Rows) -> Rows:
    """Those who asked for something and have no answer yet, by the index of just these."""
    return rows.filter(waiting_since__lt=NEVER).order_by("waiting_since")


def _at_most(rows: Rows, most: int = MOST) -> int:
    return rows[: most + 1].count()
