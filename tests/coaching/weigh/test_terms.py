"""What was found in the papers becomes questions, never conclusions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.models import SignedTerms
from coaching.weigh.terms import questions_for_adviser
from offers.models import Answer

answers = st.fixed_dictionaries(
    {name: st.sampled_from(["", *Answer.values]) for name in SignedTerms.QUESTIONS}
)


@pytest.mark.mission("S0-13")
@given(answers=answers)
def test_each_yes_and_each_unknown_is_one_question(answers):
    lines = questions_for_adviser(SignedTerms(**answers))
    open_answers = [answer for answer in answers.values() if answer in ("yes", "unknown")]
    assert len(lines) == len(open_answers)
    assert all(line.endswith("?") for line in lines)


def test_a_bonus_to_repay_asks_for_the_sum_and_the_tax():
    line = questions_for_adviser(SignedTerms(repay="yes"))[0]
    assert "before or after tax" in line


def test_a_day_to_tell_them_by_is_a_question_too():
    line = questions_for_adviser(SignedTerms(tell_by=date(2026, 12, 4)))[0]
    assert "by Friday, December 4" in line
