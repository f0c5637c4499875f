from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.why import WhyForm
from coaching.journey.step import Step
from coaching.journey.steps import QUESTIONS, STEPS, WHY
from coaching.weigh.reasons import mirror

from .page import PageView
from .read import ReadView


class WhyView(PageView):
    form_class = WhyForm
    related = ("real_reason",)
    step = WHY
    privacy = "N"

    def next_url(self, form: Page) -> str:
        return reverse("coaching:why-result", args=[self.case.code])


class WhyResultView(ReadView):
    """Says the reasons back, and one thing to do next."""

    template_name = "coaching/why_result.html"
    related = ("real_reason", "feeling")
    step = WHY
    title = "What you told us"
    privacy = "N"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.facts.has_finished(WHY.slug):
            return redirect("coaching:why", self.case.code)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reason = self.case.real_reason
        feeling = getattr(self.case, "feeling", None)
        said_back = mirror(
            reason.chosen, reason.still, feels_guilty=feeling is not None and feeling.pull_guilt
        )
        return super().get_context_data(
            mirror=said_back, task=self.open_step(said_back.suggestion.task), **kwargs
        )

    def open_step(self, slug: str) -> Step:
        """The step to go to; the questions where that one is not theirs."""
        step = next(step for step in STEPS if step.slug == slug)
        return step if step.applies(self.facts) else QUESTIONS
