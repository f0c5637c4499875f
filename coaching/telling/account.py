"""The record: who was told, when and how, which letter left, and what was asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from coaching.journey.facts import Facts
from coaching.models import Happened, LetterVersion, Told
from coaching.weigh.ties import about
from look.dates import day, moment
from offers.models import Contact, Role

from .order import in_order
from .sent import token_of
from .standing import meets, standing

MOST_ENTRIES = 40
SAYS = {
    Happened.SPOKE: "Told by phone",
    Happened.VOICEMAIL: "Left a voicemail, without the news",
    Happened.NO_ANSWER: "Called, and no one answered",
    Happened.REPLIED: "They replied",
    Happened.KNOWS: "They know",
}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that happened; `asked` is what they asked for then, with its day."""

    when: str
    what: str
    asked: str = ""
    asked_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Account:
    """What happened with one person, oldest first."""

    name: str
    about: str
    standing: str
    entries: tuple[Entry, ...]
    left_out: int = 0


def accounts(facts: Facts) -> list[Account]:
    """Everybody who had to hear of it, in the order of the calls. What they said is left out."""
    letters = {token_of(version): version for version in versions_of(facts)}
    return [_account(facts, person, letters) for person in in_order(facts)]


def versions_of(facts: Facts) -> Iterable[LetterVersion]:
    return LetterVersion.objects.filter(letter__case=facts.case).defer("pdf", "words")


def _account(facts: Facts, person: Contact, letters: Mapping[UUID, LetterVersion]) -> Account:
    told = sorted(person.told.all(), key=lambda one: (one.at, one.pk))
    kept = told[-MOST_ENTRIES:]
    return Account(
        name=person.name or "Career center",
        about=person.title or ("" if person.role == Role.SCHOOL else about(person)),
        standing=str(standing(person)),
        entries=tuple(_entry(facts, person, one, letters.get(one.token)) for one in kept),
        left_out=len(told) - len(kept),
    )


def _entry(facts: Facts, person: Contact, told: Told, letter: LetterVersion | None) -> Entry:
    today = facts.local_now.date()
    return Entry(
        when=moment(told.at, facts.case.zone, today),
        what=_what(person, told, letter),
        asked=told.asked,
        asked_by=day(told.asked_by, today) if told.asked_by else "",
    )


def _what(person: Contact, told: Told, letter: LetterVersion | None) -> str:
    if letter is not None:
        return f"Sent the letter “{letter.subject}”, version {letter.number}"
    if told.what == Happened.LETTER_SENT:
        return "Wrote to them"
    if told.what == Happened.SPOKE and meets(person):
        return "Told in a talk"
    return SAYS[Happened(told.what)]
