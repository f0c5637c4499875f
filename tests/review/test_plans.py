"""How both engines read the queue: off an index that is made for it, and nothing else."""

import pytest
from django.db import connection
from django.utils import timezone

from coaching.models import AskedFor, DeskStep
from coaching.models.sharing import IN_ORDER
from review.keyset import stretches
from review.queue import Filters, of_member, of_team, place_of, waiting
from tests.factories import adviser, person

from .many import share_many

# Only what is committed can be tidied up, without which PostgreSQL looks at the table, too.
pytestmark = pytest.mark.django_db(transaction=True)
MANY = 4000
TIDY = {"postgresql": "VACUUM ANALYZE", "sqlite": "ANALYZE"}
FILTERS = {
    "": Filters(),
    "step": Filters(step=DeskStep.TELLING),
    "ready": Filters(step=DeskStep.READY),
    "weighing": Filters(step=DeskStep.WEIGHING),
    "no one yet": Filters(adviser=Filters.NO_ONE),
    "asked for": Filters(asked_for=AskedFor.LETTER),
    "asked for nothing": Filters(asked_for=AskedFor.NOTHING),
}


@pytest.fixture
def team(lakeside, cleo):
    team = [cleo, *(adviser(lakeside, name) for name in ("eli", "gus", "hal"))]
    share_many(MANY, person(), team, timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(TIDY[connection.vendor])
    return team


def is_off_an_index_alone(plan: str) -> bool:
    """The index gives the rows in their order and whole."""
    if any(word in plan for word in ("Sort", "TEMP B-TREE", "Seq Scan", "SCAN")):
        return False
    return "Index Only Scan" in plan or "USING COVERING INDEX" in plan


def plans_of(rows) -> list[str]:
    """Of the first page, and of each stretch of a page from the middle on."""
    in_order = rows.order_by(*IN_ORDER)
    middle = in_order[rows.count() // 2] if rows.count() else None
    places = [None, place_of(middle)] if middle else [None]
    cases = rows.values_list("case_id", flat=True)
    return [
        stretch[:51].explain() for place in places for stretch in stretches(cases, IN_ORDER, place)
    ]


def test_every_page_of_the_queue_is_read_off_an_index_alone(team):
    now, cleo, eli, *_ = timezone.now(), *team
    asked = {name: one.of(of_team(cleo), now) for name, one in FILTERS.items()}
    asked |= {
        "with a colleague": Filters(adviser=eli.pk).of(of_team(cleo), now),
        "one’s own": of_member(cleo),
    }
    bad = {
        f"{name} {place}": plan
        for name, rows in asked.items()
        for place, plan in enumerate(plans_of(rows))
        if not is_off_an_index_alone(plan)
    }
    assert not bad, "\n".join(f"{name}:\n{plan}" for name, plan in bad.items())


def test_who_waits_is_counted_off_the_index_of_those_who_wait(team):
    """It stands beside “Queue” on every page, so it looks at nobody who does not wait."""
    plan = waiting(of_team(team[0])).values("pk")[:26].explain()
    assert "sharing_queue_by_wait" in plan
