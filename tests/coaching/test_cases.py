"""Somebody with several cases finds each of them by whom it is about."""

import pytest
from django.urls import reverse

from offers.models import Case, Offer, OfferKind
from tests.factories import accepted_offer, case_of, other_offer, person
from tests.statements import statements

from .leaving import page, signed_in, url

pytestmark = pytest.mark.django_db
CASES = reverse("coaching:cases")


@pytest.fixture
def ana():
    return person("ana")


def test_without_a_case_it_leads_to_the_start(ana):
    assert signed_in(ana).get(CASES).url == reverse("coaching:start")


def test_the_only_case_opens_at_once(ana):
    case = case_of(ana)
    assert signed_in(ana).get(CASES).url == url("hub", case)


def test_each_case_is_named_for_the_first_employer(ana):
    case = case_of(ana)
    other_offer(case)
    accepted_offer(case)
    not_answered = case_of(ana, stage="not-accepted")
    Offer.objects.create(case=not_answered, number=1, kind=OfferKind.OTHER, employer="Larkfield")
    case_of(ana)
    case_of(person("bo"), stage="not-accepted")
    text = page(signed_in(ana).get(CASES))
    names = ("A job offer", "Larkfield", "Bluebird Analytics")
    assert sorted(names, key=text.index) == list(names)
    assert "Harborlight" not in text


def test_more_cases_take_no_more_statements(ana):
    client = signed_in(ana)
    for _ in range(2):
        accepted_offer(case_of(ana))
    few, _ = statements(lambda: client.get(CASES))
    for _ in range(5):
        accepted_offer(case_of(ana))
    many, answer = statements(lambda: client.get(CASES))
    assert len(many) == len(few)
    assert page(answer).count("Bluebird Analytics") == Case.objects.count() == 7


def test_two_cases_about_one_employer_are_told_apart(ana):
    for stage in ("accepted", "started"):
        accepted_offer(case_of(ana, stage=stage))
    text = page(signed_in(ana).get(CASES))
    assert "I said yes, but have not started. Begun on" in text
    assert "I have started the job. Begun on" in text
