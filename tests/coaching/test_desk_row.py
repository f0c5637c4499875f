"""The row in the school’s queue is true the moment that something it stands on is saved."""

import pytest
import time_machine

from coaching.deciding import save_decision
from coaching.journey.desk import refresh_desk
from coaching.journey.facts import Facts
from coaching.models import NEVER, DeskStep, Outcome, Sharing
from offers.models import Stage
from tests.coaching.leaving import leaving, owner_of, url
from tests.factories import adviser, centre, decision_date, shared
from tests.statements import statements
from tests.whole_case import HOUR, MONDAY, THREE_DAYS, When, anas_case

pytestmark = pytest.mark.django_db
V = {"version": "0"}


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


def row(case) -> tuple[str, object]:
    return Sharing.objects.current().values_list("step", "decides_at").get(case=case)


def test_a_new_date_stands_in_the_queue():
    case = anas_case(When.WAITING)
    shared(case, adviser(centre()))
    answers = {"version": "1", "when": "other", "day": "2025-12-08", "clock": "10:00"}

    assert owner_of(case).post(url("date", case), answers).status_code == 302

    assert row(case) == (DeskStep.WEIGHING, case.decision_dates.first().decide_at)


@pytest.mark.parametrize(
    ("stage", "outcome", "step"),
    [
        (Stage.ACCEPTED, Outcome.OUT, DeskStep.TELLING),
        (Stage.ACCEPTED, Outcome.KEEP, DeskStep.OVER),
        (Stage.ACCEPTED, Outcome.ASK, DeskStep.WEIGHING),
        (Stage.NOT_ACCEPTED, Outcome.KEEP, DeskStep.TELLING),
        (Stage.STARTED, Outcome.KEEP, DeskStep.OVER),
    ],
)
def test_who_has_decided_waits_for_no_date(stage, outcome, step):
    case = anas_case(When.DECIDING, stage=stage)
    shared(case, adviser(centre()), decides_at=MONDAY)

    save_decision(Facts(case), outcome)

    assert row(case) == (step, NEVER)


def test_a_date_after_asking_opens_deciding_again():
    case = anas_case(outcome=Outcome.ASK)
    shared(case, adviser(centre()), step=DeskStep.WEIGHING)
    answers = {"version": "1", "when": "other", "day": "2025-12-08", "clock": "10:00"}

    owner_of(case).post(url("date", case), answers)

    assert row(case) == (DeskStep.WEIGHING, case.decision_dates.first().decide_at)


def test_closing_is_the_end_and_opening_again_is_not():
    case = leaving()
    shared(case, adviser(centre()), step=DeskStep.TELLING)
    ana = owner_of(case)

    ana.post(url("close", case), V | {"why": "later", "count_reason": "no"})
    case.refresh_from_db()
    assert (case.is_closed, row(case)) == (True, (DeskStep.OVER, NEVER))

    ana.post(url("close-open", case))
    assert row(case) == (DeskStep.TELLING, NEVER)


def test_it_costs_one_statement_and_touches_only_what_is_shared_now():
    case = anas_case(When.WAITING)
    over = shared(case, adviser(centre()), ended_at=MONDAY)
    decision_date(case, MONDAY + THREE_DAYS)

    asked, _ = statements(lambda: refresh_desk(case))

    over.refresh_from_db()
    assert len(asked) == 1
    assert (over.step, over.decides_at) == (DeskStep.PAUSE, NEVER)


def test_ready_is_what_the_clock_says():
    sharing = Sharing(step=DeskStep.WEIGHING, decides_at=MONDAY)
    assert sharing.step_at(MONDAY - HOUR) == DeskStep.WEIGHING
    assert sharing.step_at(MONDAY) == DeskStep.READY
