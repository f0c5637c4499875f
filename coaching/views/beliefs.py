"""What you tell yourself: up to five sentences, each tested and put more fairly (S0-10)."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property

from coaching.forms import doubts
from coaching.forms.base import Page
from coaching.guidance import guidance_for
from coaching.journey.steps import WHY
from coaching.models import MOST_BELIEFS, Belief
from coaching.weigh import closer

from .case import CaseView
from .closer import CloserView
from .places import first_free, place_within
from .read import ReadView
from .telling import Action


class BeliefsView(ReadView):
    """Every sentence that was tested, beside its fairer version."""

    template_name = "coaching/beliefs.html"
    step = WHY
    title = closer.BELIEFS.title
    privacy = "N"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.facts.has_finished(WHY.slug):
            return redirect("coaching:why", self.case.code)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = list(self.case.beliefs.all())
        return super().get_context_data(
            rows=rows,
            free=first_free([row.number for row in rows], MOST_BELIEFS),
            guidance=guidance_for(closer.BELIEFS.slug, self.case.stage),
            back_url=reverse("coaching:why-result", args=[self.case.code]),
            back_words="to what you told us",
            **kwargs,
        )


class BeliefView(CloserView):
    """One sentence on a page of its own."""

    form_class = doubts.BeliefForm
    template_name = "coaching/belief.html"
    back_words = "to your list"
    closer = closer.BELIEFS

    @cached_property
    def about(self) -> int:
        return place_within(self.kwargs["number"], MOST_BELIEFS)

    @property
    def slug(self) -> str:
        return f"belief-{self.about}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(title="Test one sentence", number=self.about, **kwargs)

    def back_url(self) -> str:
        return reverse("coaching:beliefs", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        return self.back_url()


class RemoveBeliefView(Action, CaseView):
    """Takes one sentence off the list. Harmless a second time."""

    @transaction.atomic
    def post(self, request: HttpRequest, code: str, number: int) -> HttpResponse:
        Belief.objects.filter(case=self.case, number=number).delete()
        self.case.saved_pages.filter(slug=f"belief-{number}").forget()
        return redirect("coaching:beliefs", self.case.code)
