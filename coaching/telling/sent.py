"""Which version of a letter was sent, and when: each version is sent once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_OID, UUID, uuid5

from coaching.letters.check import Check
from coaching.letters.email import to_email
from coaching.letters.letter import Letter as Sheet
from coaching.models import FrozenLetter, Letter, LetterVersion, Told


def token_of(version: LetterVersion) -> UUID:
    """The token of the one row that says this version was sent. Only its owner can know it."""
    return uuid5(NAMESPACE_OID, f"{version.letter_id} {version.number} {version.sha256}")


def is_of_a_letter(told: Told) -> bool:
    """It says that a version was sent: its token was made from one, and not with a form."""
    return told.token.version == 5


@dataclass(frozen=True, kw_only=True)
class Made:
    """One version, and when it was sent; None while it was not."""

    version: FrozenLetter
    sent_at: datetime | None


def made(letter: Letter, versions: Iterable[LetterVersion]) -> list[Made]:
    """The versions in their order, each with what was written down of it."""
    sent = {told.token: told.at for told in letter.contact.told.all()}
    return [Made(version=one, sent_at=sent.get(token_of(one))) for one in versions]


def last_sent(versions: Iterable[Made]) -> Made | None:
    """The newest version that was written down as sent."""
    return next((one for one in versions if one.sent_at), None)


def is_this(version: FrozenLetter, sheet: Sheet) -> bool:
    """Whether it holds these very words, on this paper. The day it was made does not count."""
    kept = version.subject, version.words, version.paper
    return kept == (sheet.subject, to_email(sheet).text, sheet.paper)


def made_so_far(versions: Sequence[Made], sheet: Sheet) -> dict[str, object]:
    """For the desk: the versions, the newest of them, and whether the letter is another by now."""
    newest = versions[0] if versions else None
    changed = newest is not None and not is_this(newest.version, sheet)
    return {"versions": versions, "newest": newest, "has_changed": changed}


MAKE_IT = "Make it once, and we count its pages"


def fits_a_page(versions: Sequence[Made], sheet: Sheet) -> Check:
    """Whether it fits one page, as it was laid out: a version of these very words on this paper."""
    newest = versions[0].version if versions else None
    if newest is None or not is_this(newest, sheet) or newest.pages is None:
        return Check(slug="page", ok=None, words=MAKE_IT)
    paper = newest.get_paper_display()
    if newest.pages == 1:
        return Check(slug="page", ok=True, words=f"Fits one page of {paper}")
    words = f"Takes {newest.pages} pages of {paper}. One reads better"
    return Check(slug="page", ok=False, words=words)
