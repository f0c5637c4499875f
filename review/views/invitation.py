"""Where the link of an invitation leads. Whoever has it sees what is missing; it works once."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.generic.base import TemplateView

from accounts.models import User
from centres.inviting import OtherDesk, accept, is_for
from centres.models import Invitation, Membership


@method_decorator(login_not_required, name="dispatch")
class InvitationView(TemplateView):
    http_method_names = ["get", "head", "post", "options"]
    template_name = "review/invitation.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.is_taken_up():
            return redirect("review:queue")
        return self.show()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        invitation, user = self.invitation, request.user
        if not isinstance(user, User) or not is_for(invitation, user):
            return self.show()
        try:
            member = accept(invitation, user, timezone.now())
        except OtherDesk:
            return self.show()
        if member is None:
            return self.show()
        messages.success(request, f"Welcome to {invitation.centre}.")
        return redirect("review:queue")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.invitation: Invitation = get_object_or_404(
            Invitation.objects.select_related("centre"), token=kwargs["token"]
        )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    @cached_property
    def desk(self) -> Membership | None:
        """Where whoever looks at it works now."""
        user = self.request.user
        mine = Membership.objects.active().filter(user_id=user.pk) if user.pk else None
        return mine.first() if mine is not None else None

    def is_taken_up(self) -> bool:
        """So a second click, or the link opened again, leads to the desk."""
        here = self.desk is not None and self.desk.centre_id == self.invitation.centre_id
        return here and self.invitation.accepted_at is not None

    def show(self) -> HttpResponse:
        return self.render_to_response(self.get_context_data(state=self.state()))

    def state(self) -> str:
        """What stands between this person and the desk; "open" when nothing does."""
        user = self.request.user
        if not Invitation.objects.usable(timezone.now()).filter(pk=self.invitation.pk).exists():
            return "ended"
        if not isinstance(user, User) or user.is_guest:
            return "signed-out"
        if not is_for(self.invitation, user):
            return "other-address"
        return "other-desk" if self.desk else "open"
