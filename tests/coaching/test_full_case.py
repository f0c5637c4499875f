"""However much somebody has written down, a page asks the database equally often."""

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import person
from tests.full_case import LONG_NAMES, PEOPLE, empty_case, full_case
from tests.statements import statements

pytestmark = pytest.mark.django_db


def asked(case, page: str) -> int:
    browser = Client()
    browser.force_login(case.owner)
    browser.get(f"/c/{case.code}/{page}")
    counted, _ = statements(lambda: browser.get(f"/c/{case.code}/{page}"))
    return len(counted)


@pytest.mark.parametrize("page", ["", "compare/", "side-by-side/", "must-haves/result/", "diary/"])
def test_a_full_case_costs_a_page_a_constant_number_of_queries(page):
    full = full_case(person("ana"), timezone.now())
    half = full_case(person("bo"), timezone.now())
    half.contacts.filter(offer__number__gt=2).delete()
    half.offers.filter(number__gt=2).delete()
    half.criteria.filter(topic__startswith="own").delete()
    half.diary.filter(day__lt=timezone.now().date()).delete()

    assert asked(full, page) == asked(half, page)


def test_the_full_case_is_at_every_limit():
    case = full_case(person("ana"), timezone.now())

    assert case.offers.count() == 4
    assert case.criteria.count() == 8
    assert case.diary.count() == 60
    assert case.contacts.count() == PEOPLE
    assert {len(name) for name in LONG_NAMES} == {40}


def test_an_empty_case_shows_every_page_too():
    case = empty_case(person("ana"))
    browser = Client()
    browser.force_login(case.owner)

    for page in ("", "compare/", "side-by-side/"):
        assert browser.get(f"/c/{case.code}/{page}").status_code == 200
