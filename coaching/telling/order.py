"""Who hears of the decision, in which order, and why. Reads only, but for `add_school`."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal
from uuid import UUID, uuid4

from coaching.journey.facts import Facts
from coaching.journey.gates import has_been_told
from coaching.models import Happened
from offers.models import Answer, Case, Contact, Role

ORDER = (Role.MANAGER, Role.RECRUITER, Role.REFERRER, Role.SCHOOL)
# An agency brought the two together, so it hears first (S4-16).
AGENCY_ORDER = (Role.RECRUITER, Role.MANAGER, Role.REFERRER, Role.SCHOOL)
GETS_LETTER = (Role.MANAGER, Role.RECRUITER)

Shows = Literal["new-job", "person", "letter", "missing", "things"]


class Standing(StrEnum):
    """How far one person has been told."""

    NOT_TOLD = "Not told"
    VOICEMAIL = "Voicemail left"
    PHONE = "Told by phone"
    LETTER = "Letter sent"
    REPLIED = "Replied"


FURTHEST_FIRST = (
    (Happened.REPLIED, Standing.REPLIED),
    (Happened.LETTER_SENT, Standing.LETTER),
    (Happened.SPOKE, Standing.PHONE),
    (Happened.VOICEMAIL, Standing.VOICEMAIL),
)


@dataclass(frozen=True, kw_only=True)
class Stop:
    """One stop on the way round: what to do, and in one sentence why now."""

    title: str
    why: str
    shows: Shows
    is_done: bool = False
    contact: Contact | None = None
    missing: Role | None = None
    # For the button of this stop: a second click of it finds its row already there.
    token: UUID = field(default_factory=uuid4)

    @property
    def standing(self) -> Standing:
        return standing(self.contact) if self.contact else Standing.NOT_TOLD


def standing(contact: Contact) -> Standing:
    happened = {told.what for told in contact.told.all()}
    return next((told for what, told in FURTHEST_FIRST if what in happened), Standing.NOT_TOLD)


def in_order(facts: Facts) -> list[Contact]:
    """Everybody who must hear of it, in the order in which to call them."""
    agency = facts.situation.agency == Answer.YES
    order = AGENCY_ORDER if agency else ORDER
    return sorted(facts.to_tell, key=lambda contact: order.index(contact.role))


def missing(facts: Facts) -> list[Role]:
    """People the answers speak of whom nobody has named yet."""
    named = {contact.role for contact in facts.to_tell}
    wanted = {
        Role.MANAGER: not named & set(GETS_LETTER),
        Role.RECRUITER: facts.situation.agency == Answer.YES,
        Role.REFERRER: facts.situation.referred == Answer.YES,
        Role.SCHOOL: facts.situation.has_school_to_tell,
    }
    return [role for role in ORDER if wanted[role] and role not in named]


def first_untold(facts: Facts) -> Contact | None:
    return next((contact for contact in in_order(facts) if not has_been_told(contact)), None)


def stops(facts: Facts) -> list[Stop]:
    """The whole way round, from the new job to what goes back."""
    people = in_order(facts)
    letter_for = next((person for person in people if person.role == Role.MANAGER), None)
    found = [_new_job(facts)] if facts.others else []
    for person in people:
        found.append(_person(facts, person))
        if person == letter_for:
            found.append(_letter(person))
    found += [_missing(role) for role in missing(facts)]
    return [*found, THINGS]


def _new_job(facts: Facts) -> Stop:
    return Stop(
        title="Say yes to the new job in writing, and get it back",
        why="If it falls through after you tell people, you may have no job.",
        shows="new-job",
        is_done=len(facts.unwritten) < len(facts.others),
    )


WHY = {
    Role.MANAGER: "They count on you most, so they hear it first, and from you.",
    Role.RECRUITER: "They have promised you to others, and need to know soon.",
    Role.REFERRER: "They put their name to yours. Tell them the same day, right after the call.",
    Role.SCHOOL: "Other students may be affected, and they may hear it from the employer.",
}
WHY_AGENCY = "They brought you together. Told early, they can offer someone else for the job."


def _person(facts: Facts, person: Contact) -> Stop:
    agency = person.role == Role.RECRUITER and facts.situation.agency == Answer.YES
    meets = facts.case.has_started and person.role == Role.MANAGER
    verb = "Ask to meet" if meets else "Tell" if person.role == Role.SCHOOL else "Call"
    name = person if person.name else "your career center"
    return Stop(
        title=f"{verb} {name}",
        why=WHY_AGENCY if agency else WHY[Role(person.role)],
        shows="person",
        is_done=has_been_told(person),
        contact=person,
    )


def _letter(person: Contact) -> Stop:
    sent = (Standing.LETTER, Standing.REPLIED)
    return Stop(
        title=f"Send {person.first_name or 'them'} the letter within the hour",
        why="The call is kind. The letter makes it official.",
        shows="letter",
        is_done=standing(person) in sent,
        contact=person,
    )


ADD = {
    Role.MANAGER: ("Add the person who hired you", "They are the first to call."),
    Role.RECRUITER: ("Add the recruiter", "You said an agency found you this job."),
    Role.REFERRER: ("Add the person who referred you", "You said someone put you forward."),
    Role.SCHOOL: ("Add your career center", "You said the job came through campus interviews."),
}


def _missing(role: Role) -> Stop:
    title, why = ADD[role]
    return Stop(title=title, why=why, shows="missing", missing=role)


THINGS = Stop(
    title="Return what is theirs",
    why="A laptop, a badge, keys, papers. Keep proof of what you sent.",
    shows="things",
)


def elapsed(since: datetime, now: datetime) -> str:
    """ "3 hours ago": how long ago it was decided, since soon is kinder (S2-13, S0-15)."""
    gone = now - since
    for unit, length in (("day", timedelta(days=1)), ("hour", HOUR), ("minute", MINUTE)):
        count = gone // length
        if count >= 1:
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return "a moment ago"


HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def add_school(case: Case) -> None:
    """Put the career center on the list when the answers say so. Doing it twice is harmless."""
    situation = getattr(case, "situation", None)
    if situation and situation.has_school_to_tell:
        case.contacts.get_or_create(role=Role.SCHOOL)
