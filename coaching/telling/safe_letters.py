"""From a case to what a letter says that may leave before a decision."""

from collections.abc import Iterator
from datetime import date, datetime

from coaching.journey.facts import Facts
from coaching.journey.safe_letters import recipient_of
from coaching.journey.school import guideline
from coaching.letters.facts import Asked, LetterFacts, Recipient, Standing
from coaching.letters.kinds import ASK_POLICY, ASK_TERMS, SAFE, LetterKind
from coaching.letters.letter import Letter as Sheet
from coaching.models import Ask, SafeLetter
from look.dates import day
from offers.models import AcceptedHow, Answer, Contact, Offer, OfferKind, Per
from offers.money import format_money

from .first_words import first_words
from .further_letters import has_signed
from .letter_facts import career_center, is_of_an_agency, recipient, sender

# A yes that stands in writing: nobody signs after it.
IN_WRITING = (AcceptedHow.SIGNED, AcceptedHow.EMAIL, AcceptedHow.PORTAL)
OF_A_JOB = {Per.YEAR: "a year", Per.MONTH: "a month", Per.HOUR: "an hour"}


def kind_of(letter: SafeLetter) -> LetterKind:
    return next(kind for kind in SAFE if kind.slug == letter.kind)


def letter_facts(letter: SafeLetter, facts: Facts) -> LetterFacts:
    """Everything this letter may draw on, as the case stands now."""
    offer, ask = letter.offer, facts.asks.get(letter.offer.number)
    person = recipient_of(kind_of(letter), offer, facts)
    return LetterFacts(
        sender=sender(facts.case.letterhead),
        recipient=_recipient(letter, person, facts),
        is_agency=person is not None and is_of_an_agency(person, facts),
        tone=letter.tone,
        accepted_on=offer.accepted_on,
        employer=offer.employer,
        is_campus=facts.situation.campus == Answer.YES,
        written_on=facts.local_now.date(),
        role=offer.title,
        liked=letter.liked,
        secrets=tuple(one.employer for one in facts.offers if one != offer and one.employer),
        standing=standing_with(offer),
        asks=asked_of(ask) if ask else (),
        only_pay=ask is not None and ask.only_pay == Answer.YES,
        why=ask.why if ask else "",
        terms=tuple(terms_of(offer, facts.local_now.date())),
        by_at=_moment(letter, facts),
        by_day=letter.by_day,
        deadlines=tuple(deadlines(facts)),
        guideline=guideline(offer, facts) if letter.cites_school else "",
        has_signed=offer.accepted_how in IN_WRITING or has_signed(facts),
        has_offer_elsewhere=any(one != offer and is_offer(one) for one in facts.offers),
    )


def _recipient(letter: SafeLetter, person: Contact | None, facts: Facts) -> Recipient:
    if person:
        return recipient(person, facts)
    if kind_of(letter) == ASK_POLICY:
        return career_center(facts)
    return Recipient(employer=letter.offer.employer)


def asked_of(ask: Ask) -> tuple[Asked, ...]:
    return tuple(Asked(what=one.what, wanted=one.wanted, now=one.now) for one in ask.terms.all())


def _moment(letter: SafeLetter, facts: Facts) -> datetime | None:
    """The day and time named in it: its own, or that of the ask."""
    ask = facts.asks.get(letter.offer.number)
    moment = ask.reply_by if ask and kind_of(letter) == ASK_TERMS else letter.by_at
    return moment.astimezone(facts.case.zone) if moment else None


def standing_with(offer: Offer) -> Standing:
    if offer.kind == OfferKind.ACCEPTED:
        return "started" if offer.case.has_started else "accepted"
    return "interview" if offer.kind == OfferKind.INTERVIEW else "asked"


def is_offer(offer: Offer) -> bool:
    return offer.kind in (OfferKind.ACCEPTED, OfferKind.OTHER)


def deadlines(facts: Facts) -> Iterator[date]:
    """Days by which somebody waits for an answer. The person’s own date is no such day."""
    moments = [offer.ends_at for offer in facts.offers if offer.ends_at]
    moments += [facts.case.answer_by] if facts.case.answer_by else []
    yield from sorted({moment.astimezone(facts.case.zone).date() for moment in moments})


def terms_of(offer: Offer, today: date) -> Iterator[str]:
    """What is known of a job, in phrases. A guess is no term, so it is left out."""
    if amount := pay_of(offer):
        yield f"the pay is {amount}"
    if offer.starts_on:
        yield f"I start on {day(offer.starts_on, today)}"
    if offer.place:
        yield "I work remotely" if is_remote(offer) else f"I work from {offer.place}"
    if offer.days_home and not is_remote(offer):
        yield f"I work from home {offer.days_home} day{'s' * (offer.days_home > 1)} a week"


def pay_of(offer: Offer) -> str:
    """ "$74,000 a year"; empty for a guess, or when nothing is known."""
    pay = getattr(offer, "pay", None)
    if pay is None or pay.base is None or pay.has_guesses:
        return ""
    return f"{format_money(pay.base, pay.currency)} {OF_A_JOB[Per(pay.per)]}"


def is_remote(offer: Offer) -> bool:
    """The hint beside the question says: a town, or “remote”."""
    return offer.place.strip().casefold() == "remote"


def sheet_of(letter: SafeLetter, facts: Facts) -> Sheet:
    """The letter as it stands: the person's own words, else the draft from their answers."""
    kind, known = kind_of(letter), letter_facts(letter, facts)
    return Sheet.of(
        known,
        subject=kind.subject(known),
        body=letter.words or first_words(kind, known, facts),
        paper=letter.paper,
    )
