"""What the person changed about sharing, and when: read off the rows of their consent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from coaching.models import Section, SharedSection, Sharing
from offers.models import Case

MOST = 100  # the newest


@dataclass(frozen=True, kw_only=True)
class Change:
    at: datetime
    what: str


def history(case: Case) -> list[Change]:
    """The newest changes first; what happened in one moment, in the order it was done."""
    sharings = Sharing.objects.filter(case=case).select_related("centre", "adviser")
    switches = SharedSection.objects.filter(sharing__case=case).order_by("-given_at", "-pk")
    found = [
        *(change for one in sharings[:MOST] for change in _of_sharing(one)),
        *(change for one in switches[:MOST] for change in _of_switch(one)),
    ]
    return sorted(found, key=lambda change: change.at, reverse=True)[:MOST]


def _of_sharing(sharing: Sharing) -> Iterator[Change]:
    whom = sharing.centre.name
    if not sharing.team_may_read:
        whom = f"{sharing.adviser or 'one adviser'}, {whom}"
    if sharing.ended_at and sharing.ended_by_itself:
        yield Change(at=sharing.ended_at, what=f"Sharing with {whom} ended by itself")
    elif sharing.ended_at:
        yield Change(at=sharing.ended_at, what=f"You stopped sharing with {whom}")
    if sharing.with_earlier:
        yield Change(at=sharing.started_at, what="You let them read what you wrote before")
    yield Change(at=sharing.started_at, what=f"You began to share with {whom}")


def _of_switch(row: SharedSection) -> Iterator[Change]:
    label = Section(row.section).label
    if row.ended_at:
        yield Change(at=row.ended_at, what=f"“{label}” turned off")
    yield Change(at=row.given_at, what=f"“{label}” turned on")
