"""Check what you signed: the list of screens, one screen, and what to take to an adviser."""

from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.signed import PaperForm
from coaching.journey.steps import SIGNED
from coaching.jurisdictions import card_near
from coaching.models import SignedTerms
from coaching.weigh.clauses import Topic, find_all, topics
from coaching.weigh.papers import Paper, next_open, said
from coaching.weigh.terms import matters, questions_for_adviser
from offers.models import Answer

from .page import PageView
from .read import ReadView


class SignedView(ReadView):
    """Every screen, and how far the person has come."""

    template_name = "coaching/signed.html"
    related = ("signed_terms", "situation")
    step = SIGNED

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = [(paper, paper.slug in self.facts.pages) for paper in self.facts.papers]
        first = next((paper for paper, is_saved in rows if not is_saved), None)
        return super().get_context_data(rows=rows, first=first, **kwargs)


class PaperView(PageView):
    """One screen: what to look for, and the words to copy."""

    form_class = PaperForm
    template_name = "coaching/signed_paper.html"
    back_words = "to what you signed"
    related = ("signed_terms", "situation", "notice")
    step = SIGNED

    @cached_property
    def about(self) -> Paper:
        by_name = {paper.name: paper for paper in self.facts.papers}
        try:
            return by_name[self.kwargs["paper"]]
        except KeyError:
            raise Http404 from None

    @property
    def slug(self) -> str:
        return self.about.slug

    def get_form_kwargs(self) -> dict[str, Any]:
        """What other pages have said already is filled in, until the screen is saved."""
        kwargs = super().get_form_kwargs()
        if not self.is_saved:
            situation, notice = self.facts.situation, getattr(self.case, "notice", None)
            known = {
                "signed": situation.signed,
                "money": situation.money,
                "notice": notice.contract if notice else "",
            }
            kwargs["initial"] = {name: answer for name, answer in known.items() if answer}
        return kwargs

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        papers = self.facts.papers
        place = {"number": papers.index(self.about) + 1, "count": len(papers)}
        return super().get_context_data(title=self.about.title, **place, **kwargs)

    def back_url(self) -> str:
        return reverse("coaching:signed", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        following = next_open(self.about, self.facts.papers, self.facts.pages)
        if following is None:
            return reverse("coaching:signed-result", args=[self.case.code])
        return reverse("coaching:paper", args=[self.case.code, following.name])


class SignedResultView(ReadView):
    """What was said, and what to ask somebody who knows, to print and take along."""

    template_name = "coaching/signed_result.html"
    related = ("signed_terms", "situation", "pasted_terms")
    step = SIGNED
    title = "What you found in your papers"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.facts.signed_terms is None:
            return redirect("coaching:signed", self.case.code)
        return super().get(request, *args, **kwargs)

    @cached_property
    def pasted(self) -> tuple[Topic, ...]:
        """What the pasted text speaks of, if any was pasted."""
        pasted = getattr(self.case, "pasted_terms", None)
        return topics(find_all(pasted.words)) if pasted else ()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        terms: SignedTerms = self.case.signed_terms
        papers = self.facts.papers
        return super().get_context_data(
            terms=terms,
            said=[said(paper, terms) for paper in papers],
            questions=questions_for_adviser(
                terms,
                papers,
                self.pasted,
                has_agency=self.facts.situation.agency == Answer.YES,
            ),
            matters=matters(terms, self.facts.situation, self.pasted),
            has_pasted=hasattr(self.case, "pasted_terms"),
            did_not_sign=terms.signed == Answer.NO,
            card=card_near(self.case.time_zone),
            next_step=self.journey.after(SIGNED),
            **kwargs,
        )
