"""Asking the career centre for a talk, seeing what was agreed, and calling it off."""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic.base import TemplateResponseMixin

from coaching.forms.messages import AppointmentForm
from coaching.guidance import guidance_for
from coaching.models import Appointment, AppointmentState, CalledOff
from coaching.sharing.appointments import call_off
from coaching.sharing.current import reader
from coaching.sharing.mails import tell_the_desk
from coaching.sharing.waiting import set_waiting

from .case import CaseView
from .telling import Action

ASKED = "You asked for an appointment. They answer here."
CANCELLED = "You called it off."
NOBODY = "No one at your career center can read this now. Share your case first."
SHOWN = 20
MOST = 200


class AppointmentView(TemplateResponseMixin, CaseView):
    """One wish at a time; what came of the others stands beneath."""

    template_name = "coaching/appointment.html"

    @cached_property
    def reader(self) -> str:
        return reader(self.sharing) if self.sharing else ""

    @cached_property
    def appointments(self) -> list[Appointment]:
        return list(Appointment.objects.filter(sharing__case=self.case)[:SHOWN])

    @property
    def may_ask(self) -> bool:
        waits = any(one.state == AppointmentState.ASKED for one in self.appointments)
        return bool(self.reader) and not waits

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        held = self.words_held()
        return self.show(AppointmentForm(held) if held else AppointmentForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = AppointmentForm(request.POST)
        if not self.reader:
            messages.info(request, NOBODY)
            return self.show(form)
        if not form.is_valid():
            return self.show(form)
        self.ask(form)
        messages.success(request, ASKED)
        return redirect(request.path)

    def ask(self, form: AppointmentForm) -> None:
        """Once: of two clicks the second finds the first one waiting."""
        assert self.sharing
        if Appointment.objects.filter(sharing=self.sharing).count() >= MOST:
            raise Http404
        try:
            with transaction.atomic():
                Appointment.objects.create(
                    sharing=self.sharing, asked_at=timezone.now(), **form.cleaned_data
                )
                set_waiting(self.sharing)
                tell_the_desk(self.sharing)
        except IntegrityError:
            return

    def show(self, form: AppointmentForm) -> HttpResponse:
        context = self.get_context_data(
            form=form if self.may_ask or form.is_bound else None,
            appointments=self.appointments,
            reader=self.reader,
            sharing=self.sharing,
            guidance=guidance_for("appointment"),
        )
        return self.render_to_response(context)


class CancelAppointmentView(Action, CaseView):
    """Called off by the person; also after sharing has ended. Harmless a second time."""

    changes_closed = True

    @transaction.atomic
    def post(self, request: HttpRequest, code: str, appointment: int) -> HttpResponse:
        mine = Appointment.objects.filter(sharing__case=self.case)
        if not mine.filter(pk=appointment).exists():
            raise Http404
        if call_off(mine.filter(pk=appointment), CalledOff.PERSON, timezone.now()):
            messages.info(request, CANCELLED)
        return redirect("coaching:appointment", code)
