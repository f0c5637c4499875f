"""The doors of the staff desk: who works at a centre, and which cases are shared with them.

Both are asked on every request. Whoever is not of the staff meets a page that is not there.
"""

from functools import partial
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib import messages
from django.db.models import Q
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.views.generic.base import ContextMixin, View

from accounts import second_step
from accounts.guests import signed_in
from accounts.held import take_held, written
from accounts.models import User
from centres.models import Membership
from coaching.models import Sharing, StaffView
from coaching.views.page import KEPT
from review.queue import in_the_menu


def find_member(user: User) -> Membership:
    """Where this person works now, or 404."""
    member = Membership.objects.active().select_related("centre").filter(user=user).first()
    if member is None:
        raise Http404
    return member


def find_sharing(member: Membership, code: str) -> Sharing:
    """The case with this code as it is shared with this member now, or 404."""
    shared = Sharing.objects.open_to(member).filter(case__code=code).with_switches()
    found = shared.select_related("case__owner", "centre", "adviser__user").first()
    if found is None:
        raise Http404
    return found


def was_open_to(member: Membership, code: str) -> bool:
    """Whether this member could once open it."""
    theirs = Q(team_may_read=True) | Q(adviser=member)
    return Sharing.objects.filter(theirs, case__code=code, centre=member.centre_id).exists()


class Desk(ContextMixin, View):
    """A page of the staff desk. `tab` is its place in the menu; leads alone open `leads_only`.

    A session without a second step is led to one before anything is looked up.
    """

    http_method_names = ["get", "head", "post", "options"]
    tab = ""
    leads_only = False
    member: Membership

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        user = signed_in(request)
        self.member = find_member(user)
        second_step.require(request, user)
        if self.leads_only and not self.member.is_lead:
            raise Http404

    def of_the_desk(self) -> dict[str, Any]:
        """What each page of the desk says, whatever it is about."""
        return {
            "member": self.member,
            "centre": self.member.centre,
            "zone": self.member.centre.zone,
            "tab": self.tab,
            "in_queue": partial(in_the_menu, self.member),  # asked where the menu is shown
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_context_data(**self.of_the_desk() | kwargs)
        if self.request.method == "GET" and "form" in found:
            fill_again(self.request, found["form"])
        return found


def fill_again(request: HttpRequest, form: BaseForm) -> None:
    """Put what was typed here as a session ended back into the form. What the page sends along
    by itself, such as its version, is of now."""
    held = take_held(request, request.path)
    if held is None:
        return
    messages.info(request, KEPT)
    for name, field in form.fields.items():
        if not field.widget.is_hidden:
            typed = field.widget.value_from_datadict(held, MultiValueDict(), form.add_prefix(name))
            form.initial[name] = typed


class CaseDesk(Desk):
    """A page about one case that was shared. That it was read is written down for the person."""

    tab = "queue"
    # What is said to whoever wrote about something that is not there any more.
    gone = ("This is no longer shared", "The student changed what they share, or with whom.")
    page = ""  # as the person reads it in the list of who opened what

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        try:
            self.sharing = find_sharing(self.member, kwargs["shared"])
        except Http404:
            if was_open_to(self.member, kwargs["shared"]):
                self.hand_back()
            raise

    def hand_back(self) -> None:
        """What this was written about went meanwhile: its words are not lost."""
        if self.request.method == "POST":
            page = self.of_the_desk() | {"texts": written(self.request), "gone": self.gone}
            raise ImmediateHttpResponse(
                render(self.request, "review/no_longer_shared.html", page, status=404)
            )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        # A form that comes back with its errors shows the case, too.
        if self.page and request.method in ("GET", "POST") and response.status_code == 200:
            self.note_the_look()
        return response

    def note_the_look(self) -> None:
        StaffView.objects.create(
            sharing=self.sharing,
            member=self.member,
            name=self.member.name,
            page=self.page,
            at=timezone.now(),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"sharing": self.sharing} | kwargs)
