"""Warning signs: asked about each job, asked about oneself, said back and never added up."""

import pytest

from coaching.journey.facts import Facts
from coaching.models import Habits, WarningSigns
from offers.models import Offer, OfferKind
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer, other_offer
from tests.reading import words_of

pytestmark = pytest.mark.django_db

SAW = {"role": "yes", "pay": "unknown", "path": "no"}
TALKED = {"talks": "yes", "push": "no", "treated": "badly"}
HABITS = ("fix_later", "any_offer", "unwritten", "title", "stress")


@pytest.fixture
def ana(client):
    """Said yes to Bluebird, and Harborlight called."""
    ana = Ana(client)
    accepted_offer(ana.case, employer="Bluebird")
    other_offer(ana.case, employer="Harborlight")
    return ana


def about_bluebird(page: str) -> str:
    return page[page.index('id="job-1"') : page.index('id="job-2"')]


@pytest.mark.mission("S3-4", "S3-5", "S3-6", "S3-7", "S3-8")
def test_ana_is_led_through_both_jobs_and_herself_to_what_she_said(ana):
    urls = [
        ana.saves("flags-job", 1, **SAW, role_note="Reports, no models").url,
        ana.saves("flags-talks", 1, **TALKED).url,
        ana.saves("flags-job", 2, role="no", pay="no", path="no").url,
        ana.saves("flags-talks", 2, talks="no", push="no", treated="well").url,
        ana.saves("flags-you", **dict.fromkeys(HABITS, "no")).url,
    ]
    assert urls == [
        ana.url("flags-talks", 1),
        ana.url("flags-job", 2),
        ana.url("flags-talks", 2),
        ana.url("flags-you"),
        ana.url("flags-result"),
    ]
    bluebird = about_bluebird(ana.reads("flags-result"))
    saw, find_out = bluebird.split("What you can find out")
    assert "The job is not the one you talked about." in saw
    assert "“Reports, no models”" in saw
    assert "The interviews were cold, rushed or mixed up." in saw
    assert "Ask them: is there room to talk about the pay" in find_out
    assert "It is clear how you would learn and move up." in find_out
    assert "They did not push you to say yes." in find_out
    assert ana.reads("flags").count("Done</span>") == 5


@pytest.mark.mission("S3-16")
def test_how_they_treated_her_is_asked_for_each_job_and_said_back(ana):
    page = ana.reads("flags-talks", 1)
    assert "All in all, how did they treat you?" in page
    assert "It is often how it feels to work there." in page
    ana.saves("flags-talks", 1, **TALKED, treated_note="Nobody called back.")
    bluebird = about_bluebird(ana.reads("flags-result"))
    assert "They treated you badly." in bluebird
    assert "“Nobody called back.”" in bluebird


@pytest.mark.mission("S3-4", "S3-5", "S3-6", "S3-7", "S3-8")
@pytest.mark.parametrize(
    ("page", "sign", "question"),
    [
        ("flags-job", "role", "Ask them: what would I do in a normal week?"),
        ("flags-job", "pay", "Ask them: is there room to talk about the pay, the benefits"),
        ("flags-job", "path", "Ask them: how do people here learn, get feedback and move up?"),
        ("flags-talks", "talks", "Ask to speak with someone on the team."),
        ("flags-talks", "push", "Look back: could you think it over"),
    ],
)
def test_each_not_sure_becomes_something_to_find_out(ana, page, sign, question):
    ana.saves(page, 1, later="1", **{sign: "unknown"})
    assert question in about_bluebird(ana.reads("flags-result"))


@pytest.mark.mission("S3-9", "S3-10", "S3-11", "S3-12", "S3-13")
@pytest.mark.parametrize(
    ("habit", "seen", "question"),
    [
        ("fix_later", "You tell yourself that you can fix it later.", "Who would have to agree"),
        ("any_offer", "any offer is better than none.", "If you had two more offers"),
        ("unwritten", "You count on a promise that is not in writing.", "Where is it written?"),
        ("title", "You like the title more than the work.", "How would your hours go"),
        ("stress", "You call the stress “normal.”", "Would you tell a friend"),
    ],
)
def test_each_habit_is_asked_once_and_said_back_with_a_question(ana, habit, seen, question):
    assert f'name="{habit}"' in ana.reads("flags-you")
    for version, answer in enumerate(("unknown", "yes")):
        ana.saves("flags-you", version=version, later="1", **{habit: answer})
        page = ana.reads("flags-result")
        assert question in page
        assert (seen in page) == (answer == "yes")


@pytest.mark.mission("S3-11")
def test_a_promise_that_is_not_in_writing_leads_to_getting_it_there(ana):
    assert "A promise you count on" not in ana.reads("flags-result")
    ana.saves("flags-you", later="1", unwritten="yes", unwritten_note="A raise in June")
    page = ana.reads("flags-result")
    assert "A promise you count on" in page
    assert "“A raise in June”" in page
    assert "in an e-mail to me? Thank you." in page
    assert f'href="{ana.url("in-writing")}"' in page


def test_without_another_offer_the_words_to_ask_are_there_and_no_dead_link(client):
    ana = Ana(client)
    accepted_offer(ana.case)
    ana.saves("flags-you", later="1", unwritten="yes")
    page = ana.reads("flags-result")
    assert "in an e-mail to me? Thank you." in page
    assert ana.url("in-writing") not in page


@pytest.mark.mission("S3-1", "S3-3", "S3-25")
def test_the_list_says_why_to_look(ana):
    page = ana.reads("flags")
    assert "An offer is not a finish line. Not every offer is the right one for you." in page
    assert "A job that does not fit can wear you down." in page
    assert "Some people leave soon after they start." in page
    assert "A red flag is easier to see before you start than after." in page
    assert "To wait for what fits is a fair choice." in page


@pytest.mark.mission("S3-19")
def test_what_she_said_comes_with_lines_to_keep_in_mind_for_a_no_and_for_a_yes(ana):
    page = ana.reads("flags-result")
    for line in (
        "An offer is an invitation. It is not a duty.",
        "A no can keep your time and your strength for what fits.",
        "A hard talk now may spare you long regret.",
        "does not make you difficult or ungrateful",
        "A yes can be chosen with care, too.",
    ):
        assert line in page


def test_nothing_is_counted_and_nothing_is_advised(ana):
    for number in (1, 2):
        ana.saves("flags-job", number, role="yes", pay="yes", path="yes")
        ana.saves("flags-talks", number, talks="yes", push="yes", treated="badly")
    page = words_of(ana.reads("flags-result")).lower()
    for verdict in ("walk away", "back out", "of 5", "five signs", "too many", "score", "risk"):
        assert verdict not in page


def test_each_screen_writes_its_own_columns_only(ana):
    ana.saves("flags-job", 1, **SAW)
    ana.saves("flags-talks", 1, **TALKED, role="no")
    row = WarningSigns.objects.get()
    assert (row.role, row.talks, row.treated) == ("yes", "yes", "badly")


def test_every_sign_wants_an_answer_and_says_which(ana):
    page = ana.saves("flags-job", 1, role="yes", pay="maybe", role_note="Kept").content.decode()
    assert "Choose yes, no or “not sure” about pay and growth" in page
    assert "Choose yes, no or “not sure” about how you would learn" in page
    assert "Kept</textarea>" in page
    assert not WarningSigns.objects.exists()


def test_half_done_can_wait_and_the_list_says_so(ana):
    assert ana.saves("flags-job", 1, later="1", role="yes").url == ana.url("hub")
    assert WarningSigns.objects.get().role == "yes"
    assert "In progress</span>" in ana.reads("flags")
    assert ana.url("flags-job", 1) in about_bluebird(ana.reads("flags-result"))


def test_a_note_that_is_too_long_is_refused_and_kept(ana):
    long = "word " * 101
    page = ana.saves("flags-job", 1, **SAW, role_note=long).content.decode()
    assert "must be 500 characters or fewer" in page
    assert long.strip() in page


def test_a_job_that_comes_later_opens_the_task_again(ana):
    for number in (1, 2):
        ana.saves("flags-job", number, **SAW)
        ana.saves("flags-talks", number, **TALKED)
    ana.saves("flags-you", **dict.fromkeys(HABITS, "no"))
    assert ana.reads("flags").count("Done</span>") == 5
    Offer.objects.create(case=ana.case, number=3, kind=OfferKind.CURRENT, employer="Wren")
    assert f'class="btn" href="{ana.url("flags-job", 3)}">Carry on' in ana.reads("flags")


def test_a_removed_offer_takes_its_signs_along_and_another_in_its_place_starts_anew(ana):
    ana.saves("flags-job", 2, **SAW)
    ana.client.post(ana.url("offer-remove", 2))
    assert not WarningSigns.objects.exists()
    other_offer(ana.case, employer="Wren")
    assert "flags-job-2" not in Facts(ana.now()).pages
    assert "checked" not in ana.reads("flags-job", 2)


def test_nothing_lined_up_is_not_asked_about(ana):
    Offer.objects.create(case=ana.case, number=3, kind=OfferKind.NOTHING)
    assert ana.opens("flags-job", 3).status_code == 404
    assert ana.saves("flags-talks", 4, **TALKED).status_code == 404


def test_without_a_job_she_is_asked_about_herself_alone(client):
    ana = Ana(client)
    page = ana.reads("flags")
    assert "Add a job, and we ask you about that too." in page
    done = ana.saves("flags-you", **dict.fromkeys(HABITS, "no"))
    assert done.url == ana.url("flags-result")


def test_a_second_click_changes_nothing(ana):
    for _ in range(2):
        assert ana.saves("flags-job", 1, **SAW).url == ana.url("flags-talks", 1)
        assert ana.saves("flags-you", **dict.fromkeys(HABITS, "no")).status_code == 302
    assert WarningSigns.objects.count() == 1
    assert Habits.objects.count() == 1


def test_an_old_tab_gets_both_answers_back(ana):
    ana.saves("flags-job", 1, **SAW)
    page = ana.saves("flags-job", 1, **SAW | {"role": "no"})
    assert page.status_code == 409
    assert WarningSigns.objects.get().role == "yes"


def test_before_the_pause_there_is_nothing_here(client):
    early = Ana(client, pages=())
    accepted_offer(early.case)
    assert early.opens("flags").url == early.url("hub")
    assert early.saves("flags-job", 1, **SAW).url == early.url("hub")
    assert not WarningSigns.objects.exists()


def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana):
    assert bo_finds_nothing(ana, "flags-job", 1)
    for page in ("flags-job", "flags-talks"):
        assert wrong_methods_are_refused(ana, page, 1)
    assert wrong_methods_are_refused(ana, "flags-you")
    for page in ("flags", "flags-result"):
        assert wrong_methods_are_refused(ana, page, reading=True)


def test_the_job_of_now_is_asked_about_no_interviews(client):
    """Nobody is interviewed where they work; but they may be pushed to stay."""
    ana = Ana(client)
    accepted_offer(ana.case)
    Offer.objects.create(case=ana.case, number=2, kind=OfferKind.CURRENT, employer="Farrow")
    for name in ("flags-job", "flags-talks"):
        page = ana.reads(name, 2)
        assert "interview" not in words_of(page).lower()
        assert "you talked about" not in page
        assert "From the first call" not in page
    assert "Did they push you to stay before you could think?" in ana.reads("flags-talks", 2)
    for number, job, talks in ((1, {"role": "no"}, {"talks": "no"}), (2, {}, {})):
        ana.saves("flags-job", number, pay="no", path="no", **job)
        ana.saves("flags-talks", number, push="no", treated="well", **talks)
    ana.saves("flags-you", **dict.fromkeys(HABITS, "no"))
    farrow = ana.reads("flags-result").split('id="job-2"')[1].split("</section>")[0]
    assert "They did not push you to stay." in farrow
    assert "still open" not in farrow
    assert ana.reads("flags").count("Done</span>") == 5
