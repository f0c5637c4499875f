from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst

from coaching.journey.facts import Facts
from coaching.journey.outcomes import leaning_choices
from coaching.journey.sealed import opened, sealed_in
from coaching.models import DecisionNote, DiaryLine, Leaning, RealReason
from coaching.weigh.leaning import Said, Way, what_came_since, what_moved
from coaching.weigh.ways import keep_or_leave
from offers.models import Answer

NO_ANSWER = "No answer"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One question, and what was said to it then and now, in words."""

    question: str
    then: str
    now: str


def then_and_now(facts: Facts) -> dict[str, Any]:
    """What `coaching/then_and_now.html` shows, for pages that come after today's choice.

    It comes after, so that the old leaning cannot lead the new choice. Reads the diary once.
    """
    leaning, note = opened(facts), getattr(facts.case, "decision_note", None) or DecisionNote()
    stays_sealed = leaning is None and sealed_in(facts) is not None
    rows = [*_still(facts, note)]
    if leaning is None or not note.choice:
        return {"then_rows": rows, "stays_sealed": stays_sealed}
    words = dict(leaning_choices(facts.case.stage))
    then = Said(choice=leaning.choice, sure=leaning.sure)
    now = Said(choice=note.choice, sure=note.sure)
    return {
        "then_rows": [*_leaned(leaning, note, words), *rows],
        "sealed_on": leaning.sealed_at.astimezone(facts.case.zone).date(),
        "moved": what_moved(then, now, words),
        "since": _since(facts, leaning),
    }


def _leaned(leaning: Leaning, note: DecisionNote, words: dict[str, str]) -> list[Row]:
    rows = [
        Row(question="Your choice", then=words[leaning.choice], now=words[note.choice]),
        Row(question="How sure", then=_of_five(leaning.sure), now=_of_five(note.sure)),
    ]
    if leaning.because:
        rows.append(Row(question="Why", then=leaning.because, now=note.because or NO_ANSWER))
    return rows


def _of_five(sure: int | None) -> str:
    return NO_ANSWER if sure is None else f"{sure} of 5"


def _still(facts: Facts, note: DecisionNote) -> list[Row]:
    """The root of it, asked twice; nothing to set side by side until it was."""
    reason = getattr(facts.case, "real_reason", None) or RealReason()
    if not note.still:
        return []
    then = Answer(reason.still).label if reason.still else NO_ANSWER
    question = "With nothing else around, would you still want this job?"
    return [Row(question=question, then=then, now=Answer(note.still).label)]


def _since(facts: Facts, leaning: Leaning) -> list[str]:
    begun = leaning.sealed_at.astimezone(facts.case.zone).date()
    lines: list[DiaryLine] = [line for line in facts.case.diary.all() if line.day >= begun]
    felt = ([line.keep for line in lines], [line.leave for line in lines])
    pages = [slug for slug, page in facts.pages.items() if page.saved_at > leaning.sealed_at]
    return what_came_since(
        pages=sum(not slug.startswith(("diary-", "decide", "leaning")) for slug in pages),
        ways=[
            Way(words=capfirst(words), felt=scores)
            for words, scores in zip(keep_or_leave(facts.case.stage), felt, strict=True)
        ],
    )
