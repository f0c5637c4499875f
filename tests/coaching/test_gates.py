"""The doors of the journey, tried by address and by sending, whatever the pages show."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from coaching.models import (
    Decision,
    Gate,
    GoneAhead,
    Happened,
    Letter,
    LetterVersion,
    Outcome,
    Told,
)
from offers.models import Case, Situation, Stage, Writing
from tests.rows import all_rows
from tests.urlconf import case_urls, every_url, first_manager
from tests.whole_case import MONDAY, When, anas_case

pytestmark = pytest.mark.django_db

TELLING = [url for url in case_urls() if "/tell/" in url.route]
DECIDING = [url for url in case_urls() if "/decide/" in url.route]
WITHDRAWAL = re.compile(r"withdraw|resign", re.IGNORECASE)


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def ana(client):
    """Ana’s browser; call it with her case to sign her in."""

    def at(case: Case):
        client.force_login(case.owner)
        return client

    return at


def to(name: str, case: Case, *more: object) -> str:
    return reverse(f"coaching:{name}", args=[case.code, *more])


# Telling waits for a decision to leave

SHUT = {
    "the date has not come": lambda: anas_case(When.WAITING),
    "the date has come": lambda: anas_case(When.DECIDING),
    "she keeps the job": lambda: anas_case(outcome=Outcome.KEEP),
    "she asks for changes": lambda: anas_case(outcome=Outcome.ASK),
    "she has not answered yet": lambda: anas_case(When.DECIDING, stage=Stage.NOT_ACCEPTED),
    "she asks before she answers": lambda: anas_case(stage=Stage.NOT_ACCEPTED, outcome=Outcome.ASK),
}


@pytest.mark.mission("S1-13", "S2-2")
@pytest.mark.parametrize("why", SHUT)
def test_nothing_about_telling_opens_before_a_decision_to_leave(ana, why):
    """Even where a letter was made, and the mind changed since."""
    case = SHUT[why]()
    browser, before = ana(case), all_rows()
    assert len(TELLING) > 10

    for url in TELLING:
        for method in ("GET", "POST", "HEAD"):
            answer = browser.generic(method, url.of(case))
            shut = answer.status_code == 302 and answer.url == to("hub", case)
            assert shut or answer.status_code == 405, f"{method} {url.name}: {answer.status_code}"
            assert not WITHDRAWAL.search(answer.content.decode()), url.name
    assert all_rows() == before


@pytest.mark.parametrize("url", TELLING, ids=lambda url: url.name)
def test_each_address_of_telling_is_shut_by_some_method_with_a_reason(ana, url):
    case = anas_case(When.DECIDING)
    browser = ana(case)
    answers = [browser.get(url.of(case)), browser.post(url.of(case))]

    assert any(answer.status_code == 302 for answer in answers)
    assert "This opens when you have decided." in browser.get(to("hub", case)).content.decode()


def test_a_changed_mind_shuts_the_door_again(ana):
    case = anas_case()
    browser = ana(case)
    assert browser.get(to("tell", case)).status_code == 200
    Decision.objects.create(case=case, outcome=Outcome.KEEP, decided_at=MONDAY)

    assert browser.get(to("tell", case)).url == to("hub", case)
    assert browser.get(to("letter-pdf", case, Letter.objects.get().pk, 1)).status_code == 302


# Before a decision there are no words to withdraw with


@pytest.mark.mission("S1-13")
@pytest.mark.parametrize("when", [When.WAITING, When.DECIDING])
@pytest.mark.parametrize("stage", Stage.values)
def test_no_page_or_file_can_produce_withdrawal_words_before_a_decision(
    ana, mailoutbox, when, stage
):
    case = anas_case(when, stage=stage)
    browser, opened = ana(case), 0

    for url in every_url():
        answer = browser.get(url.of(case))
        opened += answer.status_code == 200
        for found in WITHDRAWAL.finditer(_read(answer.content.decode())):
            raise AssertionError(f"{url.name}: {found[0]}")
    assert opened > 20
    assert mailoutbox == []


def _read(page: str) -> str:
    """What is shown, without tags."""
    return re.sub(r"<[^>]+>", " ", page)


def test_the_same_words_stand_in_the_letter_once_it_is_decided(ana):
    """So the test above looks for something that is there."""
    case = anas_case()
    page = ana(case).get(to("letter", case, Letter.objects.get().pk)).content.decode()
    assert WITHDRAWAL.search(_read(page))


# Deciding early, and with gaps


@pytest.mark.mission("S1-2")
def test_nobody_decides_early_by_sending_straight_to_an_address(ana):
    case = anas_case(When.WAITING)
    browser = ana(case)
    answers = {"version": "1", "choice": "out", "sure": "5"}

    for url in DECIDING:
        if url.name != "coaching:decide-early":
            assert browser.post(url.of(case), answers).status_code in (302, 405), url.name
            assert browser.get(url.of(case)).status_code == 302, url.name
    assert not Decision.objects.exists()
    assert not GoneAhead.objects.exists()


def test_the_first_way_past_is_to_wait(ana):
    page = ana(case := anas_case(When.WAITING)).get(to("decide-early", case)).content.decode()
    wait, anyway = page.index("Wait until"), page.index("Decide now anyway")
    assert wait < anyway


def test_going_past_the_interruption_is_written_down_once(ana):
    case = anas_case(When.WAITING)
    browser = ana(case)
    for why in ("They call every day", "Something else"):
        browser.post(to("decide-early", case), {"why": why})

    assert [gone.why for gone in GoneAhead.objects.all()] == ["They call every day"]
    assert browser.get(to("decide", case)).status_code == 200


def test_a_new_date_shuts_the_door_again(ana):
    case = anas_case(When.WAITING)
    browser = ana(case)
    browser.post(to("decide-early", case), {"why": ""})
    page = browser.get(to("date", case))
    later = next(value for value, _ in page.context["form"].fields["when"].choices)
    if page.context["form"].initial["when"] == later:
        later = [value for value, _ in page.context["form"].fields["when"].choices][1]
    assert browser.post(to("date", case), {"version": "1", "when": later}).status_code == 302

    assert browser.get(to("decide", case)).url == to("decide-early", case)


def test_without_a_date_deciding_leads_to_setting_one(ana):
    case = anas_case(When.WAITING)
    case.decision_dates.all().delete()
    for url in DECIDING:
        answer = ana(case).post(url.of(case), {"choice": "out"})
        assert answer.status_code in (302, 405), url.name
    assert not Decision.objects.exists()


# Not in writing


@pytest.mark.mission("S1-16", "S4-11")
def test_backing_out_for_a_spoken_offer_asks_once_more(ana):
    case = anas_case(When.DECIDING)
    browser = ana(case)

    for _ in range(2):
        assert browser.post(to("decide-check", case)).url == to("decide-writing", case)
    for what in ("ask", "wait", "", "no such answer"):
        browser.post(to("decide-writing", case), {"what": what})
    assert not Decision.objects.exists()

    browser.post(to("decide-writing", case), {"what": "go-on", "why": "I trust them"})
    assert Decision.objects.get().outcome == Outcome.OUT
    assert GoneAhead.objects.get(gate=Gate.NOT_IN_WRITING).why == "I trust them"


@pytest.mark.parametrize("rung", ["e-mail", "signed"])
def test_an_offer_in_writing_is_not_asked_about(ana, rung):
    case = anas_case(When.DECIDING)
    Writing.objects.filter(offer__case=case).update(rung=rung)

    assert ana(case).post(to("decide-check", case)).url == to("decide-done", case)


def test_keeping_the_job_is_not_asked_about_either(ana):
    case = anas_case(When.DECIDING)
    case.decision_note.choice = Outcome.KEEP
    case.decision_note.save()

    assert ana(case).post(to("decide-check", case)).url == to("decide-done", case)


@pytest.mark.mission("S4-10")
def test_a_visa_nobody_was_asked_about_is_seen_before_the_decision_is_saved(ana):
    case = anas_case(When.DECIDING)
    Situation.objects.update_or_create(case=case, defaults={"visa": "yes", "visa_advised": False})
    browser = ana(case)
    assert "Not asked about yet" in browser.get(to("decide-check", case)).content.decode()
    Situation.objects.filter(case=case).update(visa_advised=True)
    assert "You have asked about it" in browser.get(to("decide-check", case)).content.decode()


# A call before the letter


@pytest.fixture
def _no_press(monkeypatch):
    """The letter is printed elsewhere; here it only matters whether it may be."""
    monkeypatch.setattr("coaching.views.letter_files.to_pdf", lambda sheet: b"%PDF-1.7 new")


@pytest.mark.mission("S2-14", "S4-17", "S0-16")
@pytest.mark.usefixtures("_no_press")
def test_the_letter_waits_for_the_call(ana):
    case = anas_case()
    letter = Letter.objects.get()
    browser, before = ana(case), LetterVersion.objects.count()

    for body in ({}, {"pdf": "1"}):
        answer = browser.post(to("letter-issue", case, letter.pk), body)
        assert answer.url == to("letter-first", case, letter.pk)
    assert LetterVersion.objects.count() == before


OPENERS = {
    "a talk": [Happened.SPOKE],
    "three calls that nobody took": [Happened.NO_ANSWER, Happened.NO_ANSWER, Happened.VOICEMAIL],
}


@pytest.mark.usefixtures("_no_press")
@pytest.mark.parametrize("what", OPENERS)
def test_the_letter_opens_after(ana, what):
    case = anas_case()
    letter = Letter.objects.get()
    letter.contact.told.all().delete()
    for hour, happened in enumerate(OPENERS[what]):
        at = MONDAY + timedelta(hours=hour)
        Told.objects.create(contact=letter.contact, what=happened, at=at)

    ana(case).post(to("letter-issue", case, letter.pk))
    assert LetterVersion.objects.count() == 2


@pytest.mark.usefixtures("_no_press")
def test_two_calls_that_nobody_took_are_not_enough(ana):
    case = anas_case()
    letter = Letter.objects.get()
    letter.contact.told.all().delete()
    for at in (MONDAY, MONDAY, MONDAY + timedelta(hours=1)):  # one of them from two tabs
        Told.objects.create(contact=letter.contact, what=Happened.NO_ANSWER, at=at)

    ana(case).post(to("letter-issue", case, letter.pk))
    assert LetterVersion.objects.count() == 1


@pytest.mark.usefixtures("_no_press")
def test_the_letter_goes_first_for_somebody_who_knows_why(ana):
    case = anas_case()
    letter = Letter.objects.get()
    browser = ana(case)
    for why in ("She shouts", "Another reason"):
        browser.post(to("letter-first", case, letter.pk), {"why": why})
    browser.post(to("letter-issue", case, letter.pk))

    assert GoneAhead.objects.get(gate=Gate.LETTER_FIRST).why == "She shouts"
    assert LetterVersion.objects.count() == 2


def test_a_letter_that_was_never_made_was_not_sent(ana):
    case = anas_case()
    letter = Letter.objects.get()
    letter.versions.all().delete()
    before = Told.objects.count()

    ana(case).post(to("letter-sent", case, letter.pk), {"token": ""})
    assert Told.objects.count() == before


# Everyone knows, and the end


def test_everyone_knows_only_when_nobody_is_left(ana):
    case = anas_case()
    assert ana(case).get(to("tell-done", case)).url == to("tell", case)


def test_closing_waits_for_a_decision_and_deleting_for_nothing(ana):
    case = anas_case(When.WAITING)
    browser = ana(case)
    browser.post(to("close", case), {"version": "0", "why": "later"})
    case.refresh_from_db()
    assert not case.is_closed

    browser.post(to("close-delete", case), {"code": case.code})
    assert not Case.objects.exists()


def test_somebody_told_means_that_the_decision_stands(ana):
    case = anas_case(When.TOLD)
    browser = ana(case)
    for url in DECIDING:
        if url.name != "coaching:decide-done":
            answer = browser.post(url.of(case), {"version": "1", "choice": "keep", "sure": "5"})
            assert answer.status_code in (302, 405), url.name
    assert [decision.outcome for decision in Decision.objects.all()] == [Outcome.OUT]


def test_the_manager_is_the_one_of_the_first_employer(ana):
    """Nobody of the new employer is ever on the list of people to tell."""
    case = anas_case()
    page = ana(case).get(to("tell", case)).content.decode()
    assert str(first_manager(case)) in page
    stranger = case.contacts.get(offer__number=2)
    assert ana(case).get(to("tell-call", case, stranger.pk)).status_code == 404
