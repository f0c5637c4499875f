"""The way round: who to tell, in which order, and the page at its end."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.generic.base import TemplateView

from coaching.guidance import guidance_for
from coaching.journey.gates import has_been_told, untold, why_not_resigning_yet
from coaching.journey.missing import missing
from coaching.models import Happened
from coaching.telling.answers import stops_of_answers
from coaching.telling.order import add_school, asked_of, elapsed, first_untold, in_order, stops
from coaching.telling.record import record, token_from
from coaching.telling.standing import standing

from .telling import Action, TellingView

TELL_FIRST = "Write down how you told them first."


class TellView(TellingView, TemplateView):
    """Tell people, in this order."""

    template_name = "coaching/tell.html"
    related = (*TellingView.related, "notice")

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        """Put the career center on the list, when the answers came to need it only later."""
        add_school(self.case)
        return self.to("tell")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = self.facts
        assert facts.decision  # the gate
        return super().get_context_data(
            stops=stops_of_answers(facts) if facts.is_answering else stops(facts),
            decided=elapsed(facts.decision.decided_at, facts.now),
            is_done=not (untold(facts) or missing(facts)),
            first=first_untold(facts),
            not_signed=why_not_resigning_yet(facts),
            guidance=guidance_for("tell", self.case.stage),
            back_url=reverse("coaching:hub", args=[self.case.code]),
            back_words="to your steps",
            **kwargs,
        )


class RepliedView(Action, TellingView):
    """They wrote or called back."""

    def post(self, request: HttpRequest, code: str, who: int) -> HttpResponse:
        if has_been_told(self.contact):
            record(self.contact, Happened.REPLIED, token_from(request.POST.get("token", "")))
        else:
            messages.info(request, TELL_FIRST)
        return self.to("tell")


class ToldView(TellingView, TemplateView):
    """Everyone knows. It opens when nobody is left to tell."""

    template_name = "coaching/tell_done.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        left = len(untold(self.facts)) + len(missing(self.facts))
        if left:
            messages.info(request, still_to_tell(left))
            return self.to("tell")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        people = in_order(self.facts)
        return super().get_context_data(
            people=[(person, standing(person)) for person in people],
            asked=asked_of(people),
            guidance=guidance_for("tell-done", self.case.stage),
            **kwargs,
        )


def still_to_tell(left: int) -> str:
    return "One person still does not know." if left == 1 else f"{left} people still do not know."
