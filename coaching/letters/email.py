"""The letter as an e-mail the person sends from their own mail program."""

from dataclasses import dataclass
from urllib.parse import quote

from .letter import Letter

LONGEST_LINK = 1_900
"""Longer mailto: links are cut or refused by common mail programs."""


@dataclass(frozen=True, kw_only=True)
class Email:
    """`text` is for copying; `link` opens a mail program, with the text in it if it fits."""

    to: str
    subject: str
    text: str
    link: str
    text_in_link: bool


def to_email(letter: Letter) -> Email:
    return email_of(letter.recipient.email, letter.subject, _text(letter))


def email_of(to: str, subject: str, text: str) -> Email:
    """Return the e-mail that says `text`, as a letter did when it left."""
    link = _link(to, subject, text)
    fits = len(link) <= LONGEST_LINK
    return Email(
        to=to,
        subject=subject,
        text=text,
        link=link if fits else _link(to, subject, ""),
        text_in_link=fits,
    )


def _text(letter: Letter) -> str:
    signed = "\n".join(row for row in (letter.sender.name, letter.sender.phone) if row)
    return "\n\n".join(part for part in (letter.body, letter.close, signed) if part)


def _link(to: str, subject: str, text: str) -> str:
    # RFC 6068: everything percent-encoded, line ends as CR LF.
    parts = [f"subject={quote(subject, safe='')}"]
    if text:
        parts.append(f"body={quote(text.replace('\n', '\r\n'), safe='')}")
    return f"mailto:{quote(to, safe='@')}?{'&'.join(parts)}"
