"""Why a door is shut, and what opens it. Pure reading; the views ask before every GET and POST."""

from dataclasses import dataclass

from centres import policy_words
from coaching.models import Gate, Happened, Outcome
from offers.models import Contact, Offer

from .facts import Facts
from .firmness import not_yet
from .school import talks_to_have

NO_DATE = "Set a date to decide first."
NO_TIME = "no-time"
NO_DECISION = "This opens when you have decided."
CLOSED = "Your case is closed. Open it again to change it."
CLOSED_AND_KEPT = f"{CLOSED} We kept what you typed."
CLOSED_TOO_LONG = f"{CLOSED} Your words are too long for us to keep. Go back and copy them."
NOT_SIGNED = "Have the new job signed before you give notice."
NOT_LEAVING = "You decided to keep talking to them, so there is nobody to tell."


@dataclass(frozen=True, kw_only=True)
class Interruption:
    """What stands between the person and deciding now. Shown once, in one place."""

    is_early: bool
    gaps: tuple[str, ...]


def before_deciding(facts: Facts) -> Interruption | None:
    """Early, or with gaps: one interruption for both; None once the person went past it.

    Went past it for this date, that is: a new date shuts the door again.
    """
    if facts.went_past(Gate.DECIDE, date_gone_past(facts)):
        return None
    early, gaps = not facts.date_has_come, gaps_in(facts)
    if not early and not gaps:
        return None
    return Interruption(is_early=early, gaps=gaps)


def date_gone_past(facts: Facts) -> str:
    """What “decide now anyway” is about: this date, or that no time was left to set one."""
    return str(facts.date.pk) if facts.date else NO_TIME


def gaps_in(facts: Facts) -> tuple[str, ...]:
    """What a careful person would want to know first (S1-16, S0-13, S4-10)."""
    gaps = [f"the date of {offer} has passed" for offer in facts.ended]
    if facts.case.has_started:
        gaps += [not_yet(offer, "signed") for offer in facts.unsigned]
    else:
        gaps += [not_yet(offer, "in writing") for offer in facts.unwritten]
    gaps += [f"{offer} has conditions that are not met yet" for offer in facts.conditional]
    if facts.may_have_signed and not facts.has_checked_papers:
        gaps.append("you have not checked what you signed")
    if facts.situation.needs_visa_advice:
        gaps.append("you have not asked anyone about your visa or work permit")
    gaps += [
        f"you have not talked to {policy_words.the(one.role)}, as your school asks"
        for one in talks_to_have(facts)
    ]
    if not has_weighed(facts):
        gaps.append("you have not written what speaks for each way")
    return tuple(gaps)


def has_weighed(facts: Facts) -> bool:
    """Some pros and cons are written (S2-7): what each way costs, or how one may turn out."""
    written = ("questions-giving-up", "best-worst-", "for-and-against-")
    return any(slug.startswith(written) for slug in facts.pages)


def why_deciding_is_shut(facts: Facts) -> str:
    """A date comes first, as long as there is time to set one. Who has decided needs none."""
    if facts.date or facts.decision:
        return ""
    return NO_DATE if facts.window.choices else ""


def why_telling_is_shut(facts: Facts) -> str:
    """Before a decision, nothing may tell the first employer (S1-13), or answer an offer."""
    if facts.decision is None:
        return NO_DECISION
    if not facts.is_telling:
        return NOT_LEAVING
    return ""


def unwritten_when_leaving(facts: Facts, outcome: str) -> Offer | None:
    """The other offer that is only spoken, when the person is about to back out for it.

    Who has started has a job to lose: for them it counts only once both have signed.
    """
    if outcome != Outcome.OUT or facts.case.is_not_accepted:
        return None
    loose = facts.unsigned if facts.case.has_started else facts.unwritten
    if not loose or len(loose) < len(facts.hoped_for) or facts.went_past(Gate.NOT_IN_WRITING):
        return None
    return loose[0]


def why_not_resigning_yet(facts: Facts) -> str:
    """Nobody resigns before the new letter is signed, unless they went past that knowingly."""
    if not (facts.case.has_started and facts.is_leaving) or anyone_told(facts):
        return ""
    return NOT_SIGNED if unwritten_when_leaving(facts, Outcome.OUT) else ""


def call_comes_first(facts: Facts, contact: Contact) -> bool:
    """No call was made yet, nor tried three times in a day, nor knowingly left out (S2-14)."""
    if facts.went_past(Gate.LETTER_FIRST, contact.pk):
        return False
    return not (has_spoken(contact) or has_tried_enough(facts, contact))


def has_spoken(contact: Contact) -> bool:
    return any(told.what == Happened.SPOKE for told in contact.told.all())


def has_tried_enough(facts: Facts, contact: Contact) -> bool:
    """Three calls without an answer on one day open the letter; one call counts once."""
    calls = {
        told.at
        for told in contact.told.all()
        if told.what in (Happened.NO_ANSWER, Happened.VOICEMAIL)
    }
    tries = [at.astimezone(facts.case.zone).date() for at in calls]
    return any(tries.count(day) >= 3 for day in tries)


def untold(facts: Facts) -> list[Contact]:
    return [contact for contact in facts.to_tell if not has_been_told(contact)]


def anyone_told(facts: Facts) -> bool:
    """From the first call or letter on, the decision stands."""
    return any(has_been_told(contact) for contact in facts.contacts)


def has_been_told(contact: Contact) -> bool:
    """A voicemail is not telling; a call, a letter or their reply is."""
    heard = (Happened.SPOKE, Happened.LETTER_SENT, Happened.REPLIED)
    return any(told.what in heard for told in contact.told.all())
