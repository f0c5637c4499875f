"""After the decision: Ana looks back, checks in, and makes a list for the next offer."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from coaching.models import CheckIn, Decision, LookBack, MustHave, NextOfferLine, Outcome, Reminders
from coaching.weigh.lessons import FOR_ALL, LESSONS, MISSED, RUSHED
from offers.models import Stage
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer, case_of, manager

NOW = datetime(2025, 12, 1, 15, 0, tzinfo=UTC)  # Monday, 10am in New York
DAY = timedelta(days=1)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday(time_machine):
    time_machine.move_to(NOW, tick=False)


def decided(client, outcome=Outcome.OUT, *, ago=15 * DAY, closed=True, **case) -> Ana:
    ana = Ana(client, **case)
    kind = {} if ana.case.stage != Stage.NOT_ACCEPTED else {"kind": "other"}
    offer = accepted_offer(ana.case)
    type(offer).objects.filter(pk=offer.pk).update(**kind or {"kind": "accepted"})
    manager(offer)
    Decision.objects.create(case=ana.case, outcome=outcome, decided_at=NOW - ago)
    if closed:
        ana.case.closed_as, ana.case.closed_at = "withdrawn", NOW - ago
        ana.case.save()
    return ana


@pytest.fixture
def ana(client):
    """Backed out two weeks ago, and closed her case."""
    return decided(client)


@pytest.mark.mission("S2-21", "S2-22", "S1-24")
def test_two_weeks_later_ana_looks_back_and_it_becomes_her_list(ana):
    MustHave.objects.create(case=ana.case, number=1, words="Two days at home")
    page = ana.reads("after")
    assert "What would you tell yourself next time?" in page
    assert "You are early" not in page

    saved = ana.saves(
        "after", led=["led_pushed"], missed_sign="yes", sign="They hung up", rushed="yes",
        feels="4", helped="A walk", to_self="Ask for a day", regret="no",
    )  # fmt: skip
    assert saved.url == ana.url("next-offer-lines")
    row = LookBack.objects.get()
    assert (row.led, row.sign, row.feels) == (["led_pushed"], "They hung up", 4)

    lines = ana.reads("next-offer-lines")
    for words in (MISSED, RUSHED, LESSONS["led_pushed"], "first: Two days at home", *FOR_ALL):
        assert words in lines
    assert not NextOfferLine.objects.exists()
    done = ana.saves("next-offer-lines", line_1=MISSED, line_4="My own line", line_5=FOR_ALL[2])
    assert done.url == ana.url("next-offer")
    assert [row.words for row in NextOfferLine.objects.all()] == [MISSED, "My own line", FOR_ALL[2]]
    assert "Ask for a day" in ana.reads("next-offer")


def test_ticks_are_kept_when_a_line_beside_them_changes(ana):
    ana.saves("next-offer-lines", line_1="Ask for a day", line_2="Read it all")
    ana.saves("next-offer", ticked=["1", "2"])
    ana.saves("next-offer", version=1, ticked=["2"])
    assert [row.is_ticked for row in NextOfferLine.objects.all()] == [False, True]

    ana.saves("next-offer-lines", version=1, line_1="Ask for two days", line_2="Read it all")
    assert [row.is_ticked for row in NextOfferLine.objects.all()] == [False, True]


def test_later_answers_offer_their_lines_once_and_never_more_than_ten(ana):
    ana.saves("next-offer-lines", line_1="Mine")
    ana.saves("after", led=["led_unread"])
    page = ana.reads("next-offer-lines")
    assert "Add what your answers suggest" in page
    ana.saves("next-offer-lines", version=1, line_1="Mine", add=[LESSONS["led_unread"]])
    words = [row.words for row in NextOfferLine.objects.all()]
    assert words == ["Mine", LESSONS["led_unread"]]
    assert LESSONS["led_unread"] not in ana.reads("next-offer-lines").partition('name="add"')[2]

    ten = {f"line_{number}": f"Line of mine {number}" for number in range(1, 11)}
    full = ana.saves("next-offer-lines", version=2, add=[FOR_ALL[0]], **ten)
    assert "Keep 10 lines or fewer" in full.content.decode()
    assert NextOfferLine.objects.count() == 2


def test_without_a_list_the_ticks_wait_and_emptying_it_is_allowed(ana):
    assert ana.opens("next-offer").url == ana.url("next-offer-lines")
    ana.saves("next-offer-lines", line_1="Mine")
    assert ana.saves("next-offer-lines", version=1).url == ana.url("hub")
    assert not NextOfferLine.objects.exists()


def test_a_sign_counts_only_with_a_yes_and_nothing_has_to_be_said(ana):
    ana.saves("after", missed_sign="no", sign="They hung up")
    assert LookBack.objects.get().sign == ""
    assert ana.saves("after", version=1).status_code == 302


def test_too_early_is_said_and_allowed(client):
    ana = decided(client, ago=2 * DAY)
    page = ana.reads("after")
    assert "This page opens by itself on <strong>Saturday, December 13</strong>." in page
    assert ana.saves("after", rushed="no").status_code == 302
    assert "Opens Dec 29. You can open it sooner" in ana.reads("hub")


def test_the_deciding_and_how_it_turned_out_are_two_things(ana):
    page = ana.reads("check-in", 30)
    assert "How you decided" in page
    assert "How it turned out" in page
    done = ana.saves("check-in", 30, deciding="5", outcome="1", outcome_words="They let me go")
    assert done.url == ana.url("check-ins")
    page = ana.reads("check-ins")
    assert 'aria-label="After 30 days: deciding, very well; how it turned out, badly."' in page
    assert "They let me go" in page
    for judgement in ("right choice", "wrong choice", "good decision", "bad decision", "score"):
        assert judgement not in page.lower()


def test_there_are_three_check_ins_and_no_other(ana):
    for days in (30, 90, 180):
        assert ana.opens("check-in", days).status_code == 200
    assert ana.opens("check-in", 31).status_code == 404
    assert ana.saves("check-in", 31, deciding="3").status_code == 404
    assert ana.saves("check-in", 90, deciding="6").status_code == 200
    assert not CheckIn.objects.exists()


@pytest.mark.mission("S2-25")
def test_a_regret_leads_to_a_humble_note_and_a_lesson(ana):
    saved = ana.saves("after", led=["led_counter"], regret="yes")
    assert saved.url == ana.url("other-way")
    page = ana.reads("other-way")
    note = page[page.index('id="words-note"') : page.index('data-copy="#words-note"')].lower()
    assert note.count("sorry") == 1
    assert "withdrew" in note
    for never in ("back out", "offer", "pay", "counter", "bluebird", "dana"):
        assert never not in note
    assert ana.url("next-offer") in page
    assert LESSONS["led_counter"] in ana.reads("next-offer-lines")


@pytest.mark.parametrize(
    ("stage", "outcome", "says"),
    [
        (Stage.STARTED, Outcome.OUT, "I left the job of"),
        (Stage.NOT_ACCEPTED, Outcome.OUT, "I turned down the job of"),
        (Stage.ACCEPTED, Outcome.KEEP, "You can look again"),
    ],
)
def test_the_note_fits_what_was_done(client, stage, outcome, says):
    ana = decided(client, outcome, stage=stage)
    page = ana.reads("other-way")
    assert says in page
    assert "withdrew" not in page


@pytest.mark.mission("S4-19", "S4-20", "S1-24", "S2-25")
def test_before_the_next_yes_there_are_words_and_the_short_guide(ana):
    page = ana.reads("prevent")
    assert "I expect another offer next week" in page
    assert "how long is it good for?" in page
    assert reverse("coaching:guide", args=["avoiding-it-next-time"]) in page
    assert "Be honest, be professional" in page


def test_without_a_decision_there_is_nothing_to_look_back_on(client):
    ana = Ana(client)
    for name, about in (
        ("after", ()), ("check-ins", ()), ("check-in", (30,)), ("next-offer", ()),
        ("next-offer-lines", ()), ("prevent", ()), ("other-way", ()), ("keep-in-touch", ()),
    ):  # fmt: skip
        assert ana.opens(name, *about).url == ana.url("hub"), name
    assert ana.saves("after", rushed="yes").url == ana.url("hub")
    assert not LookBack.objects.exists()
    assert "Look back" not in ana.reads("hub")


def test_a_closed_case_stays_closed_and_leads_here(ana):
    ana.saves("after", rushed="yes")
    assert ana.now().closed_as == "withdrawn"
    assert ana.url("after") in ana.reads("close")
    assert "Check in with yourself" in ana.reads("hub")


def test_an_old_tab_gets_both_answers_back_and_a_second_click_harms_nothing(ana):
    ana.saves("after", to_self="Ask for a day")
    assert ana.saves("after", to_self="Ask for a day").status_code == 302
    page = ana.saves("after", to_self="Ask for a week")
    assert page.status_code == 409
    assert LookBack.objects.get().to_self == "Ask for a day"
    for _ in range(2):
        assert ana.saves("next-offer-lines", line_1="Mine").status_code == 302
    assert ana.saves("next-offer-lines", line_1="Theirs").status_code == 409


def test_a_stranger_finds_nothing_and_other_methods_are_refused(client):
    ana = decided(client, closed=False)
    for name, about in (("after", ()), ("check-in", (30,)), ("next-offer-lines", ())):
        assert wrong_methods_are_refused(ana, name, *about)
    assert wrong_methods_are_refused(ana, "check-ins", reading=True)
    assert bo_finds_nothing(ana, "after")


# What may be written later


@pytest.mark.mission("S0-12")
def test_ana_asks_to_be_reminded_to_keep_in_touch(ana):
    page = ana.reads("keep-in-touch")
    assert "In about six months: Monday, June 1, 2026" in page
    assert "Words to keep in touch" in page
    done = ana.saves("keep-in-touch", after="yes", touch="other", on="2026-06-02")
    assert done.url == ana.url("after")
    row = Reminders.objects.get()
    assert (row.after, row.keep_in_touch_on) == (True, date(2026, 6, 2))
    assert row.look_at == NOW
    assert 'value="2026-06-02"' in ana.reads("keep-in-touch")

    ana.saves("keep-in-touch", version=1, after="no", touch="never")
    row.refresh_from_db()
    assert not row.are_on
    assert row.look_at is None


def test_what_else_was_asked_for_goes_on(ana):
    Reminders.objects.create(case=ana.case, telling=True, asked_at=NOW - DAY)
    ana.saves("keep-in-touch", after="no", touch="year")
    row = Reminders.objects.get()
    assert row.telling
    assert row.asked_at == NOW - DAY
    assert row.keep_in_touch_on == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("day", "error"),
    [
        ("", "Enter the day to keep in touch"),
        ("2025-12-01", "tomorrow or later"),
        ("2039-01-01", "within three years"),
        ("2025-12-05", "Let the news settle first"),
    ],
)
def test_a_day_that_cannot_be_is_said(ana, day, error):
    page = ana.saves("keep-in-touch", after="no", touch="other", on=day).content.decode()
    assert error in page
    assert not Reminders.objects.exists()


def test_who_keeps_the_job_is_in_touch_anyway(client):
    ana = decided(client, Outcome.KEEP)
    assert "When do you want to keep in touch?" not in ana.reads("keep-in-touch")
    ana.saves("keep-in-touch", after="yes")
    assert Reminders.objects.get().keep_in_touch_on is None


def test_a_guest_is_told_what_is_missing(client):
    guest = User.objects.create_guest()
    case = case_of(guest, pages=("pause",))
    Decision.objects.create(case=case, outcome=Outcome.OUT, decided_at=NOW)
    browser = Client()
    browser.force_login(guest)
    page = reverse("coaching:keep-in-touch", args=[case.code])
    assert "Create an account" in browser.get(page).content.decode()
    browser.post(page, {"version": "0", "after": "yes", "touch": "never"})
    assert not Reminders.objects.exists()
