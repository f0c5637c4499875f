"""A page of one step with nothing to answer on it."""

from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic.base import TemplateResponseMixin

from coaching.journey.journey import section_of
from coaching.journey.not_yet import why_not_a_step
from coaching.journey.step import Step

from .case import CaseView


class ReadView(TemplateResponseMixin, CaseView):
    """Shows what was answered. Open whenever its step is one of the person's own."""

    http_method_names = ["get", "head", "options"]
    step: ClassVar[Step]
    title: ClassVar[str] = ""
    privacy: ClassVar[str] = "O"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.step.applies(self.facts):
            messages.info(request, why_not_a_step(self.step, self.facts))
            return redirect("coaching:hub", self.case.code)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "step": self.step,
            "section": section_of(self.step),
            "title": self.title or self.step.at(self.case.stage).title,
            "privacy_mark": self.privacy,
            "guidance": self.advice_on(self.step.slug),
            "back_url": reverse("coaching:hub", args=[self.case.code]),
            "back_words": "to your steps",
        }
        return super().get_context_data(**context | kwargs)
