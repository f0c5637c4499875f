"""A centre with many shared cases, loaded fast: for plans and for benchmarks."""

from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Model

from accounts.models import User
from centres.models import Membership
from coaching.models import NEVER, REQUESTS, DeskStep, Sharing
from offers.models import Case, Stage

BATCH = 5000
FIRST_NAMES = ("Maya", "Daniel", "Lena", "Tomás", "Aiko", "Sam", "Noor", "Ruth")


def share_many(count: int, owner: User, team: list[Membership], now: datetime) -> None:
    """So many cases of one owner: in ten one waits, half are decided, and a few are for one alone.

    The most of them lie behind the first page in one long tie, which is what a deep page meets.
    Beyond the first batch the database copies the rows by itself: a million in seconds.
    """
    numbers = range(min(count, BATCH))
    cases = Case.objects.bulk_create(Case(owner=owner, stage=Stage.ACCEPTED) for _ in numbers)
    rows = Sharing.objects.bulk_create(
        _row(number, case, team, now) for number, case in zip(numbers, cases, strict=True)
    )
    for copies in range(1, count // BATCH):
        _copy(Case, cases[-1].pk, copies * BATCH)
        _copy(Sharing, rows[-1].pk, copies * BATCH)


def _copy(model: type[Model], last: int, further: int) -> None:
    """The rows up to the id `last` once more, with ids and codes so much further on."""
    moved = {
        "id": f"id + {further}",
        "code": f"'c' || (id + {further})",
        "case_id": f"case_id + {further}",
    }
    columns = [field.column for field in model._meta.concrete_fields]
    values = ", ".join(moved.get(column, column) for column in columns)
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) "
            f"SELECT {values} FROM {table} WHERE id <= {last}"
        )


def _row(number: int, case: Case, team: list[Membership], now: datetime) -> Sharing:
    is_open, waits = number % 2 == 0, number % 10 == 0
    asked = REQUESTS[number % 3]
    soon = now + timedelta(minutes=1 + number // 2)
    return Sharing(
        case=case,
        centre_id=team[0].centre_id,
        adviser=team[number % len(team)] if number % 5 else None,
        team_may_read=number % 20 != 1,
        name=f"{FIRST_NAMES[number % 8]} {number}",
        programme="Senior, Statistics",
        started_at=now,
        step=DeskStep.WEIGHING if is_open else DeskStep.TELLING,
        decides_at=soon if is_open else NEVER,
        waiting_since=now - timedelta(minutes=number) if waits else NEVER,
        **{asked.column: waits},
    )
