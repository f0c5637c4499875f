"""The basic facts of a case in a few lines, before every answer as it was written."""

from collections.abc import Iterator
from dataclasses import dataclass

from coaching.journey.facts import Facts
from coaching.journey.outcomes import outcome_words
from look.dates import day
from offers.models import AcceptedHow, Answer, Offer, School, Stage

STAGES = {
    Stage.NOT_ACCEPTED: "Has not said yes yet",
    Stage.ACCEPTED: "Accepted, not started",
    Stage.STARTED: "Has started the job",
}
SAID_YES: dict[str, str] = {
    AcceptedHow.SIGNED: "Signed",
    AcceptedHow.EMAIL: "Said yes by e-mail",
    AcceptedHow.PHONE: "Said yes by phone or in person",
    AcceptedHow.PORTAL: "Said yes on a website",
}
SITUATION = {
    "campus": ("Found through", "Campus interviews"),
    "agency": ("Recruiter", "Of an agency"),
    "referred": ("Referred", "Yes"),
    "visa": ("Visa or work permit", "Tied to this job"),
    "money": ("Money received", "Yes"),
}


@dataclass(frozen=True)
class Fact:
    name: str
    words: str
    more: str = ""


def key_facts(facts: Facts, step: str) -> list[Fact]:
    """Of what is marked B alone; `step` is where the case stands."""
    return [fact for fact in _facts(facts, step) if fact.words]


def _facts(facts: Facts, step: str) -> Iterator[Fact]:
    yield Fact("Stage", f"{STAGES[Stage(facts.case.stage)]}. {step}.")
    if facts.decision:
        yield Fact("Decided", outcome_words(facts.case.stage, facts.decision.outcome))
    if facts.accepted:
        yield Fact("Said yes to", _job(facts.accepted), _dates(facts))
    for offer in facts.others:
        yield Fact("Other offer", _job(offer))
    situation = facts.situation
    if situation.school in (School.STUDENT, School.ALUM):
        yield Fact("School", "Student" if situation.school == School.STUDENT else "Alum")
    for column, (name, words) in SITUATION.items():
        if getattr(situation, column) == Answer.YES:
            yield Fact(name, words)


def _job(offer: Offer) -> str:
    return ", ".join(filter(None, (offer.employer, offer.title)))


def _dates(facts: Facts) -> str:
    """ "Signed Tuesday, November 18, starts Monday, January 5, 2026"."""
    offer, today = facts.accepted, facts.local_now.date()
    assert offer
    said = SAID_YES.get(offer.accepted_how, "Said yes")
    parts = [f"{said} {day(offer.accepted_on, today)}"] if offer.accepted_on else []
    parts += [f"starts {day(offer.starts_on, today)}"] if offer.starts_on else []
    return ", ".join(parts)
