"""Outreach: what was agreed with each employer, and who talks next."""

from datetime import date

import pytest
from django.urls import reverse

from centres.models import Employer, Outreach
from tests.desk import counted
from tests.factories import adviser, centre, lead, person

from .test_patterns import browser_of, text

pytestmark = pytest.mark.django_db
LIST = "/staff/outreach/"


@pytest.fixture
def lakeside():
    return centre()


@pytest.fixture
def cleo(lakeside):
    return adviser(lakeside)


@pytest.fixture
def corvid(lakeside):
    return Employer.named(lakeside, "Corvid Systems")


def save(member, employer, version="0", **answers):
    return browser_of(member.user).post(f"{LIST}{employer.pk}/", {"version": version} | answers)


def test_what_was_agreed_is_on_the_list_with_who_and_when(cleo, corvid):
    answer = save(cleo, corvid, agreed="Two weeks for every offer", next_on="2027-01-15")
    assert answer.url == LIST
    row = Outreach.objects.get()
    assert (row.employer, row.name, row.next_on) == (corvid, cleo.name, date(2027, 1, 15))
    page = text(browser_of(cleo.user), "outreach")
    assert "Two weeks for every offer" in page
    assert "January 15, 2027" in page
    assert "Too few to show" in page


def test_a_count_stands_there_from_five_on(lakeside, cleo):
    counted(lakeside)
    assert "Corvid Systems : 16% (5 of 31)" in text(browser_of(cleo.user), "outreach")
    assert "Alder Consulting :" not in text(browser_of(cleo.user), "outreach")


def test_something_has_to_be_said(cleo, corvid):
    page = save(cleo, corvid, contact="Robin").content.decode()
    assert "Enter what was agreed, or a day to talk next" in page
    assert "Robin" in page
    assert not Outreach.objects.exists()


@pytest.mark.parametrize(
    ("name", "typed"), [("agreed", "x" * 2001), ("contact", "x" * 121), ("next_on", "someday")]
)
def test_what_cannot_be_saved_is_kept_and_explained(cleo, corvid, name, typed):
    page = save(cleo, corvid, **{"agreed": "Yes", name: typed}).content.decode()
    assert "<title>Error: " in page
    assert typed in page
    assert not Outreach.objects.exists()


def test_a_second_click_changes_nothing(cleo, corvid):
    for version in ("0", "0"):
        assert save(cleo, corvid, version, agreed="Two weeks").status_code == 302
    assert Outreach.objects.get().version == 1


def test_who_saves_second_sees_both(lakeside, cleo, corvid):
    save(cleo, corvid, agreed="Two weeks")
    save(lead(lakeside, "fay"), corvid, "1", agreed="Three weeks")
    answer = save(cleo, corvid, "1", agreed="One week")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "A colleague saved this page" in page
    assert "Three weeks" in page
    assert "One week" in page
    assert Outreach.objects.get().agreed == "Three weeks"
    save(cleo, corvid, "2", agreed="One week")
    assert Outreach.objects.get().agreed == "One week"


def test_it_is_the_schools_own(cleo, corvid):
    save(cleo, corvid, agreed="Two weeks")
    dev = lead(centre("hilltop"))
    assert save(dev, corvid, agreed="Mine").status_code == 404
    assert "Two weeks" not in text(browser_of(dev.user), "outreach")
    for who in (person("bo"), dev.user):
        assert browser_of(who).get(f"{LIST}{corvid.pk}/").status_code == 404
    assert browser_of(cleo.user).put(f"{LIST}{corvid.pk}/").status_code == 405
    assert browser_of(cleo.user).post(reverse("review:outreach")).status_code == 405
