"""Which employer a spelling counts for: joined by hand and parted again, with a history.

It shows in the totals from the next count on (decision 27).
"""

from collections import defaultdict
from datetime import datetime
from itertools import combinations
from uuid import UUID

from django.db import transaction
from django.db.models import ForeignObjectRel, QuerySet

from centres.employer_names import key, look_alike
from centres.models import Centre, Employer, EmployerMove, EmployerSpelling, Membership, Tally
from centres.small_numbers import FEWEST


@transaction.atomic
def join(other: Employer, into: Employer, member: Membership, now: datetime) -> int:
    """Every spelling of `other` counts for `into`. Returns how many moved; 0 the second time."""
    spellings = list(EmployerSpelling.objects.select_for_update().filter(employer=other))
    for spelling in spellings if other != into else ():
        move(spelling, into, member, now)
    return len(spellings) if other != into else 0


@transaction.atomic
def take_along(words: str, into: Employer, member: Membership, now: datetime) -> bool:
    """A spelling that no employer has counts for `into`. False where it has an employer already."""
    spelling, _ = EmployerSpelling.objects.get_or_create(
        centre=into.centre, key=key(words), defaults={"words": words}
    )
    if spelling.employer_id is not None:
        return False
    move(spelling, into, member, now)
    return True


@transaction.atomic
def part(spelling: EmployerSpelling, member: Membership, now: datetime) -> bool:
    """Back to whom it counted for before it was joined. False where it was not joined."""
    last = spelling.moves.filter(now=spelling.employer_id).first() if spelling.employer else None
    if last is None:
        return False
    move(spelling, last.was, member, now)
    return True


def move(
    spelling: EmployerSpelling, into: Employer | None, member: Membership, now: datetime
) -> None:
    EmployerMove.objects.create(
        spelling=spelling, was=spelling.employer, now=into, member=member, name=member.name, at=now
    )
    spelling.employer = into
    spelling.save(update_fields=["employer"])


def is_free(employer: Employer) -> bool:
    """Nothing hangs on the name but its spelling: no total, talk or incident, and nobody ever
    joined or parted it."""
    columns = (
        one.remote_field
        for one in Employer._meta.get_fields(include_hidden=True)
        if isinstance(one, ForeignObjectRel)
    )
    return not any(
        column.model._base_manager.filter(**{column.name: employer}).exists()
        for column in columns
        if column.model is not EmployerSpelling
    )


@transaction.atomic
def remove(employer: Employer) -> bool:
    """The name goes from the list. False where it went before, or something hangs on it."""
    # The lock holds back whoever would hang something on it now.
    if not Employer.objects.select_for_update().filter(pk=employer.pk) or not is_free(employer):
        return False
    employer.spellings.all().delete()
    employer.delete()
    return True


def joined(centre: Centre) -> QuerySet[EmployerSpelling]:
    """The spellings that somebody moved to where they are now."""
    rows = EmployerSpelling.objects.filter(centre=centre, employer__isnull=False)
    return rows.filter(moves__isnull=False).select_related("employer").distinct()


def may_be_one(centre: Centre) -> list[tuple[Employer, Employer]]:
    """Pairs of the school’s employers whose names look alike."""
    employers = centre.employers.counted().prefetch_related("spellings")
    return [
        (one, other)
        for one, other in combinations(employers, 2)
        if any(look_alike(a.key, b.key) for a in one.spellings.all() for b in other.spellings.all())
    ]


def may_belong(centre: Centre) -> list[tuple[str, Employer]]:
    """Spellings in the totals that no employer has, where they look like one that the school has.

    Only what FEWEST people or more typed: a rarer name may tell who they are, and anybody could
    add likely names to the list to see whether one answers.
    """
    rows = EmployerSpelling.objects.filter(centre=centre, employer__isnull=False)
    known = list(rows.select_related("employer"))
    keys = {row.key for row in known}
    found = []
    for other, words in sorted(_typed_by_enough(centre).items()):
        like = next((row for row in known if look_alike(row.key, other)), None)
        if other not in keys and like and like.employer:
            found.append((words, like.employer))
    return found


def _typed_by_enough(centre: Centre) -> dict[str, str]:
    """Keys that FEWEST people or more typed, each in one way that they typed it."""
    typed = Tally.objects.in_totals().filter(centre=centre).exclude(employer="")
    words, who = dict[str, str](), defaultdict[str, set[UUID]](set)
    for name, person in typed.values_list("employer", "person").distinct():
        words[key(name)] = name
        who[key(name)].add(person)
    return {one: name for one, name in words.items() if len(who[one]) >= FEWEST}
