"""One stop on the way round of telling people."""

from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID, uuid4

from offers.models import Contact, Offer, Role

from .standing import Standing, awaits_reply, standing

Shows = Literal[
    "visa", "new-job", "person", "letter", "missing", "things", "which", "handover", "notice"
]


@dataclass(frozen=True, kw_only=True)
class Stop:
    """What to do, and in one sentence why now."""

    title: str
    why: str
    shows: Shows
    is_done: bool = False
    contact: Contact | None = None
    gets_letter: bool = False
    missing: Role | None = None
    # Where to add somebody who is missing; and whose offer it is about.
    offer: Offer | None = None
    last_try: str = ""
    # The plan: when to reach them, by which way, and why they must not know yet.
    when: str = ""
    how: str = ""
    not_yet: str = ""
    # The places they can be moved to, counted from 1; before the first one there is a rule.
    up: int | None = None
    down: int | None = None
    # For the button of this stop: a second click of it finds its row already there.
    token: UUID = field(default_factory=uuid4)

    @property
    def may_reply(self) -> bool:
        """A letter is out there that no reply was written down to."""
        return self.contact is not None and awaits_reply(self.contact)

    @property
    def standing(self) -> Standing:
        return standing(self.contact) if self.contact else Standing.NOT_TOLD
