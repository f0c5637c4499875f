"""What a school counts: a line for each shared case that is closed, and the totals on Sundays."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from centres.models import Count, DaysGiven, Employer, EndedAs, Pattern, ReasonShare, Tally
from coaching.counting.publish import last_sunday, publish, publish_due
from coaching.mine.erase import erase
from coaching.models import Counted, Outcome, Sharing
from tests.factories import adviser, case_of, centre, person, shared, tallies

from .leaving import leaving, page, signed_in, url
from .test_close import close

pytestmark = pytest.mark.django_db
SUNDAY = date(2026, 9, 6)
MONDAY = datetime(2026, 9, 7, 12, tzinfo=UTC)


@pytest.fixture
def lakeside():
    return centre()


@pytest.fixture
def cleo(lakeside):
    return adviser(lakeside)


def left(cleo, **kwargs):
    """Ana has decided to leave Bluebird, and shares her case with Cleo."""
    case = leaving(**kwargs)
    shared(case, cleo, programme="Statistics")
    return case


def lines():
    return list(Tally.objects.values_list("employer", "programme", "ended_as", "reason"))


# The line of one case


@time_machine.travel(datetime(2026, 9, 1, 2, tzinfo=UTC), tick=False)
def test_a_shared_case_that_is_closed_has_one_line_without_a_name(cleo):
    case = left(cleo)
    close(case, why="later", count_reason="no", days_given="3")
    close(case, why="later", count_reason="no")

    tally = Tally.objects.get()
    assert lines() == [("Bluebird Analytics", "Statistics", "withdrawn", "")]
    assert tally.days_given == 3
    # It is still August where the school is.
    assert (tally.term, tally.closed_on) == ("2026-2", date(2026, 8, 31))
    assert "One line of the totals of Lakeside" in page(
        signed_in(case.owner).get(url("close", case))
    )


def test_what_is_not_shared_is_not_counted_and_not_asked(cleo):
    case = leaving()
    asked = page(signed_in(case.owner).get(url("close", case)))
    close(case, why="later")

    assert "school totals" not in asked
    assert lines() == []


def test_nor_is_what_is_not_shared_any_more(cleo):
    case = left(cleo)
    Sharing.objects.update(ended_at=timezone.now())
    close(case, why="later")
    assert lines() == []


@pytest.mark.mission("S2-23")
def test_a_reason_is_counted_only_with_anas_yes(cleo):
    case = left(cleo)
    asked = page(signed_in(case.owner).get(url("close", case)))
    assert 'value="no" id="id_count_reason_0" checked' in asked.replace(" required", "")

    close(case, why="later", count_reason="yes", reason="too-fast")
    assert [line[3] for line in lines()] == ["too-fast"]
    assert Counted.objects.get().reason == "too-fast"


def test_a_reason_without_the_yes_is_left_out(cleo):
    close(left(cleo), why="later", count_reason="no", reason="too-fast")
    assert [line[3] for line in lines()] == [""]


def test_a_yes_asks_which_reason(cleo):
    answer = close(left(cleo), why="later", count_reason="yes")
    assert "Choose the reason to count" in page(answer)
    assert lines() == []


@pytest.mark.parametrize("days", ["-1", "366", "two", "1e9"])
def test_odd_days_are_refused_beside_the_question(cleo, days):
    answer = close(left(cleo), why="later", count_reason="no", days_given=days)
    assert "Days must be" in page(answer)
    assert lines() == []


@pytest.mark.parametrize(
    ("stage", "outcome", "ended_as"),
    [
        ("accepted", Outcome.KEEP, EndedAs.KEPT),
        ("accepted", Outcome.ASK, EndedAs.KEPT),
        ("started", Outcome.OUT, EndedAs.WITHDRAWN),
        ("not-accepted", Outcome.OUT, EndedAs.SAID_NO),
        ("not-accepted", Outcome.KEEP, EndedAs.SAID_YES),
    ],
)
def test_how_it_ended(cleo, stage, outcome, ended_as):
    case = left(cleo, outcome=outcome, stage=stage)
    close(case, why="later", count_reason="no")
    assert [line[2] for line in lines()] == [ended_as]


def test_opened_again_the_line_is_taken_back_and_closed_again_written_anew(cleo):
    case = left(cleo)
    browser = signed_in(case.owner)
    close(case, why="later", count_reason="yes", reason="pay")
    for _ in range(2):
        browser.post(url("close-open", case))
        assert lines() == []
    close(case, why="later", count_reason="no")
    assert [line[3] for line in lines()] == [""]


def test_what_is_in_a_total_stays_as_it_was_counted(cleo):
    case = left(cleo)
    close(case, why="later", count_reason="yes", reason="pay")
    Tally.objects.update(closed_on=None)
    signed_in(case.owner).post(url("close-open", case))
    close(case, why="later", count_reason="no")
    assert [line[3] for line in lines()] == ["pay"]


def test_two_cases_of_one_person_are_one_person(cleo):
    first = left(cleo)
    close(first, why="later", count_reason="no")
    second = leaving(first.owner)
    shared(second, cleo)
    close(second, why="later", count_reason="no")
    assert Tally.objects.count() == 2
    assert Tally.objects.values("person").distinct().count() == 1


def test_erased_before_the_count_it_is_gone(cleo):
    case = left(cleo)
    close(case, why="later", count_reason="no")
    erase(case.owner)
    assert lines() == []


def test_erased_after_the_count_no_word_of_hers_is_left(cleo):
    case = left(cleo)
    close(case, why="later", count_reason="no")
    Tally.objects.update(closed_on=None)
    erase(case.owner)
    assert lines() == [("", "", "withdrawn", "")]
    assert Counted.objects.count() == 0


def test_a_name_that_the_school_has_on_its_list_stays(cleo, lakeside):
    Employer.named(lakeside, "Bluebird Analytics, Inc.")
    case = left(cleo)
    close(case, why="later", count_reason="no")
    Tally.objects.update(closed_on=None)
    signed_in(case.owner).post(url("close-delete", case), {"version": "0", "code": case.code})
    assert [line[0] for line in lines()] == ["Bluebird Analytics"]


# The totals


@pytest.mark.parametrize("day", range(6, 13))
def test_the_last_sunday(day):
    assert last_sunday(date(2026, 9, day)) == SUNDAY


def figures():
    rows = Pattern.objects.values_list("term", "employer__name", "ended_as", "offers")
    return sorted((term, name or "", ended, offers) for term, name, ended, offers in rows)


def test_fewer_than_five_wait_for_more(lakeside):
    tallies(lakeside, 4, employer="Northgate Bank")
    assert publish_due(MONDAY) == 0
    assert not Count.objects.exists()

    tallies(lakeside, 1, employer="northgate bank inc.")
    assert publish_due(MONDAY) == 1
    assert figures() == [("2026-3", "Northgate Bank", "kept", 5)]


def test_who_closes_this_week_is_counted_on_sunday(lakeside):
    tallies(lakeside, 9)
    tallies(lakeside, 6, closed_on=SUNDAY)
    assert publish(lakeside, MONDAY.date())
    assert [row[3] for row in figures()] == [9]
    assert not publish(lakeside, date(2026, 9, 12))
    assert publish(lakeside, date(2026, 9, 13))
    assert [row[3] for row in figures()] == [15]


def test_once_counted_only_the_term_stays(lakeside):
    tallies(lakeside, 5)
    publish(lakeside, MONDAY.date())
    assert not Tally.objects.waiting().exists()


def test_few_withdrawn_hide_how_the_others_ended(lakeside):
    tallies(lakeside, 20, employer="Northgate Bank")
    tallies(lakeside, 3, employer="Northgate Bank", ended_as="withdrawn")
    publish(lakeside, MONDAY.date())
    assert figures() == [("2026-3", "Northgate Bank", "", 23)]


def test_a_rare_employer_is_named_nowhere(lakeside):
    tallies(lakeside, 6, employer="Northgate Bank")
    for name in ("Corvid", "Alder", "Meridian"):
        tallies(lakeside, 2, employer=name)
    publish(lakeside, MONDAY.date())
    assert figures() == [("2026-3", "", "kept", 6), ("2026-3", "Northgate Bank", "kept", 6)]
    assert list(Employer.objects.values_list("name", flat=True)) == ["Northgate Bank"]


def test_reasons_and_days_of_five_and_more(lakeside):
    at = {"employer": "Northgate Bank", "ended_as": "withdrawn"}
    tallies(lakeside, 6, reason="too-fast", days_given=2, **at)
    tallies(lakeside, 2, reason="pay", **at)
    tallies(lakeside, 9, **at)
    tallies(lakeside, 9, employer="Corvid", reason="pay")
    publish(lakeside, MONDAY.date())
    shown = ReasonShare.objects.values_list("employer__name", "reason", "percent")
    assert set(shown) == {(None, "too-fast", 75), ("Northgate Bank", "too-fast", 75)}
    days = DaysGiven.objects.values_list("employer__name", "days")
    assert set(days) == {(None, 2), ("Northgate Bank", 2)}


def test_a_line_whose_case_is_gone_is_not_counted(lakeside):
    tallies(lakeside, 6)
    Counted.objects.all()[0].delete()
    publish(lakeside, MONDAY.date())
    assert [row[3] for row in figures()] == [5]


def test_each_school_counts_its_own(lakeside):
    tallies(lakeside, 5)
    tallies(centre("hilltop"), 7)
    assert publish_due(MONDAY) == 2
    by_school = Pattern.objects.values_list("count__centre__slug", "offers")
    assert sorted(by_school) == [("hilltop", 7), ("lakeside", 5)]


def test_a_stranger_is_asked_nothing_of_anas(cleo):
    case = left(cleo)
    bo = signed_in(person("bo"))
    assert bo.post(url("close", case), {"count_reason": "yes"}).status_code == 404
    assert Client().get(url("close", case)).status_code == 302
    assert case_of(case.owner).pk
