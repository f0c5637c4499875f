"""Answering offers: whom to say yes to, whom to say no to, and in which order. Reads only."""

from collections.abc import Iterator

from coaching.journey.facts import Facts
from coaching.journey.gates import has_been_told
from coaching.journey.missing import missing
from offers.models import Contact, Offer, Role, Rung

from .order import VISA, gets_letter, in_order, letter_awaited
from .standing import last_try, letter_was_sent
from .stop import Stop

WHICH = Stop(
    title="Say which job you take",
    why="Then we can tell you whom to call.",
    shows="which",
)
ADD_OFFER = Stop(
    title="Add the offer you answer",
    why="Then we can tell you whom to call.",
    shows="missing",
)
FIRST_THE_YES = "Say this yes first. Say no to others once you hold the letter."
THE_YES = "They are waiting to hear it, and you have thought it through."
THE_NO_WAITS = "Keep this one open until you hold the letter of your yes."
THE_NO = "They hold the job for you. Told early, they can ask someone else."
TOLD_BY_YOU = {
    Role.RECRUITER: "They put time into you, and have others to ask.",
    Role.REFERRER: "They put their name to yours. Let them hear it from you.",
}


def stops_of_answers(facts: Facts) -> list[Stop]:
    """The yes and its letter, then each no with its own letter."""
    if not facts.answered:
        return [WHICH if facts.others else ADD_OFFER]
    found = [VISA] if facts.situation.needs_visa_advice else []
    for offer in facts.answered:
        found += _of(facts, offer)
    return found


def _of(facts: Facts, offer: Offer) -> Iterator[Stop]:
    people = [person for person in in_order(facts) if person.offer_id == offer.pk]
    if any(one.offer == offer for one in missing(facts)):
        yield _somebody_at(offer)
    for person in people:
        yield _person(facts, person)
        if person.role == Role.MANAGER and gets_letter(facts, person):
            yield _letter(person)
    if offer == facts.taken:
        yield _in_writing(offer)


def _somebody_at(offer: Offer) -> Stop:
    return Stop(
        title=f"Add who made the offer at {offer}",
        why="They wait for your answer.",
        shows="missing",
        missing=Role.MANAGER,
        offer=offer,
    )


def _person(facts: Facts, person: Contact) -> Stop:
    is_yes = facts.says_yes_to(person)
    return Stop(
        title=f"Say {'yes' if is_yes else 'no'} to {person.offer}: call {person}",
        why=_why(facts, person),
        shows="person",
        is_done=has_been_told(person),
        contact=person,
        gets_letter=gets_letter(facts, person),
        offer=person.offer,
        last_try=last_try(person, facts.now, facts.case.zone),
    )


def _why(facts: Facts, person: Contact) -> str:
    if person.role in TOLD_BY_YOU:
        return TOLD_BY_YOU[Role(person.role)]
    if not facts.says_yes_to(person):
        return THE_NO_WAITS if letter_awaited(facts) else THE_NO
    return FIRST_THE_YES if facts.declined else THE_YES


def _letter(person: Contact) -> Stop:
    return Stop(
        title=f"Send {person} a short letter",
        why="The call is kind. The letter leaves no doubt.",
        shows="letter",
        is_done=letter_was_sent(person),
        contact=person,
        gets_letter=True,
        offer=person.offer,
    )


def _in_writing(offer: Offer) -> Stop:
    """Done only with a letter that both signed."""
    return Stop(
        title="Have it in writing, and signed",
        why="Until then, keep your other ways open.",
        shows="new-job",
        is_done=hasattr(offer, "writing") and offer.writing.rung == Rung.SIGNED,
        offer=offer,
    )
