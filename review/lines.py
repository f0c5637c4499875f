"""One line of the queue: the case as its row tells it, and tags from basic facts alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from django.db.models import Prefetch

from coaching.models import NEVER, AskedFor, DeskStep, Sharing
from look.dates import brief, clock, lasting, short_day
from offers.models import AcceptedHow, Answer, Case, Offer, OfferKind, Situation

TAGS = {
    "referred": "Referral",
    "visa": "Visa",
    "money": "Signing bonus",
    "campus": "Campus interviews",
}


@dataclass(frozen=True)
class Line:
    """Made by `lines_of`, which reads along what it asks for."""

    sharing: Sharing
    now: datetime
    zone: ZoneInfo

    @property
    def case(self) -> Case:
        return self.sharing.case

    @cached_property
    def step(self) -> DeskStep:
        return self.sharing.step_at(self.now)

    @property
    def has_date(self) -> bool:
        return self.sharing.decides_at != NEVER

    @property
    def decides(self) -> str:
        """ "Thu, Dec 4, 10am", "Decided Nov 28", "No date yet"."""
        if self.has_date:
            return self._date
        if self.case.closed_at:
            return f"Closed {self._day(self.case.closed_at)}"
        decision = next(iter(self.case.decisions.all()), None)
        if decision and self.step != DeskStep.PAUSE:
            return f"Decided {self._day(decision.decided_at)}"
        return "No date yet"

    @property
    def _date(self) -> str:
        there, here = (one.astimezone(self.zone) for one in (self.sharing.decides_at, self.now))
        is_today = there.date() == here.date()
        return f"Today, {clock(there)}" if is_today else brief(there, self.zone, here.date())

    def _day(self, moment: datetime) -> str:
        return short_day(moment.astimezone(self.zone))

    @property
    def is_soon(self) -> bool:
        """Today, or it has come already."""
        there, here = (one.astimezone(self.zone) for one in (self.sharing.decides_at, self.now))
        return self.has_date and there.date() <= here.date()

    @property
    def waiting(self) -> str:
        if not self.sharing.asked_for:
            return ""
        return f"Waiting {lasting(self.now - self.sharing.waiting_since)}"

    @property
    def asked_for(self) -> str:
        """ "A letter to read, a message": all that is open."""
        labels = [str(asked.label) for asked in self.sharing.asked_for]
        first, *others = labels or [str(AskedFor.NOTHING.label)]
        return ", ".join([first, *map(str.lower, others)])

    @property
    def tags(self) -> list[str]:
        return tags_of(self.case)


def tags_of(case: Case) -> list[str]:
    """Good to know, before anything is opened."""
    situation = getattr(case, "situation", None) or Situation(case=case)
    signed = situation.signed == Answer.YES or any(
        offer.accepted_how == AcceptedHow.SIGNED for offer in case.offers.all()
    )
    tags = ["Signed"] if signed else []
    tags += [tag for name, tag in TAGS.items() if getattr(situation, name) == Answer.YES]
    return [*tags, "Already started"] if case.has_started else tags


def lines_of(cases: Sequence[int], now: datetime, zone: ZoneInfo) -> list[Line]:
    """These cases in this order, in as many statements for one as for fifty."""
    accepted = Offer.objects.filter(kind=OfferKind.ACCEPTED)
    rows = (
        Sharing.objects.current()
        .filter(case__in=cases)
        .select_related("case__situation", "adviser")
        .prefetch_related(Prefetch("case__offers", accepted), "case__decisions")
    )
    by_case = {row.case_id: row for row in rows}
    return [Line(by_case[case], now, zone) for case in cases if case in by_case]


def in_short(time: timedelta) -> str:
    """ "40 min", "5 h", "3 days": as a number in large print."""
    minutes = int(time.total_seconds() // 60)
    if minutes < 60:
        return f"{minutes} min"
    hours = round(minutes / 60)
    return f"{hours} h" if hours < 48 else f"{round(hours / 24)} days"
