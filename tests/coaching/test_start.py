"""From the landing page into a case, without an account."""

import pytest
from django.urls import reverse

from accounts.models import User
from offers.models import Case
from tests.factories import case_of, finish, person

pytestmark = pytest.mark.django_db


def test_reading_the_first_page_leaves_nothing_behind(client):
    assert client.get(reverse("coaching:start")).status_code == 200
    assert not User.objects.exists()
    assert not client.cookies.get("sessionid")


@pytest.mark.mission("S2-1")
def test_ana_starts_as_a_guest_and_reaches_her_steps(client):
    page = client.post(reverse("coaching:start"), {"stage": "accepted"})
    assert page.url == reverse("coaching:start-clock")
    case = Case.objects.get()
    assert case.owner.is_guest

    answers = {"answer_wanted": "no", "time_zone": "Europe/Berlin"}
    page = client.post(reverse("coaching:start-clock"), answers)
    assert page.url == reverse("coaching:start-private")
    case.refresh_from_db()
    assert (case.answer_wanted, case.time_zone) == ("no", "Europe/Berlin")

    page = client.get(page.url)
    assert "Carry on without an account" in page.content.decode()
    page = client.get(reverse("coaching:hub", args=[case.code]))
    assert "Take a breath" in page.content.decode()


def test_a_place_once_chosen_is_not_changed_by_the_device(client):
    client.post(reverse("coaching:start"), {"stage": "accepted"})
    clock = reverse("coaching:start-clock")
    assert "data-zone" in client.get(clock).text
    answers = {"answer_wanted": "no", "time_zone": "Europe/Berlin", "version": "0"}
    assert "data-zone" not in client.post(clock, answers | {"answer_wanted": ""}).text
    client.post(clock, answers)
    assert "data-zone" not in client.get(clock).text


def test_a_second_click_on_start_makes_no_second_case(client):
    for _ in range(2):
        client.post(reverse("coaching:start"), {"stage": "accepted"})
    assert Case.objects.count() == User.objects.count() == 1


def test_pausing_opens_the_next_steps(client):
    client.post(reverse("coaching:start"), {"stage": "accepted"})
    case = Case.objects.get()
    answers = {"weight": "1", "pulls": ["pull_gut", "pull_guilt"], "forced": "no", "version": "0"}
    page = client.post(reverse("coaching:pause", args=[case.code]), answers)
    case.refresh_from_db()
    assert case.feeling.weight == 1
    assert case.feeling.pull_gut
    assert not case.feeling.pull_money
    assert case.saved_pages.filter(slug="pause", is_finished=True).exists()
    assert page.status_code == 302


def test_two_tabs_that_name_two_places_show_both_by_the_names_people_know(client):
    client.post(reverse("coaching:start"), {"stage": "accepted"})
    there = {"answer_wanted": "no", "time_zone": "America/Los_Angeles", "version": "0"}
    client.post(reverse("coaching:start-clock"), there)
    answer = client.post(reverse("coaching:start-clock"), there | {"time_zone": "America/New_York"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Saved:</span> Pacific: Los Angeles, Vancouver" in page
    assert "You typed:</span> Eastern: New York, Toronto" in page


def test_who_can_see_comes_after_a_case_is_begun(client):
    client.force_login(User.objects.create_guest())
    assert client.get(reverse("coaching:start-private")).url == reverse("coaching:start")


def at_work(client) -> Case:
    """Ana has begun a case and saved a page of it."""
    client.post(reverse("coaching:start"), {"stage": "accepted"})
    case = Case.objects.get()
    finish(case, "pause")
    return case


def test_a_stage_card_begins_no_second_case_by_accident(client):
    case = at_work(client)
    page = client.post(reverse("coaching:start"), {"stage": "started"}).content.decode()
    assert "You have started already" in page
    assert f'href="{reverse("coaching:hub", args=[case.code])}"' in page
    assert "Start another" in page
    case.refresh_from_db()
    assert (Case.objects.count(), case.stage) == (1, "accepted")


def test_who_wants_another_case_gets_one_even_after_two_clicks(client):
    at_work(client)
    for _ in range(2):
        answer = client.post(reverse("coaching:start"), {"stage": "started", "another": "1"})
        assert answer.url == reverse("coaching:start-clock")
    assert sorted(Case.objects.values_list("stage", flat=True)) == ["accepted", "started"]


def test_bos_open_case_is_not_anas(client):
    finish(case_of(person("bo")), "pause")
    client.force_login(person("ana"))
    answer = client.post(reverse("coaching:start"), {"stage": "accepted"})
    assert answer.url == reverse("coaching:start-clock")


def test_who_has_an_account_is_not_told_that_they_need_none(client):
    client.force_login(person("ana"))
    client.post(reverse("coaching:start"), {"stage": "accepted"})
    page = client.get(reverse("coaching:start-private")).content.decode()
    assert "kept in your account" in page
    assert "do not need an account" not in page
    assert "7 days" not in page
