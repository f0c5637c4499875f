"""How far one person has been told, and what was tried. Read from what was written down."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from coaching.journey.facts import Facts
from coaching.journey.gates import has_been_told
from coaching.models import Happened, Told
from look.dates import clock, day
from offers.models import WHO_HIRES, Contact, Offer, Role


class Standing(StrEnum):
    """How far one person has been told."""

    NOT_TOLD = "Not told"
    VOICEMAIL = "Voicemail left"
    LETTER = "Letter sent"
    TALK = "Told in a talk"
    TALK_AND_LETTER = "Told in a talk, letter sent"
    REPLIED = "Replied"


FURTHEST_FIRST = (
    ({Happened.REPLIED}, Standing.REPLIED),
    ({Happened.SPOKE, Happened.LETTER_SENT}, Standing.TALK_AND_LETTER),
    ({Happened.LETTER_SENT}, Standing.LETTER),
    ({Happened.SPOKE}, Standing.TALK),
    ({Happened.VOICEMAIL}, Standing.VOICEMAIL),
)
TRIES = {Happened.NO_ANSWER: "No answer", Happened.VOICEMAIL: "Voicemail left"}


def standing(contact: Contact) -> Standing:
    return _standing(contact.told.all())


def standing_without(contact: Contact, left_out: Told) -> Standing:
    """How far they would be told if this had never been written down."""
    return _standing(told for told in contact.told.all() if told != left_out)


def _standing(rows: Iterable[Told]) -> Standing:
    """“We spoke” does not say if it was by phone: either way it was a talk."""
    happened = {told.what for told in rows}
    return next((told for what, told in FURTHEST_FIRST if what <= happened), Standing.NOT_TOLD)


def meets(contact: Contact) -> bool:
    """Somebody who works there tells the manager face to face."""
    return contact.case.has_started and contact.role == Role.MANAGER


def first_heard(contact: Contact) -> datetime | None:
    """When they first heard it; None while they do not know."""
    heard = (Happened.SPOKE, Happened.LETTER_SENT, Happened.REPLIED)
    return min((told.at for told in contact.told.all() if told.what in heard), default=None)


def heard_no(facts: Facts, offer: Offer) -> datetime | None:
    """When the people of a job that was given up first heard it; None while they do not know.

    A referrer or the school may know before the employer does, so they do not count.
    """
    if not facts.gives_up(offer):
        return None
    people = (one for one in facts.contacts if one.offer_id == offer.pk and one.role in WHO_HIRES)
    return min(filter(None, map(first_heard, people)), default=None)


def letter_was_sent(contact: Contact) -> bool:
    return any(told.what == Happened.LETTER_SENT for told in contact.told.all())


def awaits_reply(contact: Contact) -> bool:
    return letter_was_sent(contact) and standing(contact) != Standing.REPLIED


def last_try(contact: Contact, now: datetime, zone: ZoneInfo) -> str:
    """ "No answer yesterday at 3pm", until they know; empty when nothing was tried."""
    tries = [told for told in contact.told.all() if told.what in TRIES]
    if not tries or has_been_told(contact):
        return ""
    last = max(tries, key=lambda told: told.at)
    at = last.at.astimezone(zone)
    days = {now.astimezone(zone).date(): "today"}
    days[now.astimezone(zone).date() - timedelta(days=1)] = "yesterday"
    when = days.get(at.date(), f"on {day(at.date())},")
    return f"{TRIES[Happened(last.what)]} {when} at {clock(at)}"
