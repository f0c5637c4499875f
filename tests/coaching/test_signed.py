"""Check what you signed: words to look for, one a screen, and what to ask somebody who knows."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from coaching.models import PastedTerms, SignedTerms
from coaching.weigh.papers import papers_for
from offers.models import AcceptedHow, School, Situation, Stage
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import PAPERS, accepted_offer, decision_date, finish

pytestmark = pytest.mark.django_db

NO = {"start_by": "no", "notice": "no"}


def who_signed(client, **case) -> Ana:
    """She signed an offer with a bonus."""
    ana = Ana(client, time_zone="America/New_York", **case)
    accepted_offer(ana.case, accepted_how=AcceptedHow.SIGNED)
    return ana


@pytest.fixture
def ana(client):
    return who_signed(client)


def walk_through(ana: Ana, answer: str) -> list[str]:
    """Each screen in turn, following where the last one leads; the names of the screens."""
    situation = getattr(ana.now(), "situation", None) or Situation()
    screens = {ana.url("paper", p.name): p for p in papers_for(ana.case, situation)}
    url, met = ana.url("paper", "signature"), []
    while url in screens:
        paper = screens[url]
        met.append(paper.name)
        given = dict.fromkeys(paper.asks, answer) | {paper.words: f"Words of {paper.name}"}
        url = ana.saves("paper", paper.name, **given).url
    assert url == ana.url("signed-result")
    return met


@pytest.mark.mission("S0-13", "S4-10")
def test_a_student_with_a_visa_walks_through_seven_screens(ana):
    Situation.objects.create(case=ana.case, visa="yes", school=School.STUDENT)
    met = walk_through(ana, "unknown")
    assert met == ["signature", "notice", "repay", "money", "other-work", "visa", "school"]
    assert ana.reads("signed").count("Done</span>") == 7
    page = ana.reads("signed-result")
    # One question for each of the eight that she does not know
    assert page[page.index('id="questions"') : page.index("</ol>")].count("<li>") == 8
    for name in met:
        assert f"Words of {name}" in page
    assert "A visa or work permit.</strong>" in page


def test_who_is_no_student_and_needs_no_visa_has_five(ana):
    assert walk_through(ana, "no") == ["signature", "notice", "repay", "money", "other-work"]
    assert ana.opens("paper", "visa").status_code == 404
    assert ana.opens("paper", "school").status_code == 404


def test_who_has_started_is_asked_about_notice_and_the_last_pay(client):
    ana = who_signed(client, stage=Stage.STARTED)
    page = ana.reads("paper", "notice")
    assert "Notice and last pay</h1>" in page
    assert 'name="final_pay"' in page
    assert 'name="start_by"' not in page


def test_each_screen_gives_a_reading_task_and_says_what_it_is_not(ana):
    page = ana.reads("paper", "repay")
    assert "Find the word “repay”" in page
    assert page.index("</h1>") < page.index("Not legal advice.") < page.index("<fieldset")
    assert page.count("I don’t know</label>") == 1
    assert "Copy the words here" in page


def test_what_she_found_becomes_questions_for_an_adviser(ana):
    words = "Repay in full\nwithin 30 days."
    ana.saves("paper", "repay", repay="yes", repay_words=words)
    ana.saves("paper", "notice", start_by="no", notice="unknown")
    page = ana.reads("signed-result")
    assert "before or after tax" in page
    assert "Do I have to give notice" in page
    assert page.count("<li>My papers") + page.count("<li>Do I") == 2
    assert "Repay in full<br>within 30 days." in page
    assert "Money to pay back.</strong>" in page
    assert page.count("Not answered yet") == 3
    assert ana.url("leaving-cost") in page


def test_the_pasted_text_adds_its_questions_once(ana):
    pasted = "You must repay the bonus. Any dispute goes to arbitration."
    PastedTerms.objects.create(case=ana.case, words=pasted)
    finish(ana.case, "clauses")
    ana.saves("paper", "repay", repay="yes")
    page = ana.reads("signed-result")
    assert "Would a dispute go to a private judge" in page
    assert "Would I have to pay money back?" not in page
    assert ana.url("clauses-result") in page


@pytest.mark.parametrize(
    ("zone", "place"),
    [
        ("America/Chicago", "united-states"),
        ("America/Toronto", "canada-ontario"),
        ("Europe/London", "united-kingdom"),
        ("Europe/Berlin", "germany"),
        ("Asia/Kolkata", "india"),
        ("Asia/Tokyo", "japan"),
        ("Africa/Lagos", "somewhere-else"),
    ],
)
def test_the_list_leads_to_the_law_where_she_is(client, zone, place):
    ana = Ana(client, time_zone=zone)
    accepted_offer(ana.case, accepted_how=AcceptedHow.SIGNED)
    ana.saves("paper", "repay", repay="no")
    assert f'href="/law/{place}/"' in ana.reads("signed-result")


def test_nothing_found_is_no_verdict(ana):
    walk_through(ana, "no")
    page = ana.reads("signed-result")
    assert "You found none of these words." in page
    assert "An adviser can still read your papers" in page
    assert "In some places a spoken yes counts too" in page
    assert "Ask about this before" not in page


def test_what_she_said_elsewhere_is_filled_in_until_the_screen_is_saved(ana):
    Situation.objects.create(case=ana.case, signed="yes", money="unknown")
    assert 'value="yes" id="id_signed_0" checked' in ana.reads("paper", "signature")
    assert 'value="unknown" id="id_money_2" checked' in ana.reads("paper", "money")
    ana.saves("paper", "signature", signed="no")
    assert 'value="no" id="id_signed_1" checked' in ana.reads("paper", "signature")


def test_the_papers_are_checked_once_every_screen_is(ana):
    assert "Not started" in row_of(ana)
    ana.saves("paper", "repay", repay="no")
    assert "In progress" in row_of(ana)
    finish(ana.case, *(slug for slug in PAPERS if slug != "signed-repay"))
    assert "Done" in row_of(ana)
    Situation.objects.create(case=ana.case, visa="unknown")
    ana.case.saved_pages.filter(slug="signed-visa").delete()
    assert "In progress" in row_of(ana)


def row_of(ana: Ana) -> str:
    page = ana.reads("hub")
    start = page.index(f'href="{ana.url("signed")}"', page.index("Know what it may cost"))
    return page[start : page.index("</li>", start)]


@time_machine.travel(datetime(2026, 11, 22, 12, tzinfo=UTC), tick=False)
def test_a_day_to_tell_them_by_that_comes_before_her_date_asks_for_an_earlier_one(ana):
    decision_date(ana.case, datetime(2026, 11, 30, 15, tzinfo=UTC))
    ana.saves("paper", "notice", **NO, tell_by="2026-11-26")
    assert SignedTerms.objects.get().tell_by == date(2026, 11, 26)
    page = ana.reads("signed-result")
    assert "Tell them by Thursday, November 26" in page
    assert "Choose an earlier date" in page
    assert "Check this" in ana.reads("hub")


@time_machine.travel(datetime(2026, 11, 23, 3, tzinfo=UTC), tick=False)
def test_today_is_today_where_she_is(ana):
    page = ana.saves("paper", "notice", **NO, tell_by="2026-11-21").content.decode()
    assert "The day to tell them by must be today or later" in page
    assert 'value="2026-11-21"' in page
    assert ana.saves("paper", "notice", **NO, tell_by="2026-11-22").status_code == 302


def test_a_saved_day_that_has_passed_does_not_lock_the_page(ana):
    with time_machine.travel(datetime(2026, 11, 22, 12, tzinfo=UTC)):
        ana.saves("paper", "notice", **NO, tell_by="2026-11-26")
    with time_machine.travel(datetime(2026, 11, 28, 12, tzinfo=UTC)):
        answers = NO | {"notice": "yes", "tell_by": "2026-11-26"}
        page = ana.saves("paper", "notice", version=1, **answers)
    assert page.status_code == 302
    assert SignedTerms.objects.get().notice == "yes"


@pytest.mark.parametrize("typed", ["2026-02-30", "tomorrow", "03/04/2027"])
def test_a_day_that_is_none_comes_back_as_typed(ana, typed):
    page = ana.saves("paper", "notice", **NO, tell_by=typed).content.decode()
    assert page.count("Enter ") >= 2
    assert f'value="{typed}"' in page


def test_each_open_question_has_words_of_its_own(ana):
    page = ana.saves("paper", "notice").content.decode()
    summary = page[page.index("There is a problem") : page.index("</ul></div>")]
    assert summary.count("Choose yes, no or “I don’t know”") == 2
    assert not SignedTerms.objects.exists()


def test_half_an_answer_is_kept(ana):
    assert ana.opens("signed-result").url == ana.url("signed")
    answers = {"repay_words": "Pay it back", "later": "1"}
    assert ana.saves("paper", "repay", **answers).url == ana.url("hub")
    assert SignedTerms.objects.get().repay_words == "Pay it back"
    assert "In progress" in row_of(ana)


def test_one_screen_never_touches_the_answers_of_another(ana):
    ana.saves("paper", "repay", repay="yes")
    ana.saves("paper", "money", money="no", repay="no")
    terms = SignedTerms.objects.get()
    assert (terms.repay, terms.money) == ("yes", "no")


def test_an_old_tab_gets_both_answers_back(ana):
    ana.saves("paper", "repay", repay="yes")
    assert ana.saves("paper", "repay", repay="no").status_code == 409
    assert SignedTerms.objects.get().repay == "yes"


def test_a_second_click_changes_nothing(ana):
    for _ in range(2):
        assert ana.saves("paper", "repay", repay="no").url == ana.url("paper", "money")
    assert SignedTerms.objects.count() == 1


def test_who_signed_nothing_has_no_such_step(client):
    ana = Ana(client)
    Situation.objects.create(case=ana.case, signed="no", money="no")
    assert ana.opens("signed").url == ana.url("hub")
    assert ana.saves("paper", "repay", repay="no").url == ana.url("hub")
    assert ana.opens("signed-result").url == ana.url("hub")
    assert not SignedTerms.objects.exists()


def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana):
    assert bo_finds_nothing(ana, "paper", "repay")
    assert wrong_methods_are_refused(ana, "paper", "repay")
    assert wrong_methods_are_refused(ana, "signed", reading=True)
    assert wrong_methods_are_refused(ana, "signed-result", reading=True)
