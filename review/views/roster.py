"""The list of students: a lead sends a file, looks at what it says, and takes it over."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic.edit import FormView

from accounts import security_log
from centres import rosters
from centres.models import Centre, ListState, Roster, new_join_code
from centres.tasks import import_rosters
from review.door import Desk
from review.forms.roster import RosterFileForm, TakeOverForm
from review.uploads import TakesAFile

from .sure import SureView

SHOWN = 10
DIES = "“{}” opens nothing then, wherever it is printed. Who joined already stays."
ONE_AT_A_TIME = "Another list is being taken over. Wait until it is done."


class RosterView(TakesAFile, Desk, FormView):
    """The list of now, how far the next one is, and a place for a file."""

    template_name = "review/roster.html"
    form_class = RosterFileForm
    leads_only = True
    tab = "roster"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"upload": self.upload}

    def form_valid(self, form: RosterFileForm) -> HttpResponse:
        if form.found.wrong:
            return self.render_to_response(self.get_context_data(form=form, found=form.found))
        roster = rosters.keep(self.member.centre, self.member, form.found.rows, timezone.now())
        return redirect("review:roster-check", roster.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        now = rosters.current(self.member.centre)
        context = {
            "current": now,
            "students": now.students.filter(is_gone=False).count() if now else 0,
            "under_way": rosters.under_way(self.member.centre),
        }
        return super().get_context_data(**context | kwargs)


class NewCodeView(SureView):
    """Another join code in place of the one on the page. A second click is too late."""

    leads_only = True
    tab = "roster"

    def post(self, request: HttpRequest) -> HttpResponse:
        mine = Centre.objects.filter(pk=self.member.centre_id)
        if mine.filter(join_code=request.POST.get("now")).update(join_code=new_join_code()):
            security_log.note("join code changed", request)
            messages.success(request, "This is the new code. The one before opens nothing now.")
        return redirect("review:roster")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        now = self.member.centre.join_code
        return super().get_context_data(
            ask="Make a new join code?",
            means=DIES.format(now) if now else "There is none so far.",
            does="Make a new one",
            sent=("now", now),
            back=reverse("review:roster"),
            **kwargs,
        )


class RosterCheckView(Desk, FormView):
    """What the file would change, before it changes anything."""

    template_name = "review/roster_check.html"
    form_class = TakeOverForm
    leads_only = True
    tab = "roster"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.roster: Roster = get_object_or_404(self.member.centre.rosters, pk=kwargs["roster"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if self.roster.state != ListState.CHECKED:  # the second click
            return redirect("review:roster")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: TakeOverForm) -> HttpResponse:
        if rosters.take_over(self.roster, form.cleaned_data["missing"]):
            # A queue that is down is no reason to fail here: the minute’s round finds the list.
            transaction.on_commit(import_rosters.enqueue, robust=True)
            security_log.note("list taken over", self.request, rows=self.roster.total)
            messages.success(self.request, "The list is being taken over.")
        else:
            messages.info(self.request, ONE_AT_A_TIME)
        return redirect("review:roster")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"roster": self.roster, "first": self.roster.rows[:SHOWN]}
        return super().get_context_data(**context | kwargs)
