"""The ways that are there, at each stage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.weigh.ways import REOPEN, Wants, board, own_key
from offers.models import Stage

stages = st.sampled_from(Stage)
there = st.sets(st.sampled_from(Wants))
own = st.lists(st.text(min_size=1, max_size=120), max_size=6, unique=True)


@pytest.mark.mission("S4-7")
@pytest.mark.parametrize(
    ("stage", "title"), [(Stage.ACCEPTED, "Keep the job"), (Stage.STARTED, "Stay")]
)
def test_keeping_ones_word_comes_first(stage, title):
    first = board(stage)[0]
    assert first.title == title
    assert first.hint == "Honor the commitment, as you said you would."


@given(stage=stages, there=there, own=own)
def test_every_board_begins_with_the_promise_and_ends_with_ones_own(stage, there, own):
    ways = board(stage, there, own)
    assert ways[0].key == "keep"
    assert [way.title for way in ways if way.is_own] == own
    assert ways[len(ways) - len(own) :] == tuple(way for way in ways if way.is_own)
    assert len({way.key for way in ways}) == len(ways)
    assert all(len(way.key) <= 20 for way in ways)


@given(stage=stages, there=there)
def test_a_way_is_on_the_board_only_when_what_it_wants_is_there(stage, there):
    wanted = {way.wants for way in board(stage, there)}
    assert wanted <= there | {Wants.NOTHING}


@pytest.mark.mission("S0-7", "S3-24")
@pytest.mark.parametrize("stage", Stage)
def test_at_every_stage_one_can_go_for_nothing_and_ask_again(stage):
    keys = [way.key for way in board(stage)]
    assert "out" in keys
    assert REOPEN in keys


def test_an_option_keeps_its_key_when_another_moves_up():
    before, after = board(Stage.ACCEPTED, own=["Wait", "Move"]), board(Stage.ACCEPTED, own=["Move"])
    assert before[-1] == after[-1]
    assert after[-1].key == own_key("Move")


def test_who_has_not_said_yes_says_no_and_does_not_back_out():
    words = " ".join(way.title for way in board(Stage.NOT_ACCEPTED, Wants))
    assert "Say no" in words
    assert "Back out" not in words


def test_who_has_started_can_ask_for_a_match_or_let_them_choose_the_notice():
    keys = [way.key for way in board(Stage.STARTED, [Wants.OTHER_OFFER])]
    assert keys.index("keep") < keys.index("match") < keys.index("notice") < keys.index("now")
