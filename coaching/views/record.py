"""What happened in a case, as questions and answers: the answers that stand in no form."""

from collections.abc import Callable, Collection, Iterator

from django.utils.text import capfirst

from coaching.forms.read_back import Answer
from coaching.journey import gates
from coaching.journey.facts import Facts
from coaching.journey.outcomes import leaning_choices, outcome_words
from coaching.journey.sealed import opened
from coaching.journey.step import Step
from coaching.journey.steps import (
    CLOSE,
    DATE,
    DECIDE,
    DIARY,
    LEANING,
    LETTERS,
    PAUSE,
    STEPS,
    TELL,
)
from coaching.models import FrozenLetter, Gate
from coaching.weigh.diary import IN_WORDS
from coaching.weigh.ways import keep_or_leave
from look.dates import full_day, full_moment

from .answers import MARKS, Answered


def from_rows(
    facts: Facts, only: Collection[Step] = STEPS, marks: Collection[str] = MARKS
) -> Iterator[Answered]:
    """The pages of these steps and marks that `answers.from_forms` leaves out, and no more.

    A sealed leaning stays sealed, and no page says that somebody goes before they decided so.
    """
    is_silent = bool(gates.why_telling_is_shut(facts))
    for step, title, privacy, rows in PAGES:
        if step not in only or privacy not in marks or (is_silent and step is TELL):
            continue
        answers = tuple(Answer(question=question, words=words) for question, words in rows(facts))
        if answers:
            yield Answered(step=step, title=title, answers=answers, privacy=privacy)


Rows = Iterator[tuple[str, str]]


def _began(facts: Facts) -> Rows:
    case = facts.case
    yield "Where are you now?", str(case.get_stage_display())
    yield "Begun on", full_moment(case.created_at, case.zone)


def _dates(facts: Facts) -> Rows:
    for place, date in enumerate(facts.dates):
        question = "When will you decide?" if place == 0 else "A date you had before"
        yield question, full_moment(date.decide_at, facts.case.zone)


def _leaning(facts: Facts) -> Rows:
    leaning = opened(facts)
    if leaning is None:
        return
    yield "If you had to say today", dict(leaning_choices(facts.case.stage))[leaning.choice]
    if leaning.sure:
        yield "How sure are you?", f"{leaning.sure} of 5"
    if leaning.because:
        yield "Why, in one line", leaning.because


def _diary(facts: Facts) -> Rows:
    keep, leave = map(capfirst, keep_or_leave(facts.case.stage))
    for line in facts.case.diary.all():
        felt = f"{keep}: {IN_WORDS[line.keep]}\n{leave}: {IN_WORDS[line.leave]}"
        yield full_day(line.day), "\n".join(filter(None, (felt, line.line)))


def _decisions(facts: Facts) -> Rows:
    case = facts.case
    for decision in case.decisions.all():
        words = outcome_words(case.stage, decision.outcome)
        yes_to = f": {decision.offer}" if decision.offer else ""
        yield full_moment(decision.decided_at, case.zone), f"{words}{yes_to}"


def _gone_ahead(facts: Facts) -> Rows:
    for past in facts.gone_ahead:
        words = Gate(past.gate).label
        yield f"You went on: {words[0].lower()}{words[1:]}", past.why or "No reason written down"


def _told(facts: Facts) -> Rows:
    case = facts.case
    for contact in facts.contacts:
        for told in contact.told.all():
            question = f"{contact}, {full_moment(told.at, case.zone)}"
            by = f" (by {full_day(told.asked_by)})" if told.asked_by else ""
            done = " (done)" if told.asked_done_at else ""
            asked = f"They asked: {told.asked}{by}{done}" if told.asked else ""
            yield question, "\n".join(filter(None, (str(told), told.said, asked)))
    for contact in gates.untold(facts):
        yield str(contact), "Does not know yet"


def _letters(facts: Facts) -> Rows:
    for contact in facts.contacts:
        if hasattr(contact, "letter"):
            for version in contact.letter.versions.defer(*FrozenLetter.FILES):
                yield f"To {contact}: {version.subject}", version.words


def _safe_letters(facts: Facts) -> Rows:
    for letter in facts.case.safe_letters.select_related("offer__case"):
        for version in letter.versions.defer(*FrozenLetter.FILES):
            yield f"To {letter.offer}: {version.subject}", version.words


def _further_letters(facts: Facts) -> Rows:
    for letter in facts.case.further_letters.all():
        for version in letter.versions.defer(*FrozenLetter.FILES):
            yield version.subject, version.words


def _closed(facts: Facts) -> Rows:
    case = facts.case
    if case.is_closed:
        at = full_moment(case.closed_at, case.zone) if case.closed_at else ""
        yield at, str(case.get_closed_as_display())


# Why somebody went on in spite of a gate is theirs to share or not: the outcome alone is B.
PAGES: tuple[tuple[Step, str, str, Callable[[Facts], Rows]], ...] = (
    (PAUSE, "Where you began", "B", _began),
    (DATE, "When you decide", "B", _dates),
    (LEANING, "Your first leaning", "N", _leaning),
    (DIARY, "Your diary", "N", _diary),
    (DECIDE, "What you decided", "B", _decisions),
    (DECIDE, "What you went on with", "N", _gone_ahead),
    (LETTERS, "Letters you made before deciding", "O", _safe_letters),
    (TELL, "Who knows", "O", _told),
    (TELL, "Letters you made", "O", _letters),
    (TELL, "More letters you made", "O", _further_letters),
    (CLOSE, "How it ended", "O", _closed),
)
