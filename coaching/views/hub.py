from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe
from django.views.generic.base import TemplateView

from accounts.guests import signed_in
from centres.models import Enrolment, Membership
from coaching.journey import gates
from coaching.journey.progress import has_told_all, opens
from coaching.journey.school import too_short
from coaching.sharing.card import card_of
from coaching.sharing.readings import new_answers
from offers.models import Case, OfferKind

from .case import CaseView
from .date_card import date_card
from .important_dates import important_dates
from .school import with_letters


class HubView(CaseView, TemplateView):
    """Your steps: the date, the next task, everything else."""

    template_name = "coaching/hub.html"
    related = ("feeling", "situation", "signed_terms")

    @property
    def may_share(self) -> bool:
        """They have a school. Asked only of those whom the answer says something."""
        user = signed_in(self.request)
        asks = not user.is_guest and self.sharing is None
        return asks and Enrolment.objects.filter(user=user).exists()

    def callout(self) -> dict[str, Any]:
        """At most one thing stands out, the most urgent; what else there is becomes a line."""
        if self.case.is_closed:
            return {}
        short = [] if self.facts.decision else with_letters(too_short(self.facts))
        if self.facts.situation.needs_visa_advice:
            return {"callout": "visa", "short_lines": [one for one, _ in short]}
        lines = [one for one, _ in short[1:]]
        return {"callout": "short" if short else "", "too_short": short[:1], "short_lines": lines}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = self.facts
        groups = list(self.journey.groups())
        return super().get_context_data(
            next=self.journey.next_task,
            done_groups=[group for group in groups if group.is_done],
            groups=[group for group in groups if not group.is_done],
            more=self.journey.more(),
            date_card=date_card(facts),
            dates=important_dates(facts),
            opens=opens(facts),
            **self.callout(),
            was_told=facts.is_leaving and gates.anyone_told(facts),
            sharing=self.sharing,
            desk=card_of(self.sharing) if self.sharing else None,
            new_answers=new_answers(facts) if getattr(self.case, "has_new_answers", False) else (),
            is_enrolled=self.may_share,
            all_know=facts.is_telling and not facts.is_answering and has_told_all(facts),
            **kwargs,
        )


@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """All the person's cases; straight to the one, when there is only one.

    Whoever works at a career centre and has none comes to the desk.
    """
    user = signed_in(request)
    owned = Case.objects.owned_by(user)
    mine = owned.prefetch_related("offers").order_by("-created_at")
    if not mine:
        is_staff = Membership.objects.active().filter(user=user).exists()
        return redirect("review:queue" if is_staff else "coaching:start")
    if len(mine) == 1:
        return redirect("coaching:hub", mine[0].code)
    rows = [(case, first_employer(case)) for case in mine]
    return render(request, "coaching/cases.html", {"rows": rows})


def first_employer(case: Case) -> str:
    """Who is said yes to, or not answered yet; empty while nobody is named."""
    offers = sorted(case.offers.all(), key=lambda offer: offer.kind != OfferKind.ACCEPTED)
    return next((offer.employer for offer in offers if offer.employer), "")
