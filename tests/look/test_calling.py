"""Phone numbers in what a school typed: pressed to call, and nothing else is taken for one."""

import pytest

from look.calling import with_numbers


@pytest.mark.parametrize(
    ("words", "number", "shown"),
    [
        ("Counseling: call 555 0100, day and night", "5550100", "555 0100"),
        ("Call (312) 555-0100.", "3125550100", "(312) 555-0100"),
        ("Ring 1-800-555-0100 (24 hours)", "18005550100", "1-800-555-0100"),
        ("+44 20 7946 0000", "+442079460000", "+44 20 7946 0000"),
        ("Text 312.555.0100", "3125550100", "312.555.0100"),
    ],
)
def test_a_number_is_pressed_to_call(words, number, shown):
    assert f'<a href="tel:{number}">{shown}</a>' in with_numbers(words)


@pytest.mark.parametrize(
    "words",
    [
        "Open 9-17 on weekdays",
        "Since 2025-12-01 in Room 1204",
        "https://example.edu/help/5550100",
        "ana5550100@example.edu",
        "Monday 10:00 to 18:30",
        "",
    ],
)
def test_what_is_no_number_stays_words(words):
    assert with_numbers(words) == words


def test_what_was_typed_is_text():
    assert with_numbers("<b>555 0100</b>") == (
        '&lt;b&gt;<a href="tel:5550100">555 0100</a>&lt;/b&gt;'
    )
