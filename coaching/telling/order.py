"""Who hears of the decision, in which order, and why. Reads only, but for `add_school`."""

from dataclasses import replace

from coaching.journey.facts import Facts
from coaching.journey.gates import anyone_told, has_been_told
from coaching.journey.missing import Missing, missing
from coaching.models import Told
from offers.models import OF_AN_OFFER, WHO_HIRES, Answer, Case, Contact, Offer, Role, Rung

from .embargo import hears_after
from .line import line_up
from .standing import last_try, letter_was_sent, meets
from .stop import Stop

ORDER = (*OF_AN_OFFER, Role.SCHOOL)
# An agency brought the two together, so it hears first (S4-16).
AGENCY_ORDER = (Role.RECRUITER, Role.MANAGER, Role.REFERRER, Role.SCHOOL)
GETS_NOTE = (Role.REFERRER, Role.SCHOOL)


def in_order(facts: Facts) -> list[Contact]:
    """Everybody who must hear of it, in the order in which to call them: theirs, else ours."""
    own = {one: one.turn.number for one in facts.to_tell if hasattr(one, "turn")}
    return line_up(in_our_order(facts), own, lambda one: rank(facts, one))


def rank(facts: Facts, person: Contact) -> tuple[int, int]:
    """What no order may break: a yes before each no; who hires before who heard of it from them."""
    offers = [offer.pk for offer in facts.answered]
    of_offer = offers.index(person.offer_id) if person.offer_id in offers else len(offers)
    return of_offer, int(hears_after(person))


def in_our_order(facts: Facts) -> list[Contact]:
    """The order that follows from the roles and the branch."""
    agency = facts.situation.agency == Answer.YES
    order = AGENCY_ORDER if agency else ORDER
    offers = [offer.pk for offer in facts.answered]  # the yes first, then each no

    def place(contact: Contact) -> tuple[int, int]:
        of_offer = offers.index(contact.offer_id) if contact.offer_id in offers else len(offers)
        return of_offer, order.index(Role(contact.role))

    return sorted(facts.to_tell, key=place)


def gets_letter(facts: Facts, person: Contact) -> bool:
    """Who hires gets a letter when they hear a no; a yes takes a few lines.

    Of somebody who goes, the one who put them forward and the school get a note, too.
    """
    if facts.is_leaving and person.role in GETS_NOTE:
        return True
    return person.role in WHO_HIRES and not facts.says_yes_to(person)


def asked_of(facts: Facts) -> list[Told]:
    """What each of them asked the person to do; what is done comes last."""
    asked = [told for person in in_order(facts) for told in person.told.all() if told.asked]
    return sorted(asked, key=lambda told: told.asked_done_at is not None)


def next_to_tell(facts: Facts) -> Contact | None:
    """Whom to tell now; None once everyone knows, and while each no waits for a letter."""
    left = [contact for contact in in_order(facts) if not has_been_told(contact)]
    if letter_awaited(facts):
        left = [contact for contact in left if facts.says_yes_to(contact)]
    return next(iter(left), None)


def letter_awaited(facts: Facts) -> Offer | None:
    """The yes whose letter comes before each no: until both signed, or a no was said knowingly."""
    if facts.taken not in facts.unsigned:
        return None
    said_no = any(has_been_told(one) and not facts.says_yes_to(one) for one in facts.to_tell)
    return None if said_no else facts.taken


def stops(facts: Facts) -> list[Stop]:
    """The whole way round of somebody who leaves, from the new job to what goes back."""
    people = in_order(facts)
    letter_for = next((person for person in people if person.role == Role.MANAGER), None)
    found = [_visa(facts)] if facts.situation.needs_visa_advice else []
    found += [_new_job(facts)] if facts.hoped_for else []
    found += [_notice(facts), _handover(facts)] if facts.case.has_started else []
    unnamed = missing(facts)
    found += [_missing(one) for one in unnamed if one.role == Role.RECRUITER]  # an agency: first
    for person in people:
        found.append(_person(facts, person))
        if person == letter_for:
            found.append(_letter(person))
            found += [_last_day(facts)] if facts.case.has_started else []
    found += [_missing(one) for one in unnamed if one.role != Role.RECRUITER]
    things = AND_MONEY if facts.may_owe_money else THINGS
    return [*found, replace(things, is_done=facts.has_finished(THINGS_PAGE))]


VISA = Stop(
    title="Ask about your visa or work permit",
    why="It may depend on this job. Ask your international office before you tell anyone.",
    shows="visa",
)
VISA_ONCE_TOLD = (
    "Someone knows already, so ask today. Your international office or a lawyer can say."
)


def _visa(facts: Facts) -> Stop:
    return replace(VISA, why=VISA_ONCE_TOLD) if anyone_told(facts) else VISA


def _notice(facts: Facts) -> Stop:
    return Stop(
        title="Find the notice you owe",
        why="You say your last day in the talk, and in the letter.",
        shows="notice",
        is_done=facts.has_finished("notice"),
    )


def _handover(facts: Facts) -> Stop:
    return Stop(
        title="List what you hand over",
        why="It is the best thing you can leave them. It goes into your letter.",
        shows="handover",
        is_done=facts.has_finished("handover"),
    )


def _last_day(facts: Facts) -> Stop:
    """The employer's choice (S1-29 beside S4-3): the notice is worked, or it is cut short."""
    notice = getattr(facts.case, "notice", None)
    return Stop(
        title="Write down your last day",
        why="They choose: you work your notice, or you stop sooner.",
        shows="notice",
        is_done=notice is not None and notice.agreed_on is not None,
    )


def _new_job(facts: Facts) -> Stop:
    """Done only with a letter that both signed; an e-mail is something to hold on to."""
    is_signed = any(_is_signed(offer) for offer in facts.hoped_for)
    is_by_email = not is_signed and len(facts.unwritten) < len(facts.hoped_for)
    return Stop(
        title=NEW_JOB if facts.others else PROMISE,
        why=_why_in_writing(facts, is_signed=is_signed, is_by_email=is_by_email),
        shows="new-job",
        is_done=is_signed,
    )


def _why_in_writing(facts: Facts, *, is_signed: bool, is_by_email: bool) -> str:
    if is_signed:
        return BOTH_SIGNED
    if is_by_email:
        return BY_EMAIL
    return IT_IS_KNOWN if anyone_told(facts) else NOT_IN_WRITING


NEW_JOB = "Say yes to the new job in writing, and get it back"
PROMISE = "Have what they promised you in writing, and signed"
BY_EMAIL = "You have it by e-mail. Say yes in writing, and get it back signed."
BOTH_SIGNED = "You have it in writing, and both of you signed."
IT_IS_KNOWN = "People know that you leave, so have the new job signed soon."
NOT_IN_WRITING = "If it falls through after you tell people, you may have no job."


def _is_signed(offer: Offer) -> bool:
    return hasattr(offer, "writing") and offer.writing.rung == Rung.SIGNED


WHY = {
    Role.MANAGER: "They count on you most, so they hear it first, and from you.",
    Role.RECRUITER: "They have promised you to others, and need to know soon.",
    Role.REFERRER: "They put their name to yours. Tell them the same day.",
    Role.SCHOOL: "Other students may be affected, and they may hear it from the employer.",
}
WHY_WITH_AGENCY = {
    Role.RECRUITER: "They brought you together. Told early, they can offer someone else.",
    Role.MANAGER: "They count on you most, so they hear it from you too, soon after the agency.",
}


def _why(facts: Facts, role: Role) -> str:
    agency = facts.situation.agency == Answer.YES
    return (WHY | WHY_WITH_AGENCY if agency else WHY)[role]


def _person(facts: Facts, person: Contact) -> Stop:
    is_school = person.role == Role.SCHOOL
    verb = "Ask to meet" if meets(person) else "Tell" if is_school else "Call"
    name = person if person.name else "your career center"
    return Stop(
        title=f"{verb} {name}",
        why=_why(facts, Role(person.role)),
        shows="person",
        is_done=has_been_told(person),
        contact=person,
        gets_letter=gets_letter(facts, person),
        last_try=last_try(person, facts.now, facts.case.zone),
    )


def _letter(person: Contact) -> Stop:
    kind = "talk" if meets(person) else "call"
    return Stop(
        title=f"Send {person.first_name or 'them'} the letter within the hour",
        why=f"The {kind} is kind. The letter makes it official.",
        shows="letter",
        is_done=letter_was_sent(person),
        contact=person,
    )


ADD = {
    Role.MANAGER: ("Add the person who hired you", "They count on you most."),
    Role.RECRUITER: ("Add the recruiter", "You said an agency found you this job."),
    Role.REFERRER: ("Add the person who referred you", "You said someone put you forward."),
    Role.SCHOOL: ("Add your career center", "You said the job came through campus interviews."),
}


def _missing(one: Missing) -> Stop:
    title, why = ADD[one.role]
    return Stop(title=title, why=why, shows="missing", missing=one.role, offer=one.offer)


THINGS_PAGE = "things"  # saved, once they said that all of it went back
THINGS = Stop(
    title="Return what is theirs",
    why="A laptop, a badge, keys, papers. Keep proof of what you sent.",
    shows="things",
)


AND_MONEY = replace(
    THINGS,
    title="Return what is theirs, and settle the money",
    why="A laptop, a badge, keys, papers. And ask for the sum they want back, in writing.",
)


def add_school(case: Case) -> None:
    """Put the career center on the list when the answers say so. Doing it twice is harmless."""
    situation = getattr(case, "situation", None)
    if situation and (situation.has_school_to_tell or situation.was_found_through_school):
        case.contacts.get_or_create(role=Role.SCHOOL)
