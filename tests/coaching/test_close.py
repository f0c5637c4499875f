"""The end of a case: close it and keep it, open it again, or erase it."""

import pytest
from django.apps import apps
from django.urls import reverse

from accounts.models import User
from coaching.models import Feeling, Gate, GoneAhead, LetterVersion, Outcome
from offers.models import Case
from tests.factories import case_of, person

from .leaving import (
    dana,
    decide,
    leaving,
    letter_to,
    owner_of,
    page,
    signed_in,
    told,
    url,
)

pytestmark = pytest.mark.django_db
V = {"version": "0"}


def close(case, **answers):
    return owner_of(case).post(url("close", case), V | answers)


def delete(case, code, client=None):
    return (client or owner_of(case)).post(url("close-delete", case), V | {"code": code})


# Closing


@pytest.mark.mission("S1-30")
@pytest.mark.parametrize(
    ("stage", "outcome", "end"),
    [
        ("accepted", Outcome.KEEP, "honored"),
        ("started", Outcome.KEEP, "honored"),
        ("not-accepted", Outcome.KEEP, "accepted"),
        ("accepted", Outcome.ASK, "renegotiated"),
        ("not-accepted", Outcome.OUT, "declined"),
        ("accepted", Outcome.OUT, "withdrawn"),
        ("started", Outcome.OUT, "resigned"),
    ],
)
def test_how_a_case_ended_follows_from_the_decision(stage, outcome, end):
    case = leaving(outcome=outcome, stage=stage)
    told(dana(case), "spoke")
    assert "The decision was yours." in page(owner_of(case).get(url("close", case)))
    assert close(case).url == url("close", case)
    case.refresh_from_db()
    assert case.closed_as == end
    first = case.closed_at
    close(case)
    case.refresh_from_db()
    assert case.closed_at == first
    assert "Your case is closed" in page(owner_of(case).get(url("close", case)))


def test_without_a_decision_it_cannot_be_closed_but_it_opens_and_leads_to_deleting():
    case = leaving(outcome="")
    client = owner_of(case)
    text = page(client.get(url("close", case)))
    assert url("close-delete", case) in text
    assert "Close and keep" not in text
    assert close(case).status_code == 302
    case.refresh_from_db()
    assert not case.is_closed


def test_the_page_opens_even_before_the_first_pause():
    case = case_of(person())
    assert owner_of(case).get(url("close", case)).status_code == 200
    assert owner_of(case).get(url("close-delete", case)).status_code == 200


@pytest.mark.mission("S1-20", "S2-20")
def test_with_somebody_untold_it_names_them_and_asks_why():
    case = leaving()
    assert "Dana Reyes" in page(owner_of(case).get(url("close", case)))
    answer = close(case)
    assert "Choose why you close before they know" in page(answer)
    case.refresh_from_db()
    assert not case.is_closed

    close(case, why="no-answer")
    case.refresh_from_db()
    assert case.closed_as == "withdrawn"
    row = GoneAhead.objects.get(gate=Gate.UNTOLD)
    assert row.why == "I tried, and they do not answer"


def test_opened_and_closed_again_it_is_harmless():
    case = leaving()
    close(case, why="later")
    for _ in range(2):
        assert owner_of(case).post(url("close-open", case)).url == url("hub", case)
    case.refresh_from_db()
    assert (case.closed_as, case.closed_at) == ("", None)
    close(case, why="rather-not")
    case.refresh_from_db()
    assert case.is_closed
    assert GoneAhead.objects.count() == 1


def test_keeping_the_job_leaves_nobody_to_tell():
    case = leaving(outcome=Outcome.KEEP)
    assert "Not told yet" not in page(owner_of(case).get(url("close", case)))


# Deleting


def test_the_code_erases_everything_of_the_case_at_once():
    case = leaving()
    Feeling.objects.create(case=case, weight=1)
    letter = letter_to(dana(case))
    told(dana(case), "spoke")
    owner_of(case).post(url("letter-issue", case, letter.pk), {"pdf": "1"})
    assert LetterVersion.objects.count() == 1

    assert delete(case, case.code).url == reverse("coaching:deleted")
    left = [
        model.__name__
        for app in ("coaching", "offers")
        for model in apps.get_app_config(app).get_models()
        if model.objects.exists()
    ]
    assert left == []
    assert User.objects.filter(pk=case.owner_id).exists()


def test_an_account_keeps_its_other_cases():
    case = leaving()
    other = case_of(case.owner)
    delete(case, f" {case.code[:5].upper()}-{case.code[5:]} ")
    assert list(Case.objects.all()) == [other]


def test_the_code_may_be_typed_with_spaces_dashes_and_capitals():
    case = leaving()
    text = page(owner_of(case).get(url("close-delete", case)))
    shown = f"{case.code[:5]} {case.code[5:]}"
    assert f"The code is {shown}" in text
    assert 'autocapitalize="off"' in text
    assert delete(case, f"{shown.upper().replace(' ', ' - ')}").url == reverse("coaching:deleted")
    assert not Case.objects.exists()


@pytest.mark.parametrize("typed", ["", "delete", "abcdefghij", "🙂", "\x00"])
def test_another_code_erases_nothing(typed):
    case = leaving()
    text = page(delete(case, typed))
    assert f"Type the code as shown: {case.code[:5]} {case.code[5:]}" in text
    assert "<title>Error: " in text
    assert Case.objects.filter(pk=case.pk).exists()


def test_a_guest_without_another_case_goes_with_it():
    guest = User.objects.create_guest()
    case = case_of(guest)
    client = signed_in(guest)
    answer = delete(case, case.code, client)
    assert not User.objects.filter(pk=guest.pk).exists()
    assert "_auth_user_id" not in client.session
    assert "Your case is deleted" in page(client.get(answer.url))
    assert client.get(url("hub", case)).status_code == 302


def test_a_guest_with_another_case_stays():
    guest = User.objects.create_guest()
    case, other = case_of(guest), case_of(guest)
    client = signed_in(guest)
    delete(case, case.code, client)
    assert client.get(url("hub", other)).status_code == 200


def test_a_stranger_can_neither_close_nor_erase():
    case = leaving()
    bo = signed_in(person("bo"))
    for name in ("close", "close-open", "close-delete"):
        for method in ("get", "post", "put"):
            assert getattr(bo, method)(url(name, case)).status_code == 404
    assert delete(case, case.code, bo).status_code == 404


def test_wrong_methods():
    case = leaving()
    client = owner_of(case)
    assert client.get(url("close-open", case)).status_code == 405
    assert client.put(url("close", case)).status_code == 405
    assert client.delete(url("close-delete", case)).status_code == 405
    assert client.post(reverse("coaching:deleted")).status_code == 405


def test_a_new_decision_changes_how_it_ends():
    case = leaving(outcome=Outcome.ASK)
    decide(case, Outcome.KEEP, hours_ago=1)
    close(case)
    case.refresh_from_db()
    assert case.closed_as == "honored"
