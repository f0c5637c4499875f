"""Pages that anyone may read, before there is a person, a case or a cookie."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from accounts.models import User
from offers.models import Case, Stage
from tests import reading
from tests.factories import finish

PAGES = ["landing", "help-now", "support", "privacy", "what-staff-see", "accessibility"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(client):
    ana = User.objects.create_guest()
    client.force_login(ana)
    return ana


def text_of(client, name: str) -> str:
    response = client.get(reverse(f"coaching:{name}"))
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_a_stranger_reads_it_without_signing_in(client, name):
    page = text_of(client, name)
    heading = re.findall(r"<h1>(.*?)</h1>", page)
    assert len(heading) == 1
    assert f"<title>{heading[0]} – Second Thoughts</title>" in page


@pytest.mark.parametrize("name", PAGES)
def test_reading_it_leaves_nothing_behind(client, settings, name):
    text_of(client, name)
    assert not Session.objects.exists()
    assert not User.objects.exists()
    assert settings.SESSION_COOKIE_NAME not in client.cookies


@pytest.mark.parametrize("name", PAGES)
def test_it_is_for_reading_only(client, name):
    assert client.post(reverse(f"coaching:{name}")).status_code == 405


@pytest.mark.parametrize("name", PAGES)
def test_it_reads_easily_and_in_the_house_words(client, name):
    main = reading.main_of(text_of(client, name))
    longest = reading.longest_sentence(main)
    assert reading.grade(main) <= reading.MOST_GRADE
    assert len(longest.split()) <= reading.MOST_WORDS, longest
    assert reading.banned_words(main) == []


@pytest.mark.parametrize("name", PAGES)
def test_it_keeps_the_strict_policy_on_styles_and_scripts(client, name):
    page = text_of(client, name)
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:|[\"']data:", page)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))


@pytest.mark.mission("S2-1")
@pytest.mark.parametrize("stage", Stage.values)
def test_each_of_the_three_doors_begins_a_case_of_that_kind(client, stage):
    page = text_of(client, "landing")
    assert f'name="stage" value="{stage}"' in page
    client.post(reverse("coaching:start"), {"stage": stage})
    assert Case.objects.get().stage == stage


def test_the_doors_carry_the_token_that_lets_them_be_posted(client):
    assert "csrfmiddlewaretoken" in text_of(client, "landing")


def test_a_person_with_a_case_can_carry_on(client, ana):
    case = Case.objects.create(owner=ana, stage=Stage.ACCEPTED)
    hub = reverse("coaching:hub", args=[case.code])
    assert "Carry on: who can see your answers" in text_of(client, "help-now")
    finish(case, "pause")
    assert f'href="{hub}">Carry on where you stopped</a>' in text_of(client, "landing")
    assert f'href="{hub}">Carry on with your steps</a>' in text_of(client, "help-now")


def test_nobody_is_led_to_the_case_of_someone_else(client, ana):
    bo = User.objects.create_guest()
    case = Case.objects.create(owner=bo, stage=Stage.ACCEPTED)
    assert case.code not in text_of(client, "landing")
    assert case.code not in text_of(client, "help-now")


@pytest.mark.mission("S0-4", "S2-6")
def test_the_front_page_says_how_common_it_is_and_who_says_so(client):
    main = reading.words_of(text_of(client, "landing"))
    assert "between 1 in 4 and 1 in 2" in main
    assert "Kyle Elliott, about 2024" in main


@pytest.mark.mission("S1-1", "S1-13")
def test_help_now_has_words_for_three_ways_and_a_list_of_what_not_to_do(client):
    page = text_of(client, "help-now")
    for way in ("phone", "e-mail", "text"):
        assert f'id="words-{way}"' in page
        assert f'data-copy="#words-{way}" hidden' in page
    words = reading.words_of(page)
    assert "do not say yes or no" in words
    assert "do not quit the job you have now" in words
    assert "do not sign anything" in words


def test_support_has_a_line_for_each_place_and_one_for_everywhere_else(client):
    page = text_of(client, "support")
    for number in ("988", "116123", "131114", "08001110111", "14416", "0120279338"):
        assert f'href="tel:{number}"' in page
    assert "findahelpline.com" in page
    assert 'id="legal"' in page


def test_an_employer_never_sees_any_part(client):
    rows = re.findall(r'<tr><th scope="row">.*?</tr>', text_of(client, "what-staff-see"))
    assert len(rows) >= 8
    assert all(row.endswith('<td data-l="An employer">Never</td></tr>') for row in rows)


def test_no_page_promises_for_the_school_what_its_rules_may_not_keep(client):
    """We tell no employer anything. A school may, by its rules, and they can be read."""
    page = text_of(client, "what-staff-see")
    assert "What they hear, they hear from you" not in page
    assert "Your school is not us. It may tell an employer that you back out" in page
    assert 'href="/school/"' in page


def test_the_address_to_write_to_comes_from_the_operator(client, settings):
    settings.CONTACT_EMAIL = "access@example.org"
    assert 'href="mailto:access@example.org"' in text_of(client, "accessibility")


def test_without_an_address_none_is_made_up(client, settings):
    settings.CONTACT_EMAIL = ""
    assert "mailto:" not in text_of(client, "accessibility")


@pytest.mark.parametrize(
    ("stage", "is_said"), [("not-accepted", False), ("accepted", True), ("started", False)]
)
def test_only_who_said_yes_is_asked_to_keep_the_doubt_from_that_job(client, ana, stage, is_said):
    Case.objects.create(owner=ana, stage=stage)
    assert ("do not tell the job you said yes to" in text_of(client, "help-now")) == is_said
