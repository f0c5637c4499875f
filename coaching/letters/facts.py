"""What a letter says about one case, and nothing else."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from offers.names import polite_name

Reason = Literal["fit", "personal", "none"]
Spoke = Literal["spoke", "voicemail", "no-answer"]
Help = Literal["pass-on", "equipment", "notes", "repay"]


@dataclass(frozen=True, kw_only=True)
class Sender:
    name: str
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Recipient:
    name: str = ""
    title: str = ""
    employer: str = ""
    address: tuple[str, ...] = ()
    email: str = ""

    @property
    def greeting(self) -> str:
        """How the letter begins: "Dear Dana,", "Dear Dr. Reyes," or "Dear hiring team,"."""
        return f"Dear {polite_name(self.name) or 'hiring team'},"


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call to the employer, as the person logged it."""

    outcome: Spoke
    day: date


@dataclass(frozen=True, kw_only=True)
class LetterFacts:
    """Everything a letter may draw on. What is unknown stays empty, and is left out.

    `secrets` are words that may not leave the house: other employers' names.
    """

    sender: Sender
    recipient: Recipient = field(default_factory=Recipient)
    written_on: date
    role: str = ""
    accepted_on: date | None = None
    starts_on: date | None = None
    last_day: date | None = None
    handed_over: tuple[str, ...] = ()
    call: Call | None = None
    reason: Reason = "none"
    reason_words: str = ""
    liked: str = ""
    offers: tuple[Help, ...] = ()
    return_by: date | None = None
    with_thanks: bool = True
    with_apology: bool = True
    secrets: tuple[str, ...] = ()

    @property
    def due_to_start(self) -> date | None:
        """The start date, as long as a letter of this day can still say "due to start"."""
        if self.starts_on is None or self.starts_on < self.written_on:
            return None
        return self.starts_on
