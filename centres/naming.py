"""Which employer a spelling counts for: joined by hand and parted again, with a history.

It shows in the totals from the next count on (decision 27).
"""

from datetime import datetime
from itertools import combinations

from django.db import transaction
from django.db.models import QuerySet

from centres.employer_names import key, look_alike
from centres.models import Centre, Employer, EmployerMove, EmployerSpelling, Membership, Tally


@transaction.atomic
def join(other: Employer, into: Employer, member: Membership, now: datetime) -> int:
    """Every spelling of `other` counts for `into`. Returns how many moved; 0 the second time."""
    spellings = list(EmployerSpelling.objects.select_for_update().filter(employer=other))
    for spelling in spellings if other != into else ():
        move(spelling, into, member, now)
    return len(spellings) if other != into else 0


@transaction.atomic
def take_along(words: str, into: Employer, member: Membership, now: datetime) -> bool:
    """A spelling that few typed counts for `into`. False where it has an employer already."""
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

    The others are not told: a name that few typed may tell who they are.
    """
    rows = EmployerSpelling.objects.filter(centre=centre, employer__isnull=False)
    known = list(rows.select_related("employer"))
    keys = {row.key for row in known}
    typed = Tally.objects.in_totals().filter(centre=centre).exclude(employer="")
    others = {key(words): words for words in typed.values_list("employer", flat=True).distinct()}
    found = []
    for other, words in sorted(others.items()):
        like = next((row for row in known if look_alike(row.key, other)), None)
        if other not in keys and like and like.employer:
            found.append((words, like.employer))
    return found
