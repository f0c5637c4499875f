"""The case on one page: what is shared, and nothing else. For the person, and for their adviser."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import Truncator

from coaching.journey.facts import Facts
from coaching.letters.on_paper import on_paper
from coaching.letters.pdf import LetterBusy, LetterFailed, print_page
from coaching.models import Appointment, AppointmentState, Section, Sharing
from coaching.sharing.current import named_adviser, open_sections
from coaching.weigh.needs import needs, to_ask
from coaching.weigh.terms import questions_for_adviser
from look.dates import day, moment

from .answers import Answered
from .case import CaseView
from .important_dates import ImportantDate, important_dates
from .paper import BUSY, FAILED, paper_of, pdf_file
from .shared import SharedPart, shared_pages

FILE = "case-summary.pdf"
SHARE_FIRST = "Share your case first. The page holds what is shared, and nothing else."
LONGEST = 150  # characters of one answer
MOST_QUESTIONS = 6
# How many lines each part may have: the most that fits one page is taken.
LINES = (40, 16, 10, 7, 5, 3, 2, 1)


@dataclass(frozen=True, kw_only=True)
class Line:
    what: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """What stands under one heading, and how much of it there was no room for."""

    title: str
    lines: tuple[Line, ...]
    left_out: int = 0

    def cut(self, most: int) -> "Part":
        """The same with so many lines at most."""
        return replace(self, lines=self.lines[:most], left_out=max(len(self.lines) - most, 0))


def summary_pdf(facts: Facts, sharing: Sharing) -> HttpResponse:
    """The file of a sharing that `current_sharing` found. Raises LetterBusy and LetterFailed."""
    sections = open_sections(sharing)
    parts = [_part(one) for one in shared_pages(facts, sections)]
    today = facts.local_now.date()
    about = {
        "who": sharing.shown_name,
        "programme": sharing.programme,
        "whom": ", ".join(filter(None, (named_adviser(sharing), sharing.centre.name))),
        "today": f"{day(today)}, {today.year}",
        "wish": _wish(sharing),
        "dates": [_said(one) for one in _dates(facts, sections)],
        "questions": _questions(facts, sections),
    }
    return pdf_file(_on_one_page(about, parts, paper_of(facts)), FILE)


def _on_one_page(about: Mapping[str, object], parts: list[Part], paper: str) -> bytes:
    """With as many lines as fit. A thousand answers of one line each are cut like the rest."""
    for most in LINES:
        cut = [part.cut(most) for part in parts]
        html = on_paper("summary.html", title="Case summary", parts=cut, **about)
        printed = print_page(html.replace("<html ", '<html class="tight" ', 1), paper)
        if printed.pages == 1:
            break
    return printed.pdf


def _part(shared: SharedPart) -> Part:
    lines = tuple(line for page in shared.pages for line in _lines(page))
    return Part(title=shared.title, lines=lines)


def _lines(page: Answered) -> Iterator[Line]:
    about = f"{page.about}: " if page.about else ""
    for answer in page.answers:
        words = " ".join(answer.words.split())
        yield Line(what=f"{about}{answer.question}", words=Truncator(words).chars(LONGEST))


def _dates(facts: Facts, sections: set[str]) -> list[ImportantDate]:
    """Those of the basic facts; what the papers say only while the papers are shared."""
    return important_dates(facts, with_papers=Section.PAPERS in sections)


def _said(date: ImportantDate) -> Line:
    return Line(what=date.what, words=date.when)


def _questions(facts: Facts, sections: set[str]) -> list[str]:
    """What is open in what is shared."""
    found: list[str] = []
    if Section.WEIGHING in sections:
        found += [
            f"{one.offer}: {one.words}" for one in to_ask(needs(facts.must_haves, facts.jobs))
        ]
    if Section.PAPERS in sections and facts.signed_terms:
        found += questions_for_adviser(facts.signed_terms, facts.papers)
    return found[:MOST_QUESTIONS]


def _wish(sharing: Sharing) -> str:
    """What they want to talk about, and when it was agreed."""
    open_ones = Appointment.objects.filter(sharing=sharing)
    talk = open_ones.exclude(state=AppointmentState.CANCELLED).first()
    if talk is None:
        return ""
    agreed = moment(talk.agreed_for, sharing.centre.zone) if talk.agreed_for else ""
    return ". ".join(filter(None, (agreed, " ".join(talk.about.split()))))


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
