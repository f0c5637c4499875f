"""The totals of a school, made anew on a Sunday once enough new lines wait (decision 27)."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from centres.employer_names import key
from centres.models import (
    Centre,
    Count,
    DaysGiven,
    Employer,
    EmployerSpelling,
    EndedAs,
    Pattern,
    ReasonShare,
    Tally,
)
from centres.small_numbers import FEWEST, NOT_SHOWN, Group, groups_of, middle, shares


class Line(NamedTuple):
    """A tally as the rules of small numbers read it, and what is counted besides."""

    person: UUID
    values: tuple[str, ...]  # term, employer, how it ended, programme
    employer: str  # as typed
    reason: str
    days_given: int | None


TERM, EMPLOYER, ENDED_AS, PROGRAMME = range(4)


def publish_due(now: datetime) -> int:
    """Count wherever a new Sunday allows it. Returns how many schools were counted."""
    centres = Centre.objects.filter(tallies__in=Tally.objects.waiting()).distinct()
    return sum(publish(centre, now.astimezone(centre.zone).date()) for centre in centres)


@transaction.atomic
def publish(centre: Centre, today: date) -> bool:
    """Make the totals as of the last Sunday. False where too few people are new since the last."""
    sunday = last_sunday(today)
    waiting = Tally.objects.waiting().filter(centre=centre)
    waiting.filter(counted=None).delete()  # nobody stands behind it any more
    new = waiting.filter(closed_on__lt=sunday)
    if new.values("person").distinct().count() < FEWEST:
        return False
    new.update(closed_on=None)
    Count.objects.filter(centre=centre).delete()
    write(Count.objects.create(centre=centre, sunday=sunday))
    return True


def last_sunday(today: date) -> date:
    return today - timedelta(days=today.isoweekday() % 7)


def write(count: Count) -> None:
    """The rows of this count: its groups, and what is said of each employer and of all."""
    groups = groups_of(lines_of(count.centre))
    employers = employers_of(count.centre, groups)
    Pattern.objects.bulk_create(
        Pattern(
            count=count,
            term=group.values[TERM],
            employer=employers.get(group.values[EMPLOYER]),
            ended_as=group.values[ENDED_AS],
            programme=group.values[PROGRAMME],
            offers=len(group.rows),
        )
        for group in groups
    )
    say_more(count, None, groups)
    for value, employer in employers.items():
        say_more(count, employer, [one for one in groups if one.values[EMPLOYER] == value])


def lines_of(centre: Centre) -> list[Line]:
    """Every line that is counted, each employer under the key of whom it counts for."""
    spellings = EmployerSpelling.objects.filter(centre=centre, employer__isnull=False)
    known = {row.key: f"#{row.employer_id}" for row in spellings}
    keys: dict[str, str] = {}
    programmes: dict[str, str] = {}
    lines = []
    for row in Tally.objects.in_totals().filter(centre=centre).order_by("pk").iterator():
        typed = keys.setdefault(row.employer, key(row.employer))
        programme = programmes.setdefault(row.programme.casefold(), row.programme)
        values = (row.term, known.get(typed, typed), row.ended_as, programme)
        lines.append(Line(row.person, values, row.employer, row.reason, row.days_given))
    return lines


def employers_of(centre: Centre, groups: Iterable[Group[Line]]) -> dict[str, Employer]:
    """By value. A name that enough people share is written down as most of them spell it."""
    typed: dict[str, Counter[str]] = {}
    for group in groups:
        names = typed.setdefault(group.values[EMPLOYER], Counter())
        names.update(line.employer for line in group.rows)
    typed.pop(NOT_SHOWN, None)
    by_id = {f"#{one.pk}": one for one in Employer.objects.filter(centre=centre)}
    return {
        value: by_id.get(value) or Employer.named(centre, names.most_common(1)[0][0])
        for value, names in typed.items()
    }


def say_more(count: Count, employer: Employer | None, groups: Iterable[Group[Line]]) -> None:
    """Why students withdrew, and how long they had: of whole groups, without term or programme."""
    chosen = list(groups)
    left = [one for one in chosen if one.values[ENDED_AS] == EndedAs.WITHDRAWN]
    reasons = shares((line.person, line.reason) for one in left for line in one.rows if line.reason)
    ReasonShare.objects.bulk_create(
        ReasonShare(count=count, employer=employer, reason=reason, percent=percent)
        for reason, percent in reasons.items()
    )
    days = middle(
        (line.person, line.days_given)
        for one in chosen
        for line in one.rows
        if line.days_given is not None
    )
    if days is not None:
        DaysGiven.objects.create(count=count, employer=employer, days=days)
