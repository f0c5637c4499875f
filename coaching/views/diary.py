from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst

from coaching.forms.base import Page
from coaching.forms.diary import Diary, DiaryForm
from coaching.journey.steps import DIARY
from coaching.models import DiaryLine
from coaching.weigh.diary import picture, rows
from coaching.weigh.ways import keep_or_leave

from .page import PageView


def diary_strip(lines: Sequence[DiaryLine], stage: str) -> dict[str, Any]:
    """The lines, oldest first, as the picture and the table of `coaching/diary_strip.html`."""
    ways = keep_or_leave(stage)
    return {
        "ways": [capfirst(way) for way in ways],
        "rows": rows(reversed(lines)),
        "picture": picture(lines, ways),
    }


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
        # Before today's line is saved, the old ones must not lead it; a closed case takes none.
        lines = self.about.lines if self.is_saved or self.is_stuck else ()
        return super().get_context_data(**diary_strip(lines, self.case.stage), **kwargs)

    def next_url(self, form: Page) -> str:
        return reverse("coaching:diary", args=[self.case.code])
