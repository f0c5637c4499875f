"""From a case to what its letters say: the bridge between the rows and the pure letters."""

from dataclasses import replace

from coaching.journey.facts import Facts
from coaching.journey.school import to_do
from coaching.letters.facts import Call, Help, KnowsIt, LetterFacts, Recipient, Sender, Suggested
from coaching.letters.kinds import (
    DECLINE,
    RESIGN,
    TELL_RECRUITER,
    TELL_REFERRER,
    TELL_SCHOOL,
    LetterKind,
    withdrawal_for,
)
from coaching.letters.letter import Letter as Sheet
from coaching.models import Happened, Letter, Letterhead
from offers.models import WHO_HIRES, Answer, Contact, Role

from .first_words import first_words
from .standing import first_heard

CALLS = (Happened.SPOKE, Happened.VOICEMAIL, Happened.NO_ANSWER)


def kind_of(letter: Letter, facts: Facts) -> LetterKind:
    """Which letter it is follows from the stage, from who gets it, and from the reason given."""
    if facts.case.is_not_accepted:
        return DECLINE
    note = note_for(letter.contact, facts)
    if note:
        return note
    return RESIGN if facts.case.has_started else withdrawal_for(letter.reason)


NOTES = {Role.REFERRER: TELL_REFERRER, Role.SCHOOL: TELL_SCHOOL, Role.RECRUITER: TELL_RECRUITER}


def note_for(contact: Contact, facts: Facts) -> LetterKind | None:
    """The note to somebody beside who hires; None for who gets the letter that makes it official.

    Where nobody else is named, that is the recruiter.
    """
    hires = any(
        one.role == Role.MANAGER and one.offer_id == contact.offer_id for one in facts.to_tell
    )
    if contact.role == Role.RECRUITER and not hires:
        return None
    return NOTES.get(Role(contact.role))


def letter_facts(letter: Letter, facts: Facts) -> LetterFacts:
    """Everything this letter may draw on, as the case stands now."""
    offer = facts.job_of(letter.contact)
    return LetterFacts(
        sender=sender(facts.case.letterhead),
        recipient=recipient(letter.contact, facts),
        written_on=facts.local_now.date(),
        role=offer.title if offer else "",
        accepted_on=offer.accepted_on if offer else None,
        starts_on=offer.starts_on if offer else None,
        last_day=letter.last_day,
        handed_over=handed_over(facts),
        call=last_call(letter.contact, facts),
        reason=letter.reason,
        reason_words=letter.reason_words,
        liked=letter.liked,
        offers=offers_in(letter),
        return_by=letter.return_by,
        with_thanks=letter.with_thanks,
        with_apology=letter.with_apology,
        secrets=tuple(one.employer for one in facts.offers if one != offer and one.employer),
        tone=letter.tone,
        standing="started" if facts.case.has_started else "accepted",
        employer=offer.employer if offer else "",
        told=who_knows(facts, but=letter.contact),
        is_agency=is_of_an_agency(letter.contact, facts),
        is_campus=facts.situation.campus == Answer.YES,
        suggested=suggested(facts),
        policy_asks=policy_asks(letter.contact, facts),
    )


def policy_asks(person: Contact, facts: Facts) -> tuple[str, ...]:
    """What the school asks, in the note to it: “meet the dean”. Its own words stay its own."""
    if person.role != Role.SCHOOL:
        return ()
    found = (one.bare for one in to_do(facts) if one.is_ours)
    return tuple(f"{bare[0].lower()}{bare[1:]}" for bare in found)


def who_knows(facts: Facts, but: Contact | None = None) -> tuple[KnowsIt, ...]:
    """Who hires and has heard it, each since which day."""
    found = []
    for person in facts.to_tell:
        heard = first_heard(person)
        if heard and person != but and person.role in WHO_HIRES:
            day = heard.astimezone(facts.case.zone).date()
            found.append(KnowsIt(name=person.name, day=day))
    return tuple(found)


def suggested(facts: Facts) -> Suggested | None:
    """Who said yes to being named; a case that is answered has no place to fill."""
    row = getattr(facts.case, "suggestion", None)
    if row is None or not facts.is_leaving:
        return None
    return Suggested(name=row.name, reach=row.reach, why=row.why, in_letter=row.in_letter)


def handed_over(facts: Facts) -> tuple[str, ...]:
    """What goes to others; only who has started has anything to hand over."""
    if not facts.case.has_started:
        return ()
    return tuple(row.what for row in facts.case.handed_over.all())


def sender(head: Letterhead) -> Sender:
    address = tuple(row for row in (head.street, head.town) if row)
    return Sender(name=head.name, address=address, phone=head.phone, email=head.email)


def recipient(contact: Contact, facts: Facts) -> Recipient:
    """Whom it is headed with. A recruiter of an agency is not at the employer."""
    if contact.role == Role.SCHOOL:
        center = career_center(facts)
        return replace(center, name=contact.name, title=contact.title, email=contact.email)
    employer = contact.offer.employer if contact.offer else ""
    return Recipient(
        name=contact.name,
        title=contact.title,
        employer=contact.agency if is_of_an_agency(contact, facts) else employer,
        email=contact.email,
    )


def career_center(facts: Facts) -> Recipient:
    """Under the name their school gave it, where they joined one here."""
    return Recipient(employer=facts.career_center or Role.SCHOOL.label, team="career center team")


def is_of_an_agency(contact: Contact, facts: Facts) -> bool:
    """A recruiter whose agency was named, or of a job that an agency brought."""
    if contact.role != Role.RECRUITER:
        return False
    is_theirs = facts.accepted in (None, contact.offer)
    return bool(contact.agency) or (is_theirs and facts.situation.agency == Answer.YES)


def last_call(contact: Contact, facts: Facts) -> Call | None:
    """The call the letter speaks of: a talk counts before a voicemail, that before no answer."""
    for what in CALLS:
        calls = [told.at for told in contact.told.all() if told.what == what]
        if calls:
            return Call(outcome=what.value, day=max(calls).astimezone(facts.case.zone).date())
    return None


def offers_in(letter: Letter) -> tuple[Help, ...]:
    offered: dict[Help, bool] = {
        "pass-on": letter.offers_pass_on,
        "equipment": letter.offers_return,
        "notes": letter.offers_notes,
        "repay": letter.offers_repay,
        "release": letter.asks_release,
    }
    return tuple(help_ for help_, is_offered in offered.items() if is_offered)


def sheet_of(letter: Letter, facts: Facts) -> Sheet:
    """The letter as it stands: the person's own words, else the draft from their answers."""
    kind, known = kind_of(letter, facts), letter_facts(letter, facts)
    return Sheet.of(
        known,
        subject=kind.subject(known),
        body=letter.words or first_words(kind, known, facts),
        paper=letter.paper,
    )
