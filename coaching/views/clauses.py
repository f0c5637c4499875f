"""Read your papers with us: paste, read what to ask, erase."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.clauses import ClausesForm
from coaching.journey.steps import CLAUSES
from coaching.models import PastedTerms
from coaching.weigh.clause_kinds import CLAUSES as KINDS
from coaching.weigh.clause_kinds import NOT_LOOKED_FOR
from coaching.weigh.clauses import find_all, set_apart, topics
from coaching.weigh.sayings import Says

from .case import CaseView
from .page import PageView
from .read import ReadView
from .telling import Action

ERASED = "The text you pasted is erased."


class ClausesView(PageView):
    form_class = ClausesForm
    template_name = "coaching/clauses.html"
    related = ("pasted_terms",)
    step = CLAUSES

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(has_text=self.is_saved, **kwargs)

    def next_url(self, form: Page) -> str:
        return reverse("coaching:clauses-result", args=[self.case.code])


class ClausesResultView(ReadView):
    """The lines found, each with a question. Read anew each time; nothing but the text is kept."""

    template_name = "coaching/clauses_result.html"
    related = ("pasted_terms",)
    step = CLAUSES
    title = "What to ask about your papers"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.facts.has_finished(CLAUSES.slug):
            return redirect("coaching:clauses", self.case.code)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        finds = find_all(self.case.pasted_terms.words)
        met = {find.clause for find in finds}
        return super().get_context_data(
            topics=topics(finds),
            denied=set_apart(finds, Says.NO),
            explained=set_apart(finds, Says.MEANS),
            missing=[kind for kind in KINDS if kind not in met],
            not_looked_for=NOT_LOOKED_FOR,
            **kwargs,
        )


class EraseClausesView(Action, CaseView):
    """Erases the pasted text alone, also when the case is closed. Harmless a second time."""

    changes_closed = True

    @transaction.atomic
    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        PastedTerms.objects.filter(case=self.case).delete()
        self.case.saved_pages.filter(slug=CLAUSES.slug).forget()
        messages.info(request, ERASED)
        return redirect("coaching:clauses", self.case.code)
