"""One line for each refusal, each file and each time somebody is let in: numbers, nothing typed."""

import json
import logging

import pytest
from django.test import Client

from tests.coaching.sharing_ana import SharingAna
from tests.desk import browser_of, counted
from tests.factories import person, shared
from tests.review.test_roster import LIST, send

pytestmark = pytest.mark.django_db
ANAS = "Ana Silva"


@pytest.fixture
def lines(caplog):
    log = logging.getLogger("security")
    log.addHandler(caplog.handler)
    yield lambda: [json.loads(one.message) for one in caplog.records if one.name == log.name]
    log.removeHandler(caplog.handler)


def test_who_is_refused_is_written_down_by_number(lines, cleo, dev, case):
    sharing = shared(case, cleo, name=ANAS)
    bo = person("bo")

    browser_of(dev.user).get(f"/staff/cases/{sharing.case.code}/?q={ANAS}")
    browser_of(cleo.user).get("/staff/retention/")
    browser_of(bo).post("/staff/team/", {"email": "ana@example.org"})

    said = [(one["event"], one["page"], one["user"], one["status"]) for one in lines()]
    assert said == [
        ("refused", "review:case", dev.user.pk, 404),
        ("refused", "review:retention", cleo.user.pk, 404),
        ("refused", "review:team", bo.pk, 404),
    ]
    assert all(one["at"].endswith("+00:00") for one in lines())
    told = json.dumps(lines())
    assert not any(word in told for word in (sharing.case.code, ANAS, "ana@", "example"))


def test_who_guesses_the_case_of_another_is_written_down(lines, case):
    bo = person("bo")
    browser_of(bo).get(f"/c/{case.code}/diary/")

    (line,) = lines()
    assert (line["event"], line["page"], line["user"]) == ("refused", "coaching:diary", bo.pk)
    assert case.code not in json.dumps(line)


def test_ana_lets_somebody_in_and_out_and_takes_what_is_hers(lines, client):
    ana = SharingAna(client)
    ana.saves("share", whom="team", name=ANAS)
    ana.stops()
    ana.saves("helper", may="read", parts=["offers"])
    ana.does("helper-end")
    client.post("/account/export/").close()

    events = ["shared", "sharing ended", "helper let in", "helper shut out", "file"]
    assert [one["event"] for one in lines()] == events
    assert {one["user"] for one in lines()} == {ana.case.owner_id}
    assert [one.get("case") for one in lines()] == [ana.case.pk] * 4 + [None]
    assert not any(word in json.dumps(lines()) for word in (ana.case.code, ANAS))


def test_a_page_that_opens_and_a_stranger_who_is_not_signed_in_write_nothing(lines, cleo):
    browser_of(cleo.user).get("/staff/")
    Client().get("/staff/team/")
    Client().get("/staff/nowhere/")

    assert lines() == []


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_each_file_that_leaves_is_written_down(lines, fay, kind):
    desk = browser_of(fay.user)
    desk.post("/staff/employers/file/", {"kind": kind})
    assert lines() == []  # there are no totals, so nothing left
    counted(fay.centre)
    desk.post("/staff/employers/file/", {"kind": kind})

    assert [(one["event"], one["page"], one["user"]) for one in lines()] == [
        ("file", "review:figures-file", fay.user.pk)
    ]


def test_one_case_on_paper_is_written_down(lines, cleo, of_team):
    browser_of(cleo.user).get(f"/staff/cases/{of_team.case.code}/summary.pdf")

    assert [(one["event"], one["page"]) for one in lines()] == [("file", "review:summary")]


def test_a_list_that_is_taken_over_is_written_down(lines, fay):
    desk = browser_of(fay.user)
    check = send(desk, LIST).url
    desk.post(check, {"missing": "keep"})

    (line,) = lines()
    assert (line["event"], line["user"], line["rows"]) == ("list taken over", fay.user.pk, 2)


def test_a_sign_in_that_fails_names_no_address(lines):
    Client().post("/account/login/", {"login": "ana@example.org", "password": "wrong, all of it"})

    (line,) = lines()
    assert (line["event"], line["page"]) == ("sign-in failed", "accounts:login")
    assert "ana" not in json.dumps(line)
