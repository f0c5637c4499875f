"""Others who may like to know: they hold no place for the person, so nobody waits for them.

Only who holds a place, or stands in for the person with those who do, is required for “Everyone
knows” (`Facts.to_tell`). These may be ticked as told, each in their own time.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from coaching.journey.facts import Facts
from coaching.journey.further_letters import (
    EMPLOYER_FIRST,
    TO_OWN_PEOPLE,
    employer_knows,
    recipient_of,
)
from coaching.journey.gates import has_been_told, untold
from coaching.models import Happened, Told
from coaching.weigh.ties import about
from offers.models import OWN_PEOPLE, Answer, Contact, OfferKind, Role

OF_OWN = {
    Role.MENTOR: "They helped you think. They like to hear how it went.",
    Role.FAMILY: "They may have been on this road with you.",
    Role.LANDLORD: "A lease or a move may hang on this job.",
    Role.RELOCATION: "They book your move. The sooner they know, the more they can stop.",
    Role.OTHER: "Tell them if it changes their plans. For example, who helps you move.",
}
EMPLOYER_BEFORE_SCHOOL = "Tell who hires first, so that they hear it from you."
SCHOOL = "The job came through them, and they may hear it from the employer."
NEW_JOB = "They wait for your answer. Say it in writing."
TALKS = "They still plan talks with you. Tell them if you stop."
NOW_AT_WORK = "If you leave there, you owe them notice. If you stay, they need no word."
GAVE_NOTICE = "You gave notice there. If you would like to stay, ask soon."
NOT_SIGNED = "Wait until the new job is signed."
NOT_BEFORE_THE_EMPLOYER = {
    Role.RELOCATION: EMPLOYER_FIRST,
    Role.SCHOOL: EMPLOYER_BEFORE_SCHOOL,
}
THEY_TALK = "They know someone there. Wait until everyone on the list above knows."


@dataclass(frozen=True, kw_only=True)
class Also:
    """One more person, why they may like to know, and why not yet.

    `letter` is the slug of the letter to them among “More letters”, where there is one.
    """

    contact: Contact
    about: str
    why: str
    not_yet: str = ""
    letter: str = ""
    knows: Told | None = None
    # For the button: a second click of it finds its row already there.
    token: UUID = field(default_factory=uuid4)


def also(facts: Facts) -> list[Also]:
    there = {one.name.casefold() for one in facts.to_tell}
    return [
        Also(
            contact=person,
            about=about(person) if person.name else "",
            why=why,
            not_yet="" if _knows(person) else _not_yet(facts, person),
            letter=_letter_to(facts, person),
            knows=_knows(person),
        )
        for person, why in _others(facts)
        if str(person).casefold() not in there
    ]


def _others(facts: Facts) -> Iterator[tuple[Contact, str]]:
    """Work first: the new job, talks going on, the job they have; then their own people."""
    others = [one for one in facts.contacts if one.name and one not in facts.to_tell]
    for kind, why in ((OfferKind.OTHER, NEW_JOB), (OfferKind.INTERVIEW, TALKS)):
        yield from ((one, why) for one in others if one.offer and one.offer.kind == kind)
    yield from ((one, _at_work(facts)) for one in others if is_at_work_now(one))
    if facts.situation.was_found_through_school:
        schools = (one for one in facts.contacts if one.role == Role.SCHOOL)
        yield from ((one, SCHOOL) for one in schools if one not in facts.to_tell)
    for role in OF_OWN:
        yield from ((one, OF_OWN[role]) for one in others if one.role == role)


def is_at_work_now(person: Contact) -> bool:
    of_now = person.offer is not None and person.offer.kind == OfferKind.CURRENT
    return of_now or person.role == Role.BOSS


def _at_work(facts: Facts) -> str:
    return GAVE_NOTICE if facts.situation.quit_other == Answer.YES else NOW_AT_WORK


def _not_yet(facts: Facts, person: Contact) -> str:
    """Where they work must not hear of a job that nobody signed; who may talk waits for all."""
    gave_notice = facts.situation.quit_other == Answer.YES
    if is_at_work_now(person) and not gave_notice and _is_loose(facts):
        return NOT_SIGNED
    if person.role in NOT_BEFORE_THE_EMPLOYER and facts.is_leaving and not employer_knows(facts):
        return NOT_BEFORE_THE_EMPLOYER[Role(person.role)]
    if person.role in OWN_PEOPLE and person.knows_there == Answer.YES and untold(facts):
        return THEY_TALK
    return ""


def _letter_to(facts: Facts, person: Contact) -> str:
    if not facts.is_leaving:
        return ""
    kinds = (kind for kind in TO_OWN_PEOPLE if recipient_of(kind, facts) == person)
    return next((kind.slug for kind in kinds), "")


def _is_loose(facts: Facts) -> bool:
    if facts.is_answering:
        return facts.taken is not None and facts.taken in facts.unsigned
    return bool(facts.hoped_for) and len(facts.unsigned) == len(facts.hoped_for)


def _knows(person: Contact) -> Told | None:
    told = list(person.told.all())
    knows = next((one for one in told if one.what == Happened.KNOWS), None)
    return knows or (told[-1] if told and has_been_told(person) else None)
