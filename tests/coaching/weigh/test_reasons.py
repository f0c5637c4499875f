"""What the chosen reasons say back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.journey.steps import STEPS
from coaching.models import RealReason
from coaching.weigh.closer import CLOSER
from coaching.weigh.reasons import (
    ASK_ABOUT_PAY,
    BOUND,
    FIRM_UP,
    NERVES,
    TALK,
    WORDS,
    in_a_row,
    mirror,
    suggestion,
)
from offers.models import Answer
from tests import reading

some_reasons = st.lists(
    st.sampled_from(list(RealReason.REASONS)), min_size=1, max_size=RealReason.MOST, unique=True
)
PAGES = {step.slug for step in STEPS} | {closer.slug for closer in CLOSER}
COMING = {"ask"}
ADVICE = ("back out", "withdraw", "you are", "we think", "best", "better for you")


def everything(said) -> str:
    next_task = said.suggestion
    return " ".join((said.picked, *said.lines, next_task.heading, next_task.why, *next_task.say))


def test_every_reason_has_its_words():
    assert list(WORDS) == list(RealReason.REASONS)


@given(chosen=some_reasons, still=st.sampled_from(Answer.values), guilty=st.booleans())
def test_the_mirror_names_each_reason_and_one_step_that_exists(chosen, still, guilty):
    said = mirror(chosen, still, feels_guilty=guilty)
    assert all(WORDS[name] in said.picked for name in chosen)
    assert said.suggestion.task in PAGES | COMING
    assert said.suggestion.or_else in PAGES


@given(chosen=some_reasons, still=st.sampled_from(Answer.values), guilty=st.booleans())
def test_the_mirror_never_advises_and_reads_easily(chosen, still, guilty):
    said = mirror(chosen, still, feels_guilty=guilty)
    lines = (*said.lines, said.suggestion.heading, said.suggestion.why, *said.suggestion.say)
    rest = "\n".join(lines).lower()
    assert not [words for words in ADVICE if words in rest]
    assert reading.banned_words(f"<p>{everything(said)}</p>") == []


@pytest.mark.mission("S1-23")
@given(
    nerves=st.sets(st.sampled_from(sorted(NERVES)), min_size=1),
    gut=st.sets(st.just("gut")),
    still=st.sampled_from(Answer.values),
)
def test_nerves_lead_to_one_talk_and_never_to_leaving(nerves, gut, still):
    said = mirror(sorted(nerves | gut), still)
    assert said.suggestion is TALK


@pytest.mark.mission("S0-20", "S0-21")
def test_pay_alone_leads_to_a_chance_for_them_and_asks_first_if_it_would_be_enough():
    assert suggestion({"pay"}) is ASK_ABOUT_PAY
    assert "would you still want this job" in ASK_ABOUT_PAY.why
    assert suggestion({"pay", "people"}) is not ASK_ABOUT_PAY


def test_words_to_say_never_tell_of_the_doubt_or_of_another_job():
    for task in (TALK, ASK_ABOUT_PAY):
        said = " ".join(task.say).lower()
        assert "another" not in said
        assert "doubt" not in said
        assert "offer" not in said


def test_another_offer_leads_to_how_firm_it_is():
    assert suggestion({"better_offer", "cold_feet"}) is FIRM_UP


@pytest.mark.mission("S0-6")
def test_feeling_bound_by_the_first_yes_alone_is_said_out_loud():
    assert BOUND in mirror(["better_offer"], Answer.NO, feels_guilty=True).lines
    assert BOUND not in mirror(["better_offer"], Answer.YES, feels_guilty=True).lines
    assert BOUND not in mirror(["better_offer"], Answer.NO).lines


@pytest.mark.parametrize(
    ("words", "row"),
    [(["nerves"], "nerves"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_in_a_row(words, row):
    assert in_a_row(words) == row
