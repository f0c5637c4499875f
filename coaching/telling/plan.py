"""The plan of calls: when, by which way, and in the person's own order where they chose one."""

from dataclasses import replace

from coaching.journey.facts import Facts
from coaching.models import Turn
from offers.models import Contact, Role

from .embargo import first_to_know, hears_after, why_not_yet
from .line import moved
from .order import gets_letter, in_order, in_our_order, letter_awaited, next_to_tell, rank
from .script import best_time
from .standing import meets
from .stop import Stop

YES_FIRST = "The yes comes first. Say no to others once you hold the letter."
BEFORE_ANYONE = {
    "visa": "Your visa or work permit comes first. Ask before you tell anyone.",
    "new-job": "The new job in writing comes first, before you tell anyone.",
    "notice": "Your notice and what you hand over come first.",
    "missing": "The agency comes first. Add the recruiter.",
}


def planned(facts: Facts, stops: list[Stop]) -> list[Stop]:
    """The stops, with when and how to reach each person, and where they can be moved to."""
    return [_planned(facts, stops, stop) if stop.shows == "person" else stop for stop in stops]


def _planned(facts: Facts, stops: list[Stop], stop: Stop) -> Stop:
    person, line = stop.contact, in_order(facts)
    assert person
    place, first = line.index(person) + 1, next(one for one in stops if one.contact == person)
    may_move = not stop.is_done
    up = place > 1 or bool(why_before_anyone(stops[: stops.index(first)]))
    return replace(
        stop,
        how=how(facts, person),
        when="" if stop.is_done else when(facts, person),
        not_yet=why_not_yet(facts, person),
        up=place - 1 if may_move and up else None,
        down=place + 1 if may_move and place < len(line) else None,
    )


def how(facts: Facts, person: Contact) -> str:
    """By which way, in a few words: a live talk before anything written (S0-16, S4-17)."""
    if person.role == Role.SCHOOL:
        return "By phone, or as your school asks"
    live = "Face to face or on video" if meets(person) else "By phone or video"
    return f"{live}, then {'a letter' if gets_letter(facts, person) else 'a few lines'}"


def when(facts: Facts, person: Contact) -> str:
    awaited = letter_awaited(facts)
    if awaited and not facts.says_yes_to(person):
        return f"Once the letter from {awaited} is signed"
    if person == next_to_tell(facts):
        time = best_time(facts.local_now)
        return time[0].upper() + time[1:]
    if hears_after(person):
        first = first_to_know(facts, person)
        return f"The same day, after {first.first_name}" if first else "After who hires"
    line = in_order(facts)
    before = line[line.index(person) - 1]
    return f"Right after {before.first_name or 'the one before'}"


def why_before_anyone(before: list[Stop]) -> str:
    """Why nobody can be moved before these stops; empty when none of them stands there."""
    return next((BEFORE_ANYONE[stop.shows] for stop in before if stop.shows in BEFORE_ANYONE), "")


def move(facts: Facts, stops: list[Stop], person: Contact, place: int) -> str:
    """Put somebody at this place, counted from 1. Says why, when that cannot be.

    The place is named, not a direction, so a second click of the same button moves nobody.
    """
    line = in_order(facts)
    if place < 1:
        first = next(number for number, stop in enumerate(stops) if stop.contact == line[0])
        return why_before_anyone(stops[:first])
    wanted = moved(line, person, place - 1)
    ranks = [rank(facts, one) for one in wanted]
    if ranks != sorted(ranks):
        return _why_not_there(facts, person, line[min(place, len(line)) - 1])
    Turn.objects.bulk_create(
        [Turn(contact=one, number=number) for number, one in enumerate(wanted, 1)],
        update_conflicts=True,
        unique_fields=["contact"],
        update_fields=["number"],
    )
    return ""


def _why_not_there(facts: Facts, one: Contact, other: Contact) -> str:
    if one.offer_id != other.offer_id and facts.is_answering:
        return YES_FIRST
    later, sooner = (one, other) if hears_after(one) else (other, one)
    name = later.first_name or "Your career center"
    return f"{name} hears it after {sooner.first_name}. What you tell them is true only then."


def forget(facts: Facts) -> None:
    """Back to our order."""
    Turn.objects.filter(contact__case=facts.case).delete()


def is_own_order(facts: Facts) -> bool:
    return in_order(facts) != in_our_order(facts)
