"""Employers under all their spellings: joined by hand, parted again, with a history."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.views.generic.base import TemplateView
from django.views.generic.edit import FormView

from centres import naming
from centres.models import Employer, EmployerMove, EmployerSpelling
from look.forms import HouseForm
from review.door import Desk
from review.forms.employers import JoinForm, NameForm

from .sure import SureView

LATEST = 50
BOUND = "Something hangs on this name, so it stays. You can join it with another one."
FROM_SUNDAY = "Saved. The totals follow at the next count, on a Sunday."


class NamesView(Desk, TemplateView):
    """Which names look alike, which were joined, and by whom."""

    http_method_names = ["get", "head", "options"]
    template_name = "review/employer_names.html"
    tab = "employers"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        centre = self.member.centre
        moves = EmployerMove.objects.filter(spelling__centre=centre)
        return super().get_context_data(
            employers=centre.employers.counted(),
            alike=naming.may_be_one(centre),
            belonging=naming.may_belong(centre),
            joined=naming.joined(centre),
            moves=moves.select_related("spelling", "was", "now")[:LATEST],
            **kwargs,
        )


class AddNameView(Desk, FormView):
    form_class = NameForm
    template_name = "review/employer_name.html"
    success_url = reverse_lazy("review:employer-names")
    tab = "employers"

    def form_valid(self, form: NameForm) -> HttpResponse:
        Employer.named(self.member.centre, form.cleaned_data["name"])
        return super().form_valid(form)


class JoinView(Desk, FormView):
    form_class = JoinForm
    template_name = "review/employer_join.html"
    success_url = reverse_lazy("review:employer-names")
    tab = "employers"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"employers": self.member.centre.employers.counted()}

    def form_valid(self, form: HouseForm) -> HttpResponse:
        other, into = form.cleaned_data["other"], form.cleaned_data["into"]
        naming.join(other, into, self.member, timezone.now())
        messages.success(self.request, FROM_SUNDAY)
        return super().form_valid(form)


class TakeAlongView(Desk):
    """A name that looks like this employer’s counts for it: another employer, or a spelling."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, employer: int) -> HttpResponse:
        centre = self.member.centre
        into = get_object_or_404(centre.employers, pk=employer)
        other, words = request.POST.get("other", ""), request.POST.get("words", "")
        if other.isdecimal() and len(other) < 19:
            found = get_object_or_404(centre.employers, pk=int(other))
            naming.join(found, into, self.member, timezone.now())
        elif (words, into) in naming.may_belong(centre):
            naming.take_along(words, into, self.member, timezone.now())
        elif not EmployerSpelling.objects.filter(centre=centre, words=words, employer=into):
            raise Http404
        messages.success(request, FROM_SUNDAY)
        return redirect("review:employer-names")


class RemoveNameView(SureView):
    """A mistyped name goes again, once that is asked, while nothing hangs on it."""

    tab = "employers"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.employer = get_object_or_404(self.member.centre.employers, pk=kwargs["employer"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method in ("GET", "HEAD", "POST") and not naming.is_free(self.employer):
            messages.info(request, BOUND)
            return redirect("review:employer", self.employer.pk)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, employer: int) -> HttpResponse:
        if naming.remove(self.employer):
            messages.success(request, f"“{self.employer}” is off the list.")
        return redirect("review:employer-names")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            ask=f"Take “{self.employer}” off the list?",
            means="Nothing hangs on it. You can add it again at any time.",
            does="Take it off",
            back=reverse("review:employer", args=[self.employer.pk]),
            **kwargs,
        )


class PartView(Desk):
    """What was joined counts for itself again. Harmless a second time."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, spelling: int) -> HttpResponse:
        spellings = EmployerSpelling.objects.filter(centre=self.member.centre)
        found = get_object_or_404(spellings, pk=spelling)
        naming.part(found, self.member, timezone.now())
        messages.success(request, FROM_SUNDAY)
        return redirect("review:employer-names")
