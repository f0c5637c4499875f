"""Names of many cultures: what to call somebody, and how to greet them in a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offers.names import first_name, polite_name


@pytest.mark.parametrize(
    ("name", "first", "polite"),
    [
        ("Dana Reyes", "Dana", "Dana"),
        (
            "Dr. Wilhelmina-Charlotte von Hohenstaufen",
            "Wilhelmina-Charlotte",
            "Dr. von Hohenstaufen",
        ),
        ("Prof. Dr. Pieter van der Berg", "Pieter", "Prof. Dr. van der Berg"),
        ("Ms. María de la Cruz", "María", "Ms. de la Cruz"),
        ("Mr. Ahmed bin Salman", "Ahmed", "Mr. bin Salman"),
        ("Dr Noor al-Rashid", "Noor", "Dr al-Rashid"),
        ("Mrs. Siobhán O’Neill", "Siobhán", "Mrs. O’Neill"),
        ("Dr. Ngozi A. Okafor, PhD", "Ngozi", "Dr. Okafor"),
        ("Mr. João da Silva Jr.", "João", "Mr. da Silva"),
        ("Reyes, Dana", "Dana", "Dana"),
        # Not sure: the whole name.
        ("Dr. Nguyen Van Anh", "Nguyen", "Dr. Nguyen Van Anh"),
        ("J. Smith", "J. Smith", "J. Smith"),
        ("de la Cruz", "de la Cruz", "de la Cruz"),
        ("Dr. Reyes", "Dr. Reyes", "Dr. Reyes"),
        ("Sukarno", "Sukarno", "Sukarno"),
        ("Dr.", "Dr.", ""),
        ("  ", "", ""),
    ],
)
def test_a_name_is_taken_apart_only_where_it_is_sure(name, first, polite):
    assert (first_name(name), polite_name(name)) == (first, polite)


@given(st.text(max_size=60))
def test_any_name_gives_something_to_call_them(name):
    assert bool(first_name(name)) == bool(name.split())
