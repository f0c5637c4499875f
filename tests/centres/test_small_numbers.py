"""No number under five comes out, whatever is filtered, and whatever is subtracted from what."""

from collections import Counter
from collections.abc import Hashable
from itertools import combinations, product
from typing import NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from centres.small_numbers import FEWEST, NOT_SHOWN, groups_of, middle, people, roughly, shares

TERMS = ("2026-1", "2026-3")
EMPLOYERS = ("northgate", "corvid", "alder", "meridian", "")
OUTCOMES = ("kept", "withdrawn", "said-no")
PROGRAMMES = ("statistics", "nursing", "")
ANY = None


class Row(NamedTuple):
    person: Hashable
    values: tuple[str, ...]


tallies = st.lists(
    st.builds(
        Row,
        st.integers(0, 40),  # somebody may have had two cases
        st.tuples(*(st.sampled_from(names) for names in (TERMS, EMPLOYERS, OUTCOMES, PROGRAMMES))),
    ),
    max_size=70,
)


def every_filter():
    """Each choice of each filter, or none; “several” and “other” can be asked for, too."""
    return product(*((ANY, NOT_SHOWN, *names) for names in (
        TERMS, EMPLOYERS[:-1], OUTCOMES, PROGRAMMES[:-1],
    )))  # fmt: skip


def counted(groups, wanted):
    """Whom one figure counts, as places in the list of groups."""
    return frozenset(
        place
        for place, group in enumerate(groups)
        if all(want in (ANY, has) for want, has in zip(wanted, group.values, strict=True))
    )


def every_figure(groups):
    """Whom each figure of each page and file counts: under every filter at once."""
    return {counted(groups, wanted) for wanted in every_filter()}


def who(groups, places):
    return {row.person for place in places for row in groups[place].rows}


def is_safe(groups, places):
    return not places or len(who(groups, places)) >= FEWEST


@given(tallies)
def test_nobody_is_counted_twice_or_lost_and_no_group_is_small(rows):
    groups = groups_of(rows)

    assert all(people(group.rows) >= FEWEST for group in groups)
    assert Counter(row for group in groups for row in group.rows) == (
        Counter(rows) if people(rows) >= FEWEST else Counter()
    )


@given(tallies)
def test_what_is_said_of_a_group_is_so_for_everybody_in_it(rows):
    for group in groups_of(rows):
        for row in group.rows:
            pairs = zip(group.values, row.values, strict=True)
            assert all(said in (NOT_SHOWN, has) for said, has in pairs)


@given(tallies)
@settings(max_examples=40)
def test_one_figure_less_another_never_leaves_one_to_four(rows):
    groups = groups_of(rows)
    figures = every_figure(groups)

    for one, other in combinations(figures, 2):
        for left in (one - other, other - one, one & other, one ^ other):
            assert is_safe(groups, left)


@given(tallies)
@settings(max_examples=15)
def test_nor_do_two_figures_taken_from_a_third(rows):
    groups = groups_of(rows)
    figures = sorted(every_figure(groups), key=len, reverse=True)[:25]

    for whole, one, other in product(figures, repeat=3):
        assert is_safe(groups, whole - one - other)
        assert is_safe(groups, whole & one & other)


@given(tallies)
@settings(max_examples=40)
def test_nor_does_anything_that_can_be_worked_out_from_all_of_them(rows):
    """The smallest sets that all figures together can tell apart: whatever is added, they stay."""
    groups = groups_of(rows)
    figures = list(every_figure(groups))
    told_apart = Counter()
    for place in range(len(groups)):
        told_apart[tuple(place in figure for figure in figures)] += len(groups[place].rows)

    assert all(number >= FEWEST for number in told_apart.values())


def published(rows):
    return sorted((group.values, len(group.rows)) for group in groups_of(rows))


@given(tallies, st.data())
def test_no_figure_moves_while_those_who_are_hidden_trade_places(rows, data):
    """In any pool: who has which of the values that too few share changes nothing at all."""
    groups = groups_of(rows)
    pools = sorted({
        group.values[: place + 1]
        for group in groups
        for place, value in enumerate(group.values)
        if value == NOT_SHOWN
    })  # fmt: skip
    assume(pools)
    pool = data.draw(st.sampled_from(pools))
    place = len(pool) - 1
    inside = [row for group in groups if group.values[: place + 1] == pool for row in group.rows]
    rare = rare_values(inside, place)
    assume(len(rare) > 1)
    moved = [row for row in inside if row.values[place] in rare]
    again = [with_value(row, place, data.draw(st.sampled_from(rare))) for row in moved]
    assume(not frequent_values(again, place))

    assert published(list((Counter(rows) - Counter(moved)).elements()) + again) == published(rows)


def having(rows, place, value):
    return people(row for row in rows if row.values[place] == value)


def rare_values(rows, place):
    values = {row.values[place] for row in rows} - {NOT_SHOWN}
    return sorted(value for value in values if having(rows, place, value) < FEWEST)


def frequent_values(rows, place):
    values = {row.values[place] for row in rows}
    return {value for value in values if having(rows, place, value) >= FEWEST}


def with_value(row, place, value):
    return Row(row.person, (*row.values[:place], value, *row.values[place + 1 :]))


def northgate(kept, withdrawn):
    def some(outcome, number, start):
        return [Row(start + n, ("2026-3", "northgate", outcome, "")) for n in range(number)]

    return some("kept", kept, 0) + some("withdrawn", withdrawn, 100)


def test_nine_of_fifty_are_shown():
    assert published(northgate(41, 9)) == [
        (("2026-3", "northgate", "kept", ""), 41),
        (("2026-3", "northgate", "withdrawn", ""), 9),
    ]


@pytest.mark.parametrize("withdrawn", range(1, FEWEST))
def test_up_to_four_hide_behind_the_others(withdrawn):
    """Nor can they be had by subtraction: how the others ended is not shown, either."""
    assert published(northgate(23 - withdrawn, withdrawn)) == [
        (("2026-3", "northgate", "", ""), 23)
    ]


def test_one_person_with_five_cases_is_one_person():
    assert groups_of([Row("ana", ("2026-3", "northgate", "kept", ""))] * 5) == []


def test_shares_are_round_and_leave_out_what_few_said():
    said = [(n, "better-offer") for n in range(12)] + [(n, "too-fast") for n in range(20, 26)]
    few = [(n, "pay") for n in range(30, 34)]

    assert shares(said + few) == {"better-offer": 55, "too-fast": 25}
    assert shares(few) == {}


@given(st.lists(st.tuples(st.integers(0, 30), st.sampled_from("abcdef")), max_size=60))
def test_shares_do_not_move_while_hidden_reasons_trade_places(said):
    """Each share is of all who said one, so it is the same whichever rare one somebody said."""
    per_value = Counter(value for _, value in set(said))
    rare = [value for value, number in per_value.items() if number < FEWEST]
    shown = shares(said)

    assert not set(shown) & set(rare)
    assert all(percent % 5 == 0 for percent in shown.values())


def test_the_middle_is_told_of_five_and_more():
    assert middle((n, 2) for n in range(4)) is None
    assert middle([(0, 1), (1, 2), (2, 7), (3, 14), (4, 30)]) == 7
    assert middle([("ana", 3)] * 9) is None


def test_coarse_words_begin_again_every_ten():
    words = [roughly(number) for number in (0, 1, 4, 5, 9, 10, 19, 20, 123)]
    assert words == [
        "None", *["Fewer than 5"] * 2, *["5 to 9"] * 2, *["10 or more"] * 2, "20 or more",
        "120 or more",
    ]  # fmt: skip
