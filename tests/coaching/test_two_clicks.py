"""Two clicks at the same moment, in two threads, do what one does."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from accounts.models import User
from coaching.deciding import save_decision
from coaching.journey.facts import Facts
from coaching.models import Decision, Outcome
from coaching.views.start import begin
from offers.models import Case
from tests.factories import case_of

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = 10


def click_twice(action: Callable[[], object]) -> None:
    ready = Barrier(2)

    def click(_: int) -> None:
        ready.wait()
        try:
            action()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as clicks:
        list(clicks.map(click, range(2)))


def test_a_decision_saved_twice_at_once_is_one_decision():
    ana = User.objects.create_guest()
    for _ in range(TIMES):
        case = case_of(ana)
        seen = [Facts(case), Facts(case)]
        assert [facts.decision for facts in seen] == [None, None]
        click_twice(lambda seen=seen: save_decision(seen.pop(), Outcome.KEEP))
        assert Decision.objects.filter(case=case).count() == 1


def test_a_case_begun_twice_at_once_is_one_case():
    for _ in range(TIMES):
        ana = User.objects.create_guest()
        click_twice(lambda ana=ana: begin(ana, "accepted"))
        assert Case.objects.filter(owner=ana).count() == 1
