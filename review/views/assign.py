"""Taking a case, and handing it over."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from centres.models import Membership
from review.assigning import assign
from review.forms.case import AssignForm

from .case import CasePage

NOT_YOURS_TO_GIVE = "This case is shared with you alone. Only the student can name another adviser."
TAKEN = "The case is yours."
GIVEN = "The case is with {}."
MEANWHILE = "{} took it meanwhile. You can take it over from them."
BACK = "The case is back in the queue."


class AssignView(CasePage):
    """One question: who helps with this case? The overview’s button answers it with “me”, where
    nobody has the case; from a colleague it is taken over here alone, with `?take`."""

    template_name = "review/assign.html"
    part = "overview"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method in ("GET", "HEAD", "POST") and not self.sharing.team_may_read:
            messages.info(request, NOT_YOURS_TO_GIVE)
            return redirect("review:case", self.sharing.case.code)
        return super().dispatch(request, *args, **kwargs)

    def form(self, **kwargs: Any) -> AssignForm:
        team = Membership.objects.active().filter(centre=self.member.centre_id)
        return AssignForm(member=self.member, team=team, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        who = self.member.pk if "take" in request.GET else self.sharing.adviser_id
        return self.show(self.form(initial={"who": who}))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(data=request.POST)
        if not form.is_valid():
            return self.show(form)
        free, now = "free" in request.POST, timezone.now()
        if assign(self.sharing, form.chosen, self.member, now, from_nobody=free):
            messages.success(request, self.said(form.chosen))
        elif free and self.sharing.adviser not in (None, self.member):
            messages.info(request, MEANWHILE.format(self.sharing.adviser))
        return redirect("review:case", self.sharing.case.code)

    def said(self, to: Membership | None) -> str:
        if to is None:
            return BACK
        return TAKEN if to == self.member else GIVEN.format(to.name)

    def show(self, form: AssignForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form))
