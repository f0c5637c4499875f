"""Find the real reason: up to three, said back, with one thing to do next."""

import pytest

from coaching.models import Feeling, RealReason
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import other_offer
from tests.reading import main_of

pytestmark = pytest.mark.django_db

NERVES = {"reasons": ["not_good_enough"], "first": "I read the job ad again.", "still": "yes"}


@pytest.fixture
def ana(client):
    return Ana(client)


def test_ana_picks_two_reasons_and_sees_them_said_back(ana):
    answers = {"reasons": ["cold_feet", "place"], "first": "I timed the train.", "still": "unknown"}
    page = ana.saves("why", **answers)
    assert page.url == ana.url("why-result")
    reason = ana.now().real_reason
    assert reason.chosen == ["place", "cold_feet"]
    assert (reason.first, reason.still) == ("I timed the train.", "unknown")
    page = ana.reads("why-result")
    assert "You picked the place and nerves." in page
    assert "Only you, always" in page


@pytest.mark.mission("S1-23")
def test_feeling_not_good_enough_ends_calmly_with_one_talk(ana):
    ana.saves("why", **NERVES)
    page = main_of(ana.reads("why-result"))
    assert "Would one talk with your new manager help?" in page
    assert "you would still want this job" in page
    assert "back out" not in page.lower()
    assert "withdraw" not in page
    assert f'class="btn" href="{ana.url("first-days")}"' in page


def test_another_offer_leads_to_getting_it_in_writing(ana):
    other_offer(ana.case)
    ana.saves("why", reasons=["better_offer"], still="no")
    assert f'class="btn" href="{ana.url("in-writing")}"' in ana.reads("why-result")


def test_a_suggestion_never_leads_to_a_step_that_is_not_hers(ana):
    ana.saves("why", reasons=["better_offer"], still="no")
    assert f'class="btn" href="{ana.url("questions")}"' in ana.reads("why-result")


@pytest.mark.mission("S0-6")
def test_guilt_named_at_the_pause_comes_back_when_the_job_is_not_wanted(ana):
    Feeling.objects.create(case=ana.case, weight=2, pull_guilt=True)
    ana.saves("why", reasons=["role_differs"], still="no")
    assert "Feeling bound says something good about you." in ana.reads("why-result")


@pytest.mark.mission("S0-1")
def test_common_reasons_that_people_are_ashamed_of_are_named(ana):
    page = ana.reads("why")
    for reason in (
        "The trip to work",
        "I was never at ease with the pay",
        "too nervous to ask for more",
        "I went for practice, or could not say no",
        "It sank in only later",
    ):
        assert reason in page


def test_four_reasons_are_too_many_and_stay_chosen(ana):
    four = ["pay", "place", "people", "gut"]
    page = ana.saves("why", reasons=four, first="Hello", still="no").content.decode()
    assert page.count("Choose 3 or fewer") == 2
    assert "<title>Error: " in page
    assert page.count(" checked") == 5
    assert ">\nHello</textarea>" in page
    assert not RealReason.objects.exists()


def test_nothing_chosen_says_what_to_choose(ana):
    page = ana.saves("why").content.decode()
    assert "Choose at least one reason" in page
    assert "Choose yes, no or “I don’t know”" in page


def test_half_an_answer_is_kept_for_later(ana):
    page = ana.saves("why", reasons=["gut"], later="1")
    assert page.url == ana.url("hub")
    assert ana.now().real_reason.gut
    assert ana.opens("why-result").url == ana.url("why")


def test_a_second_click_changes_nothing(ana):
    for _ in range(2):
        page = ana.saves("why", **NERVES)
        assert page.url == ana.url("why-result")
    assert RealReason.objects.count() == 1
    assert ana.now().saved_pages.get(slug="why").version == 1


def test_an_old_tab_gets_both_answers_back(ana):
    ana.saves("why", **NERVES)
    page = ana.saves("why", **NERVES | {"first": "Something else."})
    assert page.status_code == 409
    assert "I read the job ad again." in page.content.decode()
    assert "Something else." in page.content.decode()


def test_changing_the_reasons_forgets_the_old_ones(ana):
    ana.saves("why", **NERVES)
    ana.saves("why", version=1, reasons=["pay"], still="no")
    assert ana.now().real_reason.chosen == ["pay"]


def test_ten_thousand_characters_are_refused_and_kept(ana):
    long = "word " * 2000
    page = ana.saves("why", **NERVES | {"first": long}).content.decode()
    assert "must be 2,000 characters or fewer" in page
    assert long.strip() in page


@pytest.mark.parametrize("name", ["why", "why-result"])
def test_before_the_pause_there_is_nothing_here(client, name):
    early = Ana(client, pages=())
    assert early.opens(name).url == early.url("hub")


def test_a_stranger_finds_nothing(ana):
    assert bo_finds_nothing(ana, "why")


def test_other_methods_are_refused(ana):
    assert wrong_methods_are_refused(ana, "why")
    assert wrong_methods_are_refused(ana, "why-result", reading=True)


def test_the_page_is_read_with_four_statements(ana, django_assert_max_num_queries):
    ana.saves("why", **NERVES)
    with django_assert_max_num_queries(4):
        ana.opens("why")
