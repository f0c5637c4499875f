"""The team: everybody sees it, leads look after it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic.edit import FormView

from centres import team
from centres.inviting import invite, withdraw
from centres.models import Invitation, Membership
from centres.small_numbers import roughly
from look.forms import HouseForm
from review import handing_over
from review.door import Desk
from review.forms.team import HandOverForm, InviteForm, RemoveForm, RoleForm

LAST_LEAD = "{name} is the only lead. Make somebody else a lead first."


class TeamView(Desk, FormView):
    """Who works here. Leads also see who is invited, and invite."""

    template_name = "review/team.html"
    form_class = InviteForm
    tab = "team"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"member": self.member}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.member.is_lead:
            raise Http404
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: InviteForm) -> HttpResponse:
        asked = form.cleaned_data
        now = timezone.now()
        invite(self.member.centre, asked["email"], asked["name"], asked["role"], now, self.member)
        messages.success(self.request, "The invitation is on its way.")
        return redirect("review:team")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        now = timezone.now()
        context = {
            "members": Membership.objects.active().filter(centre=self.member.centre),
            "invited": self.member.centre.invitations.usable(now),
        }
        return super().get_context_data(**context | kwargs)


class WithdrawView(Desk):
    """Take an invitation back."""

    http_method_names = ["post", "options"]
    leads_only = True

    def post(self, request: HttpRequest, invited: int) -> HttpResponse:
        withdraw(
            get_object_or_404(Invitation, pk=invited, centre=self.member.centre), timezone.now()
        )
        messages.info(request, "The invitation is withdrawn. Its link opens nothing.")
        return redirect("review:team")


class OneMember(Desk, FormView):
    """A page of leads about one member of their own team."""

    leads_only = True
    tab = "team"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        members = Membership.objects.active().filter(centre=self.member.centre)
        self.colleague: Membership = get_object_or_404(members, pk=kwargs["member"])

    def get_success_url(self) -> str:
        return reverse("review:team")

    def refuse(self, form: HouseForm) -> HttpResponse:
        form.add_error(None, LAST_LEAD.format(name=self.colleague.name))
        return self.form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        alone = handing_over.bound(self.colleague).count()
        context = {
            "colleague": self.colleague,
            "movable": handing_over.movable(self.colleague).count(),
            "bound": roughly(alone) if alone else "",
        }
        return super().get_context_data(**context | kwargs)


class MemberView(OneMember):
    """Their role; from here one hands over their cases, or removes them."""

    template_name = "review/member.html"
    form_class = RoleForm

    def get_initial(self) -> dict[str, Any]:
        return {"role": self.colleague.role}

    def form_valid(self, form: RoleForm) -> HttpResponse:
        try:
            team.change_role(self.colleague, form.cleaned_data["role"])
        except team.LastLead:
            return self.refuse(form)
        messages.success(self.request, f"The role of {self.colleague.name} is saved.")
        return super().form_valid(form)


class HandOverView(OneMember):
    """Cases that the whole team may read move at once."""

    template_name = "review/hand_over.html"
    form_class = HandOverForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"member": self.colleague}

    def form_valid(self, form: HandOverForm) -> HttpResponse:
        moved = handing_over.hand_over(self.colleague, form.taker, self.member, timezone.now())
        messages.success(self.request, f"Cases handed over: {moved}.")
        return super().form_valid(form)


class RemoveView(OneMember):
    """Their next request finds no desk."""

    template_name = "review/remove.html"
    form_class = RemoveForm

    def get_form_kwargs(self) -> dict[str, Any]:
        has_cases = handing_over.movable(self.colleague).exists()
        return super().get_form_kwargs() | {"member": self.colleague, "has_cases": has_cases}

    def form_valid(self, form: RemoveForm) -> HttpResponse:
        try:
            handing_over.remove(self.colleague, form.taker, self.member, timezone.now())
        except team.LastLead:
            return self.refuse(form)
        messages.success(self.request, f"{self.colleague.name} is no longer on the team.")
        left = self.colleague == self.member
        return redirect("accounts:home" if left else "review:team")
