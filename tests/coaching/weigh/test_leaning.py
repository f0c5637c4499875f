"""When the seal opens, and what is said to have moved."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.journey.outcomes import leaning_choices
from coaching.models import Lean, Outcome
from coaching.weigh.leaning import Said, Seal, Way, mean, seal, what_came_since, what_moved
from offers.models import Stage

NEW_YORK = ZoneInfo("America/New_York")
WORDS = dict(leaning_choices(Stage.ACCEPTED))
zones = st.sampled_from(["UTC", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe"]).map(
    ZoneInfo
)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))
scores = st.integers(1, 5)
thens = st.builds(Said, choice=st.sampled_from(Lean.values), sure=st.none() | scores)
nows = st.builds(Said, choice=st.sampled_from(Outcome.values), sure=st.none() | scores)


def waiting(now: datetime, decide_at: datetime | None) -> Seal:
    return seal(now=now, decide_at=decide_at, chosen_at=now, has_decided=False)


# The seal


@given(moments, moments, zones, zones)
def test_it_is_the_moment_that_counts_in_whatever_zone(now, decide_at, here, there):
    found = waiting(now.astimezone(here), decide_at.astimezone(there))
    assert found == (Seal.SEALED if now < decide_at else Seal.OPEN)


@given(moments, st.none() | moments, st.none() | moments)
def test_before_the_date_only_a_saved_decision_opens_it(now, decide_at, chosen_at):
    before = decide_at is None or now < decide_at
    found = seal(now=now, decide_at=decide_at, chosen_at=chosen_at, has_decided=False)
    assert (found is Seal.SEALED) == before
    decided = seal(now=now, decide_at=decide_at, chosen_at=chosen_at, has_decided=True)
    assert decided is Seal.OPEN


@given(moments, moments, st.timedeltas(timedelta(0), timedelta(days=400)))
def test_a_date_moved_later_never_opens_it_sooner(now, decide_at, later):
    if waiting(now, decide_at) is Seal.SEALED:
        assert waiting(now, decide_at + later) is Seal.SEALED


@given(
    moments,
    st.timedeltas(timedelta(0), timedelta(days=400)),
    st.none() | st.timedeltas(timedelta(microseconds=1), timedelta(days=400)),
)
def test_from_the_date_on_it_waits_for_what_is_said_now(decide_at, since, before):
    """No choice at all, or one from before the date."""
    chosen_at = None if before is None else decide_at - before
    now = decide_at + since
    found = seal(now=now, decide_at=decide_at, chosen_at=chosen_at, has_decided=False)
    assert found is Seal.READY


def test_without_a_date_it_stays_shut():
    assert waiting(datetime(2025, 12, 1, tzinfo=UTC), None) is Seal.SEALED


def test_half_past_one_comes_twice_and_the_second_one_was_meant():
    """November 2, 2025: at 2am New York goes back to 1am."""
    meant = datetime(2025, 11, 2, 1, 30, fold=1, tzinfo=NEW_YORK)  # 6:30 UTC
    first_round = datetime(2025, 11, 2, 1, 45, tzinfo=NEW_YORK)  # 5:45 UTC
    second_round = datetime(2025, 11, 2, 1, 31, fold=1, tzinfo=NEW_YORK)  # 6:31 UTC
    assert waiting(first_round, meant) is Seal.SEALED
    assert waiting(second_round, meant) is Seal.OPEN


def test_the_night_that_skips_an_hour_is_an_hour_shorter():
    """March 8, 2026: 1:59am is followed by 3am."""
    at_three = datetime(2026, 3, 8, 3, 0, tzinfo=NEW_YORK)  # 7:00 UTC
    assert waiting(datetime(2026, 3, 8, 6, 59, tzinfo=UTC), at_three) is Seal.SEALED
    assert waiting(datetime(2026, 3, 8, 7, 0, tzinfo=UTC), at_three) is Seal.OPEN


# What moved


@pytest.mark.parametrize(
    ("then", "now", "sentence"),
    [
        (("keep", 2), ("keep", 2), "You say the same as then: “Keep the job”. You are as sure"),
        (("keep", 2), ("keep", 5), "“Keep the job”. You are surer now."),
        (("out", 5), ("out", 1), "“Back out”. You are less sure now."),
        (("keep", 4), ("out", 3), "leaned to “Keep the job”. Now you say “Back out”. You are less"),
        (("unknown", None), ("keep", 3), "Then you did not know. Now you say “Keep the job”."),
    ],
)
def test_what_moved_in_plain_words(then, now, sentence):
    then, now = (Said(choice=choice, sure=sure) for choice, sure in (then, now))
    assert sentence in what_moved(then, now, WORDS)


@given(thens, nows)
def test_it_says_changed_only_of_a_change_and_surer_only_of_both_known(then, now):
    said = what_moved(then, now, WORDS)
    assert ("the same as then" in said) == (then.choice == now.choice)
    assert f"“{WORDS[now.choice]}”" in said
    both = then.sure is not None and now.sure is not None
    assert ("sure" in said.replace("“Not sure”", "")) == both
    assert ("surer now" in said) == (both and now.sure > then.sure)


# What came since


def since(keep: list[int], leave: list[int], pages: int = 0) -> list[str]:
    ways = [Way(words="Keep the job", felt=keep), Way(words="Back out", felt=leave)]
    return what_came_since(pages=pages, ways=ways)


def test_nothing_happened():
    assert since([], []) == ["Since then you saved no pages and wrote no diary lines."]


def test_one_line_has_no_first_and_last():
    assert since([3], [3], 1) == ["Since then you saved 1 page and wrote 1 diary line."]


def test_seven_days_by_hand():
    """Keep: (1+2+2)/3 = 1.67 and (4+4+5)/3 = 4.33; leave: (5+4+4)/3 and (2+2+2)/3."""
    assert since([1, 2, 2, 3, 4, 4, 5], [5, 4, 4, 3, 2, 2, 2], 9) == [
        "Since then you saved 9 pages and wrote 7 diary lines.",
        "“Keep the job” felt 1.7 of 5 in your first 3 lines, and 4.3 in your last.",
        "“Back out” felt 4.3 of 5 in your first 3 lines, and 2 in your last.",
    ]


@given(st.lists(scores, min_size=1))
def test_a_mean_lies_between_the_least_and_the_most(felt):
    found = mean(felt)
    assert min(felt) <= found <= max(felt)
    assert abs(found * len(felt) - sum(felt)) <= Decimal("0.05") * len(felt)
