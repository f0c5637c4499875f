"""The sealed first leaning: said once, closed until the date, then beside what is said now."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
import time_machine
from django.test import Client

from coaching.models import Decision, DecisionNote, DiaryLine, Leaning, RealReason, SavedPage
from coaching.views.leaning import SEALED_BEFORE
from offers.models import Answer, Case, Situation, Stage
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer, decision_date, finish
from tests.rows import all_rows, taken_back
from tests.urlconf import case_urls
from tests.whole_case import MONDAY, When, anas_case

pytestmark = pytest.mark.django_db

THURSDAY = MONDAY + timedelta(days=3)
LEAN = {"choice": "keep", "sure": "2", "because": "Plover Street feels like home"}
SECRET = "Plover"
WEIGHED = ("pause", "questions-giving-up")


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def ana(client):
    """Ana has set Thursday at 10am; nothing else stands in the way of deciding."""
    ana = Ana(client, pages=WEIGHED, time_zone="America/New_York")
    accepted_offer(ana.case)
    Situation.objects.create(case=ana.case, signed=Answer.NO, visa=Answer.NO, money=Answer.NO)
    decision_date(ana.case, THURSDAY)
    finish(ana.case, "date")
    return ana


def decides(ana: Ana, **answers: str):
    answers = {"choice": "out", "sure": "4", "because": "The work"} | answers
    return ana.saves("decide", **answers)


def test_ana_seals_her_leaning_and_reads_only_when_it_opens(ana):
    page = ana.reads("leaning")
    assert "Only you, always" in page
    assert "Skip this" in page
    assert ana.saves("leaning", **LEAN).url == ana.url("leaning")

    leaning = Leaning.objects.get(case=ana.case)
    assert (leaning.choice, leaning.sure, leaning.sealed_at) == ("keep", 2, MONDAY)
    page = ana.reads("leaning")
    assert "Sealed on Monday, December 1" in page
    assert "It opens on Thursday, December 4, at 10am" in page
    assert SECRET not in page
    assert "<form" not in page.partition("<main")[2]


def test_the_first_date_leads_on_to_it_and_a_moved_one_does_not(client):
    ana = Ana(client, time_zone="America/New_York")
    assert ana.saves("date", when="2025-12-04T10:00").url == ana.url("leaning")
    moved = ana.saves("date", version=1, when="other", day="2025-12-05", clock="16:30")
    assert moved.url == ana.url("hub")


def test_skipping_it_shuts_no_door(ana):
    with time_machine.travel(THURSDAY, tick=False):
        assert decides(ana).url == ana.url("decide-check")
        page = ana.reads("decide-check")
        assert "leaned to" not in page
        assert "sealed" not in page


@pytest.mark.parametrize("version", [0, 1, 2])
def test_a_second_answer_is_harmless_and_shows_nothing(ana, version):
    ana.saves("leaning", **LEAN)
    kept = all_rows()
    again = ana.saves("leaning", version=version, choice="out", sure="5", because="No")
    assert again.url == ana.url("leaning")
    assert ana.saves("leaning", version=version).url == ana.url("leaning"), "nor a blank one"
    assert all_rows() == kept


def test_two_tabs_that_seal_in_the_same_moment_leave_one(ana, monkeypatch):
    """The second tab had read the case before the first one saved."""
    ana.saves("leaning", **LEAN)
    monkeypatch.setattr("coaching.views.leaning.sealed_in", lambda facts: None)
    answer = ana.saves("leaning", choice="out", sure="5", because="No")
    assert answer.status_code == 302
    assert Leaning.objects.get().choice == "keep"


def test_words_kept_from_a_lost_session_are_not_set_over_the_seal(ana):
    ana.saves("leaning", **LEAN)
    browser = Client()
    browser.post(ana.url("leaning"), {"version": "0", **LEAN})  # signed out: the words are held
    browser.post("/account/login/", {"login": ana.case.owner.email, "password": "x"})
    browser.force_login(ana.case.owner)
    session = browser.session
    session["held"] = {
        ana.url("leaning"): {
            "words": urlencode(LEAN), "at": MONDAY.timestamp(), "owner": ana.case.owner.pk,
        }
    }  # fmt: skip
    session.save()
    page = browser.get(ana.url("leaning")).content.decode()
    assert SEALED_BEFORE in page
    assert SECRET not in page
    assert SECRET not in str(browser.session.items())


@pytest.mark.mission("S1-4")
@pytest.mark.parametrize("stage", Stage.values)
def test_until_the_date_no_page_file_or_answer_of_hers_shows_it(stage):
    """Every address opened, and every form sent with other words, as she who wrote it."""
    case = anas_case(When.WAITING, stage=stage)
    Leaning.objects.filter(case=case).update(because=f"{SECRET} Street", choice="keep")
    browser = Client()
    browser.force_login(case.owner)
    for url in case_urls():
        address = url.of(case)
        with taken_back():
            for answer in (browser.get(address), browser.post(address, {"version": "0"})):
                assert SECRET not in answer.content.decode("latin-1"), url.name
                assert SECRET not in answer.headers.get("Location", "")


def test_when_the_date_has_come_it_waits_for_what_she_says_now(ana):
    ana.saves("leaning", **LEAN)
    with time_machine.travel(THURSDAY, tick=False):
        page = ana.reads("leaning")
        assert "Say what you think now" in page
        assert SECRET not in page
        assert SECRET not in ana.reads("decide"), "the old answer must not lead the new one"

        assert decides(ana).url == ana.url("decide-check")
        for name in ("decide-check", "leaning"):
            assert SECRET in ana.reads(name)


@pytest.mark.mission("S1-2")
def test_a_choice_from_before_the_date_is_no_answer_of_that_day(ana):
    """She went past the door on Monday and chose, but saved no decision; Thursday asks anew."""
    ana.saves("leaning", **LEAN)
    ana.saves("decide-early", why="They call")
    decides(ana)
    with time_machine.travel(THURSDAY, tick=False):
        assert "Say what you think now" in ana.reads("leaning")
        assert SECRET not in ana.reads("leaning")
        assert SECRET not in ana.reads("decide-check")
        decides(ana, version=1)
        assert SECRET in ana.reads("leaning")


def test_a_minute_before_it_is_closed(ana):
    ana.saves("leaning", **LEAN)
    DecisionNote.objects.create(case=ana.case, choice="out", sure=4)
    with time_machine.travel(THURSDAY - timedelta(minutes=1), tick=False):
        assert SECRET not in ana.reads("leaning")
    with time_machine.travel(THURSDAY, tick=False):
        finish(ana.case, "decide")
        assert SECRET in ana.reads("leaning")


def test_it_opens_where_she_is_not_where_the_server_is(client):
    """10am in Tokyo comes while it is still the evening before in London."""
    ana = Ana(client, pages=WEIGHED, time_zone="Asia/Tokyo")
    ana.saves("date", when="other", day="2025-12-04", clock="10:00")
    ana.saves("leaning", **LEAN)
    assert "It opens on Thursday, December 4, at 10am" in ana.reads("leaning")
    DecisionNote.objects.create(case=ana.case, choice="out", sure=4)
    with time_machine.travel(datetime(2025, 12, 4, 0, 59, tzinfo=UTC), tick=False):
        assert SECRET not in ana.reads("leaning")
    with time_machine.travel(datetime(2025, 12, 4, 1, 0, tzinfo=UTC), tick=False):
        finish(ana.case, "decide")
        assert SECRET in ana.reads("leaning")


def test_a_moved_date_moves_the_seal(ana):
    ana.saves("leaning", **LEAN)
    DecisionNote.objects.create(case=ana.case, choice="out", sure=4)
    decision_date(ana.case, THURSDAY + timedelta(days=4))
    with time_machine.travel(THURSDAY, tick=False):
        page = ana.reads("leaning")
        assert SECRET not in page
        assert "It opens on Monday, December 8, at 10am" in page


@pytest.mark.mission("S1-2")
def test_going_past_the_door_early_is_no_way_to_look(ana):
    ana.saves("leaning", **LEAN)
    ana.saves("decide-early", why="They call")
    decides(ana)
    page = ana.reads("decide-check")
    assert SECRET not in page
    assert "Your first leaning stays sealed" in page
    assert SECRET not in ana.reads("leaning")

    assert ana.saves("decide-check").url == ana.url("decide-done")
    assert SECRET in ana.reads("decide-done")


def test_deciding_shows_then_beside_now_and_what_moved(ana):
    RealReason.objects.create(case=ana.case, pay=True, still=Answer.NO)
    ana.saves("leaning", **LEAN)
    for days in range(3):
        day = (MONDAY + timedelta(days=days)).date()
        DiaryLine.objects.create(case=ana.case, day=day, keep=2 + days, leave=4)
    with time_machine.travel(MONDAY + timedelta(days=1), tick=False):
        finish(ana.case, "why", "options")
    with time_machine.travel(THURSDAY, tick=False):
        decides(ana, still="unknown")
        page = ana.reads("decide-check")
    assert "You sealed it on Monday, December 1." in page
    assert "Then you leaned to “Keep the job”. Now you say “Back out”. You are surer now." in page
    assert "Since then you saved 2 pages and wrote 3 diary lines." in page
    assert "“Keep the job” felt 2 of 5 in your first line, and 4 in your last." in page
    row = page[page.index("would you still want this job?") :][:200]
    assert row.index("No</td>") < row.index("I don’t know</td>")
    assert DecisionNote.objects.get().still == Answer.UNKNOWN


def test_the_root_question_is_asked_again_and_the_first_answer_does_not_lead(ana):
    RealReason.objects.create(case=ana.case, pay=True, still=Answer.NO)
    with time_machine.travel(THURSDAY, tick=False):
        page = ana.reads("decide")
        assert "would you still want this job? <" in page.replace("\n", " ")
        assert 'value="no" checked' not in page
        decides(ana, still="")
        assert "would you still want" not in ana.reads("decide-check"), "it is optional"


def test_a_choice_is_needed_and_sureness_where_there_is_one(ana):
    page = ana.saves("leaning", sure="2", because="Hello").content.decode()
    assert page.count("Choose where you lean today") == 2
    assert 'value="Hello"' in page
    page = ana.saves("leaning", choice="out").content.decode()
    assert page.count("Choose how sure you are, from 1 to 5") == 2
    assert not Leaning.objects.exists()
    assert not SavedPage.objects.filter(slug="leaning").exists()


def test_not_knowing_is_a_leaning_too(ana):
    ana.saves("leaning", choice="unknown", sure="4")
    assert Leaning.objects.get().sure is None
    with time_machine.travel(THURSDAY, tick=False):
        decides(ana)
        assert "Then you did not know. Now you say “Back out”." in ana.reads("decide-check")


@pytest.mark.parametrize("wrong", [{"choice": "flee"}, {"sure": "6"}, {"because": "x" * 121}])
def test_what_is_not_offered_is_refused(ana, wrong):
    assert ana.saves("leaning", **LEAN | wrong).status_code == 200
    assert not Leaning.objects.exists()


@pytest.mark.parametrize(
    ("stage", "words"), [(Stage.NOT_ACCEPTED, "Say no"), (Stage.STARTED, "Leave the job")]
)
def test_it_asks_in_the_words_of_where_she_stands(client, stage, words):
    assert words in Ana(client, stage=stage).reads("leaning")


def test_a_saved_decision_keeps_it_open_for_good(ana):
    ana.saves("leaning", **LEAN)
    Decision.objects.create(case=ana.case, outcome="keep", decided_at=MONDAY)
    assert SECRET in ana.reads("leaning")


def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana):
    ana.saves("leaning", **LEAN)
    assert bo_finds_nothing(ana, "leaning")
    assert wrong_methods_are_refused(ana, "leaning")


def test_deleting_the_case_takes_it_along(ana):
    ana.saves("leaning", **LEAN)
    Case.objects.get(pk=ana.case.pk).delete()
    assert not Leaning.objects.exists()
