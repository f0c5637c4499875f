"""The dates of a case as a file, and as a private link that a calendar reads by itself."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.generic.base import TemplateView, View

from coaching.guidance import guidance_for
from coaching.journey.facts import Facts
from coaching.models import CalendarFeed
from coaching.reminding.calendar import entries, to_ics

from .case import CaseView
from .telling import Action

MADE = "Your private link is ready. Add it to your calendar."
ENDED = "The link is off. Your calendar will find nothing there."


class CalendarView(CaseView):
    """dates.ics, to download once."""

    http_method_names = ["get", "head", "options"]
    related = ("signed_terms",)

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        found = list(entries(self.facts))
        if not found:
            raise Http404
        return _answer(to_ics(found), {"Content-Disposition": 'attachment; filename="dates.ics"'})


class CalendarPageView(CaseView, TemplateView):
    """Where the private link is made, shown and ended."""

    http_method_names = ["get", "head", "options"]
    template_name = "coaching/calendar.html"
    related = ("calendar_feed",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        feed: CalendarFeed | None = getattr(self.case, "calendar_feed", None)
        path = reverse("coaching:calendar-feed", args=[feed.token]) if feed else ""
        return super().get_context_data(
            link=settings.SITE_URL + path if feed else "",
            guidance=guidance_for("calendar", self.case.stage),
            **kwargs,
        )


class NewFeedView(Action, CaseView):
    """Make the link. Harmless a second time; for another one, this one is ended first."""

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        CalendarFeed.objects.get_or_create(case=self.case)
        messages.success(request, MADE)
        return redirect("coaching:calendar-page", self.case.code)


class EndFeedView(Action, CaseView):
    """End the link. Harmless a second time, and also when the case is closed."""

    changes_closed = True

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        CalendarFeed.objects.filter(case=self.case).delete()
        messages.info(request, ENDED)
        return redirect("coaching:calendar-page", self.case.code)


@method_decorator(login_not_required, name="dispatch")
class FeedView(View):
    """What a calendar reads: no session, no cookie, only the secret in the address."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        try:
            feed = CalendarFeed.objects.select_related("case__signed_terms").get(token=token)
        except CalendarFeed.DoesNotExist:
            raise Http404 from None
        return _answer(to_ics(entries(Facts(feed.case))), {})


def _answer(file: bytes, headers: dict[str, str]) -> HttpResponse:
    return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers=headers)
