"""List all your options: those that are there for the person, and up to six of one's own."""

import pytest
from django.utils import timezone

from coaching.models import Decision, Outcome, OwnOption
from offers.models import Answer, Offer, OfferKind, Situation, Stage
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer, other_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(client):
    return Ana(client)


def words(ana: Ana) -> list[str]:
    return [own.words for own in OwnOption.objects.filter(case=ana.case)]


@pytest.mark.mission("S1-6", "S4-7")
def test_the_first_page_offers_many_ways_with_the_kept_promise_first(ana):
    page = ana.reads("options")
    assert "6 options so far" in page
    assert page.index("<strong>Keep the job") < page.index("<strong>Ask to change something")
    assert page.index("<strong>Ask to change something") < page.index("<strong>Back out")
    assert "Silly ones count" in page


@pytest.mark.mission("S3-24")
def test_backing_out_for_nothing_is_a_full_choice_of_its_own(ana):
    other_offer(ana.case)
    page = ana.reads("options")
    assert page.index("Back out for the other offer") < page.index("Back out with nothing lined up")
    assert "A full choice, too" in page


def test_leaving_after_the_start_says_what_it_costs_a_name(ana):
    assert "It can hurt your name more than an early no" in ana.reads("options")


def test_a_way_is_there_only_for_who_can_go_it(ana):
    accepted_offer(ana.case)
    page = ana.reads("options")
    assert "for the other offer" not in page
    assert "the job you have now" not in page
    Offer.objects.create(case=ana.case, number=3, kind=OfferKind.CURRENT)
    assert "Back out, and stay in the job you have now" in ana.reads("options")


@pytest.mark.mission("S0-7")
def test_who_has_backed_out_says_so_and_sorry_when_they_ask_again(ana):
    Decision.objects.create(case=ana.case, outcome=Outcome.OUT, decided_at=timezone.now())
    page = ana.reads("ask-again")
    assert page.count("I am sorry for the trouble that caused.") == 2
    assert "I turned down your offer" not in page


def test_who_quit_for_this_job_can_ask_to_go_back(ana):
    Situation.objects.create(case=ana.case, quit_other=Answer.YES)
    assert "Ask to go back to the job you left" in ana.reads("options")


@pytest.mark.mission("S0-7")
def test_a_job_turned_down_can_be_asked_about_with_words_to_copy(ana):
    assert ana.url("ask-again") in ana.reads("options")
    page = ana.reads("ask-again")
    assert "Is the job still open?" in page
    assert 'data-copy="#words-write"' in page
    assert bo_finds_nothing(ana, "ask-again")
    assert wrong_methods_are_refused(ana, "ask-again", reading=True)


def test_the_same_words_twice_are_one_option(ana):
    ana.saves("options", own_1="Move", own_3="Move")
    assert words(ana) == ["Move"]


def test_ana_adds_three_and_sees_nine(ana):
    page = ana.saves("options", own_1="Open a bakery", own_2="Ask for four days", own_4="Move")
    assert page.status_code == 302
    assert words(ana) == ["Open a bakery", "Ask for four days", "Move"]
    page = ana.reads("options")
    assert "9 options so far" in page
    assert "9 so far" in ana.reads("hub")
    assert 'value="Move"' in page


def test_an_emptied_line_is_gone(ana):
    ana.saves("options", own_1="Open a bakery", own_2="Move")
    ana.saves("options", version=1, own_1="", own_2="Move")
    assert words(ana) == ["Move"]


def test_no_own_option_is_fine_too(ana):
    assert ana.saves("options").status_code == 302
    assert words(ana) == []
    assert ana.now().saved_pages.get(slug="options").is_finished


@pytest.mark.parametrize(
    ("stage", "said", "unsaid"),
    [
        (Stage.NOT_ACCEPTED, "Say no", "Back out"),
        (Stage.STARTED, "Leave, and offer two weeks’ notice", "Back out"),
        (Stage.STARTED, "Leave now", "Back out"),
    ],
)
def test_the_words_follow_where_she_stands(client, stage, said, unsaid):
    page = Ana(client, stage=stage).reads("options")
    assert f"<strong>{said}" in page
    assert f"<strong>{unsaid}" not in page


def test_a_line_too_long_says_which_and_stays(ana):
    page = ana.saves("options", own_1="Move", own_2="x" * 121).content.decode()
    assert "“Your option 2” must be 120 characters or fewer" in page
    assert 'value="Move"' in page
    assert words(ana) == []


def test_markup_stays_text(ana):
    ana.saves("options", own_1="<b>Move</b>")
    assert "&lt;b&gt;Move&lt;/b&gt;" in ana.reads("options")


def test_a_second_click_changes_nothing(ana):
    for _ in range(2):
        assert ana.saves("options", own_1="Move").status_code == 302
    assert words(ana) == ["Move"]


def test_an_old_tab_never_undoes_the_newer_one(ana):
    ana.saves("options", own_1="Move")
    page = ana.saves("options", own_1="Stay")
    assert page.status_code == 409
    assert words(ana) == ["Move"]


def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana):
    assert bo_finds_nothing(ana, "options")
    assert wrong_methods_are_refused(ana, "options")
