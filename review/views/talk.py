"""What passes between staff and the student, and what staff note for each other."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from coaching.sharing.messages import is_full
from review.answering import send_message, write_note
from review.forms.case import MESSAGE, NOTE, MessageForm, NoteForm, WriteForm
from review.models import MOST_NOTES

from .case import CasePage

ENOUGH = "That is as many as this case takes. Talk to each other instead."


FORMS: dict[str, type[WriteForm]] = {one.kind: one for one in (MessageForm, NoteForm)}


class TalkView(CasePage):
    """Messages and notes in the order they were written, and a form for each."""

    template_name = "review/talk.html"
    part, page, title = "messages", "Messages", "Messages and notes"
    kinds: ClassVar[tuple[str, ...]] = (MESSAGE, NOTE)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        kind = request.POST.get("kind", "")
        if kind not in self.kinds:
            raise Http404
        form = FORMS[kind](request.POST, student=self.student)
        if form.is_valid() and self.is_full(kind):
            form.add_error("words", ENOUGH)
        if not form.is_valid():
            return self.show(form)
        answers = form.cleaned_data
        keep = send_message if kind == MESSAGE else write_note
        keep(self.sharing, self.member, answers["words"], answers["token"], timezone.now())
        return redirect(request.path)

    def is_full(self, kind: str) -> bool:
        if kind == MESSAGE:
            return is_full(self.sharing)
        return self.sharing.staff_notes.count() >= MOST_NOTES

    def show(self, sent: WriteForm | None = None) -> HttpResponse:
        if MESSAGE in self.kinds and self.request.method != "HEAD":
            unread = self.sharing.messages.filter(from_staff=False, read_at=None)
            unread.update(read_at=timezone.now())
        notes = [("note", note) for note in self.sharing.staff_notes.all()]
        lines = [("message", line) for line in self.sharing.messages.all()]
        thread = sorted([*self.own(lines), *notes], key=lambda one: one[1].at)
        fresh = {kind: FORMS[kind](student=self.student) for kind in self.kinds}
        forms = fresh | ({sent.kind: sent} if sent else {})
        context = self.get_context_data(
            form=sent, forms=forms.values(), thread=thread, title=self.title
        )
        return self.render_to_response(context)

    def own(self, lines: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
        return lines


class NotesView(TalkView):
    """The notes alone."""

    part, page, title = "notes", "Notes", "Staff notes"
    kinds = (NOTE,)

    def own(self, lines: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
        return []
