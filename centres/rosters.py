"""A list of students takes the place of the one before: all of it, or nothing.

Its rows are written in short transactions, so that other people’s pages are saved in between and
the progress is seen. They count only once the list itself becomes the current one, in one step. A
worker that dies on the way is followed by another, which starts the list again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import batched
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from .models import Centre, ListState, Membership, Missing, Roster, Student
from .student_file import Row

BATCH = 5000
COLUMNS = ("email", "name", "programme", "year", "is_gone")
INSERT = (
    f"INSERT INTO {Student._meta.db_table} (roster_id, {', '.join(COLUMNS)})"
    " VALUES (%s, %s, %s, %s, %s, %s)"
)
HOLD = timedelta(minutes=2)
FORGOTTEN = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Difference:
    """What a file would change in the list of now."""

    added: int
    changed: int
    same: int
    gone: int


def current(centre: Centre) -> Roster | None:
    return centre.rosters.filter(state=ListState.CURRENT).first()


def under_way(centre: Centre) -> Roster | None:
    return centre.rosters.filter(state=ListState.WAITING).first()


def difference(centre: Centre, rows: list[Row]) -> Difference:
    before = _listed(current(centre))
    known = [row for row in rows if row[0] in before]
    same = sum(before[row[0]] == tuple(row[1:]) for row in known)
    return Difference(
        added=len(rows) - len(known),
        changed=len(known) - same,
        same=same,
        gone=len(before) - len(known),
    )


def keep(centre: Centre, member: Membership, rows: list[Row], now: datetime) -> Roster:
    """What was read, until it is taken over or a day has passed. The file itself is not kept."""
    centre.rosters.filter(state=ListState.CHECKED).delete()
    found = difference(centre, rows)
    return Roster.objects.create(
        centre=centre,
        member=member,
        rows=rows,
        total=len(rows),
        added=found.added,
        changed=found.changed,
        gone=found.gone,
        made_at=now,
    )


def take_over(roster: Roster, missing: str) -> bool:
    """Hand it to a worker. False when another list of the centre is on its way."""
    try:
        with transaction.atomic():
            checked = Roster.objects.filter(pk=roster.pk, state=ListState.CHECKED)
            checked.update(state=ListState.WAITING, missing=missing)
    except IntegrityError:
        return False
    return True


def import_due() -> int:
    """Take over every list that waits; return how many became the list of their school."""
    finished = 0
    while roster := _claim(timezone.now()):
        finished += _import(roster)
    return finished


def forget_old(now: datetime) -> None:
    """What nobody took over within a day, and lists that were replaced."""
    Roster.objects.filter(state=ListState.CHECKED, made_at__lt=now - FORGOTTEN).delete()


def _claim(now: datetime) -> Roster | None:
    """One conditional UPDATE decides between two workers."""
    for roster in Roster.objects.due(now):
        if Roster.objects.due(now).filter(pk=roster.pk).update(claimed_until=now + HOLD):
            return roster
    return None


def _import(roster: Roster) -> bool:
    """False when another worker took it in the meantime: what took so long is not ours any more."""
    roster.students.all().delete()  # of a worker that died
    before = current(roster.centre)
    for rows in batched(roster.rows, BATCH, strict=False):
        _write(roster, ((*row, False) for row in rows))
        if not _note_progress(roster, len(rows)):
            return False
    _carry_over(roster, before)
    return _make_current(roster, before)


def _write(roster: Roster, rows: Iterable[tuple[Any, ...]]) -> None:
    """One statement, many rows. bulk_create makes an object of each and takes seven times as long
    (benchmarks/roster.py)."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(INSERT, [(roster.pk, *row) for row in rows])


def _note_progress(roster: Roster, written: int) -> bool:
    roster.done += written
    now = timezone.now()
    ours = Roster.objects.filter(pk=roster.pk, state=ListState.WAITING)
    return bool(ours.update(done=roster.done, claimed_until=now + HOLD))


def _carry_over(roster: Roster, before: Roster | None) -> None:
    """Who is not in the file stays on the list, or stays on it as gone."""
    if before is None:
        return
    new = {row[0] for row in roster.rows}
    is_marked = roster.missing == Missing.MARK
    listed = before.students.values_list(*COLUMNS).iterator(chunk_size=BATCH)
    left = ((*row, is_gone or is_marked) for *row, is_gone in listed if row[0] not in new)
    for rows in batched(left, BATCH, strict=False):
        _write(roster, rows)


@transaction.atomic
def _make_current(roster: Roster, before: Roster | None) -> bool:
    if before is not None:
        before.delete()
    waiting = Roster.objects.filter(pk=roster.pk, state=ListState.WAITING)
    return bool(
        waiting.update(
            state=ListState.CURRENT, rows=[], ended_at=timezone.now(), claimed_until=None
        )
    )


def _listed(roster: Roster | None) -> dict[str, tuple[str, str, str]]:
    if roster is None:
        return {}
    rows = roster.students.filter(is_gone=False)
    return {
        email: (name, programme, year)
        for email, name, programme, year in rows.values_list("email", "name", "programme", "year")
    }
