"""A closer look at the doubt: small pages, each said back beside the reasons, none a duty."""

import pytest

from coaching.models import CounterOffer, FirstDays, LaterOffer, Pleasing, Pressure
from coaching.weigh.manager_questions import MANAGER_QUESTIONS
from offers.models import Stage
from tests import reading
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.reading import main_of

pytestmark = pytest.mark.django_db

LATER = {"came": "unasked", "alike": "very", "better": "far"}
COUNTER = {"left_because": "No training.", "what_changed": "Only the pay."}
PLEASING = {
    "hard_to_say_no": "no",
    "for_others": "no",
    "only_first": "yes",
    "if_nobody_minded": "yes",
}
PUSHED = {
    "sunk_time": "a-lot",
    "missing_out": "some",
    "what_next": "none",
    "family": "none",
    "recruiter": "none",
    "myself": "none",
    "safe_option": "none",
}
PLAN = {
    "learn_1": "The names of the team",
    "learn_3": "One campaign from start to end",
    "person": "Whoever sits next to me",
    "ask_1": "Which tools do you use?",
}
ANSWERS = {
    "later-offer": (LaterOffer, LATER),
    "counter-offer": (CounterOffer, COUNTER),
    "pleasing": (Pleasing, PLEASING),
    "pressure": (Pressure, PUSHED),
    "first-days": (FirstDays, PLAN),
}
every_page = pytest.mark.parametrize("name", ANSWERS)


@pytest.fixture
def ana(client):
    """Said why she doubts: an offer to stay, and another one."""
    ana = Ana(client)
    ana.saves("why", reasons=["better_offer", "counter_offer"], still="no")
    return ana


@pytest.mark.mission("S0-2")
def test_an_offer_that_came_unasked_after_the_yes_is_recorded_and_said_back(ana):
    assert ana.saves("later-offer", **LATER).url == ana.url("why-result") + "#closer"
    row = ana.now().later_offer
    assert (row.came, row.alike, row.better) == ("unasked", "very", "far")
    page = ana.reads("why-result")
    assert "They came to you. It is much the same work, and far better, all in all." in page


@pytest.mark.mission("S0-2")
@pytest.mark.parametrize(
    ("came", "said"),
    [
        ("pending", "You had applied before, and were waiting."),
        ("asked", "You went looking after your yes."),
    ],
)
def test_whether_it_was_asked_for_is_kept_apart(ana, came, said):
    ana.saves("later-offer", **LATER | {"came": came})
    assert said in ana.reads("why-result")


@pytest.mark.mission("S1-23", "S1-26")
def test_a_counter_offer_asks_what_made_her_leave_and_keeps_both_answers(ana):
    page = ana.reads("why-result")
    assert "What made you leave, and has it changed?" in page
    assert f'class="btn" href="{ana.url("counter-offer")}"' in page
    ana.saves("counter-offer", **COUNTER)
    there = ana.now().counter_offer
    assert (there.left_because, there.what_changed) == ("No training.", "Only the pay.")
    page = ana.reads("why-result")
    assert "You wanted to leave: “No training.”" in page
    assert "What has changed: “Only the pay.”" in page


@pytest.mark.mission("S0-6", "S0-11")
def test_feeling_bound_only_by_the_first_yes_is_said_back(ana):
    ana.saves("pleasing", **PLEASING)
    page = ana.reads("why-result")
    assert "You feel bound only because this yes came first." in page
    assert "If nobody minded, you would know what you want." in page


@pytest.mark.mission("S0-11")
def test_pleasing_others_is_asked_kindly(ana):
    text = reading.words_of(main_of(ana.reads("pleasing")))
    assert "To care what others think is a good trait." in text
    assert "You can care about people and still say no to them." in text


def test_before_a_yes_nobody_is_asked_about_the_first_one(client):
    ana = Ana(client, stage=Stage.NOT_ACCEPTED)
    ana.saves("why", reasons=["better_offer"], still="no")
    assert "said yes to this job first" not in ana.reads("pleasing")
    without = {name: answer for name, answer in PLEASING.items() if name != "only_first"}
    assert ana.saves("pleasing", **without).status_code == 302
    assert ana.url("later-offer") not in ana.reads("why-result")


@pytest.mark.mission("S3-2")
def test_what_pushes_is_named_and_said_back_in_one_sentence(ana):
    page = ana.reads("pressure")
    for source in (
        "The time I have put in",
        "Fear of missing out",
        "Fear of what comes next",
        "My family",
        "A recruiter",
        "Myself",
        "The “safe” option",
    ):
        assert source in page
    ana.saves("pressure", **PUSHED)
    assert (
        "A lot of push comes from your time so far, and some from fear of missing out."
        in ana.reads("why-result")
    )


def test_a_source_that_was_passed_over_is_named(ana):
    page = ana.saves("pressure", **PUSHED | {"family": ""}).content.decode()
    assert page.count("Choose none, some or a lot for “my family”") == 2
    assert not Pressure.objects.exists()


@pytest.mark.mission("S1-23")
def test_nerves_end_in_a_plan_with_questions_to_copy_and_never_in_leaving(client):
    ana = Ana(client)
    ana.saves("why", reasons=["not_good_enough"], still="yes")
    assert f'class="btn" href="{ana.url("first-days")}"' in ana.reads("why-result")
    assert ana.saves("first-days", **PLAN).url == ana.url("first-days-result")
    page = main_of(ana.reads("first-days-result"))
    for words in ("By day 30", "The names of the team", "Whoever sits next to me"):
        assert words in page
    assert "By day 60" not in page
    assert page.index("Which tools do you use?") < page.index(MANAGER_QUESTIONS[0])
    assert 'data-copy="#questions"' in page
    assert "back out" not in page.lower()


def test_an_empty_plan_is_allowed(ana):
    ana.saves("first-days")
    assert "You left the plan open." in ana.reads("first-days-result")
    assert ana.opens("first-days").status_code == 200


def test_without_a_plan_its_page_leads_to_the_questions(ana):
    assert ana.opens("first-days-result").url == ana.url("first-days")


@every_page
def test_each_is_private_and_optional(ana, name):
    page = ana.reads(name)
    assert "Only you, always" in page
    listed = main_of(ana.reads("why-result"))
    assert f'href="{ana.url(name)}"' in listed
    assert "Optional" in listed


@every_page
def test_each_shows_what_was_answered(ana, name):
    model, answers = ANSWERS[name]
    ana.saves(name, **answers)
    row = model.objects.get(case=ana.case)
    assert {field: getattr(row, field) for field in answers} == answers
    form = ana.opens(name).context["form"]
    assert all(form[field].value() == answer for field, answer in answers.items())


@every_page
def test_half_an_answer_is_kept_and_said_back_only_when_whole(ana, name):
    _, answers = ANSWERS[name]
    first, answer = next(iter(answers.items()))
    assert ana.saves(name, **{first: answer}, later="1").url == ana.url("hub")
    assert ana.opens("why-result").status_code == 200


@every_page
def test_a_second_click_changes_nothing_and_an_old_tab_gets_both_answers(ana, name):
    model, answers = ANSWERS[name]
    first = ana.saves(name, **answers)
    assert ana.saves(name, **answers).url == first.url
    assert model.objects.count() == 1
    field, answer = next(iter(answers.items()))
    other = {"a-lot": "some", "unasked": "asked", "no": "yes"}.get(answer, "Something else")
    assert ana.saves(name, **answers | {field: other}).status_code == 409
    assert getattr(model.objects.get(), field) == answer


@every_page
def test_each_waits_for_a_reason(client, name):
    early = Ana(client)
    page = client.get(early.url(name), follow=True)
    assert page.redirect_chain == [(early.url("hub"), 302)]
    assert "Find the real reason first." in page.content.decode()
    model, answers = ANSWERS[name]
    assert early.saves(name, **answers).url == early.url("hub")
    assert not model.objects.exists()


@every_page
def test_strangers_and_other_methods_are_refused(ana, name):
    assert bo_finds_nothing(ana, name)
    assert wrong_methods_are_refused(ana, name)
    assert wrong_methods_are_refused(ana, "first-days-result", reading=True)


@every_page
def test_each_page_reads_easily(ana, name):
    for page in (ana.reads(name), ana.saves(name, **{}, version=0).content.decode()):
        if "<main" in page:
            assert reading.grade(main_of(page)) <= reading.MOST_GRADE
            assert reading.banned_words(main_of(page)) == []


def test_the_result_with_everything_said_is_read_with_few_statements(
    ana, django_assert_max_num_queries
):
    for name, (_, answers) in ANSWERS.items():
        ana.saves(name, **answers)
    with django_assert_max_num_queries(6):
        ana.opens("why-result")
