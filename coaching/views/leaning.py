"""The first leaning: asked once, then closed, then shown beside what the person says now."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.held import take_held
from coaching.forms.base import Page
from coaching.forms.leaning import LeaningForm
from coaching.journey.facts import Facts
from coaching.journey.outcomes import leaning_choices
from coaching.journey.steps import DECIDE, LEANING
from coaching.models import Leaning
from coaching.weigh.leaning import Seal, seal

from .page import PageView

SEALED_BEFORE = "You sealed your first leaning before. It stays as it was."


def sealed_in(facts: Facts) -> Leaning | None:
    leaning: Leaning | None = getattr(facts.case, "leaning", None)
    return leaning


def seal_on(facts: Facts) -> Seal:
    """Whether the leaning of this case may be read now."""
    note, page = getattr(facts.case, "decision_note", None), facts.pages.get(DECIDE.slug)
    return seal(
        now=facts.now,
        decide_at=facts.date.decide_at if facts.date else None,
        chosen_at=page.saved_at if page and note and note.choice else None,
        has_decided=facts.decision is not None,
    )


def opened(facts: Facts) -> Leaning | None:
    """The leaning, once its seal is open: the one door to it for every page."""
    leaning = sealed_in(facts)
    return leaning if leaning and seal_on(facts) is Seal.OPEN else None


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
