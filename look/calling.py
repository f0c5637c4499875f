"""Phone numbers in a line of words, to be called with one press."""

import re

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

# “555 0100”, “(312) 555-0100”, “+44 20 7946 0000”; no part of an address, a word or another number.
NUMBER = re.compile(
    r"(?<![\w@/.+-])\+?(?:\d{1,3}[ .-])?(?:\(\d{2,5}\)[ .-]?)?\d{2,}(?:[ .-]\d{2,})*(?![\w@/-])"
)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
FEWEST_DIGITS, MOST_DIGITS = 7, 15  # ITU E.164


def with_numbers(words: str) -> SafeString:
    """The words as HTML, each number in them a link that calls it."""
    found: list[str] = []
    end = 0
    for match in NUMBER.finditer(words):
        number = match[0]
        digits = "".join(sign for sign in number if sign.isdecimal() or sign == "+")
        if FEWEST_DIGITS <= len(digits.lstrip("+")) <= MOST_DIGITS and not DAY.fullmatch(number):
            link = format_html('<a href="tel:{}">{}</a>', digits, number)
            found += [escape(words[end : match.start()]), link]
            end = match.end()
    return mark_safe("".join([*found, escape(words[end:])]))
