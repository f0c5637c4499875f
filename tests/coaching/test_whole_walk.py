"""The first half of the journey, typed through the client: facts, date, decision."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from coaching.models import Decision, GoneAhead
from offers.models import Case
from tests.factories import accepted_offer, case_of, decision_date, finish, other_offer, person

pytestmark = pytest.mark.django_db
MONDAY = datetime(2025, 12, 1, 14, 42, tzinfo=UTC)  # 9:42 in New York


@pytest.fixture
def ana(client):
    ana = person("ana")
    client.force_login(ana)
    return ana


@pytest.fixture
def case(ana):
    return case_of(ana, pages=("pause",))


def at(name, case, *more):
    return reverse(f"coaching:{name}", args=[case.code, *more])


@time_machine.travel(MONDAY, tick=False)
@pytest.mark.mission("S1-2", "S1-4")
def test_ana_types_her_offers_and_sets_a_date(client, case):
    page = client.get(at("basics", case, 1))
    assert page.status_code == 200
    answers = {
        "version": "0",
        "kind": "accepted",
        "accepted_on": "2025-11-18",
        "accepted_how": "signed",
        "employer": "Bluebird Analytics",
        "title": "Data Analyst",
        "place": "Columbus",
        "starts_on": "2026-01-05",
    }
    page = client.post(at("basics", case, 1), answers)
    assert page.url == at("pay", case, 1)
    page = client.post(page.url, {"version": "0", "currency": "usd", "base": "68k", "per": "year"})
    assert page.url == at("people", case, 1)
    page = client.post(page.url, {"version": "0", "manager_name": "Dana Reyes"})
    assert page.url == at("offers", case)
    assert "$68,000" in client.get(page.url).content.decode()

    answers = {
        "version": "0",
        "kind": "other",
        "ends": "on",
        "day": "2025-12-05",
        "clock": "17:00",
        "employer": "Harborlight Health",
        "title": "Data Analyst",
    }
    assert client.post(at("basics", case, 2), answers).url == at("pay", case, 2)

    page = client.get(at("date", case)).content.decode()
    assert "Tomorrow: Tuesday, December 2, at 10am" in page
    assert "Suggested: three nights’ sleep" in page

    late = {"version": "0", "when": "other", "day": "2025-12-08", "clock": "10:00"}
    page = client.post(at("date", case), late).content.decode()
    error = "Choose a date before the Harborlight Health offer ends on Friday, December 5"
    assert page.count(error) == 2
    assert "Error: When will you decide?" in page

    page = client.post(at("date", case), {"version": "0", "when": "2025-12-04T10:00"})
    assert page.url == at("leaning", case)
    hub = client.get(at("hub", case)).content.decode()
    assert "Thursday, December 4, at 10am" in hub
    assert "3 days from now" in hub
    assert "Bluebird Analytics does not need to know yet" in hub


@time_machine.travel(MONDAY, tick=False)
@pytest.mark.mission("S1-2", "S1-16")
def test_deciding_early_meets_one_interruption_and_is_written_down(client, case):
    accepted_offer(case)
    other_offer(case, rung="spoken")
    decision_date(case, MONDAY + timedelta(days=3))
    for method in (client.get, client.post):
        assert method(at("decide", case)).url == at("decide-early", case)
        assert method(at("decide-check", case)).status_code == 302
    page = client.get(at("decide-early", case)).content.decode()
    assert "Harborlight Health is not in writing yet" in page
    assert "Wait until Thursday" in page
    page = client.post(at("decide-early", case), {"why": "They want an answer"})
    assert page.url == at("decide", case)
    assert GoneAhead.objects.get().why == "They want an answer"

    answers = {"version": "0", "choice": "out", "sure": "4"}
    assert client.post(at("decide", case), answers).url == at("decide-check", case)
    assert client.post(at("decide-check", case)).url == at("decide-writing", case)
    assert not Decision.objects.exists()
    page = client.post(at("decide-writing", case), {"what": "go-on", "why": "I trust them"})
    assert page.url == at("decide-done", case)
    assert Decision.objects.get().outcome == "out"
    client.post(at("decide-check", case))
    assert Decision.objects.count() == 1


@time_machine.travel(MONDAY, tick=False)
def test_a_stale_tab_comes_back_with_both_answers(client, case):
    first = {"version": "0", "school": "student", **dict.fromkeys(QUESTIONS, "no")}
    assert client.post(at("situation", case), first).status_code == 302
    assert client.post(at("situation", case), first).status_code == 302  # a second click
    stale = first | {"school": "alum"}
    page = client.post(at("situation", case), stale)
    assert page.status_code == 409
    html = page.content.decode()
    assert "I am a student" in html
    assert "Saved in another tab" in html or "saved in another tab" in html
    case.refresh_from_db()
    assert case.situation.school == "student"
    assert 'name="version" value="1"' in html
    assert client.post(at("situation", case), stale | {"version": "1"}).status_code == 302
    assert Case.objects.get().situation.school == "alum"


QUESTIONS = ("campus", "agency", "referred", "visa", "signed", "money", "quit_other")


def test_a_wrong_version_of_any_kind_never_saves(client, case):
    finish(case, "situation")
    for version in ("", "x", "-1", "99999999999", "٣"):
        answers = {"version": version, "school": "student", **dict.fromkeys(QUESTIONS, "no")}
        assert client.post(at("situation", case), answers).status_code == 409


@pytest.mark.mission("S2-2")
@pytest.mark.parametrize("how", ["signed", "e-mail", "phone", "portal"])
def test_how_she_said_yes_is_kept(client, case, how):
    answers = {
        "version": "0",
        "kind": "accepted",
        "accepted_on": "2025-11-18",
        "accepted_how": how,
        "employer": "Bluebird Analytics",
        "title": "Data Analyst",
    }
    assert client.post(at("basics", case, 1), answers).status_code == 302
    assert case.offers.get().accepted_how == how
