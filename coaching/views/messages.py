"""What the person and their career centre write to each other."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic.base import TemplateResponseMixin

from coaching.forms.messages import MessageForm
from coaching.guidance import guidance_for
from coaching.models import MOST_MESSAGES, Message
from coaching.sharing.current import reader
from coaching.sharing.messages import is_full, mark_read, write_message

from .case import CaseView
from .telling import Action

SENT = "Your message is there for them to read."
ENOUGH = "That is as many messages as this page takes. Ask for an appointment instead."
NOBODY = "No one at your career center can read this now. Share your case first."


class MessagesView(TemplateResponseMixin, CaseView):
    """Old messages stay here to read. A new one needs somebody who reads it."""

    template_name = "coaching/messages.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        held = self.words_held()
        return self.show(MessageForm(held) if held else MessageForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = MessageForm(request.POST)
        if not self.reader:
            messages.info(request, NOBODY)
            return self.show(form)
        assert self.sharing
        if form.is_valid() and is_full(self.sharing):
            form.add_error("words", ENOUGH)
        if not form.is_valid():
            return self.show(form)
        write_message(self.sharing, form.cleaned_data["words"], form.cleaned_data["token"])
        messages.success(request, SENT)
        return redirect(request.path)

    @property
    def reader(self) -> str:
        """Who reads a new message; empty when nobody does."""
        return reader(self.sharing) if self.sharing else ""

    def is_old(self, line: Message) -> bool:
        """Nobody who reads now can open it."""
        return self.sharing is None or line.sharing_id != self.sharing.pk

    def show(self, form: MessageForm) -> HttpResponse:
        mine = Message.objects.filter(sharing__case=self.case).order_by("-at", "-pk")
        lines = list(mine[:MOST_MESSAGES])[::-1]
        new = [line.pk for line in lines if line.from_staff and line.read_at is None]
        context = self.get_context_data(
            lines=lines,
            sharing=self.sharing,
            has_old=bool(self.reader) and any(self.is_old(line) for line in lines),
            newest=max(new, default=None),
            form=form if self.reader or form.is_bound else None,
            reader=self.reader,
            guidance=guidance_for("messages"),
        )
        return self.render_to_response(context)


class MessagesReadView(Action, CaseView):
    """“I have read these”: since opening a page changes nothing. Harmless a second time."""

    changes_closed = True

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        up_to = request.POST.get("up_to", "")
        if up_to.isdecimal() and len(up_to) < 16:
            mark_read(self.case, int(up_to))
        return redirect("coaching:messages", code)
