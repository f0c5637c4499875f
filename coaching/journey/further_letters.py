"""Letters beside the one about the decision: which there are, and why one waits."""

from collections.abc import Iterator
from dataclasses import dataclass

from coaching.letters.kinds import (
    FURTHER,
    KEEP_IN_TOUCH,
    RELEASE,
    REPAY,
    REPLACEMENT,
    TAKE_BACK,
    TELL_LANDLORD,
    TELL_RELOCATION,
    LetterKind,
)
from coaching.models import Outcome
from coaching.weigh.later import KEEP_IN_TOUCH as KEEP_IN_TOUCH_AFTER
from look.dates import full_day
from offers.models import WHO_HIRES, Answer, ClosedAs, Contact, Offer, OfferKind, Role

from .facts import Facts
from .gates import NO_DECISION, anyone_told, has_been_told, why_not_resigning_yet

NOT_FOR_THEM = "That letter is not one for your case."
NOBODY_NAMED = "First name somebody who said yes to it."
EMPLOYER_FIRST = "They often work for the employer. Tell who hires first."
NOT_CLOSED = "It opens once you have closed your case."
ABOUT_GOING = (REPLACEMENT, RELEASE, REPAY)
TO_OWN_PEOPLE = {TELL_LANDLORD: Role.LANDLORD, TELL_RELOCATION: Role.RELOCATION}
WENT = (ClosedAs.WITHDRAWN, ClosedAs.RESIGNED, ClosedAs.DECLINED)


@dataclass(frozen=True, kw_only=True)
class MayWriteFurther:
    """One letter that fits this case. `shut` says why it waits; it is empty when it may leave."""

    kind: LetterKind
    shut: str


def further(facts: Facts) -> Iterator[MayWriteFurther]:
    """Every letter that fits this case, in the order of the list; none before a decision."""
    for kind in FURTHER:
        if fits(kind, facts):
            yield MayWriteFurther(kind=kind, shut=why_waits(kind, facts))


def why_shut(kind: LetterKind, facts: Facts) -> str:
    """Why this letter cannot be made; empty when it can."""
    if facts.decision is None:
        return NO_DECISION
    return why_waits(kind, facts) if fits(kind, facts) else NOT_FOR_THEM


def fits(kind: LetterKind, facts: Facts) -> bool:
    if facts.decision is None:
        return False
    if kind == KEEP_IN_TOUCH:
        return facts.decision.is_out
    if kind == TAKE_BACK:
        return wants_back(facts)
    if kind == REPAY and not facts.may_owe_money:
        return False
    if kind in TO_OWN_PEOPLE and recipient_of(kind, facts) is None:
        return False
    return facts.is_leaving


def why_waits(kind: LetterKind, facts: Facts) -> str:
    if kind == KEEP_IN_TOUCH:
        return NOT_CLOSED if facts.case.closed_as not in WENT else _too_soon(facts)
    if kind in ABOUT_GOING and why_not_resigning_yet(facts):
        return why_not_resigning_yet(facts)
    if kind == TELL_RELOCATION and not employer_knows(facts):
        return EMPLOYER_FIRST
    if kind == REPLACEMENT and getattr(facts.case, "suggestion", None) is None:
        return NOBODY_NAMED
    return ""


def _too_soon(facts: Facts) -> str:
    """Minutes after the news a kind line reads as a second thought (S0-12)."""
    opening = facts.opening(KEEP_IN_TOUCH_AFTER)
    if opening.is_open:
        return ""
    day = full_day(opening.opens_on)
    return f"It opens on {day}, {opening.days} days after you decided. Let the news settle first."


def employer_knows(facts: Facts) -> bool:
    """Somebody who hires has heard it."""
    hires = (one for one in facts.to_tell if one.role in WHO_HIRES)
    return any(has_been_told(one) for one in hires)


def must_hear_first(kind: LetterKind, facts: Facts) -> bool:
    """It speaks of a decision that the one who gets it does not know."""
    person = recipient_of(kind, facts)
    return kind in ABOUT_GOING and person is not None and not has_been_told(person)


def wants_back(facts: Facts) -> bool:
    """Notice was given in a job that they now keep: the one before, or the one they have begun."""
    if facts.decision is None or facts.case.is_not_accepted:
        return False
    if facts.case.has_started:
        return facts.decision.outcome == Outcome.KEEP and anyone_told(facts)
    return facts.is_leaving and facts.situation.quit_other == Answer.YES


def job_of(kind: LetterKind, facts: Facts) -> Offer | None:
    """The job that the letter is about."""
    if kind == TAKE_BACK and not facts.case.has_started:
        now = (offer for offer in facts.offers if offer.kind == OfferKind.CURRENT)
        return next(now, None)
    first = facts.others[0] if facts.others and facts.case.is_not_accepted else None
    return facts.accepted or first


def recipient_of(kind: LetterKind, facts: Facts) -> Contact | None:
    """Who hires there, else the recruiter; in the job of now, the manager where one works.

    What is about a home or a move goes to the first of their own people with that part.
    """
    if kind in TO_OWN_PEOPLE:
        own = (one for one in facts.contacts if one.name and one.role == TO_OWN_PEOPLE[kind])
        return next(own, None)
    job = job_of(kind, facts)
    there = [one for one in facts.contacts if job and one.name and one.offer_id == job.pk]
    if kind == TAKE_BACK and not facts.case.has_started:
        there += [one for one in facts.contacts if one.name and one.role == Role.BOSS]
    order = (Role.MANAGER, Role.BOSS, Role.RECRUITER)
    return next((one for role in order for one in there if one.role == role), None)
