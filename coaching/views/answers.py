"""The whole case as questions and answers, in the order of the journey: to print, and to share.

What was asked stands in the forms alone, so they are asked for it: each page that was saved is made
once more, and read instead of shown. What no form holds (dates, what was told) is in `record`.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, singledispatch
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.urls import URLPattern, URLResolver, get_resolver

from coaching.forms.ask import OneAsk
from coaching.forms.flags import OneJob
from coaching.forms.loop import OnePerson
from coaching.forms.must_haves import OneNeed
from coaching.forms.rate import Rated
from coaching.forms.read_back import Answer, read_back
from coaching.journey.facts import Facts
from coaching.journey.gates import why_telling_is_shut
from coaching.journey.step import Step
from coaching.journey.steps import STEPS, TELL
from coaching.models import CHECK_IN_DAYS, FurtherLetter, Letter, Position, SafeLetter, Topic
from coaching.weigh.papers import Paper
from coaching.weigh.points import title_of
from coaching.weigh.questions import BY_NAME, Question
from coaching.weigh.ties import Tie
from coaching.weigh.ways import Way
from offers.models import Case, Contact, Offer

from .date import DateView
from .diary import DiaryView
from .further_letters import OneFurtherLetter
from .leaning import LeaningView
from .log import CorrectView
from .page import PageView, Settings
from .safe_letters import OneSafeLetter
from .telling import AddsRows

# Their answers are rows, or sealed: `record` says them. Or they are no answers but settings.
NOT_READ_FROM_FORMS = (AddsRows, CorrectView, DateView, DiaryView, LeaningView, Settings)
HIGHEST_NUMBER = 12
PRIVATE = "N"
MARKS = ("B", "O", PRIVATE)


@dataclass(frozen=True, kw_only=True)
class Answered:
    """One page of the journey with at least one answer. `about` sets it apart from its likes.

    `privacy` is the mark of its page: N, O or B.
    """

    step: Step
    title: str
    answers: tuple[Answer, ...]
    privacy: str
    about: str = ""

    @property
    def is_private(self) -> bool:
        return self.privacy == PRIVATE


def in_order(pages: Iterable[Answered]) -> list[Answered]:
    """As the journey leads through them; within a step as they were found."""
    return sorted(pages, key=lambda page: STEPS.index(page.step))


def from_forms(
    facts: Facts, only: Collection[Step] = STEPS, marks: Collection[str] = MARKS
) -> Iterator[Answered]:
    """Every saved page of these steps and marks: what it asks and what they said, even if long ago.

    But for telling: no page says that somebody goes before they have decided so (S1-13).
    """
    seen: set[str] = set()
    is_silent = bool(why_telling_is_shut(facts))
    for view in _saved(facts, only, marks):
        if view.slug in seen or (is_silent and view.step is TELL):
            continue
        seen.add(view.slug)
        answers = tuple(read_back(view.get_form(), facts))
        if answers:
            yield Answered(
                step=view.step,
                title=_title(view),
                about="" if view.slug == "you" else _about(view.about, view),
                answers=answers,
                privacy=view.privacy,
            )


def _saved(facts: Facts, only: Collection[Step], marks: Collection[str]) -> Iterator[PageView]:
    request = HttpRequest()
    request.method = "GET"
    request.user = facts.case.owner
    for view_class, part in pages_with_questions():
        if view_class.step not in only or view_class.privacy not in marks:
            continue
        for value in _candidates(part, view_class, facts):
            view = view_class()
            view.request, view.args = request, ()
            view.kwargs = {"code": facts.case.code} | ({part: value} if part else {})
            view.case = facts.case
            view.facts = facts
            if _is_saved(view):
                yield view


def _is_saved(view: PageView) -> bool:
    """It was saved, and what it is about is still there."""
    try:
        is_saved = view.slug in view.facts.pages
        if is_saved:
            view.about  # noqa: B018 – 404 where it is gone
    except Http404:
        return False
    return is_saved


@cache
def pages_with_questions() -> tuple[tuple[type[PageView], str], ...]:
    """Each page with questions about one case, and what its address names within the case."""
    found = []
    for entry, parts in _beneath(get_resolver("coaching.urls"), ()):
        view_class: type = getattr(entry.callback, "view_class", object)
        if not issubclass(view_class, PageView) or "code" not in parts:
            continue
        if not issubclass(view_class, NOT_READ_FROM_FORMS):
            found.append((view_class, next((part for part in parts if part != "code"), "")))
    return tuple(found)


def _beneath(
    resolver: URLResolver, parts: tuple[str, ...]
) -> Iterator[tuple[URLPattern, tuple[str, ...]]]:
    for entry in resolver.url_patterns:
        here = (*parts, *entry.pattern.converters)
        if isinstance(entry, URLResolver):
            yield from _beneath(entry, here)
        else:
            yield entry, here


def _candidates(part: str, view_class: type[PageView], facts: Facts) -> Iterable[Any]:
    """Everything that an address may name here; what is not there is not found."""
    people = [contact.key for contact in facts.people]
    named: dict[str, Iterable[Any]] = {
        "": ("",),
        "number": range(1, HIGHEST_NUMBER + 1),
        "name": BY_NAME,
        "topic": Topic.values,
        "position": Position.values,
        "paper": (paper.name for paper in facts.papers),
        "option": (way.key for way in facts.options),
        "key": (*people, *(bridge.circle for bridge in facts.bridges if bridge.circle)),
        "who": (contact.pk for contact in facts.to_tell),
        "which": _letters(view_class, facts.case),
        "days": CHECK_IN_DAYS,
    }
    return named[part]


def _letters(view_class: type[PageView], case: Case) -> Iterator[int]:
    """The ids of the one table that these pages are about: in another, they mean another letter."""
    letters: QuerySet[Letter] | QuerySet[SafeLetter] | QuerySet[FurtherLetter]
    if issubclass(view_class, OneFurtherLetter):
        letters = case.further_letters.all()
    elif issubclass(view_class, OneSafeLetter):
        letters = case.safe_letters.all()
    else:
        letters = case.letters.all()
    return (letter.pk for letter in letters)


# What a page is called


def _title(view: PageView) -> str:
    """The heading of its page: its own, or that of what it asks about."""
    own = view.title or getattr(getattr(view, "closer", None), "title", "")
    if not own and isinstance(view.about, Question | Paper | OneJob):
        own = view.about.title
    return own or view.step.at(view.case.stage).title


@singledispatch
def _about(about: object, view: PageView) -> str:
    return ""


@_about.register(Offer)
@_about.register(Contact)
def _itself(about: object, view: PageView) -> str:
    return str(about)


@_about.register(OneAsk)
@_about.register(OneJob)
@_about.register(SafeLetter)
def _its_offer(about: Any, view: PageView) -> str:
    return str(about.offer)


@_about.register(OnePerson)
@_about.register(Letter)
def _its_person(about: Any, view: PageView) -> str:
    return str(about.contact)


@_about.register
def _its_need(about: OneNeed, view: PageView) -> str:
    return about.row.words


@_about.register
def _its_topic(about: Rated, view: PageView) -> str:
    return str(about.criterion or about.topic.label)


@_about.register
def _its_way(about: Way, view: PageView) -> str:
    return about.title


@_about.register
def _its_tie(about: Tie, view: PageView) -> str:
    return about.name


@_about.register
def _its_position(about: Position, view: PageView) -> str:
    return title_of(about, view.case.stage)
