"""What passes between staff and the student, and what staff note for each other."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from coaching.sharing.messages import is_full
from review.answering import send_message, write_note
from review.forms.case import MESSAGE, NOTE, WriteForm
from review.models import MOST_NOTES

from .case import CasePage

ENOUGH = "That is as many as this case takes. Talk to each other instead."


class TalkView(CasePage):
    """Messages and notes in the order they were written, and a form for the next one."""

    template_name = "review/talk.html"
    part, page, title = "messages", "Messages", "Messages and notes"
    kind: ClassVar[str] = MESSAGE

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "GET":
            unread = self.sharing.messages.filter(from_staff=False, read_at=None)
            unread.update(read_at=timezone.now())
        return self.show(WriteForm(student=self.student, initial={"kind": self.kind}))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = WriteForm(request.POST, student=self.student)
        if form.is_valid() and self.is_full(form.cleaned_data["kind"]):
            form.add_error("words", ENOUGH)
        if not form.is_valid():
            return self.show(form)
        answers = form.cleaned_data
        keep = send_message if answers["kind"] == MESSAGE else write_note
        keep(self.sharing, self.member, answers["words"], answers["token"], timezone.now())
        return redirect(request.path)

    def is_full(self, kind: str) -> bool:
        if kind == MESSAGE:
            return is_full(self.sharing)
        return self.sharing.staff_notes.count() >= MOST_NOTES

    def show(self, form: WriteForm) -> HttpResponse:
        notes = [("note", note) for note in self.sharing.staff_notes.all()]
        lines = [("message", line) for line in self.sharing.messages.all()]
        thread = sorted([*self.own(lines), *notes], key=lambda one: one[1].at)
        context = self.get_context_data(form=form, thread=thread, title=self.title)
        return self.render_to_response(context)

    def own(self, lines: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
        return lines


class NotesView(TalkView):
    """The notes alone; what is written here is one unless they say otherwise."""

    part, page, title = "notes", "Notes", "Staff notes"
    kind = NOTE

    def own(self, lines: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
        return []
