"""The words of the mark on a page: who reads it, of staff and helper, and nobody too many."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.journey.parts import BY_NAME
from coaching.journey.sections import may_be_read
from coaching.journey.steps import DIARY, LETTERS, OFFERS, OPTIONS, STEPS
from coaching.models import Section
from coaching.sharing.readers import MARKS, Readers

both = Readers(
    staff="Cleo Byrne",
    sections=frozenset([Section.PAY]),
    helper="Mo",
    parts=frozenset(["offers", "diary-private"]),
)


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (OFFERS, {"O": "Cleo Byrne and Mo can see this", "B": "Cleo Byrne and Mo can see this"}),
        (DIARY, {"N": "Mo can see this"}),
        (OPTIONS, {}),
        (
            None,
            {
                "O": "Cleo Byrne and Mo can see parts of your case",
                "B": "Cleo Byrne and Mo can see parts of your case",
            },
        ),
    ],
)
def test_everybody_who_reads_is_named(step, words):
    assert both.of(step) == words


@given(
    sections=st.frozensets(st.sampled_from(Section)),
    parts=st.frozensets(st.sampled_from(sorted(BY_NAME))),
    step=st.sampled_from(STEPS),
)
def test_somebody_is_named_exactly_where_they_read(sections, parts, step):
    found = Readers(staff="Cleo", sections=sections, helper="Mo", parts=parts).of(step)
    opened = {(BY_NAME[name].step, BY_NAME[name].is_private) for name in parts}
    for mark in MARKS:
        words = found.get(mark, "")
        assert ("Cleo" in words) == may_be_read(step, mark, sections)
        assert ("Mo" in words) == ((step, mark == "N") in opened)


def test_of_name_and_address_staff_read_the_name_alone():
    staff = Readers(staff="Cleo Byrne", sections=frozenset([Section.LETTERS]))
    name_only = "Cleo Byrne can see your name, not your address"
    assert staff.of_name_and_address(LETTERS) == {"O": name_only}
    with_mo = replace(staff, helper="Mo", parts=frozenset(["letters"]))
    assert with_mo.of_name_and_address(LETTERS) == {"O": f"{name_only}. Mo can see both"}
    assert replace(with_mo, staff="").of_name_and_address(LETTERS) == dict.fromkeys(
        "OB", "Mo can see this"
    )
    assert replace(staff, sections=frozenset()).of_name_and_address(LETTERS) == {}


def test_nobody_reads_what_is_shared_with_nobody():
    assert Readers().of(None) == Readers().of(OFFERS) == {}
