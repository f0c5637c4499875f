"""Everybody who is in the loop, or will be, each with the rule that holds for them (S1-12)."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.weigh.loop import Place, Rule, When, rule_for
from coaching.weigh.ties import is_first
from offers.models import Contact, OfferKind, Role, School

from .facts import Facts
from .gates import has_been_told


@dataclass(frozen=True, kw_only=True)
class InTheLoop:
    """One person, and when to tell them."""

    contact: Contact
    rule: Rule


@dataclass(frozen=True, kw_only=True)
class Group:
    """Everybody for whom the same moment is right."""

    when: When
    people: tuple[InTheLoop, ...]


def in_the_loop(facts: Facts) -> list[InTheLoop]:
    people = known_people(facts)
    there = {contact.name.casefold() for contact in people if is_first(contact)}
    return [
        InTheLoop(contact=contact, rule=rule_for(_place(facts, contact, there)))
        for contact in people
    ]


def by_moment(people: Sequence[InTheLoop]) -> list[Group]:
    """Those who can be told now come first."""
    groups = (
        Group(when=when, people=tuple(one for one in people if one.rule.when is when))
        for when in When
    )
    return [group for group in groups if group.people]


def known_people(facts: Facts) -> list[Contact]:
    """Everybody with a name, and the career center of a student, or of who found the job there."""
    school = next((one for one in facts.people if one.role == Role.SCHOOL), None)
    situation = facts.situation
    is_student = situation.school == School.STUDENT
    is_theirs = school is not None or is_student or situation.was_found_through_school
    named = [one for one in facts.people if one.name and one.role != Role.SCHOOL]
    if is_theirs:
        named.append(school or Contact(case=facts.case, role=Role.SCHOOL))
    return named


def _place(facts: Facts, contact: Contact, there: set[str]) -> Place:
    is_there, offer = is_first(contact), contact.offer
    return Place(
        role=Role(contact.role),
        knows=contact.pk in _told(facts),
        is_there=is_there,
        works_for_both=not is_there and offer is not None and contact.name.casefold() in there,
        is_at_work_now=offer is not None and offer.kind == OfferKind.CURRENT,
        agency=facts.situation.agency,
        knows_there=contact.knows_there,
    )


def _told(facts: Facts) -> set[int]:
    """Before a decision there is nothing that anybody could have been told."""
    contacts = facts.contacts if facts.is_telling else []
    return {one.pk for one in contacts if has_been_told(one)}
