"""People the answers speak of whom nobody has named yet."""

from dataclasses import dataclass

from offers.models import WHO_HIRES, Answer, Offer, Role

from .facts import Facts


@dataclass(frozen=True, kw_only=True)
class Missing:
    """Somebody to name, and the offer they stand behind; None for a school or no offer yet."""

    role: Role
    offer: Offer | None


def missing(facts: Facts) -> list[Missing]:
    """Whom to name, in the order of the list below. Somebody who hires must always be named."""
    if facts.case.is_not_accepted:
        return [
            Missing(role=Role.MANAGER, offer=offer)
            for offer in facts.answered
            if _named(facts, offer).isdisjoint(WHO_HIRES)
        ]
    named = {Role(contact.role) for contact in facts.to_tell}
    wanted = {
        Role.MANAGER: named.isdisjoint(WHO_HIRES),
        Role.RECRUITER: facts.situation.agency == Answer.YES,
        Role.REFERRER: facts.situation.referred == Answer.YES,
        Role.SCHOOL: facts.situation.has_school_to_tell,
    }
    return [
        Missing(role=role, offer=None if role == Role.SCHOOL else facts.accepted)
        for role in wanted
        if wanted[role] and role not in named
    ]


def _named(facts: Facts, offer: Offer) -> set[Role]:
    return {Role(contact.role) for contact in facts.to_tell if contact.offer_id == offer.pk}
