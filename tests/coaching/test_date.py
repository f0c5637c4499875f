"""Setting the decision date: the window, the person's own clock, and the nights it changes."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from coaching.models import SignedTerms
from offers.models import DecisionDate, Ends, Offer, OfferKind
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer, case_of, decision_date, other_offer

pytestmark = pytest.mark.django_db
MONDAY = datetime(2025, 12, 1, 14, 42, tzinfo=UTC)  # 9:42am in New York
NEW_YORK = ZoneInfo("America/New_York")


@pytest.fixture
def ana(client):
    with time_machine.travel(MONDAY, tick=False):
        yield Ana(client)


def page_of(answer) -> str:
    return answer.content.decode()


def chosen(ana) -> DecisionDate:
    return ana.now().decision_dates.first()


@pytest.mark.mission("S1-2")
def test_a_suggested_time_is_kept_as_instant_zone_and_wall(ana):
    assert ana.saves("date", when="2025-12-04T10:00").url == ana.url("leaning")
    date_set = chosen(ana)
    assert date_set.decide_at == datetime(2025, 12, 4, 15, tzinfo=UTC)
    assert (date_set.zone, date_set.wall) == ("America/New_York", "2025-12-04T10:00")


def test_the_same_date_again_adds_no_row(ana):
    for version in (0, 0, 1):
        ana.saves("date", version=version, when="2025-12-04T10:00")
    assert DecisionDate.objects.count() == 1


def test_a_moved_date_keeps_the_old_one_behind_it(ana):
    ana.saves("date", when="2025-12-04T10:00")
    ana.saves("date", version=1, when="other", day="2025-12-05", clock="16:30")
    assert [one.wall for one in ana.now().decision_dates.all()] == [
        "2025-12-05T16:30",
        "2025-12-04T10:00",
    ]


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ({}, "Choose when you will decide"),
        ({"when": "other"}, "Enter the date you will decide"),
        ({"when": "other", "day": "2025-12-04"}, "Enter the time you will decide, like 10:00"),
        ({"when": "other", "day": "2025-11-30", "clock": "10:00"}, "still to come"),
        ({"when": "other", "day": "2025-12-01", "clock": "09:50"}, "at least 30 minutes from now"),
        ({"when": "other", "day": "2025-02-30", "clock": "10:00"}, "Enter a date that exists"),
        ({"when": "other", "day": "03/04/2026", "clock": "10:00"}, "year, month, day"),
        ({"when": "2025-11-03T10:00"}, "still to come"),
        ({"when": "9999-12-31T23:59"}, "Choose when you will decide"),
        ({"when": "2026-03-08T02:30"}, "Choose when you will decide"),
    ],
)
def test_a_wrong_time_is_named_and_kept(ana, answers, error):
    page = page_of(ana.saves("date", **answers))
    assert error in page
    assert not DecisionDate.objects.exists()
    if "day" in answers and answers["day"].startswith("20"):
        assert f'value="{answers["day"]}"' in page


@pytest.mark.parametrize(
    ("limit", "error"),
    [
        ("offer", "Choose a date before the Harborlight Health offer ends on Friday, December 5"),
        ("answer", "Choose a date before someone wants your answer on Friday, December 5"),
        ("start", "Choose a date before your start day, Monday, December 8"),
        ("papers", "Choose a date before the date in your papers"),
    ],
)
def test_a_date_after_the_limit_names_what_bounds_it(ana, limit, error):
    friday = datetime(2025, 12, 5, 17, tzinfo=NEW_YORK)
    if limit == "offer":
        other_offer(ana.case, ends=Ends.ON, ends_at=friday)
    elif limit == "answer":
        ana.case.answer_by = friday
        ana.case.save()
    elif limit == "start":
        accepted_offer(ana.case, starts_on=date(2025, 12, 8))
    else:
        SignedTerms.objects.create(case=ana.case, tell_by=friday.date())
    late = {"when": "other", "day": "2025-12-10", "clock": "10:00"}
    assert error in page_of(ana.saves("date", **late))


def test_on_the_night_the_clocks_go_back_she_says_which_time_she_means(client):
    with time_machine.travel(datetime(2026, 10, 29, 14, tzinfo=UTC), tick=False):
        ana = Ana(client)
        twice = {"when": "other", "day": "2026-11-01", "clock": "01:30"}
        page = page_of(ana.saves("date", **twice))
        assert "this time comes twice" in page
        assert "Before the clocks go back" in page
        ana.saves("date", **twice, fold="1")
        assert chosen(ana).decide_at == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
        assert 'value="01:30"' in ana.reads("date")


def test_on_the_night_the_clocks_go_forward_a_skipped_time_is_refused(client):
    with time_machine.travel(datetime(2026, 3, 5, 14, tzinfo=UTC), tick=False):
        ana = Ana(client)
        page = page_of(ana.saves("date", when="other", day="2026-03-08", clock="02:30"))
        assert "The clocks go forward that night" in page
        assert not DecisionDate.objects.exists()


def test_her_own_zone_decides_what_10am_is(client):
    with time_machine.travel(MONDAY, tick=False):
        ana = Ana(client, time_zone="Asia/Kolkata")
        assert "Times are for India: Delhi, Mumbai" in ana.reads("date")
        ana.saves("date", when="2025-12-04T10:00")
        assert chosen(ana).decide_at == datetime(2025, 12, 4, 4, 30, tzinfo=UTC)
        assert "Thursday, December 4, at 10am" in ana.reads("hub")


@pytest.mark.parametrize(
    ("hours", "words", "can_choose"),
    [(20, "There is less than a day left", True), (3, "There is too little time", False)],
)
def test_when_time_is_short_asking_for_more_comes_first(ana, hours, words, can_choose):
    other_offer(ana.case, ends=Ends.ON, ends_at=MONDAY + timedelta(hours=hours))
    page = ana.reads("date")
    assert words in page
    assert "Get the words to ask" in page
    assert ("Save and continue" in page) == can_choose
    assert "<h1>When will you decide?</h1>" in page


def test_when_they_will_not_wait_she_can_still_decide(ana):
    other_offer(ana.case, rung="signed", ends=Ends.ON, ends_at=MONDAY + timedelta(hours=3))
    page = ana.reads("date")
    assert "before the Harborlight Health offer ends on Monday, December 1" in page
    assert ana.url("basics", 2) in page  # They gave me more time
    assert ana.opens("decide").url == ana.url("decide-early")
    assert "There is little time left" in ana.reads("decide-early")
    ana.client.post(ana.url("decide-early"), {"why": "They want an answer now"})
    assert "Your decision" in ana.reads("decide")


def test_the_zone_of_this_case_is_changed_and_of_no_other(ana):
    newer = case_of(ana.case.owner, time_zone="Europe/London")
    assert ana.url("clock") in ana.reads("date")
    answers = {"answer_wanted": "no", "time_zone": "Asia/Tokyo"}
    assert ana.saves("clock", **answers).url == ana.url("date")
    newer.refresh_from_db()
    assert (ana.now().time_zone, newer.time_zone) == ("Asia/Tokyo", "Europe/London")


def test_an_answer_wanted_within_a_day_bounds_the_date(ana):
    ana.saves("clock", answer_wanted="today", time_zone="America/New_York")
    assert ana.now().answer_by == MONDAY + timedelta(hours=24)
    assert "There is less than a day left" in ana.reads("date")
    with time_machine.travel(MONDAY + timedelta(hours=1), tick=False):
        ana.saves("clock", version=1, answer_wanted="today", time_zone="America/New_York")
    assert ana.now().answer_by == MONDAY + timedelta(hours=24)


def test_an_offer_whose_date_has_passed_is_named(ana):
    other_offer(ana.case, rung="signed", ends=Ends.ON, ends_at=MONDAY - timedelta(hours=2))
    assert "The date of Harborlight Health has passed. Ask if it is still open" in ana.reads("hub")


def test_an_offer_that_has_ended_bounds_nothing(ana):
    other_offer(ana.case, ends=Ends.ON, ends_at=MONDAY - timedelta(hours=1))
    assert "Suggested: three nights’ sleep" in ana.reads("date")


def test_the_limit_names_the_next_offer_to_end_not_one_that_has_ended(ana):
    other_offer(ana.case, ends=Ends.ON, ends_at=MONDAY - timedelta(hours=1))
    Offer.objects.create(
        case=ana.case,
        number=3,
        kind=OfferKind.OTHER,
        employer="Larkfield",
        ends=Ends.ON,
        ends_at=datetime(2025, 12, 5, 17, tzinfo=NEW_YORK),
    )
    late = {"when": "other", "day": "2025-12-10", "clock": "10:00"}
    error = "Choose a date before the Larkfield offer ends on Friday, December 5"
    assert error in page_of(ana.saves("date", **late))


def test_a_new_fact_that_moves_the_limit_asks_for_a_second_look(ana):
    ana.saves("date", when="2025-12-04T10:00")
    other_offer(ana.case, ends=Ends.ON, ends_at=MONDAY + timedelta(days=2))
    assert "Check this" in ana.reads("hub")
    assert "a new fact puts your limit before this date" in ana.reads("hub")


def test_after_the_second_move_waiting_itself_is_asked_about(ana):
    assert "Is waiting your answer?" not in ana.reads("date")
    for days in (2, 3, 4):
        decision_date(ana.case, MONDAY + timedelta(days=days))
    assert "Is waiting your answer?" in ana.reads("date")


def test_only_ana_and_only_in_the_right_way(ana):
    assert bo_finds_nothing(ana, "date")
    assert wrong_methods_are_refused(ana, "date")
