"""What the hub says to do next, once the decision is saved."""

import pytest
from django.utils import timezone

from coaching.models import Decision, Outcome
from tests.factories import accepted_offer, case_of, decision_date, person

from .leaving import owner_of, page, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    """Ana’s date has come. She has not looked at her options or the real reason."""
    case = case_of(person(), pages=("pause", "date"))
    accepted_offer(case)
    decision_date(case, timezone.now())
    return case


def next_card(case):
    return page(owner_of(case).get(url("hub", case))).split('id="next">')[1].split("</h2>")[0]


def test_before_the_decision_the_facts_come_next(case):
    assert next_card(case) == "Next: your situation"


@pytest.mark.parametrize("outcome", [Outcome.KEEP, Outcome.ASK])
def test_who_decided_is_not_sent_back_to_weighing(case, outcome):
    Decision.objects.create(case=case, outcome=outcome, decided_at=timezone.now())
    assert next_card(case) == "You have decided"


def test_who_backs_out_tells_people_next(case):
    Decision.objects.create(case=case, outcome=Outcome.OUT, decided_at=timezone.now())
    assert next_card(case) == "Next: tell people"
