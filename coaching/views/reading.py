"""Asking the career centre to read a letter, and what to do with what they say."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic.base import TemplateView, View

from coaching.letters.paper import paragraphs
from coaching.models import FAMILIES, NoteState, ParagraphNote, Reading, Verdict
from coaching.sharing.current import open_sections, reader
from coaching.sharing.readable import why_not_now
from coaching.sharing.readings import (
    AnyLetter,
    ask_to_read,
    family_of,
    is_as_asked,
    keep_own,
    letter_of,
    mark_seen,
    place_of,
    sheet_of,
    take_back,
    use_words,
    waits_for_nobody,
)

from .case import CaseView
from .further_letters import RELATED, OneFurtherLetter
from .one_letter import OneLetter
from .safe_letters import OneSafeLetter
from .telling import Action

ASKED = "They can read this letter now. What they say comes back here."
BEING_READ = (
    "They are reading version {number} already. To ask with newer words, take it back first."
)
TAKEN_BACK = "You took it back. They can’t read this letter any more."
NOT_WAITING = "This letter does not wait to be read."
ENOUGH = "This letter was read often enough here. Ask for an appointment instead."
TURN_ON = "Turn on “{section}” first. Then they can read this letter."
USED = "Those words are in your letter now."
KEPT = "Your own words stay."


# Asking


class AskToRead(CaseView, View):
    """Send the words as they stand to those who read along, or take them back.

    Either is harmless a second time.
    """

    letter: Any
    sheet: Any

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "back" in request.POST:
            messages.info(request, TAKEN_BACK if take_back(self.letter) else NOT_WAITING)
            page = f"coaching:{family_of(self.letter).replace('_', '-')}"
            return redirect(page, self.case.code, self.letter.pk)
        if self.sharing is None or not reader(self.sharing):
            return redirect("coaching:share", self.case.code)
        section = FAMILIES[family_of(self.letter)]
        if section not in open_sections(self.sharing):
            messages.info(request, TURN_ON.format(section=section.label))
            return redirect("coaching:share", self.case.code)
        reading = ask_to_read(self.sharing, self.letter, self.sheet)
        if reading is None:
            messages.info(request, ENOUGH)
            return redirect("coaching:appointment", self.case.code)
        if is_as_asked(reading, self.sheet):
            messages.success(request, ASKED)
        else:
            messages.info(request, BEING_READ.format(number=reading.number))
        return redirect("coaching:reading", self.case.code, reading.pk)


class AskToReadLetter(Action, AskToRead, OneLetter):
    pass


class AskToReadSafeLetter(Action, AskToRead, OneSafeLetter):
    pass


class AskToReadFurtherLetter(Action, AskToRead, OneFurtherLetter):
    pass


# What they said


@dataclass(frozen=True, kw_only=True)
class Said:
    """One note beside the paragraph it is about, and whether that still stands as it was."""

    note: ParagraphNote
    stands: bool


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    words: str
    said: tuple[Said, ...]


class OneReading(CaseView):
    """A letter as it was read. Its gate is the letter’s: before a decision, safe ones only."""

    related = tuple(dict.fromkeys((*RELATED, *OneLetter.related, *OneSafeLetter.related)))

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        mine = Reading.objects.filter(sharing__case=self.case)
        found = (
            mine.select_related("sharing__adviser__user", *FAMILIES)
            .filter(pk=kwargs["reading"])
            .first()
        )
        if found is None:
            raise Http404
        self.reading = found

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        reason = why_not_now(self.reading, self.facts)
        if reason:
            messages.info(request, reason)
            return redirect("coaching:hub", self.case.code)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def letter(self) -> AnyLetter:
        """The letter it is about, with the rows that its words follow from."""
        letter: Any = letter_of(self.reading)
        if hasattr(letter, "offer_id"):
            letter.offer = next(one for one in self.facts.offers if one.pk == letter.offer_id)
        if hasattr(letter, "contact_id"):
            people = (one for one in self.facts.contacts if one.pk == letter.contact_id)
            letter.contact = next(people)
        return letter


class ReadingView(OneReading, TemplateView):
    """Paragraph by paragraph: what they say, and words to take over or leave."""

    http_method_names = ["get", "head", "options"]
    template_name = "coaching/reading.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = self.reading.family.replace("_", "-")
        context = {
            "reading": self.reading,  # in the address it is only its number
            "is_answered": self.reading.verdict != Verdict.WAITING,
            "no_one_reads": waits_for_nobody(self.reading),
            "is_as_asked": is_as_asked(self.reading, sheet_of(self.letter, self.facts)),
            "ask_url": reverse(f"coaching:{page}-read", args=[self.case.code, self.letter.pk]),
            "is_good": self.reading.verdict == Verdict.GOOD,
            "paragraphs": list(self.paragraphs()),
            "letter_url": reverse(f"coaching:{page}", args=[self.case.code, self.letter.pk]),
            "words_url": reverse(f"coaching:{page}-words", args=[self.case.code, self.letter.pk]),
        }
        return super().get_context_data(**kwargs | context)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Notes are shown once the whole letter was read."""
        now = paragraphs(sheet_of(self.letter, self.facts).body)
        is_answered = self.reading.verdict != Verdict.WAITING
        notes = list(self.reading.notes.all()) if is_answered else []
        for place, words in enumerate(paragraphs(self.reading.words)):
            yield Paragraph(
                words=words,
                said=tuple(
                    Said(note=note, stands=place_of(note, now) is not None)
                    for note in notes
                    if note.place == place
                ),
            )


class SeenView(Action, OneReading):
    """To what they said, which is new no more: since opening a page by itself changes nothing."""

    changes_closed = True

    def post(self, request: HttpRequest, code: str, reading: int) -> HttpResponse:
        mark_seen(self.reading)
        return redirect("coaching:reading", code, reading)


class NoteView(Action, OneReading):
    """“Use these words”, or “Keep mine”. The first answer to a note counts."""

    def post(self, request: HttpRequest, code: str, reading: int, note: int) -> HttpResponse:
        notes = ParagraphNote.objects.filter(reading=self.reading, pk=note)
        found = notes.exclude(suggestion="").first()
        if found is None or self.reading.verdict == Verdict.WAITING:
            raise Http404
        found.reading = self.reading
        setattr(self.reading, self.reading.family, self.letter)
        mark_seen(self.reading)
        if found.state == NoteState.OPEN:
            self.settle(found)
        return redirect("coaching:reading", code, reading)

    def settle(self, note: ParagraphNote) -> None:
        if "use" not in self.request.POST:
            keep_own(note)
            messages.info(self.request, KEPT)
            return
        reason = use_words(note, self.facts)
        if reason:
            messages.error(self.request, reason)
        else:
            messages.success(self.request, USED)
