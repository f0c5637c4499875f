"""The record: who was told, when and how, which letter left, and what was asked for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from coaching.journey import further_letters as further
from coaching.journey import safe_letters as safe
from coaching.journey.facts import Facts
from coaching.models import (
    FrozenLetter,
    FurtherLetterVersion,
    Happened,
    LetterVersion,
    SafeLetterVersion,
    Told,
)
from coaching.weigh.ties import about
from look.dates import full_day, full_moment
from offers.models import Contact, Role

from . import further_letters, safe_letters
from .order import in_order
from .sent import token_of
from .standing import Standing, standing

MOST_ENTRIES = 40
HEAVY = (*FrozenLetter.FILES, "words")
SAYS = {
    Happened.SPOKE: Standing.TALK,
    Happened.VOICEMAIL: "Left a voicemail",
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
    beside: dict[Contact | None, list[Sent]] = defaultdict(list)
    for person, sent in sent_beside(facts):
        beside[person].append(sent)
    return [_account(facts, person, letters, beside[person]) for person in in_order(facts)]


def versions_of(facts: Facts) -> Iterable[LetterVersion]:
    return LetterVersion.objects.filter(letter__case=facts.case).defer(*HEAVY)


type Sent = tuple[datetime, FrozenLetter]


def sent_beside(facts: Facts) -> Iterator[tuple[Contact | None, Sent]]:
    """The letters beside the one about the decision that were sent: to whom, and when."""
    of_case = {"letter__case": facts.case, "sent_at__isnull": False}
    for one in (
        FurtherLetterVersion.objects.filter(**of_case).select_related("letter").defer(*HEAVY)
    ):
        assert one.sent_at  # as asked for
        kind = further_letters.kind_of(one.letter)
        yield further.recipient_of(kind, facts), (one.sent_at, one)
    early = SafeLetterVersion.objects.filter(**of_case).select_related("letter__offer")
    for before in early.defer(*HEAVY):
        assert before.sent_at
        letter = before.letter
        kind = safe_letters.kind_of(letter)
        yield safe.recipient_of(kind, letter.offer, facts), (before.sent_at, before)


def _account(
    facts: Facts,
    person: Contact,
    letters: Mapping[UUID, LetterVersion],
    beside: Sequence[Sent],
) -> Account:
    told = [
        (one.at, one.pk, _entry(facts, one, letters.get(one.token))) for one in person.told.all()
    ]
    told += [(at, 0, Entry(when=_when(facts, at), what=_sent(letter))) for at, letter in beside]
    told.sort(key=lambda one: one[:2])
    kept = told[-MOST_ENTRIES:]
    return Account(
        name=str(person),
        about=_about(person),
        standing=str(standing(person)),
        entries=tuple(entry for _, _, entry in kept),
        left_out=len(told) - len(kept),
    )


def _about(person: Contact) -> str:
    if person.title:
        return ", ".join(filter(None, (person.title, person.agency)))
    return "" if person.role == Role.SCHOOL else about(person)


def _entry(facts: Facts, told: Told, letter: LetterVersion | None) -> Entry:
    return Entry(
        when=_when(facts, told.at),
        what=_what(told, letter),
        asked=told.asked,
        asked_by=full_day(told.asked_by) if told.asked_by else "",
    )


def _when(facts: Facts, at: datetime) -> str:
    return full_moment(at, facts.case.zone)


def _sent(letter: FrozenLetter) -> str:
    return f"Sent the letter “{letter.subject}”, version\u00a0{letter.number}"


def _what(told: Told, letter: LetterVersion | None) -> str:
    if letter is not None:
        return _sent(letter)
    if told.what == Happened.LETTER_SENT:
        return "Wrote to them"
    return SAYS[Happened(told.what)]
