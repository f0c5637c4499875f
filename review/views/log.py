"""Who of the team opened which case, and when. For leads."""

from typing import Any

from django.utils import timezone
from django.views.generic.base import TemplateView

from coaching.models import StaffView
from review.door import Desk
from review.keyset import as_place, as_text, next_rows

PAGE = 50
NEWEST_FIRST = ("-at", "-id")


class LogView(Desk, TemplateView):
    """The newest first, of cases that the whole team may read now."""

    http_method_names = ["get", "head", "options"]
    template_name = "review/log.html"
    tab = "log"
    leads_only = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        place = as_place(self.request.GET.get("after", ""), moments=1)
        rows = StaffView.objects.filter(
            sharing__centre=self.member.centre_id,
            sharing__team_may_read=True,
            sharing__ended_at=None,
        ).select_related("sharing__case")
        views = next_rows(rows, NEWEST_FIRST, place, PAGE + 1)
        last = views[PAGE - 1] if len(views) > PAGE else None
        return super().get_context_data(
            views=views[:PAGE],
            next_url=f"?after={as_text((last.at, last.pk))}" if last else "",
            now=timezone.now(),
            **kwargs,
        )
