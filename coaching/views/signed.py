from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.signed import SignedForm
from coaching.journey.steps import SIGNED
from coaching.weigh.terms import questions_for_adviser

from .page import PageView
from .read import ReadView


class SignedView(PageView):
    form_class = SignedForm
    template_name = "coaching/signed.html"
    related = ("signed_terms", "situation")
    step = SIGNED

    def next_url(self, form: Page) -> str:
        return reverse("coaching:signed-result", args=[self.case.code])


class SignedResultView(ReadView):
    """What to ask somebody who knows, in a list to take along."""

    template_name = "coaching/signed_result.html"
    related = ("signed_terms", "situation")
    step = SIGNED
    title = "Questions for a lawyer or adviser"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.facts.has_finished(SIGNED.slug):
            return redirect("coaching:signed", self.case.code)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        terms = self.case.signed_terms
        return super().get_context_data(
            terms=terms,
            questions=questions_for_adviser(terms),
            next_step=self.journey.after(SIGNED),
            **kwargs,
        )
