"""The totals as a file: the same whole groups as on the pages, one in a row."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.generic.edit import FormView

from accounts.again import asked_before_the_page
from review import spreadsheets
from review.door import Desk
from review.figures import Figures
from review.forms.employers import FileForm
from review.spreadsheets import Cell

from .employers import narrowed

EMPTY = "There are no totals to download yet"
HEADS = ("Term", "Employer", "How it ended", "Program", "Offers")


@method_decorator(asked_before_the_page, name="dispatch")
class FiguresFileView(Desk, FormView):
    """A password, where there is one, is asked for again: the file leaves this site."""

    form_class = FileForm
    template_name = "review/figures_file.html"
    tab = "employers"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.figures = narrowed(Figures(self.member.centre), request)

    def form_valid(self, form: FileForm) -> HttpResponse:
        if not self.figures.groups:
            form.add_error(None, EMPTY)
            return self.form_invalid(form)
        kind = form.cleaned_data["kind"]
        content = spreadsheets.WRITERS[kind](HEADS, rows_of(self.figures))
        answer = HttpResponse(content, content_type=spreadsheets.TYPES[kind])
        day = f"-{self.figures.count.sunday}" if self.figures.count else ""
        answer["Content-Disposition"] = f'attachment; filename="totals{day}.{kind}"'
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(figures=self.figures, **kwargs)


def rows_of(figures: Figures) -> list[tuple[Cell, ...]]:
    return [
        (
            group.term_in_words,
            str(group.employer or "Other employers"),
            group.get_ended_as_display() or "Not shown",
            group.programme or "Several programs",
            group.offers,
        )
        for group in figures.groups
    ]
