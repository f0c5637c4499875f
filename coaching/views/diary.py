from datetime import date
from functools import cached_property
from typing import Any

from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.diary import DiaryForm
from coaching.journey.steps import DIARY
from coaching.models import DiaryLine
from coaching.weigh.diary import picture, rows
from offers.models import Stage

from .page import PageView

WAYS = {
    Stage.NOT_ACCEPTED: ("Say yes", "Say no"),
    Stage.ACCEPTED: ("Keep the job", "Back out"),
    Stage.STARTED: ("Stay", "Leave"),
}


class DiaryView(PageView):
    """One line a day, on the person's own calendar. Old lines show once today's is saved."""

    form_class = DiaryForm
    template_name = "coaching/diary.html"
    step = DIARY
    title = "How does it feel today?"
    privacy = "N"

    @cached_property
    def about(self) -> date:
        return self.facts.local_now.date()

    @property
    def slug(self) -> str:
        return f"diary-{self.about}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = self.lines()
        shown = {"rows": rows(reversed(lines)), "picture": picture(lines)} if lines else {}
        return super().get_context_data(ways=WAYS[Stage(self.case.stage)], **shown, **kwargs)

    def lines(self) -> list[DiaryLine]:
        """All lines, oldest first; none before today's is saved, so that they do not lead."""
        return list(self.case.diary.all()) if self.version else []

    def next_url(self, form: Page) -> str:
        return reverse("coaching:diary", args=[self.case.code])
