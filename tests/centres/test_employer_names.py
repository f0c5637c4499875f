"""Which spellings are one employer by themselves, and which somebody may want to join."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centres.employer_names import LONGEST_KEY, key, look_alike
from centres.terms import in_words, term_of


@pytest.mark.parametrize(
    "name",
    ["Northgate Bank", "NORTHGATE BANK", "The Northgate-Bank, Inc.", "Northgate  Bank L.L.C."],
)
def test_one_employer_in_many_spellings(name):
    assert key(name) == "northgate bank"


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Co", "co"),
        ("The Inc", "the inc"),
        ("AT&T", "at and t"),
        ("Müller GmbH & Co. KG", "müller gmbh and"),
        ("!!!", "!!!"),
    ],
)
def test_something_is_always_left(name, plain):
    assert key(name) == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("northgate bank", "nortgate bank"),
        ("northgate", "northgate bank"),
        ("corvid systems", "corvid system"),
    ],
)
def test_look_alikes(one, other):
    assert look_alike(one, other)
    assert look_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("northgate", "southgate"), ("ibm", "ibm research"), ("corvid", ""), ("a", "a")],
)
def test_no_look_alikes(one, other):
    assert not look_alike(one, other)


@given(st.text(max_size=120))
def test_a_key_is_short_and_its_own_key(name):
    assert len(key(name)) <= LONGEST_KEY
    assert key(name) or not name.strip()


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 1), "Spring 2026"),
        (date(2026, 5, 31), "Spring 2026"),
        (date(2026, 6, 1), "Summer 2026"),
        (date(2026, 8, 31), "Summer 2026"),
        (date(2026, 9, 1), "Fall 2026"),
        (date(2026, 12, 31), "Fall 2026"),
    ],
)
def test_the_terms_of_a_year(day, words):
    assert in_words(term_of(day)) == words
