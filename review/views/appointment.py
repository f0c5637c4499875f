"""The student asks to talk; staff agree to a time and a place, or call it off again."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from coaching.models import Appointment, AppointmentState
from review.answering import agree, call_off_agreed
from review.door import CaseDesk
from review.forms.case import AgreeForm

from .case import CasePage

AGREED = "Agreed. They read it on their page."
CALLED_OFF = "Called off. They get a mail, and can ask for another time."
NOT_OPEN = "Nobody waits for a time any more."


class AppointmentView(CasePage):
    template_name = "review/appointment.html"
    part, page = "appointment", "Time to talk"

    @cached_property
    def asked(self) -> Appointment | None:
        return self.sharing.appointments.filter(state=AppointmentState.ASKED).first()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show(AgreeForm(zone=self.member.centre.zone) if self.asked else None)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.asked is None:
            messages.info(request, NOT_OPEN)
            return redirect(request.path)
        form = AgreeForm(request.POST, zone=self.member.centre.zone)
        if not form.is_valid():
            return self.show(form)
        assert form.moment
        place, now = form.cleaned_data["place"], timezone.now()
        is_agreed = agree(self.asked, self.member, form.moment, place, now)
        messages.info(request, AGREED if is_agreed else NOT_OPEN)
        return redirect(request.path)

    def show(self, form: AgreeForm | None) -> HttpResponse:
        agreed = self.sharing.appointments.filter(state=AppointmentState.AGREED)
        context = self.get_context_data(
            form=form, asked=self.asked, agreed=agreed.select_related("member")
        )
        return self.render_to_response(context)


class CallOffView(CaseDesk):
    """An agreed time is called off by staff. Harmless a second time."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, shared: str, appointment: int) -> HttpResponse:
        agreed = get_object_or_404(self.sharing.appointments, pk=appointment)
        if call_off_agreed(agreed, self.member, timezone.now()):
            messages.success(request, CALLED_OFF)
        return redirect("review:appointment", shared)
