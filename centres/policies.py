"""What a school asks of a student who backs out, and of employers. Plain rules over dates.

The shape follows published policies of twelve schools; the tests name each with its source.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, Self

Tone = Literal["supportive", "strict"]
Channel = Literal["any", "campus"]
OfferType = Literal["any", "full-time", "internship", "co-op"]
Offence = Literal["any", "first", "second", "later"]
Sureness = Literal["will", "may"]
Asked = Literal["meeting", "apology", "copy", "other"]
What = Literal[
    "job-board",
    "interviews",
    "services",
    "alumni",
    "note",
    "referral",
    "credit",
    "fine",
    "diploma",
    "conduct",
    "other",
]
Lasts = Literal["days", "up-to", "until-lifted", "permanent", "open"]
Begins = Literal["at-once", "after-meeting"]
Why = Literal["exploding", "role-changed", "health", "family", "safety", "other"]
Basis = Literal["consent", "policy", "law"]

KINDS_OF_JOB = ("full_time", "internship", "co_op")


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Whom and what a policy is about. `programmes` is empty for everybody."""

    programmes: str = ""
    full_time: bool = True
    internship: bool = True
    co_op: bool = True
    channel: Channel = "any"
    spoken_counts: bool = False
    search_is_breach: bool = False
    other_dates_allowed: bool = False
    on_considering: bool = False
    on_withdrawing: bool = True
    on_report: bool = False

    def covers(self, kind: OfferType) -> bool:
        """True for a kind of job that the policy names, and while the kind is not known."""
        named = {"full-time": self.full_time, "internship": self.internship, "co-op": self.co_op}
        return named.get(kind, True)

    def meets(self, other: Self) -> bool:
        """Whether one student’s job may be in both; so it may where a name of whom is left out."""
        kinds = any(getattr(self, one) and getattr(other, one) for one in KINDS_OF_JOB)
        whom = {one.programmes.strip().casefold() for one in (self, other)} - {""}
        return kinds and len(whom) < 2


@dataclass(frozen=True, kw_only=True)
class PreClearance:
    """A talk that the school asks for before the student decides."""

    role: str
    talks: int = 1
    lead_days: int = 0


@dataclass(frozen=True, kw_only=True)
class Task:
    """Something to do once the student has backed out. Without `within_days`, no date is set."""

    what: Asked
    who: str = ""
    within_days: int | None = None
    sureness: Sureness = "will"
    words: str = ""
    or_else: str = ""


@dataclass(frozen=True, kw_only=True)
class Consequence:
    """What may follow, for one kind of job and one offence."""

    what: What
    offer_type: OfferType = "any"
    offence: Offence = "any"
    begins: Begins = "at-once"
    lasts: Lasts = "open"
    days: int | None = None
    lifted_by: str = ""
    amount: Decimal | None = None
    currency: str = ""
    sureness: Sureness = "will"
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Mitigation:
    """A reason that the school takes into account."""

    reason: Why
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class EmployerNotice:
    """Whom the school tells of it, and what allows it to."""

    whom: str
    basis: Basis
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Appeal:
    role: str
    within_days: int | None = None


@dataclass(frozen=True, kw_only=True)
class Reinstatement:
    role: str
    after: str = ""


@dataclass(frozen=True, kw_only=True)
class OfferFloor:
    """The least time an employer gives for an answer, for offers made in one part of the year.

    Days of the year are numbers: 1015 is October 15. Of `fixed` and `days`, the later counts.
    """

    title: str
    from_day: int = 101
    to_day: int = 1231
    offer_type: OfferType = "any"
    channel: Channel = "any"
    fixed: int | None = None
    days: int | None = None
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class EmployerSanction:
    words: str


@dataclass(frozen=True, kw_only=True)
class Version:
    """One version of a policy with its rules. In force through `until`, or with no end."""

    number: int
    in_force_from: date | None
    in_force_until: date | None = None
    tone: Tone = "strict"
    scope: Scope = Scope()
    pre_clearances: tuple[PreClearance, ...] = ()
    tasks: tuple[Task, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    mitigations: tuple[Mitigation, ...] = ()
    employer_notices: tuple[EmployerNotice, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    reinstatements: tuple[Reinstatement, ...] = ()
    offer_floors: tuple[OfferFloor, ...] = ()
    employer_sanctions: tuple[EmployerSanction, ...] = ()


# Which version


def is_in_force(from_: date | None, until: date | None, on: date) -> bool:
    return from_ is not None and from_ <= on and (until is None or on <= until)


def in_force(versions: Iterable[Version], on: date) -> Version | None:
    """The version that counted on that day; where two claim it, the one that began last."""
    then = (one for one in versions if is_in_force(one.in_force_from, one.in_force_until, on))
    return max(then, key=lambda one: (one.in_force_from, one.number), default=None)


# What follows

COUNT: dict[int, Offence] = {1: "first", 2: "second"}


def consequences_for(version: Version, kind: OfferType, times: int) -> tuple[Consequence, ...]:
    """What may follow for this kind of job, the first time (1), the second (2) or later (3).

    While the kind is not known (`any`), everything that may apply does. Where a school is there to
    help, nothing follows.
    """
    if version.tone == "supportive":
        return ()
    offence = COUNT.get(times, "later")
    return tuple(
        one
        for one in version.consequences
        if (kind == "any" or one.offer_type in ("any", kind)) and one.offence in ("any", offence)
    )


def has_consequences(version: Version, kind: OfferType) -> bool:
    """Whether anything may follow for this kind of job, the first time or any other."""
    return any(consequences_for(version, kind, times) for times in (1, 2, 3))


def due(task: Task, withdrawn_on: date) -> date | None:
    """The last day for it, counted from the day of backing out."""
    return None if task.within_days is None else withdrawn_on + timedelta(days=task.within_days)


# How long an offer stays open


def floors_for(
    floors: Iterable[OfferFloor], made_on: date, kind: OfferType, *, is_campus: bool | None
) -> tuple[OfferFloor, ...]:
    """The floors that hold for an offer made on that day.

    One for campus employers alone holds unless the job is known to come from elsewhere.
    """
    return tuple(
        one
        for one in floors
        if began(one, made_on) is not None
        and (kind == "any" or one.offer_type in ("any", kind))
        and (one.channel == "any" or is_campus is not False)
    )


def began(floor: OfferFloor, made_on: date) -> date | None:
    """When the part of the year began in which the offer was made; None outside of it.

    A part may run over New Year, such as November to February.
    """
    for year in (made_on.year, made_on.year - 1):
        start = day_of(floor.from_day, year)
        wraps = floor.to_day < floor.from_day
        if start <= made_on <= day_of(floor.to_day, year + wraps):
            return start
    return None


def earliest_end(floors: Iterable[OfferFloor], made_on: date) -> date | None:
    """The first day on which an offer made then may run out: the latest that any floor asks.

    A fixed day is the first such day since its part of the year began, so in November “October 15”
    has passed. None where no floor holds.
    """
    ends = [end for floor in floors for end in _ends(floor, made_on)]
    return max([made_on, *ends]) if ends else None


def _ends(floor: OfferFloor, made_on: date) -> Iterable[date]:
    start = began(floor, made_on)
    if start is None:
        return
    if floor.days is not None:
        yield made_on + timedelta(days=floor.days)
    if floor.fixed is not None:
        this_year = day_of(floor.fixed, start.year)
        yield this_year if this_year >= start else day_of(floor.fixed, start.year + 1)


def is_exploding(floors: Iterable[OfferFloor], made_on: date, ends_on: date) -> bool:
    """It runs out sooner than the school asks employers to let it."""
    earliest = earliest_end(floors, made_on)
    return earliest is not None and ends_on < earliest


def day_of(number: int, year: int) -> date:
    """1015 is October 15 of that year; February 29 is the 28th where there is no 29th."""
    month, day = divmod(number, 100)
    if (month, day) == (2, 29) and not _is_leap(year):
        day = 28
    return date(year, month, day)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
