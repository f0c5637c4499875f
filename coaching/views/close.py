"""The end of a case: close it, open it again, or delete it."""

from functools import cached_property
from http import HTTPStatus
from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.erased import remember
from accounts.held import KEY as HELD
from centres.models import Tally
from coaching.counting.closing import count_in, take_back, take_out
from coaching.deciding import go_ahead
from coaching.forms.base import Page
from coaching.forms.close import CloseForm, DeleteForm
from coaching.journey.desk import refresh_desk
from coaching.journey.facts import Facts
from coaching.journey.gates import untold
from coaching.journey.steps import CLOSE
from coaching.models import Gate, Outcome, Reminders, Sharing
from coaching.reminding.stop import take_back as stop_mail
from coaching.sharing.appointments import tell_who_would_come
from offers.models import Case, ClosedAs, Stage

from .case import CaseView
from .telling import Action, AddsRows


class AlwaysOpen(AddsRows):
    """No gate ever stands before closing or deleting."""

    step = CLOSE
    changes_closed = True
    related: ClassVar[tuple[str, ...]] = ("reminders",)

    def why_shut(self) -> str:
        return ""

    def take_back_mail(self) -> None:
        reminders = getattr(self.case, "reminders", None)
        if reminders:
            stop_mail(reminders)


class CloseView(AlwaysOpen):
    form_class = CloseForm
    template_name = "coaching/close.html"
    title = "Close your case"
    guidance = "close"

    @property
    def about(self) -> Any:
        return untold(self.facts) if self.facts.is_telling else []

    @cached_property
    def sharing(self) -> Sharing | None:
        return self.case.sharings.current().select_related("centre").first()

    def get_form_kwargs(self) -> dict[str, Any]:
        school = self.sharing.centre.name if self.sharing else ""
        decision = self.facts.decision
        has_left = bool(decision and decision.is_out) and not self.case.is_not_accepted
        return super().get_form_kwargs() | {"school": school, "has_left": has_left}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        tallies = Tally.objects.filter(counted__case=self.case).select_related("centre")
        return super().get_context_data(
            untold=self.about,
            why_not=self.why_not_now,
            school=self.sharing.centre if self.sharing else None,
            tally=tallies.first() if self.case.is_closed else None,
            **kwargs,
        )

    @property
    def why_not_now(self) -> str:
        """Closing waits for a decision; deleting waits for nothing."""
        return CLOSE.shut(self.facts)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.why_not_now:
            messages.info(request, self.why_not_now)
            return redirect(request.path)
        return super().post(request, *args, **kwargs)

    @transaction.atomic
    def keep(self, form: Page) -> bool:
        assert isinstance(form, CloseForm)
        self.take_back_mail()
        if form.why_in_words:
            go_ahead(self.case, Gate.UNTOLD, why=form.why_in_words)
        mine = Case.objects.filter(pk=self.case.pk).still_open()
        end = closed_as(self.facts)
        closed = mine.update(closed_as=end, closed_at=timezone.now())
        if closed and self.sharing:
            count_in(self.facts, self.sharing, end, **form.for_the_totals)
        refresh_desk(self.case)
        return True

    def next_url(self, form: Page) -> str:
        return self.request.path


ENDS = {
    (Outcome.KEEP, Stage.NOT_ACCEPTED): ClosedAs.ACCEPTED,
    (Outcome.OUT, Stage.NOT_ACCEPTED): ClosedAs.DECLINED,
    (Outcome.OUT, Stage.STARTED): ClosedAs.RESIGNED,
}
USUAL_ENDS = {
    Outcome.KEEP: ClosedAs.HONORED,
    Outcome.ASK: ClosedAs.RENEGOTIATED,
    Outcome.OUT: ClosedAs.WITHDRAWN,
}


def closed_as(facts: Facts) -> ClosedAs:
    """How the case ended: the decision, which closing waits for, in the words of its stage."""
    assert facts.decision
    outcome = Outcome(facts.decision.outcome)
    return ENDS.get((outcome, Stage(facts.case.stage)), USUAL_ENDS[outcome])


class OpenAgainView(Action, CaseView):
    changes_closed = True

    @transaction.atomic
    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        Case.objects.filter(pk=self.case.pk).update(closed_as="", closed_at=None)
        refresh_desk(self.case)
        take_back(self.case)
        Reminders.objects.filter(case=self.case).update(look_at=timezone.now())
        return redirect("coaching:hub", self.case.code)


class DeleteView(AlwaysOpen):
    """Type the code: the case is gone at once, and with it a guest who has no other."""

    form_class = DeleteForm
    template_name = "coaching/close_delete.html"
    title = "Delete everything"
    guidance = "close"
    back_words = "to closing your case"
    related = (*AlwaysOpen.related, "owner")

    def back_url(self) -> str:
        return reverse("coaching:close", args=[self.case.code])

    @transaction.atomic
    def keep(self, form: Page) -> bool:
        self.take_back_mail()
        mine = Case.objects.filter(pk=self.case.pk)
        tell_who_would_come(mine, timezone.now())
        take_out(mine)
        form.save()
        self.request.session.pop(HELD, None)
        owner = self.case.owner
        if owner.is_guest and not owner.cases.exists():
            logout(self.request)
            owner.delete()
        return True

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().post(request, *args, **kwargs)
        if response.status_code == HTTPStatus.FOUND:
            remember(request, response, [self.case.code])
        return response

    def next_url(self, form: Page) -> str:
        return reverse("coaching:deleted")


@login_not_required
@require_safe
def deleted(request: HttpRequest) -> HttpResponse:
    """Nothing is left to show, so it says so: of one case, or of `all` that was theirs."""
    return render(request, "coaching/deleted.html", {"was_all": "all" in request.GET})
