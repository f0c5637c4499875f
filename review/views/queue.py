"""The queue: who needs the staff first."""

from typing import Any

from django.views.generic.base import TemplateView

from coaching.models import Sharing
from review.door import Desk

PAGE = 50


class QueueView(Desk, TemplateView):
    http_method_names = ["get", "head", "options"]
    template_name = "review/queue.html"
    tab = "queue"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shared = Sharing.objects.open_to(self.member).select_related("case", "adviser")
        rows = shared.order_by("decides_at", "waiting_since", "pk")[:PAGE]
        return super().get_context_data(rows=rows, **kwargs)
