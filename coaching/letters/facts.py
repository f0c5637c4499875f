"""What a letter says about one case, and nothing else."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from offers.names import polite_name

Reason = Literal["fit", "personal", "none"]
Spoke = Literal["spoke", "voicemail", "no-answer"]
Help = Literal["pass-on", "equipment", "notes", "repay", "release"]
Tone = Literal["short", "warm", "formal"]
Way = Literal["full", "parts", "waiver"]
Standing = Literal["asked", "accepted", "started", "interview"]
"""Where the sender stands with the recipient: asked to say yes, said yes, started, in talks."""


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
    team: str = "hiring team"

    @property
    def greeting(self) -> str:
        """How the letter begins: "Dear Dana,", "Dear Dr. Reyes," or "Dear hiring team,"."""
        return f"Dear {polite_name(self.name) or self.team},"

    @property
    def formal_greeting(self) -> str:
        """The whole name: "Dear Dana Reyes,". A title and the family name are formal enough."""
        polite = polite_name(self.name)
        whole = " ".join(self.name.split())
        return f"Dear {(whole if whole.startswith(polite) else polite) or self.team},"


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call to the employer, as the person logged it."""

    outcome: Spoke
    day: date


@dataclass(frozen=True, kw_only=True)
class KnowsIt:
    """Somebody who has heard of the decision, and on which day."""

    name: str
    day: date


@dataclass(frozen=True, kw_only=True)
class Suggested:
    """Somebody who said yes to being named, and may be named in the letter itself."""

    name: str
    reach: str
    why: str
    in_letter: bool = False


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One exact thing that is asked for, as the person typed it; `now` may be unknown."""

    what: Literal["pay", "start", "place", "title", "other"]
    wanted: str
    now: str = ""


@dataclass(frozen=True, kw_only=True)
class LetterFacts:
    """Everything a letter may draw on. What is unknown stays empty, and is left out.

    `secrets` are words that may not leave the house: other employers' names. `by_at` is on the
    clocks where the person is; `terms` are whole phrases, such as “I start on May 4”.
    `guideline` is what a school asks of employers, as a sentence; `policy_asks` what of a student.
    `is_agency` says that it goes to an agency; `names_notice` and `has_signed` only what was said.
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
    standing: Standing = "accepted"
    asks: tuple[Asked, ...] = ()
    only_pay: bool = False
    why: str = ""
    terms: tuple[str, ...] = ()
    by_at: datetime | None = None
    by_day: date | None = None
    deadlines: tuple[date, ...] = ()
    has_offer_elsewhere: bool = False
    tone: Tone = "warm"
    employer: str = ""
    told: tuple[KnowsIt, ...] = ()
    is_agency: bool = False
    is_campus: bool = False
    suggested: Suggested | None = None
    guideline: str = ""
    policy_asks: tuple[str, ...] = ()
    names_notice: bool = False
    has_signed: bool = False
    way: Way | Literal[""] = ""
    amount: str = ""

    @property
    def own_names(self) -> tuple[str, ...]:
        """What the job and the people are called: whatever it sounds like, it says nothing else."""
        one = self.recipient
        return (self.role, self.employer, one.employer, one.name, one.title)

    @property
    def due_to_start(self) -> date | None:
        """The start date, as long as a letter of this day can still say "due to start"."""
        if self.starts_on is None or self.starts_on < self.written_on:
            return None
        return self.starts_on
