"""Options beside each other: the second look, where answers differ, the picture of the odds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.models import Odds, OptionCase, Undo
from coaching.weigh.beside import EITHER_WAY, differences, gaps, given_up, pictured
from coaching.weigh.odds import X, in_words, marks
from coaching.weigh.second_look import GOOD_SIDE, HAS_A_PLAN, NO_PLAN, second_look
from coaching.weigh.ways import board
from offers.models import Stage

BOARD = board(Stage.ACCEPTED)
odds = st.sampled_from(["", *Odds.values])
texts = st.sampled_from(["", "Something"])
undo = st.sampled_from(["", *Undo.values])


@given(best=texts, best_odds=odds, worst_odds=odds, undo=undo, if_worst=texts)
def test_without_a_worst_case_there_is_nothing_to_look_at_again(**answers):
    assert second_look(OptionCase(**answers)) == ()


@given(best=texts, best_odds=odds, worst_odds=odds, undo=undo, if_worst=texts)
def test_the_second_look_says_only_what_was_said(best, best_odds, worst_odds, undo, if_worst):
    row = OptionCase(
        best=best, best_odds=best_odds, worst="Bad", worst_odds=worst_odds, undo=undo,
        if_worst=if_worst,
    )  # fmt: skip
    lines = second_look(row)
    assert (HAS_A_PLAN in lines) == bool(if_worst)
    assert (NO_PLAN in lines) != (HAS_A_PLAN in lines)
    assert (GOOD_SIDE in lines) == bool(best)
    assert any("turn back" in line for line in lines) == (undo in (Undo.YES, Undo.PARTLY))
    assert any("not likely" in line for line in lines) == (worst_odds == Odds.UNLIKELY)


@pytest.mark.mission("S1-11")
def test_the_second_look_by_hand():
    row = OptionCase(
        best="Joy", best_odds=Odds.POSSIBLE, worst="Shame", worst_odds=Odds.UNLIKELY,
        if_worst="Rest", undo=Undo.PARTLY,
    )  # fmt: skip
    assert second_look(row) == (
        "You called the worst case not likely.",
        "You think that the best case is likelier than the worst.",
        HAS_A_PLAN,
        "You said that you could turn back in part.",
        GOOD_SIDE,
    )


def test_what_was_written_of_an_option_now_gone_is_left_out():
    rows = [OptionCase(option="out-for-other", worst="Lost"), OptionCase(option="keep", worst="x")]
    assert [one.way.key for one in pictured(BOARD, rows)] == ["keep"]


@given(chosen=st.permutations([way.key for way in BOARD]))
def test_the_order_is_the_boards_whatever_came_first(chosen):
    rows = [OptionCase(option=key, worst="x") for key in chosen]
    assert [one.way for one in pictured(BOARD, rows)] == list(BOARD)


def test_an_aspect_needs_two_answers_to_differ_or_to_be_alike():
    rows = [
        OptionCase(option="keep", undo=Undo.YES, work_soon="helps", life_soon="helps"),
        OptionCase(option="out", undo=Undo.NO, work_soon="helps"),
    ]
    differ, alike = differences(pictured(BOARD, rows))
    assert differ == ["turning back"]
    assert alike == ["work soon"]


def test_the_first_gap_of_each_begun_option_is_named():
    rows = [
        OptionCase(option="keep", best="Good", worst="Bad"),
        OptionCase(option="out", best="A", worst="B", gives_up="C", if_worst="D", leads="E"),
    ]
    found = gaps(pictured(BOARD, rows))
    assert [(gap.way.key, gap.words, gap.url_name) for gap in found] == [
        ("keep", "what you would give up", "coaching:outcome-cost")
    ]


@pytest.mark.mission("S1-9")
def test_what_is_given_up_stands_in_two_lists_and_what_may_end_either_way_apart():
    ways = board(Stage.ACCEPTED, own=["Move"])
    rows = [OptionCase(option=way.key, gives_up="It") for way in ways]
    lists = given_up(pictured(ways, rows), Stage.ACCEPTED)
    found = {one.heading: [each.way.key for each in one.options] for one in lists}
    assert found == {
        "By staying": ["keep", "change", "later"],
        "By backing out": ["try", "out"],
        EITHER_WAY: ["reopen", ways[-1].key],
    }
    headings = [one.heading for one in given_up([], Stage.STARTED)]
    assert headings == ["By staying", "By leaving"]


@given(best=odds, worst=odds)
def test_the_marks_stand_on_their_odds_and_never_on_each_other(best, worst):
    drawn = marks(OptionCase(best_odds=best, worst_odds=worst))
    assert [mark.x for mark in drawn] == [X[Odds(one)] for one in (best, worst) if one]
    assert len({(mark.x, mark.shift) for mark in drawn}) == len(drawn)


def test_the_picture_in_words():
    assert in_words(OptionCase(best_odds=Odds.LIKELY)) == "Best case: likely. Worst case: not said."
