"""Q3: a list of 50,000 students taken over, against a raw bulk load of the same rows.

Both write the same rows into the same table with its indexes, on disk. The import also reads what
was checked, writes in batches of their own and makes the list the current one; the raw load is one
`executemany` in one transaction.
"""

import sys
import time

from benchmarks.row import Rows, row
from benchmarks.world import run, world

STUDENTS = 50_000
ROUNDS = 5


def measure() -> Rows:
    with world() as here:
        ours, raw = map(float, run("benchmarks.roster", here.environment, "serve").split())
    return {"Q3": row(ours / raw, 3.33, 2)}


def _serve() -> None:
    """Print the seconds of the fastest import and of the fastest raw load."""
    import django

    django.setup()
    from centres import rosters
    from centres.models import Centre

    rows = [
        (f"student{number}@example.edu", f"Student {number}", "Statistics", "2027")
        for number in range(STUDENTS)
    ]
    taken: dict[str, list[float]] = {"ours": [], "raw": []}
    for number in range(ROUNDS):
        centre = Centre.objects.create(name="A school", slug=f"school-{number}")
        roster = _ready(centre, rows)
        rosters.take_over(roster, "keep")
        taken["ours"].append(_timed(rosters.import_due))
        centre.delete()
        centre = Centre.objects.create(name="A school", slug=f"school-{number}")
        taken["raw"].append(_timed(lambda: _load(_ready(centre, []).pk, rows)))  # noqa: B023
        centre.delete()
    print(min(taken["ours"]), min(taken["raw"]))


def _ready(centre, rows):
    from django.utils import timezone

    from centres.models import Roster

    return Roster.objects.create(centre=centre, rows=rows, total=len(rows), made_at=timezone.now())


def _load(roster: int, rows: list[tuple[str, str, str, str]]) -> None:
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO centres_student (roster_id, email, name, programme, year, is_gone)"
            " VALUES (%s, %s, %s, %s, %s, FALSE)",
            [(roster, *one) for one in rows],
        )


def _timed(work) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    if len(sys.argv) == 1:
        print(measure())
    else:
        _serve()
