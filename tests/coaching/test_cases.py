"""Somebody with several cases finds each of them by whom it is about."""

import pytest
from django.urls import reverse
from django.utils import timezone

from centres.models import Membership
from offers.models import Case, Offer, OfferKind
from tests.factories import accepted_offer, adviser, case_of, centre, other_offer, person
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


def test_cleo_comes_to_her_desk_unless_she_has_a_case_or_left(client):
    cleo = adviser(centre())
    client.force_login(cleo.user)
    assert client.get(CASES).url == reverse("review:queue")
    case = case_of(cleo.user)
    assert client.get(CASES).url == url("hub", case)
    case.delete()
    Membership.objects.update(ended_at=timezone.now())
    assert client.get(CASES).url == reverse("coaching:start")


def test_the_way_to_the_desk_is_on_the_account_page_of_staff_alone(client, ana):
    home = reverse("accounts:home")
    assert "/staff/" not in page(signed_in(ana).get(home))
    client.force_login(adviser(centre()).user)
    text = page(client.get(home))
    assert "Open the desk of Lakeside Career Center" in text
    assert reverse("coaching:start") in text


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
