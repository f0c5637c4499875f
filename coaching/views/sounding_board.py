"""People you trust: up to six, how each helps, and what they said (S0-24, S1-10)."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property

from coaching.forms import doubts
from coaching.forms.base import Page
from coaching.journey.steps import SOUNDING_BOARD
from coaching.models import MOST_TRUSTED, Trusted

from .case import CaseView
from .page import PageView
from .places import first_free, place_within
from .read import ReadView
from .telling import Action


class SoundingBoardView(ReadView):
    """The people the reader trusts, what they said, and a line to ask them with."""

    template_name = "coaching/sounding_board.html"
    step = SOUNDING_BOARD
    privacy = "N"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = list(self.case.trusted.all())
        free = first_free([row.number for row in rows], MOST_TRUSTED)
        return super().get_context_data(rows=rows, free=free, **kwargs)


class TrustedView(PageView):
    """One of these people."""

    form_class = doubts.TrustedForm
    template_name = "coaching/trusted.html"
    title = "Someone you trust"
    back_words = "to your people"
    step = SOUNDING_BOARD
    privacy = "N"

    @cached_property
    def about(self) -> int:
        return place_within(self.kwargs["number"], MOST_TRUSTED)

    @property
    def slug(self) -> str:
        return f"trusted-{self.about}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(number=self.about, **kwargs)

    def back_url(self) -> str:
        return reverse("coaching:sounding-board", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        return self.back_url()


class RemoveTrustedView(Action, CaseView):
    """Takes one person off the list, with what they said. Harmless a second time."""

    @transaction.atomic
    def post(self, request: HttpRequest, code: str, number: int) -> HttpResponse:
        Trusted.objects.filter(case=self.case, number=number).delete()
        self.case.saved_pages.filter(slug=f"trusted-{number}").forget()
        return redirect("coaching:sounding-board", self.case.code)
