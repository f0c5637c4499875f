"""What happened with one case, and who opened it."""

from typing import Any

from review.history import MOST, history_of

from .case import CaseReading


class HistoryView(CaseReading):
    template_name = "review/history.html"
    part, page = "history", "History"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(events=history_of(self.sharing), most=MOST, **kwargs)
