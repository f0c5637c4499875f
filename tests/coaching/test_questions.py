"""Questions to sit with: seven screens, none of which must be answered."""

import pytest

from coaching.models import Reflection
from coaching.weigh.questions import QUESTIONS
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import finish

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(client):
    return Ana(client)


@pytest.mark.mission("S1-9", "S1-22", "S2-4", "S3-20", "S3-21", "S3-22", "S3-23")
def test_ana_walks_through_all_seven_and_every_word_is_kept(ana):
    url = ana.url("question", "goals")
    for question in QUESTIONS:
        assert url == ana.url("question", question.name)
        page = ana.reads("question", question.name)
        assert f">{question.title}</h1>" in page
        url = ana.saves("question", question.name, **{f: f"My {f}" for f in question.fields}).url
    answers = Reflection.objects.get(case=ana.case)
    assert all(
        getattr(answers, field) == f"My {field}"
        for question in QUESTIONS
        for field in question.fields
    )
    assert not url.startswith(ana.url("questions"))
    assert ana.reads("questions").count("Done</span>") == 7


def test_the_list_starts_with_the_first_question(ana):
    page = ana.reads("questions")
    assert f'class="btn" href="{ana.url("question", "goals")}">Start' in page


def test_a_question_can_be_skipped(ana):
    assert ana.saves("question", "goals").url == ana.url("question", "giving-up")
    assert "Skipped" in ana.reads("questions")


def test_after_the_last_one_comes_the_one_left_out(ana):
    finish(ana.case, *(question.slug for question in QUESTIONS[1:]))
    page = ana.saves("question", "friend", version=1, friend="Call them.")
    assert page.url == ana.url("question", "goals")


def test_one_screen_never_touches_the_answers_of_another(ana):
    ana.saves("question", "goals", goals="To teach")
    ana.saves("question", "friend", friend="Sleep on it", goals="Something else")
    answers = Reflection.objects.get(case=ana.case)
    assert (answers.goals, answers.friend) == ("To teach", "Sleep on it")


def test_two_lists_say_what_each_way_costs(ana):
    page = ana.reads("question", "giving-up")
    assert "What do you give up if you back out?" in page
    assert "What do you give up if you keep the job?" in page
    assert page.count("<h1") == 1


def test_a_long_answer_is_refused_and_kept(ana):
    long = "word " * 401
    page = ana.saves("question", "goals", goals=long).content.decode()
    assert "must be 2,000 characters or fewer" in page
    assert long.strip() in page
    assert not Reflection.objects.exists()


def test_an_old_tab_gets_both_answers_back(ana):
    ana.saves("question", "goals", goals="To teach")
    page = ana.saves("question", "goals", goals="To learn")
    assert page.status_code == 409
    assert Reflection.objects.get().goals == "To teach"


def test_a_second_click_changes_nothing(ana):
    for _ in range(2):
        page = ana.saves("question", "goals", goals="To teach")
        assert page.url == ana.url("question", "giving-up")
    assert Reflection.objects.count() == 1


def test_a_question_that_is_none_is_not_there(ana):
    assert ana.opens("question", "love").status_code == 404


def test_before_the_pause_there_is_nothing_here(client):
    early = Ana(client, pages=())
    assert early.opens("questions").url == early.url("hub")
    assert early.saves("question", "goals", goals="x").url == early.url("hub")
    assert not Reflection.objects.exists()


def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana):
    assert bo_finds_nothing(ana, "question", "friend")
    assert wrong_methods_are_refused(ana, "question", "friend")
    assert wrong_methods_are_refused(ana, "questions", reading=True)


def test_the_page_is_read_with_four_statements(ana, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        ana.opens("question", "goals")
