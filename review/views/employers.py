"""Patterns by employer: how many accepted offers are withdrawn, why, and after how many days."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.views.generic.base import TemplateView

from centres import naming
from centres.models import EmployerMove
from review.door import Desk
from review.figures import Figures, Share


class FiguresDesk(Desk, TemplateView):
    """A page over the totals. `?term=` and `?programme=` narrow it, as far as they are known."""

    http_method_names = ["get", "head", "options"]
    figures: Figures

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.figures = narrowed(Figures(self.member.centre), request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(figures=self.figures, **kwargs)


def narrowed(figures: Figures, request: HttpRequest) -> Figures:
    """The figures that are asked for; a value nobody was told of narrows nothing."""
    term, programme = request.GET.get("term", ""), request.GET.get("programme", "")
    figures.term = term if term in dict(figures.terms) else ""
    figures.programme = programme if programme in figures.programmes else ""
    return figures


class EmployersView(FiguresDesk):
    template_name = "review/employers.html"
    tab = "employers"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        figures = self.figures
        return super().get_context_data(
            bars=figures.shares_by_employer(),
            reasons=figures.reasons(),
            deadlines=figures.deadlines(),
            days=figures.days_given(),
            **kwargs,
        )


class EmployerView(FiguresDesk):
    """One employer, over all terms."""

    template_name = "review/employer.html"
    tab = "employers"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        employers = self.member.centre.employers.select_related("outreach")
        self.employer = get_object_or_404(employers, pk=kwargs["employer"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        share: Share = self.figures.share(self.figures.of_employer(self.employer))
        moves = EmployerMove.objects.filter(spelling__centre=self.member.centre)
        return super().get_context_data(
            one=self.employer,
            share=share,
            terms=self.figures.shares_by_term(self.employer),
            reasons=self.figures.reasons(self.employer),
            days=self.figures.days_given(self.employer),
            spellings=self.employer.spellings.all(),
            joined_to=moves.filter(was=self.employer).select_related("now").first(),
            outreach=getattr(self.employer, "outreach", None),
            is_free=naming.is_free(self.employer),
            **kwargs,
        )
