"""The story of a friend: every mix of facts reads well, and a fact not given is not spoken of."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.models import RealReason
from coaching.weigh.friend import Job, Story, retell
from offers.models import Answer, Stage
from tests import reading

days = st.none() | st.integers(-400, 400)
amounts = st.none() | st.decimals(0, 900_000, places=2)
jobs = st.builds(
    Job,
    title=st.sampled_from(["", "Nurse", "HR lead", "Éditeur"]),
    a_year=amounts,
    currency=st.sampled_from(["USD", "EUR", "CHF"]),
    is_guess=st.booleans(),
    is_in_writing=st.none() | st.booleans(),
    ends_in=days,
    starts_in=days,
)
stories = st.builds(
    Story,
    stage=st.sampled_from(Stage.values),
    first=st.none() | jobs,
    others=st.lists(jobs, max_size=4).map(tuple),
    has_current=st.booleans(),
    has_interview=st.booleans(),
    has_nothing=st.booleans(),
    signed=st.booleans(),
    paid=st.booleans(),
    visa=st.booleans(),
    referred=st.booleans(),
    quit_other=st.booleans(),
    reasons=st.lists(st.sampled_from(list(RealReason.REASONS)), max_size=3, unique=True).map(tuple),
    still=st.sampled_from(["", *Answer.values]),
)
HERS = Job(title="Data Analyst", a_year=Decimal(68_000), currency="USD", starts_in=12)
OTHER = Job(
    title="Lead Analyst", a_year=Decimal(76_000), currency="USD", is_in_writing=False, ends_in=5
)
SC1 = Story(stage=Stage.ACCEPTED, first=HERS, others=(OTHER,), reasons=("pay", "cold_feet"))


def told(story: Story) -> str:
    return " ".join(retell(story))


def test_anas_story_by_hand():
    assert retell(replace(SC1, still=Answer.NO, signed=True)) == [
        "A friend said yes to a job as “Data Analyst”. They start in 12 days. "
        "They have signed a contract.",
        "They have another offer, as “Lead Analyst”. "
        "It pays $8,000 more a year, is not in writing yet and ends in 5 days.",
        "Now they doubt it, because of the pay. They also speak of nerves. "
        "With nothing else around, they would not want it.",
    ]


def test_with_no_facts_the_story_is_two_sentences():
    assert retell(Story(stage=Stage.ACCEPTED)) == [
        "A friend said yes to a job.",
        "Now they doubt it.",
    ]


@pytest.mark.parametrize(
    ("stage", "begins"),
    [
        (Stage.NOT_ACCEPTED, "A friend has an offer for a job as “Lead Analyst” and has not said"),
        (Stage.ACCEPTED, "A friend said yes to a job as “Data Analyst”."),
        (Stage.STARTED, "A friend has started a job as “Data Analyst”. They started 12 days ago."),
    ],
)
def test_each_stage_begins_its_own_way(stage, begins):
    first = replace(HERS, starts_in=-12 if stage == Stage.STARTED else 12)
    assert told(replace(SC1, stage=stage, first=first)).startswith(begins)


@pytest.mark.parametrize(
    ("starts_in", "words"),
    [
        (0, "They start today."),
        (1, "They start tomorrow."),
        (2, "in 2 days"),
        (None, None),
        (-3, None),
    ],
)
def test_the_first_day_in_words(starts_in, words):
    story = told(replace(SC1, first=replace(HERS, starts_in=starts_in)))
    assert words in story if words else "They start" not in story


@pytest.mark.parametrize(
    ("a_year", "currency", "words"),
    [
        (68_000, "USD", "pays the same"),
        (60_500, "USD", "pays $7,500 less a year"),
        (90_000, "EUR", None),
        (None, "USD", None),
    ],
)
def test_pay_is_set_against_the_first_job_in_the_same_money_only(a_year, currency, words):
    pay = Decimal(a_year) if a_year else None
    story = told(replace(SC1, others=(replace(OTHER, a_year=pay, currency=currency),)))
    assert words in story if words else "pays" not in story


def test_before_a_yes_two_offers_are_set_against_each_other():
    story = told(Story(stage=Stage.NOT_ACCEPTED, others=(HERS, OTHER)))
    assert story.startswith("A friend has 2 offers and has not said yes to any.")
    assert "The second, as “Lead Analyst”, pays $8,000 more a year than the first" in story


@given(stories)
def test_every_mix_of_facts_reads_well(story):
    parts = retell(story)
    text = " ".join(parts)
    assert parts[0].startswith("A friend ")
    assert all(part.endswith(".") for part in parts)
    assert not re.search(r"\byou(r|rs|rself)?\b|None|nan|  |,,|\.\.| ,|\{|-\d", text, re.IGNORECASE)
    for sentence in re.split(r"(?<=\.) (?=[A-Z])", text):
        assert sentence[0].isupper(), sentence
        assert len(sentence.split()) <= reading.MOST_WORDS, sentence


@given(stories)
def test_what_was_not_told_is_not_spoken_of(story):
    bare = replace(story, signed=False, visa=False, paid=False, reasons=(), still="")
    text = told(bare)
    for word in ("signed", "visa", "paid some", "because of", "nothing else around"):
        assert word not in text


@pytest.mark.parametrize("reason", RealReason.REASONS)
def test_each_reason_is_said_of_somebody_else(reason):
    assert "you" not in told(replace(SC1, reasons=(reason,))).lower()
