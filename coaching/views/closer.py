"""A closer look at the doubt: a few small pages, each leading back to what was said."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from coaching.forms import doubts
from coaching.forms.base import Page
from coaching.guidance import guidance_for
from coaching.journey.steps import WHY
from coaching.weigh import closer
from coaching.weigh.closer import Closer
from coaching.weigh.manager_questions import MANAGER_QUESTIONS

from .page import PageView
from .read import ReadView

REASON_FIRST = "Find the real reason first. Then you can look closer."


class CloserView(PageView):
    """One page about the doubt. It opens once there is a reason to look at."""

    back_words = "to what you told us"
    step = WHY
    privacy = "N"
    closer: ClassVar[Closer]

    @property
    def slug(self) -> str:
        return self.closer.slug

    def why_shut(self) -> str:
        return super().why_shut() or ("" if self.facts.has_finished(WHY.slug) else REASON_FIRST)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = {
            "title": self.closer.title,
            "guidance": guidance_for(self.closer.slug, self.case.stage),
        }
        return super().get_context_data(**words | kwargs)

    def back_url(self) -> str:
        return reverse("coaching:why-result", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        return f"{self.back_url()}#closer"


class LaterOfferView(CloserView):
    form_class = doubts.LaterOfferForm
    related = ("later_offer",)
    closer = closer.LATER_OFFER


class CounterOfferView(CloserView):
    form_class = doubts.CounterOfferForm
    related = ("counter_offer",)
    closer = closer.COUNTER_OFFER


class PleasingView(CloserView):
    form_class = doubts.PleasingForm
    related = ("pleasing",)
    closer = closer.PLEASING


class PressureView(CloserView):
    form_class = doubts.PressureForm
    related = ("pressure",)
    closer = closer.PRESSURE


class FirstDaysView(CloserView):
    form_class = doubts.FirstDaysForm
    related = ("first_days",)
    closer = closer.FIRST_DAYS

    def next_url(self, form: Page) -> str:
        return reverse("coaching:first-days-result", args=[self.case.code])


class FirstDaysResultView(ReadView):
    """The plan, and questions for the manager to copy."""

    template_name = "coaching/first_days_result.html"
    related = ("first_days",)
    step = WHY
    title = "Your first 90 days: the plan"
    privacy = "N"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.facts.has_finished(closer.FIRST_DAYS.slug):
            return redirect("coaching:first-days", self.case.code)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plan = self.case.first_days
        return super().get_context_data(
            guidance=guidance_for(closer.FIRST_DAYS.slug, self.case.stage),
            plan=plan,
            questions=[*plan.own_questions, *MANAGER_QUESTIONS],
            **kwargs,
        )
