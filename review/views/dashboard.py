"""The desk in numbers: open cases now, how soon they are answered, and how cases end."""

from typing import Any

from django.utils import timezone

from centres.models import EndedAs
from centres.terms import in_words, term_of
from review.figures import Bar, Figures, drawn
from review.lines import in_short
from review.load import load_of
from review.replies import typical_first_reply

from .employers import FiguresDesk


class DashboardView(FiguresDesk):
    template_name = "review/dashboard.html"
    tab = "dashboard"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        centre, figures, now = self.member.centre, self.figures, timezone.now()
        term = term_of(now.astimezone(centre.zone).date())
        typical = typical_first_reply(centre, now)
        this_term = [group for group in figures.all_groups if group.term == term]
        return super().get_context_data(
            load=load_of(self.member),
            reply=in_short(typical) if typical else "",
            closed=figures.total(among=this_term),
            term=in_words(term),
            ended=ends(figures),
            ends=EndedAs.labels,
            tables=[
                ("Outcomes by term", "Term", figures.by_term()),
                ("Outcomes by program", "Program", figures.by_programme()),
            ],
            **kwargs,
        )


def ends(figures: Figures) -> list[Bar]:
    """A bar for each way to end, and one for those whose end is not told."""
    numbers = [(label, figures.total(value)) for value, label in EndedAs.choices]
    untold = sum(group.offers for group in figures.groups if not group.ended_as)
    return drawn([*numbers, ("Not shown", untold)])
