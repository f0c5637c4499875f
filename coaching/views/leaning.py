"""The first leaning: asked once, then closed, then shown beside what the person says now."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.held import take_held
from coaching.forms.base import Page
from coaching.forms.leaning import LeaningForm
from coaching.journey.outcomes import leaning_choices
from coaching.journey.sealed import opened, seal_on, sealed_in
from coaching.journey.steps import LEANING
from coaching.models import Leaning
from coaching.weigh.leaning import Seal

from .page import PageView

SEALED_BEFORE = "You sealed your first leaning before. It stays as it was."


class LeaningView(PageView):
    """Once sealed there is no form, so no error, stale tab or kept text can show the answer."""

    form_class = LeaningForm
    template_name = "coaching/leaning.html"
    related = ("leaning", "decision_note")
    step = LEANING
    title = "Where do you lean right now?"
    privacy = "N"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        leaning = sealed_in(self.facts)
        if leaning is None:
            return super().get(request, *args, **kwargs)
        if take_held(request, request.path):
            messages.info(request, SEALED_BEFORE)
        shown = opened(self.facts)
        context = self.get_context_data(
            form=None,
            title="Your first leaning",
            sealed_on=leaning.sealed_at.astimezone(self.case.zone).date(),
            is_ready=seal_on(self.facts) is Seal.READY,
            shown=shown,
            choice_words=dict(leaning_choices(self.case.stage))[shown.choice] if shown else "",
        )
        return self.render_to_response(context)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if sealed_in(self.facts):
            return redirect(LEANING.url_name, self.case.code)
        return super().post(request, *args, **kwargs)

    def next_url(self, form: Page) -> str:
        return reverse(LEANING.url_name, args=[self.case.code])

    def keep(self, form: Page) -> bool:
        """Once only. Whoever comes second changes nothing, and is not shown what is there."""
        return super().keep(form) or Leaning.objects.filter(case=self.case).exists()
