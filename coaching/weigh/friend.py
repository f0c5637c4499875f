"""The person’s own facts, told back as a friend’s (S1-22). Pure: a fact not given is not spoken of.

“They” takes the same verbs as “you”, so what is known about the person needs few changes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from offers.models import Answer, Stage
from offers.money import format_money

from .reasons import WORDS, in_a_row

MANY = ("One", "Another", "A third", "A fourth")
ORDER = ("The first", "The second", "The third", "The fourth")


@dataclass(frozen=True, kw_only=True)
class Job:
    """One offer. `a_year` is its base pay; `ends_in` and `starts_in` count days from today."""

    title: str = ""
    a_year: Decimal | None = None
    currency: str = ""
    is_guess: bool = False
    is_in_writing: bool | None = None
    ends_in: int | None = None
    starts_in: int | None = None


@dataclass(frozen=True, kw_only=True)
class Story:
    """What the person told us. `first` is the job said yes to; none before a yes."""

    stage: str
    first: Job | None = None
    others: tuple[Job, ...] = ()
    has_current: bool = False
    has_interview: bool = False
    has_nothing: bool = False
    signed: bool = False
    paid: bool = False
    visa: bool = False
    referred: bool = False
    quit_other: bool = False
    reasons: tuple[str, ...] = ()
    still: str = ""


def retell(story: Story) -> list[str]:
    """Up to three paragraphs: the job, what else there is, the doubt."""
    begin = _not_accepted if story.stage == Stage.NOT_ACCEPTED else _accepted
    parts = (begin(story), _what_else(story), _doubt(story))
    return [paragraph for part in parts if (paragraph := " ".join(part))]


def _accepted(story: Story) -> Iterator[str]:
    job = story.first or Job()
    if story.stage == Stage.STARTED:
        yield f"A friend has started a job{_as(job)}."
        yield from _began(job.starts_in)
    else:
        yield f"A friend said yes to a job{_as(job)}."
        yield from _begins(job.starts_in)
    yield from _bound(story)
    if story.quit_other:
        yield "They quit another job for this one."


def _not_accepted(story: Story) -> Iterator[str]:
    if len(story.others) > 1:
        yield f"A friend has {len(story.others)} offers and has not said yes to any."
        first, *rest = story.others
        yield from _about(f"{ORDER[0]}{_as(first, ',')}", first, None)
        for name, job in zip(ORDER[1:], rest, strict=False):
            yield from _about(f"{name}{_as(job, ',')}", job, first, than=" than the first")
    else:
        job = next(iter(story.others), Job())
        yield f"A friend has an offer for a job{_as(job)} and has not said yes yet."
        yield from _about("It", job, None)
    yield from _bound(story)


def _bound(story: Story) -> Iterator[str]:
    if story.signed:
        yield "They have signed a contract."
    if story.paid:
        yield "They have been paid some money already."
    if story.visa:
        yield "Their visa or work permit depends on the job."
    if story.referred:
        yield "Someone they know put in a word for them."


def _what_else(story: Story) -> Iterator[str]:
    """Beside the job said yes to; before a yes the offers were told of already."""
    others = () if story.stage == Stage.NOT_ACCEPTED else story.others
    if len(others) == 1:
        yield f"They have another offer{_as(others[0], ',', '')}."
        yield from _about("It", others[0], story.first)
    elif others:
        yield f"They have {len(others)} other offers."
        for name, job in zip(MANY, others, strict=False):
            yield from _about(f"{name}{_as(job, ',')}", job, story.first)
    if story.has_interview:
        yield "They are still in interviews somewhere else."
    if story.has_current:
        yield "They still have the job they had before."
    elif story.has_nothing and not (story.others or story.has_interview):
        yield "They have nothing else lined up."


def _about(name: str, job: Job, first: Job | None, than: str = "") -> Iterator[str]:
    """One sentence about an offer, where there is something to say."""
    clauses = [clause for clause in (_pays(job, first, than), _written(job), _ends(job)) if clause]
    if clauses:
        yield f"{name} {in_a_row(clauses)}."


def _pays(job: Job, first: Job | None, than: str) -> str:
    """Against the first job; only in the same money, since no rate is ours to choose."""
    if job.a_year is None or first is None or first.a_year is None:
        return ""
    if job.currency != first.currency:
        return ""
    more = job.a_year - first.a_year
    about = "about " if job.is_guess or first.is_guess else ""
    if not more:
        return f"pays {about}the same"
    amount = format_money(abs(more), job.currency)
    return f"pays {about}{amount} {'more' if more > 0 else 'less'} a year{than}"


def _written(job: Job) -> str:
    if job.is_in_writing is None:
        return ""
    return "is in writing" if job.is_in_writing else "is not in writing yet"


def _ends(job: Job) -> str:
    if job.ends_in is None:
        return ""
    return f"ends {_in_days(job.ends_in)}" if job.ends_in >= 0 else "may have ended by now"


def _begins(days: int | None) -> Iterator[str]:
    if days is not None and days >= 0:
        yield f"They start {_in_days(days)}."


def _began(days: int | None) -> Iterator[str]:
    if days == 0:
        yield "Today is their first day."
    elif days == -1:
        yield "They started yesterday."
    elif days is not None and days < 0:
        yield f"They started {-days} days ago."


def _in_days(days: int) -> str:
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def _doubt(story: Story) -> Iterator[str]:
    doubt = "They are not sure" if story.stage == Stage.NOT_ACCEPTED else "Now they doubt it"
    first, *others = [of_them(WORDS[name]) for name in story.reasons] or [""]
    yield f"{doubt}, because of {first}." if first else f"{doubt}."
    # One a sentence: some are long, and nobody reads a row of them.
    for begins, reason in zip(("They also speak of", "And of"), others, strict=False):
        yield f"{begins} {reason}."
    if story.still == Answer.UNKNOWN:
        yield "With nothing else around, they do not know if they would want it."
    elif story.still:
        want = "would still want" if story.still == Answer.YES else "would not want"
        yield f"With nothing else around, they {want} it."


def of_them(words: str) -> str:
    """Words said to “you”, said of somebody else."""
    return re.sub(r"\byou\b", "they", re.sub(r"\byour\b", "their", words))


def _as(job: Job, comma: str = "", after: str | None = None) -> str:
    """ " as “Nurse”"; between commas within a sentence. In quotes, so that no article is needed."""
    if not job.title:
        return ""
    return f"{comma} as “{job.title}”{comma if after is None else after}"
