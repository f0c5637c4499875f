"""The case on one page: what is shared, and nothing else. For the person, and for their adviser."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import Truncator

from coaching.forms.read_back import Answer
from coaching.journey.facts import Facts
from coaching.letters.on_paper import on_paper
from coaching.letters.pdf import LetterBusy, LetterFailed, print_page
from coaching.models import Appointment, AppointmentState, Section, Sharing
from coaching.sharing.current import named_adviser, open_sections
from coaching.weigh.needs import needs, to_ask
from coaching.weigh.terms import questions_for_adviser
from look.dates import full_day, full_moment

from .answers import Answered
from .case import CaseView
from .important_dates import ImportantDate, important_dates
from .paper import BUSY, FAILED, paper_of, pdf_file
from .shared import SharedPart, shared_pages

FILE = "case-summary.pdf"
SHARE_FIRST = "Share your case first. The page holds what is shared, and nothing else."
MOST_QUESTIONS, MOST_DATES = 5, 8
LONGEST_QUESTION, LONGEST_WISH, LONGEST_HEADING = 110, 300, 80


@dataclass(frozen=True, kw_only=True)
class Fit:
    """Type, characters of one line and lines of one part; and of the basic facts at least so much.

    Who, where and when comes before all the rest.
    """

    size: str
    longest: int
    most: int
    basic: tuple[int, int] = (200, 10)


# The first that fits one page is taken; the last one fits whatever was written.
FITS = (
    Fit(size="", longest=999, most=40),
    Fit(size="tight", longest=999, most=40),
    Fit(size="brief", longest=999, most=40),
    Fit(size="brief", longest=400, most=14),
    Fit(size="brief", longest=160, most=6),
    Fit(size="brief", longest=70, most=3),
    Fit(size="brief", longest=60, most=2, basic=(120, 8)),
    Fit(size="brief", longest=40, most=1, basic=(40, 8)),
)


@dataclass(frozen=True, kw_only=True)
class Line:
    what: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """What stands under one heading, and how much of it there was no room for."""

    title: str
    is_basic: bool
    lines: tuple[Line, ...]
    left_out: int = 0

    def cut(self, fit: Fit) -> "Part":
        """The same with so many characters in a line, and so many lines."""
        longest, most = fit.longest, fit.most
        if self.is_basic:
            longest, most = max(longest, fit.basic[0]), max(most, fit.basic[1])
        lines = tuple(
            replace(line, words=Truncator(line.words).chars(longest)) for line in self.lines[:most]
        )
        return replace(self, lines=lines, left_out=max(len(self.lines) - most, 0))


def summary_pdf(facts: Facts, sharing: Sharing) -> HttpResponse:
    """The file of a sharing that `current_sharing` found. Raises LetterBusy and LetterFailed."""
    sections = open_sections(sharing)
    parts = [_part(one) for one in shared_pages(facts, sections)]
    about = {
        "who": sharing.shown_name,
        "programme": sharing.programme,
        "whom": ", ".join(filter(None, (named_adviser(sharing), sharing.centre.name))),
        "today": full_day(facts.local_now.date()),
        "wish": _wish(sharing),
        "dates": [_said(one) for one in important_dates(facts, sharing)[:MOST_DATES]],
        "questions": _questions(facts, sections),
    }
    return pdf_file(_on_one_page(about, parts, paper_of(facts)), FILE)


def _on_one_page(about: Mapping[str, object], parts: list[Part], paper: str) -> bytes:
    """With as much of each answer as fits."""
    for fit in FITS:
        cut = [part.cut(fit) for part in parts]
        html = on_paper("summary.html", title="Case summary", size=fit.size, parts=cut, **about)
        printed = print_page(html, paper)
        if printed.pages == 1:
            break
    return printed.pdf


def _part(shared: SharedPart) -> Part:
    lines = tuple(_line(page) for page in shared.pages)
    return Part(title=shared.title, is_basic=shared.section is None, lines=lines)


def _line(page: Answered) -> Line:
    """All that one page asked and heard."""
    title = f"{page.about}: {page.title}" if page.about else page.title
    what = _ended(Truncator(title).chars(LONGEST_HEADING))
    return Line(what=what, words=" · ".join(_answer(one, page.title) for one in page.answers))


def _answer(answer: Answer, title: str) -> str:
    """With its question, unless the line begins with that already."""
    words = _flat(answer.words)
    return words if answer.question == title else f"{_ended(answer.question, ':')} {words}"


def _ended(words: str, mark: str = ".") -> str:
    return words if words.endswith(("?", ":", "…", ".")) else f"{words}{mark}"


def _flat(words: str) -> str:
    return " ".join(words.split())


def _said(date: ImportantDate) -> Line:
    return Line(what=date.when, words=date.what)


def _questions(facts: Facts, sections: set[str]) -> list[str]:
    """What is open in what is shared."""
    found: list[str] = []
    if Section.WEIGHING in sections:
        found += [f"{one.offer}: {one.words}" for one in to_ask(needs(facts.case, facts.jobs))]
    if Section.PAPERS in sections and facts.signed_terms:
        found += questions_for_adviser(facts.signed_terms, facts.papers)
    return [Truncator(one).chars(LONGEST_QUESTION) for one in found[:MOST_QUESTIONS]]


def _wish(sharing: Sharing) -> str:
    """What they want to talk about, and when it was agreed."""
    open_ones = Appointment.objects.filter(sharing=sharing)
    talk = open_ones.exclude(state=AppointmentState.CANCELLED).first()
    if talk is None:
        return ""
    agreed = full_moment(talk.agreed_for, sharing.centre.zone) if talk.agreed_for else ""
    words = Truncator(_flat(talk.about)).chars(LONGEST_WISH)
    return ". ".join(filter(None, (agreed, words)))


class SummaryView(CaseView):
    """share/summary.pdf: what staff could read at this moment, on one page."""

    http_method_names = ["get", "head", "options"]
    related = ("signed_terms", "situation")

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if self.sharing is None:
            messages.info(request, SHARE_FIRST)
            return redirect("coaching:share", self.case.code)
        try:
            return summary_pdf(self.facts, self.sharing)
        except LetterBusy:
            messages.error(request, BUSY)
        except LetterFailed:
            messages.error(request, FAILED)
        return redirect("coaching:share", self.case.code)
