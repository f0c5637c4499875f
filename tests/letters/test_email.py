"""The letter as an e-mail: text to copy, and a link that opens a mail program."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit

import mailparser
import pytest

from coaching.letters.email import LONGEST_LINK, email_of, to_email, to_eml
from coaching.letters.facts import Sender
from tests.letters.ana import BODY, FACTS, letter
from tests.letters.names import ALL

MADE_AT = datetime(2025, 12, 4, 15, 30, tzinfo=UTC)
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40


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


@pytest.mark.parametrize("name", ALL, ids=lambda name: name.script)
def test_the_link_stays_short_in_every_script(name):
    """Three bytes a sign, each of them three characters of a link."""
    email = to_email(letter(f"Dear {name.words},\n\n" + f"{name.words} " * 40))
    assert len(email.link) <= LONGEST_LINK
    assert name.words in email.text


def test_a_subject_too_long_for_a_link_is_left_out_too():
    email = email_of("dana@example.com", "漢" * 160 + "🙂" * 160, "Dear Dana,")
    assert email.link == "mailto:dana@example.com"
    assert not email.text_in_link


# As a file


def said(message) -> str:
    return message.get_body().get_content().replace("\r\n", "\n").strip()


def eml(email=None, sender=FACTS.sender, name="letter-to-dana-reyes.pdf"):
    return to_eml(email or to_email(letter()), sender, made_at=MADE_AT, pdf=PDF, name=name)


@pytest.mark.mission("S1-28")
def test_pythons_own_parser_finds_the_words_and_the_pdf_byte_for_byte():
    message = message_from_bytes(eml(), policy=default)
    assert message["From"] == "Ana Okafor <ana.okafor@example.com>"
    assert message["To"] == "dana.reyes@example.com"
    assert message["Subject"] == "Withdrawal of acceptance: Data Analyst"
    assert message["Date"].datetime == MADE_AT
    assert message["X-Unsent"] == "1"
    assert said(message) == to_email(letter()).text
    (attached,) = message.iter_attachments()
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_filename() == "letter-to-dana-reyes.pdf"
    assert attached.get_content() == PDF
    assert not message.defects


@pytest.mark.parametrize("name", ALL, ids=lambda name: name.script)
def test_a_second_parser_reads_the_same_in_every_script(name):
    written = letter(f"Dear {name.words},\n\nThank you.\n\nFrom me.")
    email = email_of("dana@example.com", f"Thanks, {name.words}", to_email(written).text)
    found = mailparser.parse_from_bytes(
        eml(email, Sender(name=name.words, email="ana@example.com"))
    )
    assert found.subject == email.subject
    assert found.from_ == [(name.words, "ana@example.com")]
    assert found.to == [("", "dana@example.com")]
    assert found.date == MADE_AT.replace(tzinfo=found.date.tzinfo)
    assert found.text_plain[0].replace("\r\n", "\n").strip() == email.text
    (attached,) = found.attachments
    assert (attached["filename"], attached["mail_content_type"]) == (
        "letter-to-dana-reyes.pdf",
        "application/pdf",
    )
    assert not found.has_defects


def test_every_line_is_short_ascii_as_old_servers_want_it():
    content = eml(email_of("", "Ελένη", "漢字 " * 2_000))
    assert content.isascii()
    assert max(len(row) for row in content.split(b"\r\n")) <= 998
    assert b"\n" not in content.replace(b"\r\n", b"")


@pytest.mark.parametrize("address", ["", "nobody", "ana@", "ü@example.com", "ana@a..b"])
def test_an_address_that_mail_cannot_carry_is_left_out(address):
    message = message_from_bytes(
        eml(email_of(address, "Hi", "Hi"), Sender(name="Ana", email=address)), policy=default
    )
    assert "To" not in message
    assert "From" not in message


def test_a_domain_in_another_script_goes_as_ascii():
    message = message_from_bytes(eml(email_of("dana@bücher.example", "Hi", "Hi")), policy=default)
    assert message["To"] == "dana@xn--bcher-kva.example"


@pytest.mark.parametrize("typed", ["Hi\r\nBcc: bo@example.com", "Hi\nBcc: bo@example.com"])
def test_no_typed_line_becomes_a_header(typed):
    """A letter has no such subject; were there one, it must not pass."""
    written = letter(typed)
    message = message_from_bytes(eml(to_email(written)), policy=default)
    assert "Bcc" not in message
    with pytest.raises(ValueError, match="linefeed|newline|header"):
        eml(email_of("dana@example.com", typed, "Hi"))
