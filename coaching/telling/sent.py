"""Which version of a letter was sent, and when: each version is sent once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_OID, UUID, uuid5

from coaching.models import Letter, LetterVersion, SafeLetterVersion


def token_of(version: LetterVersion) -> UUID:
    """The token of the one row that says this version was sent. Only its owner can know it."""
    return uuid5(NAMESPACE_OID, f"{version.letter_id} {version.number} {version.sha256}")


@dataclass(frozen=True, kw_only=True)
class Made:
    """One version, and when it was sent; None while it was not."""

    version: LetterVersion | SafeLetterVersion
    sent_at: datetime | None


def made(letter: Letter, versions: Iterable[LetterVersion]) -> list[Made]:
    """The versions in their order, each with what was written down of it."""
    sent = {told.token: told.at for told in letter.contact.told.all()}
    return [Made(version=one, sent_at=sent.get(token_of(one))) for one in versions]
