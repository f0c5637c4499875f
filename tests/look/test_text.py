"""Whatever is pasted comes out as the same letters, in one form, with nothing invisible."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from look.text import clean_line, clean_text

# Every code point there is, lone surrogates and control characters included.
anything = st.text(alphabet=st.characters())


@given(anything)
def test_cleaning_twice_changes_nothing_more(text):
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(anything)
def test_clean_text_is_normal_and_can_be_stored_anywhere(text):
    cleaned = clean_text(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    kept = {character for character in cleaned if unicodedata.category(character) == "Cc"}
    assert kept <= {"\n", "\t"}


@given(anything)
def test_a_line_is_one_line(text):
    assert len(clean_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Zoe\u0308", "Zoë"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("pay\x00roll", "payroll"),
        ("safe\u202etxt.exe", "safetxt.exe"),
        ("\ud83dhalf an emoji", "half an emoji"),
        ("  around  ", "around"),
        ("👩\u200d🎓 and \u200fשלום\u200f", "👩\u200d🎓 and \u200fשלום\u200f"),
        ("\u2068Łukasz\u2069", "\u2068Łukasz\u2069"),
    ],
)
def test_known_pastes(typed, kept):
    assert clean_text(typed) == kept


def test_line_breaks_and_tabs_become_one_space_in_a_line():
    assert clean_line("Data\r\n\tAnalyst\n") == "Data Analyst"
