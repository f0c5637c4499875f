"""Facts and fears in two columns: nothing is lost, and what happened comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.models import Habits, Kind, RestsOn, Thought, Treated, WarningSigns
from coaching.weigh.fears import Fact, columns, counted_on, seen_in
from offers.models import Answer, Offer

facts = st.builds(
    Thought,
    words=st.text("abc", min_size=1, max_size=5),
    kind=st.just(Kind.FACT),
    rests_on=st.sampled_from(["", *RestsOn.values]),
)
fears = st.builds(
    Thought,
    words=st.text("xyz", min_size=1, max_size=5),
    kind=st.just(Kind.FEAR),
    would_show=st.sampled_from(["", "A call"]),
)
seen = st.builds(Fact, words=st.text("s", min_size=1, max_size=3), rests_on=st.just("signal"))


@given(thoughts=st.lists(facts | fears, max_size=12), also=st.lists(seen, max_size=6))
def test_every_line_stands_in_one_column_once(thoughts, also):
    both = columns(thoughts, also)
    typed = [fact.thought for fact in both.facts if fact.thought]
    assert sorted(map(id, [*typed, *both.fears])) == sorted(map(id, thoughts))
    assert [fact for fact in both.facts if not fact.thought] == also


@pytest.mark.mission("S3-18")
@given(thoughts=st.lists(facts | fears, max_size=12), also=st.lists(seen, max_size=6))
def test_no_promise_stands_before_a_signal(thoughts, also):
    order = [fact.rests_on for fact in columns(thoughts, also).facts]
    assert order == sorted(order, key=["signal", "", "promise"].index)


@given(thoughts=st.lists(facts | fears, max_size=12))
def test_lines_of_one_group_keep_the_order_they_were_typed_in(thoughts):
    both = columns(thoughts, [])
    for group in (both.signals, both.plain, both.promises):
        places = [thoughts.index(fact.thought) for fact in group]
        assert places == sorted(places)
    assert list(both.fears) == [one for one in thoughts if one.kind == Kind.FEAR]


def test_a_fear_can_be_checked_once_she_said_what_would_show_it():
    plain = Thought(words="Nobody calls", kind=Kind.FEAR)
    clear = Thought(words="They are unkind", kind=Kind.FEAR, would_show="A talk with two of them")
    assert columns([plain, clear], []).to_check == (clear,)


def test_only_a_yes_and_how_they_treated_her_become_facts():
    bluebird, wren = Offer(pk=1, employer="Bluebird"), Offer(pk=2, employer="Wren")
    row = WarningSigns(
        role=Answer.YES, role_note="Reports", pay=Answer.NO, path=Answer.UNKNOWN,
        treated=Treated.WELL, treated_note="They called back.",
    )  # fmt: skip
    assert [
        (fact.offer, fact.words, fact.note) for fact in seen_in([bluebird, wren], {1: row})
    ] == [
        (bluebird, "The job is not the one you talked about.", "Reports"),
        (bluebird, "They treated you well.", "They called back."),
    ]


def test_how_they_treated_her_is_no_fact_while_she_is_not_sure():
    row = WarningSigns(treated=Treated.UNKNOWN)
    assert seen_in([Offer(pk=1)], {1: row}) == []


def test_a_promise_she_counts_on_is_a_promise():
    row = Habits(unwritten=Answer.YES, unwritten_note="A raise", stress=Answer.YES)
    (fact,) = counted_on(row)
    assert (fact.rests_on, fact.note) == (RestsOn.PROMISE, "A raise")
    assert counted_on(None) == []
