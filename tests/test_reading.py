"""The ruler itself, held against sentences measured by hand."""

import pytest

from tests import reading


def test_one_plain_sentence_has_the_grade_worked_out_by_hand():
    # 6 words, 1 sentence, 6 syllables: 0.39 x 6 + 11.8 x 1 - 15.59
    assert reading.grade("<p>The cat sat on the mat.</p>") == pytest.approx(-1.45)


def test_each_block_is_a_sentence_of_its_own():
    found = reading.sentences("<h1>Take a breath</h1><ul><li>One.</li><li>Two. Three.</li></ul>")
    assert found == ["Take a breath", "One.", "Two.", "Three."]


def test_inline_marks_do_not_break_a_sentence():
    assert reading.sentences("<p>You <strong>can</strong> wait.</p>") == ["You can wait."]


@pytest.mark.parametrize("word", ["please", "Simply", "renege", "reneged", "don’t worry", "!", "*"])
def test_words_the_house_does_not_use_are_found(word):
    assert reading.banned_words(f"<p>Now {word} go.</p>") == [word]


def test_adjust_is_not_just():
    assert reading.banned_words("<p>You can adjust it.</p>") == []
