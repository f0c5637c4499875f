"""Whatever someone pastes, a letter holds bounded, visible, plain text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.letters import paper
from tests.letters.ana import letter

pasted = st.text() | st.text(alphabet="a \t\n\r\u0301\u202e\u200b\u200d\u2028\x00\x1bé¶ł\u00a0")


@given(pasted)
def test_cleaning_twice_changes_nothing_more(text):
    once = paper.clean(text)
    assert paper.clean(once) == once


@given(pasted)
def test_clean_text_is_composed_and_has_only_visible_characters(text):
    cleaned = paper.clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    for character in cleaned:
        unseen = unicodedata.category(character).startswith("C")
        assert not unseen or character in "\n\u200c\u200d"


@given(pasted)
def test_clean_text_has_no_two_spaces_and_no_two_blank_lines(text):
    cleaned = paper.clean(text)
    assert "  " not in cleaned
    assert "\n\n\n" not in cleaned
    assert cleaned == cleaned.strip(" \n")


@given(st.text(alphabet="ab ,.\n’“”é", max_size=500))
def test_ordinary_words_are_all_kept(text):
    assert paper.clean(text).split() == unicodedata.normalize("NFC", text).split()


def test_ten_thousand_characters_are_kept_and_no_more():
    assert len(paper.clean("ab " * 9_000)) <= 10_000
    assert paper.clean("x" * 10_000) == "x" * 10_000


def test_three_hundred_lines_are_kept_and_no_more():
    assert paper.clean("a\n" * 20_000).count("\n") == 299
    assert paper.clean("\n" * 20_000) == ""


def test_a_direction_override_cannot_turn_a_name_around():
    assert paper.line("Ana\u202eavA\u202c Okafor", 120) == "AnaavA Okafor"


def test_marks_piled_on_a_letter_are_thinned_and_real_accents_stay():
    piled = paper.clean("Z" + "\u0323\u0316\u0301" * 50)
    assert sum(unicodedata.combining(mark) > 0 for mark in piled) == paper.MOST_MARKS
    assert paper.clean("Nguyễn Łukasz Żółć Şule") == "Nguyễn Łukasz Żółć Şule"


@given(st.text(alphabet="abc \n", max_size=400))
def test_breaks_change_nothing_but_where_a_line_may_turn(text):
    broken = paper.with_breaks(text)
    assert broken.replace(paper.BREAK, "") == text
    assert all(len(part) <= 60 for word in broken.split() for part in word.split(paper.BREAK))


@pytest.mark.parametrize(
    ("typed", "kept"), [("a\nb", "a b"), ("  Ana ", "Ana"), ("x" * 500, "x" * 120)]
)
def test_a_line_is_one_line_within_its_bound(typed, kept):
    assert paper.line(typed, 120) == kept


def test_a_letter_is_clean_and_bounded_however_it_was_made():
    written = letter("Hi\r\n\r\n\r\n\r\nthere\x00", paper="a4")
    assert written.body == "Hi\n\nthere"
    assert written.contact[0] == "218 Linden Street, Apt 4, Columbus, Ohio 43215"
    assert written.addressee[:2] == ("Dana Reyes", "Director of Analytics")
    assert written.day == "December 4, 2025"
