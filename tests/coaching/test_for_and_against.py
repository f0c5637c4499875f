"""For and against both positions, now and later on."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from coaching.journey.steps import STEPS
from coaching.models import Horizon, Point, Position, Side
from coaching.weigh.points import LATE, late_in_words, standpoints
from offers.models import Stage
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer, decision_date

pytestmark = pytest.mark.django_db

TODAY = date(2025, 12, 1)


@pytest.fixture
def ana(client):
    return Ana(client)


def words(ana: Ana, position: Position) -> list[tuple[str, str, str]]:
    rows = Point.objects.filter(case=ana.case, position=position).order_by("horizon", "side")
    return [(row.horizon, row.side, row.words) for row in rows]


@pytest.mark.mission("S4-8", "S2-7")
def test_ana_writes_both_ways_and_sees_them_beside_each_other(ana):
    page = ana.saves("points", "keep", now_for="My word\nNice people", later_against="A long way")
    assert page.url == ana.url("points", "out")
    assert words(ana, Position.KEEP) == [
        ("later", "against", "A long way"),
        ("now", "for", "My word"),
        ("now", "for", "Nice people"),
    ]
    page = ana.saves("points", "out", now_against="They are let down")
    assert page.url == ana.url("for-and-against")
    page = ana.reads("for-and-against")
    assert page.index("Keep the job</h2>") < page.index("Nice people") < page.index("Back out</h2>")
    assert page.index("Back out</h2>") < page.index("They are let down")
    assert ana.reads("hub").count("For and against") >= 1


@pytest.mark.mission("S2-7")
def test_it_stands_before_the_decision_among_the_steps(ana):
    slugs = [step.slug for step in STEPS]
    assert slugs.index("for-and-against") < slugs.index("decide")
    assert ana.url("for-and-against") in ana.reads("hub")


@pytest.mark.mission("S2-7")
def test_who_decides_early_hears_once_that_it_is_not_written_yet(ana):
    decision_date(ana.case, timezone.now() + timedelta(days=2))
    words = "you have not written what speaks for each way"
    assert words in ana.reads("decide-early")
    ana.saves("points", "keep", now_for="My word")
    assert words not in ana.reads("decide-early")


@pytest.mark.mission("S2-3", "S2-10", "S2-11")
def test_the_harms_are_named_beside_the_question(ana):
    page = ana.reads("points", "out")
    for harm in ("Your name", "Closed doors", "Your tie with them", "The law", "What they put in"):
        assert f"<strong>{harm}:" in page
    assert "In rare cases an employer has told the new one" in page
    assert "out of all their later openings" in page


@pytest.mark.mission("S0-18")
def test_a_poor_fit_costs_the_employer_too(ana):
    words = "leaves in six to twelve months costs them, too"
    assert words in ana.reads("points", "keep")
    assert "a poor fit leaves after six to twelve months" in ana.reads("for-and-against")


@pytest.mark.mission("S2-10")
def test_near_the_first_day_late_news_is_pointed_out(ana):
    in_nine_days = timezone.localdate(timezone=ana.case.zone) + timedelta(days=9)
    accepted_offer(ana.case, starts_on=in_nine_days)
    assert "The later they hear, the harder it is for them." in ana.reads("points", "out")
    assert "The later they hear, the harder" not in ana.reads("points", "keep")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "Your first day is today."),
        (1, "Your first day is tomorrow."),
        (9, "Your first day is in 9 days."),
        (LATE, f"Your first day is in {LATE} days."),
    ],
)
def test_how_near_the_first_day_is(days, said):
    assert late_in_words(TODAY + timedelta(days=days), TODAY).startswith(said)


@pytest.mark.parametrize("starts_on", [None, TODAY - timedelta(1), TODAY + timedelta(LATE + 1)])
def test_far_from_the_first_day_nothing_is_said(starts_on):
    assert late_in_words(starts_on, TODAY) == ""


def test_lines_are_cleaned_and_empty_ones_left_out(ana):
    ana.saves("points", "keep", now_for="  One \r\n\r\n\tTwo\n")
    assert [one[2] for one in words(ana, Position.KEEP)] == ["One", "Two"]


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("a\nb\nc\nd\ne\nf", "“For it, now” must be 5 lines or fewer"),
        ("x" * 121, "Each line of “For it, now” must be 120 characters or fewer"),
    ],
)
def test_too_much_says_so_and_nothing_typed_is_lost(ana, typed, error):
    page = ana.saves("points", "keep", now_for=typed).content.decode()
    assert error in page
    assert typed in page
    assert not Point.objects.exists()


def test_saving_again_writes_them_anew_and_the_other_way_stays(ana):
    ana.saves("points", "keep", now_for="One\nTwo")
    ana.saves("points", "out", now_for="Three")
    ana.saves("points", "keep", version=1, now_for="Two")
    assert [one[2] for one in words(ana, Position.KEEP)] == ["Two"]
    assert [one[2] for one in words(ana, Position.OUT)] == ["Three"]


def test_a_second_click_changes_nothing_and_an_old_tab_undoes_nothing(ana):
    for _ in range(2):
        assert ana.saves("points", "keep", now_for="One").status_code == 302
    assert ana.saves("points", "keep", now_for="Two").status_code == 409
    assert [one[2] for one in words(ana, Position.KEEP)] == ["One"]


def test_markup_stays_text(ana):
    ana.saves("points", "keep", now_for="<b>One</b>")
    assert "&lt;b&gt;One&lt;/b&gt;" in ana.reads("for-and-against")


def test_the_database_refuses_what_is_no_point(ana):
    at = {"position": "keep", "horizon": "now", "side": "for", "number": 1, "words": "One"}
    for wrong in ({"number": 6}, {"side": "both"}, {"words": ""}, {"horizon": "never"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Point.objects.create(case=ana.case, **at | wrong)


def test_no_other_position_is_found_and_strangers_find_nothing(ana):
    assert ana.opens("points", "both").status_code == 404
    assert bo_finds_nothing(ana, "points", "keep")
    assert wrong_methods_are_refused(ana, "points", "keep")
    assert wrong_methods_are_refused(ana, "for-and-against", reading=True)


def test_every_point_is_laid_out_once_in_its_place():
    points = [
        Point(position=position, horizon=horizon, side=side, number=1, words=f"{position}{horizon}")
        for position in Position
        for horizon in Horizon
        for side in Side
    ]
    both = standpoints(points, Stage.STARTED)
    assert [one.title for one in both] == ["Stay", "Leave"]
    for one in both:
        for sides, horizon in zip(one.times, Horizon, strict=True):
            expected = (f"{one.position}{horizon}",)
            assert (sides.in_favor, sides.against) == (expected, expected)
