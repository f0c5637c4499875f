"""The ways that everybody has."""

import pytest

from coaching.weigh.ways import given_ways
from offers.models import Stage


@pytest.mark.mission("S4-7")
@pytest.mark.parametrize(
    ("stage", "title"), [(Stage.ACCEPTED, "Keep the job"), (Stage.STARTED, "Stay")]
)
def test_keeping_ones_word_comes_first(stage, title):
    first = given_ways(stage)[0]
    assert first.title == title
    assert first.hint == "Honor the commitment, as you said you would."


@pytest.mark.parametrize("stage", Stage)
def test_everybody_has_four_different_ways(stage):
    assert len({way.title for way in given_ways(stage)}) == 4


def test_who_has_not_said_yes_says_no_and_does_not_back_out():
    words = " ".join(way.title for way in given_ways(Stage.NOT_ACCEPTED))
    assert "Say no" in words
    assert "Back out" not in words
