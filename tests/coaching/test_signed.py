"""Check what you signed: words to look for, and what to ask somebody who knows."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from coaching.models import SignedTerms
from offers.models import AcceptedHow, Situation
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer, decision_date

pytestmark = pytest.mark.django_db

NO = dict.fromkeys(SignedTerms.QUESTIONS, "no")


@pytest.fixture
def ana(client):
    """She signed an offer with a bonus."""
    ana = Ana(client, time_zone="America/New_York")
    accepted_offer(ana.case, accepted_how=AcceptedHow.SIGNED)
    return ana


@pytest.mark.mission("S0-13", "S4-10")
def test_what_she_found_becomes_questions_for_an_adviser(ana):
    answers = NO | {"repay": "yes", "notice": "unknown", "words": "Repay in full\nwithin 30 days."}
    page = ana.saves("signed", **answers)
    assert page.url == ana.url("signed-result")
    terms = SignedTerms.objects.get(case=ana.case)
    assert (terms.repay, terms.notice, terms.other_work) == ("yes", "unknown", "no")
    page = ana.reads("signed-result")
    assert "before or after tax" in page
    assert "Do I have to give notice" in page
    assert page.count("<li>My papers") + page.count("<li>Do I") == 2
    assert "Repay in full<br>within 30 days." in page


def test_the_page_gives_reading_tasks_and_says_what_it_is_not(ana):
    page = ana.reads("signed")
    assert "Find the word “repay”" in page
    assert page.index("Not legal advice.") < page.index("<fieldset")
    assert page.count("I don’t know</label>") == 4


def test_nothing_found_is_no_verdict(ana):
    ana.saves("signed", **NO)
    page = ana.reads("signed-result")
    assert "You found none of these words." in page
    assert "An adviser can still read your papers" in page


@time_machine.travel(datetime(2026, 11, 22, 12, tzinfo=UTC), tick=False)
def test_a_day_to_tell_them_by_that_comes_before_her_date_asks_for_an_earlier_one(ana):
    decision_date(ana.case, datetime(2026, 11, 30, 15, tzinfo=UTC))
    ana.saves("signed", **NO, tell_by="2026-11-26")
    assert SignedTerms.objects.get().tell_by == date(2026, 11, 26)
    page = ana.reads("signed-result")
    assert "Tell them by Thursday, November 26" in page
    assert "Choose an earlier date" in page
    assert "Check this" in ana.reads("hub")


@time_machine.travel(datetime(2026, 11, 23, 3, tzinfo=UTC), tick=False)
def test_today_is_today_where_she_is(ana):
    page = ana.saves("signed", **NO, tell_by="2026-11-21").content.decode()
    assert "The day to tell them by must be today or later" in page
    assert 'value="2026-11-21"' in page
    assert ana.saves("signed", **NO, tell_by="2026-11-22").url == ana.url("signed-result")


def test_a_saved_day_that_has_passed_does_not_lock_the_page(ana):
    with time_machine.travel(datetime(2026, 11, 22, 12, tzinfo=UTC)):
        ana.saves("signed", **NO, tell_by="2026-11-26")
    with time_machine.travel(datetime(2026, 11, 28, 12, tzinfo=UTC)):
        page = ana.saves("signed", version=1, **NO | {"repay": "yes"}, tell_by="2026-11-26")
    assert page.status_code == 302
    assert SignedTerms.objects.get().repay == "yes"


@pytest.mark.parametrize("typed", ["2026-02-30", "tomorrow", "03/04/2027"])
def test_a_day_that_is_none_comes_back_as_typed(ana, typed):
    page = ana.saves("signed", **NO, tell_by=typed).content.decode()
    assert page.count("Enter ") >= 2
    assert f'value="{typed}"' in page


def test_each_open_question_has_words_of_its_own(ana):
    page = ana.saves("signed").content.decode()
    summary = page[page.index("There is a problem") : page.index("</ul></div>")]
    assert summary.count("Choose yes, no or “I don’t know”") == 4
    assert not SignedTerms.objects.exists()


def test_half_an_answer_is_kept_and_the_list_waits(ana):
    assert ana.saves("signed", repay="yes", later="1").url == ana.url("hub")
    assert SignedTerms.objects.get().repay == "yes"
    assert ana.opens("signed-result").url == ana.url("signed")


def test_a_second_click_changes_nothing(ana):
    for _ in range(2):
        assert ana.saves("signed", **NO).url == ana.url("signed-result")
    assert SignedTerms.objects.count() == 1


def test_who_signed_nothing_has_no_such_step(client):
    ana = Ana(client)
    Situation.objects.create(case=ana.case, signed="no", money="no")
    assert ana.opens("signed").url == ana.url("hub")
    assert ana.saves("signed", **NO).url == ana.url("hub")
    assert ana.opens("signed-result").url == ana.url("hub")
    assert not SignedTerms.objects.exists()


def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana):
    assert bo_finds_nothing(ana, "signed")
    assert wrong_methods_are_refused(ana, "signed")
    assert wrong_methods_are_refused(ana, "signed-result", reading=True)
