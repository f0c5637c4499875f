"""Letters to read: what students asked for, oldest first; and one of them, version by version.

Staff comment and suggest. Nothing here sends a letter, or writes into one.
"""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic.base import TemplateView
from django.views.generic.edit import FormView

from coaching.journey.facts import Facts
from coaching.letters.paper import paragraphs
from coaching.letters.pdf import LetterBusy, LetterFailed, to_pdf
from coaching.models import FAMILIES, Reading, Sharing, Verdict
from coaching.sharing.readable import readable, why_not_now
from coaching.sharing.readings import add_note, answer, sheet_as_read
from coaching.views.paper import BUSY, pdf_file
from coaching.views.summary import summary_pdf
from review.comparing import side_by_side
from review.door import CaseDesk, Desk
from review.forms.letters import NoteForm
from review.replies import note_first_reply

from .sure import SureView

PAGE = 50
SAVED = "Your note is saved. They read it once you say how the letter is."
ENOUGH = "That is as many notes as one letter takes."
ANSWERED = "They can read what you say now."
TOO_LATE = "This letter was answered already. They may ask again."
GONE = (
    "This version waits no more",
    "The student took it back, asked with newer words, or shares it no longer. Or somebody here"
    " answered it first.",
)
VERDICTS = {"good": Verdict.GOOD, "changes": Verdict.CHANGES}
ASKS = {Verdict.GOOD: "Good to send", Verdict.CHANGES: "Suggest changes"}
MEANS = {
    Verdict.GOOD: "They are told, and may send it at once. This cannot be taken back.",
    Verdict.CHANGES: "They are told, and read your notes. You can add none after that.",
}


class LettersView(Desk, TemplateView):
    """What waits to be read, oldest first."""

    http_method_names = ["get", "head", "options"]
    template_name = "review/letters.html"
    tab = "letters"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        waiting = readable(Sharing.objects.open_to(self.member)).filter(verdict=Verdict.WAITING)
        rows = waiting.select_related("sharing__case", "sharing__adviser")[: PAGE + 1]
        found = list(rows)
        return super().get_context_data(rows=found[:PAGE], has_more=len(found) > PAGE, **kwargs)


class OneReading(CaseDesk):
    """A letter that is shared now; else 404, as for one that the student may not write yet."""

    tab = "letters"
    gone = GONE

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        shared = readable(Sharing.objects.filter(pk=self.sharing.pk))
        found = shared.select_related(*FAMILIES).filter(pk=kwargs["reading"]).first()
        if found is None or why_not_now(found, Facts(self.sharing.case)):
            self.hand_back()
            raise Http404
        found.sharing = self.sharing
        self.reading = found

    @property
    def waits(self) -> bool:
        return self.reading.verdict == Verdict.WAITING

    @property
    def own_url(self) -> str:
        return reverse("review:letter", args=[self.sharing.case.code, self.reading.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # In the address it is only its number.
        context = {"reading": self.reading, "waits": self.waits, "own_url": self.own_url}
        return super().get_context_data(**kwargs | context)


class ReadingView(OneReading, TemplateView):
    """This version beside the one before it, with what was said of each paragraph."""

    http_method_names = ["get", "head", "options"]
    template_name = "review/letter.html"
    page = "A letter you asked them to read"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        before = self.before
        rows = side_by_side(
            paragraphs(before.words) if before else (), paragraphs(self.reading.words)
        )
        notes = list(self.reading.notes.all())
        return super().get_context_data(
            before=before,
            rows=[(row, [note for note in notes if note.place == row.place]) for row in rows],
            is_first=not self.earlier.exists(),
            **kwargs,
        )

    @property
    def before(self) -> Reading | None:
        """The version of this letter that was read before it, by those who read now."""
        return self.earlier.filter(sharing=self.sharing).order_by("-number").first()

    @property
    def earlier(self) -> QuerySet[Reading]:
        """All that was read of this letter before, by whomever."""
        family = self.reading.family
        same = {family: getattr(self.reading, f"{family}_id")}
        return Reading.objects.filter(number__lt=self.reading.number, **same)


class NoteView(OneReading, FormView):
    """Say something about one paragraph, while the letter waits."""

    template_name = "review/letter_note.html"
    form_class = NoteForm
    page = "A letter you asked them to read"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        found = paragraphs(self.reading.words)
        if kwargs["place"] >= len(found):
            raise Http404
        self.paragraph = found[kwargs["place"]]

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"paragraph": self.paragraph}

    def form_valid(self, form: NoteForm) -> HttpResponse:
        said = form.cleaned_data
        try:
            is_kept = add_note(self.reading, self.member, self.kwargs["place"], **said)
        except Reading.DoesNotExist:
            self.hand_back()
            raise Http404 from None
        if is_kept:
            messages.success(self.request, SAVED)
        else:
            messages.info(self.request, ENOUGH)
        return redirect(self.own_url)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(paragraph=self.paragraph, **kwargs)


class VerdictView(OneReading, SureView):
    """“Good to send”, or “Suggest changes”, once that is asked. The student alone can send."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        verdict = VERDICTS.get(request.GET.get("verdict", ""))
        if verdict is None or not self.waits:
            return redirect(self.own_url)
        does = ASKS[verdict]
        context = {"ask": f"{does}?", "means": MEANS[verdict], "does": does, "back": self.own_url}
        return self.render_to_response(
            self.get_context_data(sent=("verdict", verdict.value), **context)
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        verdict = VERDICTS.get(request.POST.get("verdict", ""))
        if verdict is None:  # neither button was pressed
            return redirect(self.own_url)
        if answer(self.reading, self.member, verdict):
            note_first_reply(self.sharing, timezone.now())
            messages.success(request, ANSWERED)
        elif not Reading.objects.filter(pk=self.reading.pk, verdict=verdict).exists():
            messages.info(request, TOO_LATE)
        return redirect(self.own_url)


class PdfView(OneReading):
    """This version on paper, without how to reach the student: that is theirs to send."""

    http_method_names = ["get", "head", "options"]
    page = "The PDF of a letter you asked them to read"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            pdf = to_pdf(sheet_as_read(self.reading, Facts(self.sharing.case)))
        except (LetterBusy, LetterFailed):
            messages.error(request, BUSY)
            return redirect(self.own_url)
        return pdf_file(pdf, f"letter-version-{self.reading.number}.pdf")


class SummaryView(CaseDesk):
    """The case on one page: what is shared, and nothing else."""

    http_method_names = ["get", "head", "options"]
    page = "Your case on one page"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return summary_pdf(Facts(self.sharing.case), self.sharing)
        except (LetterBusy, LetterFailed):
            messages.error(request, BUSY)
        return redirect("review:queue")
