"""Who gets in at the staff desk, and to which case."""

from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from centres.models import Membership
from coaching.models import Sharing
from coaching.sharing.consent import stop
from tests.desk import browser_of
from tests.factories import adviser, case_of, centre, lead, person, shared

pytestmark = pytest.mark.django_db


@pytest.fixture
def lakeside():
    return centre()


@pytest.fixture
def cleo(lakeside):
    return adviser(lakeside)


def sees(member: Membership, case) -> bool:
    return Sharing.objects.open_to(member).filter(case=case).exists()


def test_cleo_finds_what_ana_shared_with_her(cleo):
    case = case_of(person())
    shared(case, cleo, name="Ana Silva")

    page = browser_of(cleo.user).get("/staff/mine/").content.decode()

    assert "Ana Silva" in page


def test_the_desk_is_not_there_for_a_stranger():
    assert browser_of(person("bo")).get("/staff/").status_code == 404
    assert Client().get("/staff/").status_code == 302


def test_a_case_shared_with_one_adviser_is_nobody_elses(lakeside, cleo):
    case = case_of(person())
    shared(case, cleo)
    colleague, chief = adviser(lakeside, "eli"), lead(lakeside, "fay")
    dev = lead(centre("hilltop"))

    assert sees(cleo, case)
    assert not any(sees(other, case) for other in (colleague, chief, dev))


def test_a_case_shared_with_the_team_is_the_whole_teams_and_no_other_schools(lakeside, cleo):
    case = case_of(person())
    shared(case, cleo, team_may_read=True)

    assert sees(adviser(lakeside, "eli"), case)
    assert not sees(lead(centre("hilltop")), case)


def test_who_has_left_finds_no_desk(cleo):
    browser = browser_of(cleo.user)
    assert browser.get("/staff/").status_code == 200

    Membership.objects.filter(pk=cleo.pk).update(ended_at=timezone.now())

    assert browser.get("/staff/").status_code == 404


def test_what_ana_stops_sharing_is_gone_at_once(cleo):
    case = case_of(person())
    sharing = shared(case, cleo)

    Sharing.objects.filter(pk=sharing.pk).update(ended_at=timezone.now())

    assert not sees(cleo, case)


def test_a_reply_caught_by_the_end_of_sharing_is_handed_back(lakeside, cleo):
    """To her who had the case; to nobody else, and nothing is kept of it."""
    case = case_of(person())
    sharing = shared(case, cleo)
    browser, address = browser_of(cleo.user), f"/staff/cases/{case.code}/messages/"
    typed = {"kind": "message", "words": "Rule 4.2 says: a talk.", "token": uuid4()}
    stop(case)

    answer = browser.post(address, typed)
    assert answer.status_code == 404
    assert "This is no longer shared" in answer.text
    assert "Rule 4.2 says: a talk.</textarea>" in answer.text
    assert 'href="/staff/"' in answer.text
    assert not sharing.messages.exists()
    assert "no longer shared" not in browser.get(address).text
    for other in (adviser(lakeside, "eli"), lead(centre("hilltop"))):
        answer = browser_of(other.user).post(address, typed)
        assert answer.status_code == 404
        assert "no longer shared" not in answer.text
