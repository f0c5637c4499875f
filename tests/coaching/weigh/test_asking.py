"""What an answer comes to: matched, partly, refused or none (S0-23)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.models import Granted, Heard
from coaching.weigh.asking import MEANS, Result, result_of
from tests import reading

answers = st.lists(st.sampled_from(Granted.values), min_size=1, max_size=4)


@pytest.mark.mission("S0-23")
@pytest.mark.parametrize(
    ("granted", "result"),
    [
        (["yes"], Result.MATCHED),
        (["yes", "yes"], Result.MATCHED),
        (["part"], Result.PARTLY),
        (["yes", "no"], Result.PARTLY),
        (["no", "part"], Result.PARTLY),
        (["no"], Result.REFUSED),
        (["no", "no", "no"], Result.REFUSED),
        (["no", ""], Result.OPEN),
        (["yes", ""], Result.PARTLY),
        (["", ""], Result.OPEN),
        ([], Result.OPEN),
    ],
)
def test_by_hand(granted, result):
    assert result_of(Heard.ANSWERED, granted) is result


@given(answers)
def test_a_given_answer_changes_something_or_leads_back(granted):
    result = result_of(Heard.ANSWERED, granted)
    assert result.gives_something != result.leads_back_to_deciding
    assert result.gives_something == (set(granted) != {"no"})
    assert (result is Result.MATCHED) == (set(granted) == {"yes"})


@given(answers, st.permutations(range(4)))
def test_the_order_of_the_asks_does_not_matter(granted, order):
    shuffled = [granted[place] for place in order if place < len(granted)]
    assert result_of(Heard.ANSWERED, shuffled) is result_of(Heard.ANSWERED, granted)


@given(answers)
def test_without_an_answer_nothing_they_said_counts(granted):
    assert result_of(Heard.NOTHING, granted) is Result.NO_ANSWER
    assert result_of("", granted) is Result.OPEN


@pytest.mark.parametrize("result", Result)
def test_each_result_reads_easily_and_gives_no_advice(result):
    markup = f"<h2>{MEANS[result][0]}</h2><p>{MEANS[result][1]}</p>"
    assert reading.banned_words(markup) == []
    assert not {"best", "better", "we think"} & set(markup.lower().split())
