from functools import cached_property
from hashlib import sha256
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.must_haves import MustHaveForm, MustHavesForm, OneNeed
from coaching.guidance import guidance_for
from coaching.journey.facts import Facts
from coaching.journey.steps import ASK, MUST_HAVES
from coaching.weigh.needs import to_ask, to_change

from .page import PageView
from .read import ReadView

NO_JOB = "Add a job first. Then you can say if it gives you this."


def next_to_ask(facts: Facts, after: int = 0) -> int | None:
    """The next need, by its number, that some job has no answer to; None when all have."""
    return next(
        (row.number for row in facts.needs if row.number > after and not row.is_answered), None
    )


class NeedsPage(PageView):
    """Leads on to the next open need, and then to the table."""

    step = MUST_HAVES

    @property
    def after(self) -> int:
        """The need that this page is about; 0 for the page that names them."""
        return 0

    def next_url(self, form: Page) -> str:
        number = next_to_ask(self.facts, self.after)
        if number is None:
            return reverse("coaching:must-haves-result", args=[self.case.code])
        return reverse("coaching:must-have", args=[self.case.code, number])


class MustHavesView(NeedsPage):
    form_class = MustHavesForm


class MustHaveView(NeedsPage):
    """One need on a screen of its own."""

    form_class = MustHaveForm
    template_name = "coaching/must_have.html"
    title = "Does each job give you this?"

    def why_shut(self) -> str:
        return super().why_shut() or ("" if self.facts.jobs else NO_JOB)

    @cached_property
    def about(self) -> OneNeed:
        row = get_object_or_404(self.case.must_haves, number=self.after)
        return OneNeed(row=row, jobs=self.facts.jobs)

    @property
    def after(self) -> int:
        return self.kwargs["number"]

    @property
    def slug(self) -> str:
        """Made of its words: another need in the same place is a page not saved yet."""
        return f"must-have-{sha256(self.about.row.words.encode()).hexdigest()[:12]}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(need=self.about.row, **kwargs)

    back_words = "to your list"

    def back_url(self) -> str:
        return reverse("coaching:must-haves", args=[self.case.code])


class MustHavesResultView(ReadView):
    """Every need beside every job; what to ask them, and words to ask for a change."""

    template_name = "coaching/must_haves_result.html"
    step = MUST_HAVES
    title = "Your must-haves, job by job"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        table = self.facts.needs
        return super().get_context_data(
            guidance=guidance_for("must-haves-result"),
            needs=table,
            to_ask=to_ask(table),
            to_change=to_change(table, self.facts.asked),
            may_ask=ASK in self.journey,
            next_step=self.journey.after(MUST_HAVES),
            **kwargs,
        )
