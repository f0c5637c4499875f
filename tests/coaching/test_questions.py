"""Questions to sit with: nine screens, none of which must be answered."""

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
def test_ana_walks_through_all_of_them_and_every_word_is_kept(ana):
    url = ana.url("question", "goals")
    for question in QUESTIONS:
        assert url == ana.url("question", question.name)
        page = ana.reads("question", question.name)
        assert f">{question.title}</h1>" in page
        answers = {field: f"My {field}" for field in question.fields}
        picked = {question.pick: "unknown"} if question.pick else {}
        url = ana.saves("question", question.name, **answers, **picked).url
    assert url == ana.url("questions-result")
    row = Reflection.objects.get(case=ana.case)
    for question in QUESTIONS:
        assert all(getattr(row, field) == f"My {field}" for field in question.fields)
        assert not question.pick or getattr(row, question.pick) == "unknown"
    assert ana.reads("questions").count("Done</span>") == len(QUESTIONS)


@pytest.mark.mission("S3-20", "S3-21", "S3-22", "S3-23")
def test_the_four_are_said_back_with_her_own_words(ana):
    ana.saves("question", "excited", excited_pick="relieved", excited="The search was long.")
    ana.saves("question", "worry", without_worry_pick="no")
    ana.saves("question", "respected", respected_pick="informed")
    ana.saves("question", "goals", goals_pick="keep")
    page = ana.reads("questions-result")
    for line in (
        "You are relieved to have a job.",
        "The search was long.",
        "Without the worry, you would not say yes.",
        "You feel well informed, but not respected.",
        "To keep the job is closer to your goals.",
    ):
        assert line in page
    assert "Left open" not in page[: page.index("All you have")]


def test_a_question_left_open_is_said_to_be_open(ana):
    page = ana.reads("questions-result")
    assert page.count('<span class="muted">Left open</span>') == 4
    assert "You left this open." in page


def test_a_choice_alone_counts_as_an_answer(ana):
    ana.saves("question", "worry", without_worry_pick="yes")
    assert ana.reads("questions").count("Done</span>") == 1


def test_an_answer_that_is_none_of_the_choices_is_refused(ana):
    page = ana.saves("question", "excited", excited_pick="thrilled")
    assert page.status_code == 200
    assert page.context["form"].errors
    assert not Reflection.objects.exists()


@pytest.mark.parametrize(
    ("stage", "leave"), [("not-accepted", "Say no"), ("accepted", "Back out"), ("started", "Leave")]
)
def test_the_two_ways_are_called_as_where_she_stands(client, stage, leave):
    ana = Ana(client, stage=stage)
    assert f">{leave}</label>" in ana.reads("question", "goals")
    ana.saves("question", "goals", goals_pick="leave")
    assert f"To {leave.lower()} is closer to your goals." in ana.reads("questions-result")


@pytest.mark.mission("S4-4")
def test_ana_can_not_give_it_all_and_says_what_follows_for_both(ana):
    page = ana.reads("question", "all-in")
    assert "If not, what follows for you?" in page
    assert "And what follows for them?" in page
    assert "A job done with half a heart is hard on you." in page
    assert "It is hard on your team too" in page
    follows = {"all_in_you": "I would look around.", "all_in_them": "They train me for nothing."}
    ana.saves("question", "all-in", all_in="no", **follows)
    result = ana.reads("questions-result")
    assert "You can’t give this job all you have." in result
    assert all(words in result for words in follows.values())


@pytest.mark.mission("S4-5")
def test_what_is_fair_and_what_suits_her_are_told_apart_and_not_settled(ana):
    page = ana.reads("question", "fair")
    assert "Leaving aside what suits you: what would be fair?" in page
    assert "Leaving aside what is fair: what would suit you?" in page
    ana.saves("question", "fair", fair="To start in January.", suits="To live near Mom.")
    result = ana.reads("questions-result")
    beside = result[result.index("What would be fair</h3>") : result.index("The two may pull")]
    assert "To start in January." in beside
    assert "To live near Mom." in beside
    assert "Some advice puts you first. Other advice puts your word first" in result
    assert "We can’t settle that for you." in result


@pytest.mark.mission("S4-6")
@pytest.mark.parametrize("stage", ["accepted", "started"])
def test_a_signed_yes_is_said_to_weigh(client, stage):
    ana = Ana(client, stage=stage)
    ana.saves("question", "fair", fair="To stay.")
    for page in (ana.reads("question", "fair"), ana.reads("questions-result")):
        assert "A signed yes is a promise." in page
        assert "it may never be undone" in page
        assert "Often no way out is ideal." in page


def test_who_signed_nothing_is_not_told_that_they_did(client):
    ana = Ana(client, stage="not-accepted")
    ana.saves("question", "fair", fair="To say so soon.")
    assert "Once you sign, your yes is a promise." in ana.reads("question", "fair")
    for page in (ana.reads("question", "fair"), ana.reads("questions-result")):
        assert "A signed yes is a promise." not in page


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
    assert wrong_methods_are_refused(ana, "questions-result", reading=True)


def test_the_page_is_read_with_four_statements(ana, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        ana.opens("question", "goals")
