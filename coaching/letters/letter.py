"""The finished letter: what goes on paper and into an e-mail."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Self

from . import paper
from .facts import LetterFacts, Recipient, Sender

Paper = Literal["letter", "a4"]

LONGEST_NAME = 120
LONGEST_LINE = 160
MOST_ADDRESS_LINES = 6


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A letter whose text is clean and within bounds, however it was typed.

    `body` runs from the greeting to the last paragraph; the close and the name follow it.
    """

    sender: Sender
    recipient: Recipient
    written_on: date
    subject: str
    body: str
    close: str = "Sincerely,"
    paper: Paper = "letter"

    def __post_init__(self) -> None:
        # Frozen dataclasses are set this way while they are made.
        object.__setattr__(self, "sender", _bounded_sender(self.sender))
        object.__setattr__(self, "recipient", _bounded_recipient(self.recipient))
        object.__setattr__(self, "subject", paper.line(self.subject, LONGEST_LINE))
        object.__setattr__(self, "close", paper.line(self.close, LONGEST_NAME))
        object.__setattr__(self, "body", paper.clean(self.body))

    @classmethod
    def of(cls, facts: LetterFacts, *, subject: str, body: str, paper: Paper = "letter") -> Self:
        return cls(
            sender=facts.sender,
            recipient=facts.recipient,
            written_on=facts.written_on,
            subject=subject,
            body=body,
            paper=paper,
        )

    @property
    def contact(self) -> tuple[str, ...]:
        """What stands under the sender's name: address, phone, e-mail."""
        parts = (", ".join(self.sender.address), self.sender.phone, self.sender.email)
        return tuple(part for part in parts if part)

    @property
    def addressee(self) -> tuple[str, ...]:
        """The lines of the recipient's address, from the name down."""
        to = self.recipient
        return tuple(row for row in (to.name, to.title, to.employer, *to.address) if row)

    @property
    def day(self) -> str:
        return us_day(self.written_on)


def us_day(day: date) -> str:
    """Return "December 4, 2025"."""
    return f"{day:%B} {day.day}, {day.year}"


def _bounded_sender(sender: Sender) -> Sender:
    return Sender(
        name=paper.line(sender.name, LONGEST_NAME),
        address=_bounded_address(sender.address),
        phone=paper.line(sender.phone, 40),
        email=paper.line(sender.email, LONGEST_LINE),
    )


def _bounded_recipient(recipient: Recipient) -> Recipient:
    return Recipient(
        name=paper.line(recipient.name, LONGEST_NAME),
        title=paper.line(recipient.title, LONGEST_NAME),
        employer=paper.line(recipient.employer, LONGEST_NAME),
        address=_bounded_address(recipient.address),
        email=paper.line(recipient.email, LONGEST_LINE),
    )


def _bounded_address(rows: tuple[str, ...]) -> tuple[str, ...]:
    cleaned = (paper.line(row, LONGEST_LINE) for row in rows[:MOST_ADDRESS_LINES])
    return tuple(row for row in cleaned if row)
