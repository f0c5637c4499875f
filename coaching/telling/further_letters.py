"""From a case to what a letter says that goes beside the one about the decision, or after it."""

from coaching.journey.facts import Facts
from coaching.journey.further_letters import job_of, recipient_of
from coaching.letters.facts import LetterFacts, Recipient
from coaching.letters.kinds import (
    FURTHER,
    KEEP_IN_TOUCH,
    REPAY,
    TAKE_BACK,
    TELL_RELOCATION,
    LetterKind,
)
from coaching.letters.letter import Letter as Sheet
from coaching.models import FurtherLetter
from offers.models import AcceptedHow, Answer, Contact
from offers.money import format_money

from .first_words import first_words
from .letter_facts import is_of_an_agency, last_call, recipient, sender, suggested, who_knows

# About these nothing is said of a call: it was about something else.
NO_CALL = (REPAY, TAKE_BACK, KEEP_IN_TOUCH)


def kind_of(letter: FurtherLetter) -> LetterKind:
    return next(kind for kind in FURTHER if kind.slug == letter.kind)


def letter_facts(letter: FurtherLetter, facts: Facts) -> LetterFacts:
    """Everything this letter may draw on, as the case stands now."""
    kind = kind_of(letter)
    job, person = job_of(kind, facts), recipient_of(kind, facts)
    employer = job.employer if job else ""
    return LetterFacts(
        sender=sender(facts.case.letterhead),
        recipient=recipient(person, facts)
        if person
        else Recipient(employer=employer, team=_team(kind)),
        written_on=facts.local_now.date(),
        role=job.title if job else "",
        call=last_call(person, facts) if person and kind not in NO_CALL else None,
        liked=letter.liked,
        secrets=tuple(one.employer for one in facts.offers if one != job and one.employer),
        by_day=letter.by_day,
        tone=letter.tone,
        standing="started" if facts.case.has_started else "accepted",
        suggested=suggested(facts),
        is_agency=person is not None and is_of_an_agency(person, facts),
        employer=employer if _is_elsewhere(kind, person, facts) else "",
        told=who_knows(facts),
        names_notice=names_notice(facts),
        has_signed=has_signed(facts),
        way=letter.way,
        amount=letter.amount,
    )


def _is_elsewhere(kind: LetterKind, person: Contact | None, facts: Facts) -> bool:
    """Who gets it is not at the employer, so it says which job it is about."""
    return kind == TELL_RELOCATION or (person is not None and is_of_an_agency(person, facts))


def names_notice(facts: Facts) -> bool:
    """They found notice in their papers, and said so. “I don’t know” says nothing."""
    notice = getattr(facts.case, "notice", None)
    found = facts.signed_terms is not None and facts.signed_terms.notice == Answer.YES
    return found or (notice is not None and notice.contract == Answer.YES)


def has_signed(facts: Facts) -> bool:
    """They said that they signed it, on one of the pages that ask."""
    if facts.situation.signed == Answer.YES:
        return True
    job, terms = facts.accepted, facts.signed_terms
    return (job is not None and job.accepted_how == AcceptedHow.SIGNED) or (
        terms is not None and terms.signed == Answer.YES
    )


def _team(kind: LetterKind) -> str:
    return "team" if kind == TAKE_BACK else "hiring team"


def paid_so_far(facts: Facts) -> str:
    """What the person found that they were paid, in words; empty when they were not sure."""
    cost, job = facts.leaving_cost, facts.accepted
    if cost is None or job is None or cost.has_guesses:
        return ""
    currency = getattr(getattr(job, "pay", None), "currency", "USD")
    found = {"signing bonus": cost.bonus_received, "moving money": cost.moving_received}
    return " and the ".join(
        f"{what} of {format_money(sum_, currency)}" for what, sum_ in found.items() if sum_
    )


def sheet_of(letter: FurtherLetter, facts: Facts) -> Sheet:
    """The letter as it stands: the person's own words, else the draft from their answers."""
    kind, known = kind_of(letter), letter_facts(letter, facts)
    return Sheet.of(
        known,
        subject=kind.subject(known),
        body=letter.words or first_words(kind, known, facts),
        paper=letter.paper,
    )
