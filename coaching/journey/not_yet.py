"""What would open a page that is none of the person’s steps now, and when. Words only."""

from look.dates import moment

from . import gates, steps
from .facts import Facts
from .step import Step

PAUSE_FIRST = "That page opens once you have taken a breath: three short questions."
AFTER_THE_DECISION = "That page opens when you have decided."
AFTER = (steps.AFTER, steps.CHECK_INS, steps.NEXT_OFFER)
NEEDS_A_JOB = "That page opens when a job stands in “Your offers”."
SAID_YES = "That page opens once you have said yes to a job."
OPENED_BY = {
    steps.COMPARE: NEEDS_A_JOB,
    steps.LETTERS: NEEDS_A_JOB,
    steps.SCHOOL: "That page opens when you join a school that has put its rules here.",
    steps.SIGNED: "That page opens if you may have signed something. Say so in “Your situation”.",
    steps.LEAVING_COST: "That page opens if leaving may cost money. Say so in “Your situation”.",
    steps.IN_WRITING: "That page opens when you add another offer, or talks, in “Your offers”.",
    steps.NOTICE: "That page opens once you have started the job.",
    steps.BRIDGES: SAID_YES,
    steps.LOOP: SAID_YES,
    steps.TIMELINE: "That page is for the time before you say yes to a job.",
    steps.TELL: gates.NOT_LEAVING,
}
ASK_LATER = "That page opens when a job that you can still ask stands in “Your offers”."
TOO_LATE_TO_ASK = "You decided to go, so there is nothing left to ask them for."


def why_not_a_step(step: Step, facts: Facts) -> str:
    """For a step that does not apply."""
    if not facts.has_finished(steps.PAUSE.slug):
        return PAUSE_FIRST
    if step in AFTER:
        return when_decided(facts)
    if step == steps.ASK:
        return TOO_LATE_TO_ASK if facts.is_leaving else ASK_LATER
    return OPENED_BY[step]


def when_decided(facts: Facts) -> str:
    if facts.date is None:
        return AFTER_THE_DECISION
    day = moment(facts.date.decide_at, facts.case.zone, facts.local_now.date())
    return f"{AFTER_THE_DECISION} Your date for that is {day}."
