"""What the pages about a doubt say back: the answers, and nothing on top."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.models import PRESSURES, Belief, HowAlike, HowItCame, HowMuch, HowMuchBetter, Sentence
from coaching.weigh import doubts
from offers.models import Answer
from tests import reading

answers = st.sampled_from(["", *Answer.values])
ASKED = ("hard_to_say_no", "for_others", "only_first", "if_nobody_minded")
ADVICE = ("back out", "withdraw", "leave the job", "we think", "best", "you are a")


def reads_calmly(words: str) -> None:
    markup = f"<p>{words}</p>"
    assert reading.banned_words(markup) == []
    assert len(reading.longest_sentence(markup).split()) <= reading.MOST_WORDS
    assert not [one for one in ADVICE if one in words.lower()]


@pytest.mark.mission("S0-2")
@given(
    came=st.sampled_from(HowItCame.values),
    alike=st.sampled_from(HowAlike.values),
    better=st.sampled_from(HowMuchBetter.values),
)
def test_a_later_offer_is_said_back_whatever_it_was(came, alike, better):
    words = doubts.later_offer(came, alike, better)
    assert doubts.CAME[came] in words
    assert doubts.ALIKE[alike] in words
    assert doubts.BETTER[better] in words
    reads_calmly(words)


@given(st.fixed_dictionaries(dict.fromkeys(ASKED, answers)))
def test_pleasing_is_said_back_whatever_was_answered(given):
    words = doubts.pleasing(**given)
    assert words
    reads_calmly(words)
    is_bound = given["only_first"] == Answer.YES
    assert (doubts.BOUND_BY_THE_FIRST in words) == is_bound


@pytest.mark.mission("S3-2")
@given(st.dictionaries(st.sampled_from(list(PRESSURES)), st.sampled_from(["", *HowMuch.values])))
def test_pressure_is_one_sentence_that_counts_every_push(given):
    words = doubts.pressure(given)
    reads_calmly(words)
    a_lot = [name for name, much in given.items() if much == HowMuch.A_LOT]
    some = [name for name, much in given.items() if much == HowMuch.SOME]
    if not a_lot and not some:
        assert words == doubts.NO_PUSH
        return
    assert words.count(".") == 1
    assert ("A lot of push" in words) == bool(a_lot)
    if len(a_lot) + len(some) <= doubts.MOST_NAMED:
        assert all(doubts.PUSHES[name] in words for name in (*a_lot, *some))


@pytest.mark.parametrize(
    ("a_lot", "some", "words"),
    [
        ((), ("family",), "Some push comes from family."),
        (
            ("family", "recruiter"),
            (),
            "A lot of push comes from family and a recruiter.",
        ),
        (
            ("sunk_time", "missing_out"),
            ("myself", "family"),
            "A lot of push comes from your time so far and fear of missing out, "
            "and some from 2 more.",
        ),
        (
            ("sunk_time", "missing_out", "family", "myself"),
            ("recruiter",),
            "A lot of push comes from 4 of these 7 things, and some from 1 more.",
        ),
    ],
)
def test_pressure_by_hand(a_lot, some, words):
    given = dict.fromkeys(a_lot, HowMuch.A_LOT) | dict.fromkeys(some, HowMuch.SOME)
    assert doubts.pressure(given) == words


def test_every_source_has_its_words():
    assert list(doubts.PUSHES) == list(PRESSURES)


def test_a_counter_offer_quotes_what_was_written_and_no_blank():
    assert doubts.counter_offer("No training.", "") == ("You wanted to leave: “No training.”",)
    assert doubts.counter_offer("", "") == ()


def test_a_long_text_is_cut_at_a_word_and_says_so():
    (line,) = doubts.counter_offer("word " * 100, "")
    assert line.endswith("word…”")
    assert len(line) < doubts.LONGEST + 30


@pytest.mark.mission("S0-10")
def test_a_belief_is_said_back_beside_its_fairer_line():
    rude = Belief(sentence=Sentence.RUDE, fairer="It is hard.")
    own = Belief(sentence=Sentence.OWN, words="They need me")
    assert doubts.beliefs([rude, own]) == (
        "“It is rude to go back on a yes” is now “It is hard.”",
        "“They need me”",
    )
