"""Decision day: at most one interruption, three equal choices, and not knowing yet."""

import re
from datetime import timedelta

import pytest
import time_machine

from coaching.models import DiaryLine
from coaching.views.date import MOVES_BEFORE_WE_ASK
from offers.models import AcceptedHow, Answer, Case, Situation, Stage
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.coaching.leaving import decide
from tests.coaching.test_weighing_reads_easily import reads_easily
from tests.factories import (
    accepted_offer,
    adviser,
    centre,
    decision_date,
    finish,
    other_offer,
    shared,
)
from tests.reading import words_of
from tests.whole_case import MONDAY

pytestmark = pytest.mark.django_db

OPEN = (
    "the date of Harborlight Health has passed",
    "Harborlight Health is not in writing yet",
    "you have not checked what you signed",
    "you have not asked anyone about your visa or work permit",
    "you have not written what speaks for each way",
)


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def ana(client):
    """On her day, with nothing left open."""
    ana = Ana(client, pages=("pause", "questions-giving-up"), time_zone="America/New_York")
    decision_date(ana.case, MONDAY - timedelta(hours=1))
    return ana


def row_of(page: str, step: str) -> str:
    """What the hub says of one step: its title, how far it is, and the hint."""
    found = re.search(rf'<li>(?:(?!<li>).)*?id="t-{step}">.*?</li>', page, re.DOTALL)
    assert found
    return words_of(found[0])


@pytest.mark.parametrize(
    ("stage", "outcome", "said"),
    [
        (Stage.ACCEPTED, "out", "Back out"),
        (Stage.ACCEPTED, "keep", "Keep the job"),
        (Stage.ACCEPTED, "ask", "Ask for changes or time first"),
        (Stage.STARTED, "out", "Leave the job"),
        (Stage.NOT_ACCEPTED, "keep", "Say yes"),
    ],
)
def test_who_decided_without_a_date_has_decided(client, stage, outcome, said):
    """No time was left to set one; later there is, since the first day moved."""
    ana = Ana(client, stage=stage, pages=("pause", "questions-giving-up"))
    assert "Set a date to decide first." in row_of(ana.reads("hub"), "decide")
    decide(ana.case, outcome)
    row = row_of(ana.reads("hub"), "decide")
    assert "Done" in row
    assert said in row
    assert "Not yet" not in row


def with_everything_open(client, decide_in: timedelta) -> Ana:
    ana = Ana(client, time_zone="America/New_York")
    accepted_offer(ana.case, accepted_how=AcceptedHow.SIGNED)
    other_offer(ana.case, rung="spoken", ends_at=MONDAY - timedelta(hours=2))
    Situation.objects.create(case=ana.case, visa=Answer.YES, signed=Answer.YES)
    decision_date(ana.case, MONDAY + decide_in)
    return ana


@pytest.mark.mission("S1-2", "S2-7")
@pytest.mark.parametrize("decide_in", [timedelta(days=2), timedelta(hours=-1)])
def test_early_and_every_gap_are_one_interruption(client, decide_in):
    ana = with_everything_open(client, decide_in)
    assert ana.opens("decide").url == ana.url("decide-early")
    page = ana.reads("decide-early")
    assert [gap for gap in OPEN if gap not in page] == []
    assert page.count("Decide now anyway</summary>") == 1

    assert ana.saves("decide-early", why="I know.").url == ana.url("decide")
    ana.reads("decide")  # nothing else stands in the way
    assert ana.saves("decide", choice="keep", sure="3").url == ana.url("decide-check")
    assert ana.saves("decide-check").url == ana.url("decide-done")


@pytest.mark.mission("S1-2")
@pytest.mark.parametrize(("hours", "when"), [(11, "later today"), (35, "Tuesday")])
def test_the_day_to_wait_for_is_the_one_on_her_own_clock(client, hours, when):
    """At 9pm in New York it is the next day already where our clocks stand."""
    ana = Ana(client, time_zone="America/New_York")
    decision_date(ana.case, MONDAY + timedelta(hours=hours))
    assert f"Wait until {when}<" in ana.reads("decide-early")


@pytest.mark.mission("S1-2")
@pytest.mark.parametrize(("days", "is_lost"), [(60, False), (2, True)])
def test_waiting_past_a_new_limit_is_not_called_free(client, days, is_lost):
    """The counter-offer of SC4: the first day at work comes too soon after her date."""
    ana = Ana(client)
    accepted_offer(ana.case, starts_on=MONDAY.date() + timedelta(days=days))
    decision_date(ana.case, MONDAY + timedelta(days=1))
    page = ana.reads("decide-early")
    assert ("Nothing is lost by waiting" in page) != is_lost
    assert ("Look at your date first" in page) == is_lost
    assert ("Wait until" in page) != is_lost


@pytest.mark.mission("S2-7")
@pytest.mark.parametrize("written", ["questions-giving-up", "best-worst-keep-the-job"])
def test_something_written_for_each_way_opens_decide(client, written):
    ana = Ana(client)
    decision_date(ana.case, MONDAY - timedelta(hours=1))
    assert ana.opens("decide").url == ana.url("decide-early")
    assert "you have not written what speaks for each way" in ana.reads("decide-early")
    finish(ana.case, written)
    ana.reads("decide")


@pytest.mark.mission("S1-30")
@pytest.mark.parametrize("stage", Stage.values)
def test_three_choices_stand_alike_and_none_is_picked(ana, stage):
    Case.objects.update(stage=stage)
    page = ana.reads("decide")
    assert "This one is yours, and we will never make it for you" in page
    boxes = re.findall(r"<input[^>]*name=\"choice\"[^>]*>", page)
    assert len(boxes) == 3
    assert len({re.sub(r'(value|id)="[^"]*"', "", box) for box in boxes}) == 1
    assert not any("checked" in box for box in boxes)


@pytest.mark.mission("S2-24")
def test_while_she_shares_the_choice_says_who_will_see_it(ana):
    """The choice is a basic fact once it is saved; the words beside it are hers for ever."""
    alone = words_of(ana.reads("decide"))
    assert "will see what you choose" not in alone
    assert alone.count("Only you, always") == 1
    shared(ana.case, adviser(centre()))

    page = words_of(ana.reads("decide"))
    assert page.count("Cleo Byrne will see what you choose") == 2  # over the page, at the choice
    assert page.count("Only you, always") == 4  # at all that is asked beside it
    choice, boxes = page.index("Your decision"), page.index("How sure are you?")
    assert choice < page.rindex("Cleo Byrne will see what you choose") < boxes
    assert boxes < page.index("Only you, always")

    ana.saves("decide", choice="keep", sure="4", because="It is mine")
    assert "Cleo Byrne will see what you choose" in ana.reads("decide-check")
    ana.client.post(ana.url("decide-check"))
    assert "Cleo Byrne can see what you decided" in ana.reads("decide-done")


@pytest.mark.mission("S3-25")
def test_not_knowing_leads_to_places_that_help(ana):
    assert ana.url("decide-unsure") in ana.reads("decide")
    page = ana.reads("decide-unsure")
    for name in ("diary", "questions", "date", "friend"):
        assert f'href="{ana.url(name)}"' in page
    for address in ("/support/", "/help-now/"):
        assert f'href="{address}"' in page
    assert "Waiting is a fair choice" in page
    assert "How you are counts as much as the job does" in page
    assert "easier to act on early than late" in page
    assert "Is waiting your answer?" not in page


@pytest.mark.mission("S3-25")
def test_after_the_second_move_we_ask_if_waiting_is_the_answer(ana):
    for moved in range(MOVES_BEFORE_WE_ASK):
        assert "Is waiting your answer?" not in ana.reads("decide-unsure")
        decision_date(ana.case, MONDAY - timedelta(minutes=30 - moved))
    box = ana.reads("decide-unsure").partition("Is waiting your answer?")[2].partition("</p>")[0]
    assert box.count("<a ") == 3


@pytest.mark.mission("S1-4")
def test_before_the_date_not_knowing_is_no_way_round_the_door(client):
    ana = Ana(client, pages=("pause", "questions-giving-up"))
    decision_date(ana.case, MONDAY + timedelta(days=2))
    assert ana.opens("decide-unsure").url == ana.url("decide-early")


def test_sixty_days_of_diary_stand_beside_the_question(ana):
    for days in range(60):
        day = (MONDAY - timedelta(days=days)).date()
        DiaryLine.objects.create(case=ana.case, day=day, keep=1 + days % 5, leave=3)
    page = ana.reads("decide")
    assert page.count('role="img"') == 1
    assert "Over 60 days, “keep the job” went from" in page
    assert page.index("See your lines") < page.index("Your decision")
    assert "style=" not in page


@pytest.mark.parametrize("stage", Stage.values)
def test_these_pages_read_easily(ana, stage):
    Case.objects.update(stage=stage)
    for name in ("decide-unsure", "leaning"):
        reads_easily(ana.reads(name))
    ana.saves("leaning", choice="keep", sure="3", because="They are kind.")
    reads_easily(ana.reads("leaning"))
    ana.saves("decide", choice="out", sure="4", still="no")
    reads_easily(ana.reads("decide-check"))


def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana):
    assert bo_finds_nothing(ana, "decide-unsure")
    assert wrong_methods_are_refused(ana, "decide-unsure", reading=True)
