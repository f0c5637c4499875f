"""Which letters may leave now, to whom, and why another one may not. Asked on every method."""

from collections.abc import Iterator
from dataclasses import dataclass

from coaching.letters.kinds import (
    ACCEPT,
    ASK_POLICY,
    ASK_TERMS,
    ASK_WRITING,
    MORE_TIME,
    SAFE,
    LetterKind,
    Opens,
)
from coaching.models import Gate
from offers.models import AcceptedHow, Contact, Offer, OfferKind, Role, Rung

from .facts import Facts

ASK_FIRST = "First answer one question: would you still want this job if they said yes?"
WAITS = "It opens when you have decided to take this job."
TELL_THEM = "You have decided. Write to them from “Tell people”."
NOT_FOR_THEM = "That letter is not one for this job."


@dataclass(frozen=True, kw_only=True)
class MayWrite:
    """One letter that fits one offer. `shut` says why it waits; it is empty when it may leave."""

    kind: LetterKind
    offer: Offer
    shut: str

    @property
    def is_over(self) -> bool:
        """It was decided against: nothing opens this letter again."""
        return self.shut == TELL_THEM


def may_write(facts: Facts) -> Iterator[MayWrite]:
    """Every letter that fits an offer of this case, in the order of the list of letters."""
    for kind in SAFE:
        for offer in facts.offers:
            if fits(kind, offer):
                yield MayWrite(kind=kind, offer=offer, shut=why_waits(kind, offer, facts))


def why_shut(kind: LetterKind, offer: Offer, facts: Facts) -> str:
    """Why this letter cannot be made; empty when it can."""
    return why_waits(kind, offer, facts) if fits(kind, offer) else NOT_FOR_THEM


def fits(kind: LetterKind, offer: Offer) -> bool:
    """Before a decision the first employer gets but two: other terms, and more time (S1-13)."""
    if offer.kind not in kind.to:
        return False
    if kind == ASK_POLICY:
        situation = getattr(offer.case, "situation", None)
        return situation is not None and situation.has_school_to_tell
    if kind == MORE_TIME and offer.kind == OfferKind.ACCEPTED:
        return not (offer.case.has_started or offer.accepted_how == AcceptedHow.SIGNED)
    is_signed = hasattr(offer, "writing") and offer.writing.rung == Rung.SIGNED
    return not (kind == ASK_WRITING and is_signed)


def why_waits(kind: LetterKind, offer: Offer, facts: Facts) -> str:
    if facts.gives_up(offer):
        return TELL_THEM
    if kind == ASK_TERMS:
        ask = facts.asks.get(offer.number)
        return "" if ask and ask.may_ask and ask.terms.all() else ASK_FIRST
    if kind.opens is Opens.NOW or has_decided_on(facts, offer):
        return ""
    gone = kind == ACCEPT and facts.went_past(Gate.SECOND_YES, offer.pk)
    return "" if gone else WAITS


def has_decided_on(facts: Facts, offer: Offer) -> bool:
    """A decision that leads to this job: to go, or to say yes to it where nothing was said yet."""
    return facts.is_leaving or offer == facts.taken


def recipient_of(kind: LetterKind, offer: Offer, facts: Facts) -> Contact | None:
    """Who gets it: the one who hires or the recruiter, whichever comes first for this letter."""
    if kind == ASK_POLICY:
        return next((one for one in facts.contacts if one.role == Role.SCHOOL), None)
    named = {one.role: one for one in facts.contacts if one.offer_id == offer.pk and one.name}
    order = sorted(("manager", "recruiter"), key=lambda role: role != kind.first)
    return next((named[role] for role in order if role in named), None)


def nobody_named(kind: LetterKind) -> str:
    """Whom it goes to while nobody is named."""
    return "your career center" if kind == ASK_POLICY else "the hiring team"


def askable(facts: Facts) -> list[Offer]:
    """Jobs whose terms one can ask to change: offered, or said yes to."""
    return [offer for offer in facts.offers if offer.kind in ASK_TERMS.to]
