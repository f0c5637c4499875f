"""The letter as an e-mail: text to copy, and a link that opens a mail program."""

from urllib.parse import parse_qs, urlsplit

import pytest

from coaching.letters.email import LONGEST_LINK, to_email
from tests.letters.ana import BODY, letter


@pytest.mark.mission("S1-28")
def test_the_text_is_the_letter_without_its_letterhead():
    email = to_email(letter())
    assert email.subject == "Withdrawal of acceptance: Data Analyst"
    assert email.text == f"{BODY}\n\nSincerely,\n\nAna Okafor\n(614) 555-0142"


def test_the_link_carries_the_same_words():
    email = to_email(letter())
    link = urlsplit(email.link)
    query = parse_qs(link.query)
    assert link.scheme == "mailto"
    assert link.path == "dana.reyes@example.com"
    assert query["subject"] == [email.subject]
    assert query["body"] == [email.text.replace("\n", "\r\n")]
    assert email.text_in_link


def test_a_long_letter_is_left_out_of_the_link():
    email = to_email(letter("word " * 600))
    assert not email.text_in_link
    assert len(email.link) < LONGEST_LINK
    assert "body=" not in email.link
    assert len(email.text.split()) > 600


def test_signs_in_the_words_cannot_add_a_header_or_a_reader():
    email = to_email(letter("Hi & bye?\nBcc: bo@example.com&cc=cleo@example.com"))
    assert set(parse_qs(urlsplit(email.link).query)) == {"subject", "body"}
    assert "\n" not in email.link
    assert "%0D%0A" in email.link
