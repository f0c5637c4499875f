"""Sharing with the career centre: who reads what, how it looks to them, and the end of it."""

from typing import Any

from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property

from accounts import security_log
from accounts.guests import signed_in
from centres.models import Enrolment, Membership, Retention
from coaching.forms.base import Page
from coaching.forms.share import School, ShareForm
from coaching.journey.sections import BASIC_IN_WORDS
from coaching.journey.steps import SOUNDING_BOARD
from coaching.models import Appointment, AppointmentState, Reading, StaffView
from coaching.sharing.consent import has_talk, stop
from coaching.sharing.current import reader
from coaching.sharing.history import history
from coaching.sharing.looks import looks_of
from coaching.sharing.readings import standing

from .case import CaseView
from .page import Settings
from .shared import shared_pages
from .telling import Action

STOPPED = (
    "You stopped sharing. No one at your career center can open your case now. Times that you"
    " agreed on are called off."
)
TALK_OFF = "The time to talk that you agreed on is called off. You can ask for another one."
MOST_ADVISERS = 100
SHOWN = 100  # of the letters that were read, the newest


class ShareView(Settings):
    """Who may read which parts. It needs an account, and a school."""

    form_class = ShareForm
    template_name = "coaching/share.html"
    step = SOUNDING_BOARD
    title = "Share with your career center"
    guidance = slug = "share"
    related = ("owner",)

    @cached_property
    def about(self) -> School | None:
        """Their centre, and what it reads now; None while they have none."""
        enrolment = Enrolment.objects.select_related("centre").filter(user=self.case.owner).first()
        if enrolment is None:
            return None
        centre = enrolment.centre
        is_theirs = self.sharing is not None and self.sharing.centre_id == centre.pk
        return School(
            centre=centre,
            members=list(Membership.objects.active().filter(centre=centre)[:MOST_ADVISERS]),
            sharing=self.sharing if is_theirs else None,
            has_talk=has_talk(self.case, centre),
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.about is None:
            return self.render_to_response(self.get_context_data(form=None))
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.about is None:
            return redirect(request.path)
        form = self.get_form()
        if "look" in request.POST:
            return self.show(form, preview=shared_pages(self.facts, form.chosen_sections))
        self.talks_before = self.talks()
        if form.is_valid() and form.opens_more and is_reauthentication_required(request, app=""):
            raise ReauthenticationRequired  # allauth asks, and then sends the same form again
        return super().post(request, *args, **kwargs)

    def why_shut(self) -> str:
        return ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sharing = self.sharing
        mine = Reading.objects.filter(sharing__case=self.case).defer("words")
        views = StaffView.objects.filter(sharing__case=self.case)
        return super().get_context_data(
            sharing=sharing,
            reader=reader(sharing) if sharing else "",
            school=self.about,
            is_guest=signed_in(self.request).is_guest,
            idle_days=Retention.of(sharing.centre).close_after if sharing else 0,
            basics=[words for _, words in BASIC_IN_WORDS],
            changes=history(self.case),
            looks=looks_of(views, self.case.zone, "name", "page"),
            readings=standing(mine.order_by("-asked_at")[:SHOWN]),
            **kwargs,
        )

    def talks(self) -> int:
        """How many times to talk stand."""
        agreed = Appointment.objects.filter(state=AppointmentState.AGREED)
        return agreed.filter(sharing__case=self.case).count()

    def next_url(self, form: Page) -> str:
        security_log.note("shared", self.request, case=self.case.pk)
        if self.talks() < self.talks_before:
            messages.info(self.request, TALK_OFF)
        return self.request.path


class StopSharingView(Action, CaseView):
    """One press: the next request of staff finds nothing. Harmless twice, and once closed."""

    changes_closed = True

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        stop(self.case)
        security_log.note("sharing ended", request, case=self.case.pk)
        self.case.saved_pages.filter(slug=ShareView.slug).delete()
        messages.info(request, STOPPED)
        return redirect("coaching:share", self.case.code)
