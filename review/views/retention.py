"""Leads set how long their school keeps what it holds, and see first what that would do."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from centres.models import Retention
from centres.small_numbers import roughly
from review.forms.retention import RetentionForm
from review.retention import due
from review.saving import RowDesk

WHAT = {
    "tell": "Students read that sharing ends in a week",
    "close": "Sharing ends",
    "anonymise": "The name goes",
    "erase": "Our records go",
}


class RetentionView(RowDesk):
    leads_only = True
    tab = "retention"
    form_class = RetentionForm
    template_name = "review/retention.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.row = Retention.of(self.member.centre)

    def form_valid(self, form: RetentionForm) -> HttpResponse:
        """“See what it would do” changes nothing; it counts with the days that were typed."""
        if "rehearse" in self.request.POST:
            asked = Retention(centre=self.member.centre, **form.answers)
            return self.render_to_response(self.get_context_data(form=form, rehearsed=asked))
        answer = super().form_valid(form)
        if answer.status_code == 302:
            messages.success(self.request, "The days are saved. They hold from tomorrow on.")
        return answer

    def get_success_url(self) -> str:
        return reverse("review:retention")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rehearsed = kwargs.pop("rehearsed", None)
        counts = due(rehearsed or Retention.of(self.member.centre), timezone.now()).counts
        # Whoever asks again with one day more must not find the case in between.
        would = [(WHAT[what], roughly(number)) for what, number in counts.items()]
        return super().get_context_data(would=would, is_rehearsal=bool(rehearsed), **kwargs)
