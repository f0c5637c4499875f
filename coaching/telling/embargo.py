"""Who must not know yet, though it is decided: those who hear it from us after the employer."""

from coaching.journey.facts import Facts
from coaching.journey.gates import has_been_told
from offers.models import Contact, Role

AFTER_THE_EMPLOYER = (Role.REFERRER, Role.SCHOOL)
ADD_FIRST = "Add the person who hires first, and tell them."


def hears_after(person: Contact) -> bool:
    return person.role in AFTER_THE_EMPLOYER


def first_to_know(facts: Facts, person: Contact) -> Contact | None:
    """Who hires for the job this is about: the manager, else the recruiter."""
    job = facts.job_of(person)
    hires = {one.role: one for one in facts.to_tell if facts.job_of(one) == job}
    return hires.get(Role.MANAGER) or hires.get(Role.RECRUITER)


def why_not_yet(facts: Facts, person: Contact) -> str:
    """What is said to them (“I have told Dana myself”) is not true before that call."""
    if not hears_after(person) or has_been_told(person):
        return ""
    first = first_to_know(facts, person)
    if first is None:
        return ADD_FIRST
    if has_been_told(first):
        return ""
    name = person.first_name or "Your career center"
    return f"{name} must not know yet. Tell {first.first_name} first."
