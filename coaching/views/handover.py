"""What somebody who leaves hands over: the list, and the same on paper."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.generic.base import TemplateView

from coaching.forms.base import Page
from coaching.forms.handover import HandoverForm

from .telling import TellingPage, TellingView


class ForWhoStarted(TellingView):
    """Who has not begun has nothing to hand over."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.why_nobody_is_told() and not self.case.has_started:
            return self.to("tell")
        return super().dispatch(request, *args, **kwargs)


class HandoverView(ForWhoStarted, TellingPage):
    form_class = HandoverForm
    template_name = "coaching/handover.html"
    title = "What you hand over"
    slug = "handover"
    guidance = "handover"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(has_list="handover" in self.facts.pages, **kwargs)

    def next_url(self, form: Page) -> str:
        return reverse("coaching:handover-page", args=[self.case.code])


class HandoverPageView(ForWhoStarted, TemplateView):
    """To print, or to copy into a shared file."""

    http_method_names = ["get", "head", "options"]
    template_name = "coaching/handover_page.html"
    related = (*TellingView.related, "notice")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "handover" not in self.facts.pages:
            return self.to("handover")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        notice = getattr(self.case, "notice", None)
        return super().get_context_data(
            rows=self.case.handed_over.all(),
            job=self.facts.accepted,
            sender=self.letterhead,
            last_day=notice.agreed_on if notice else None,
            **kwargs,
        )
