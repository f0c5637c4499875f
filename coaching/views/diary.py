from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst

from coaching.forms.base import Page
from coaching.forms.diary import Diary, DiaryForm
from coaching.journey.steps import DIARY
from coaching.weigh.diary import picture, rows
from coaching.weigh.ways import keep_or_leave

from .page import PageView


class DiaryView(PageView):
    """One line a day, on the person's own calendar. Old lines show once today's is saved."""

    form_class = DiaryForm
    template_name = "coaching/diary.html"
    step = DIARY
    title = "How does it feel today?"
    privacy = "N"

    @cached_property
    def about(self) -> Diary:
        return Diary(today=self.facts.local_now.date(), lines=tuple(self.case.diary.all()))

    @property
    def slug(self) -> str:
        return f"diary-{self.about.today}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # Before today's line is saved, the old ones must not lead it.
        lines = self.about.lines if self.version else ()
        ways = keep_or_leave(self.case.stage)
        return super().get_context_data(
            ways=[capfirst(way) for way in ways],
            rows=rows(reversed(lines)),
            picture=picture(lines, ways),
            **kwargs,
        )

    def next_url(self, form: Page) -> str:
        return reverse("coaching:diary", args=[self.case.code])
