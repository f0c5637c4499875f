"""The letter as an e-mail the person sends from their own mail program."""

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from .facts import Sender
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
    shorter = (_link(to, subject, ""), _link(to, "", ""), "mailto:")
    return Email(
        to=to,
        subject=subject,
        text=text,
        link=link if fits else next(one for one in shorter if len(one) <= LONGEST_LINK),
        text_in_link=fits,
    )


def to_eml(email: Email, sender: Sender, *, made_at: datetime, pdf: bytes, name: str) -> bytes:
    """Return the e-mail as a file that a mail program opens, with the PDF in it as `name`.

    Where no address is known its header is left out, and the mail program asks.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = email.subject
    for header, shown, address in (("From", sender.name, sender.email), ("To", "", email.to)):
        if found := _address(shown, address):
            message[header] = found
    message["Date"] = made_at
    message["X-Unsent"] = "1"  # Outlook opens it as a draft, ready to send
    message.set_content(f"{email.text}\n")
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)
    return message.as_bytes()


def _address(shown: str, address: str) -> Address | None:
    """The address as mail can carry it, its domain in ASCII; None when it cannot be carried."""
    user, _, domain = address.rpartition("@")
    if not (user and user.isascii() and domain):
        return None
    try:
        ascii_domain = domain.encode("idna").decode()
        return Address(display_name=shown, username=user, domain=ascii_domain)
    except ValueError:  # a name that no domain can have
        return None


def _text(letter: Letter) -> str:
    signed = "\n".join(row for row in (letter.sender.name, letter.sender.phone) if row)
    return "\n\n".join(part for part in (letter.body, letter.close, signed) if part)


def _link(to: str, subject: str, text: str) -> str:
    # RFC 6068: everything percent-encoded, line ends as CR LF.
    words = {"subject": subject, "body": text.replace("\n", "\r\n")}
    parts = [f"{name}={quote(said, safe='')}" for name, said in words.items() if said]
    return f"mailto:{quote(to, safe='@')}" + (f"?{'&'.join(parts)}" if parts else "")
