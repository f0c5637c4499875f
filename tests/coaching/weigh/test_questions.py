"""Which question comes next."""

from hypothesis import given
from hypothesis import strategies as st

from coaching.models import Reflection
from coaching.weigh.questions import QUESTIONS, next_open

some_saved = st.sets(st.sampled_from([question.slug for question in QUESTIONS]))


def test_the_screens_ask_every_column_once():
    columns = [field.name for field in Reflection._meta.fields if field.name not in ("id", "case")]
    asked = [name for question in QUESTIONS for name in question.columns]
    assert sorted(asked) == sorted(columns)


@given(here=st.sampled_from(QUESTIONS), saved=some_saved)
def test_the_next_screen_is_one_that_was_never_saved(here, saved):
    following = next_open(here, saved | {here.slug})
    if following is None:
        assert len(saved | {here.slug}) == len(QUESTIONS)
    else:
        assert following.slug not in saved


def test_after_the_last_one_come_those_that_were_left_out():
    saved = {question.slug for question in QUESTIONS[1:]}
    assert next_open(QUESTIONS[-1], saved) == QUESTIONS[0]
