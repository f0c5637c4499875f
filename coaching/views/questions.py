from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.http import Http404
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.questions import QuestionForm
from coaching.journey.steps import QUESTIONS as STEP
from coaching.weigh.questions import BY_NAME, QUESTIONS, Question, next_open

from .page import PageView
from .read import ReadView


@dataclass(frozen=True, kw_only=True)
class Row:
    """One question of the list: opened or not, answered or skipped."""

    question: Question
    is_saved: bool
    is_answered: bool


class QuestionsView(ReadView):
    """All seven, and how far the person has come."""

    template_name = "coaching/questions.html"
    related = ("reflection",)
    step = STEP
    privacy = "N"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = [self.row(question) for question in QUESTIONS]
        first = next((row.question for row in rows if not row.is_saved), None)
        return super().get_context_data(rows=rows, first=first, **kwargs)

    def row(self, question: Question) -> Row:
        answers = getattr(self.case, "reflection", None)
        return Row(
            question=question,
            is_saved=question.slug in self.facts.pages,
            is_answered=any(getattr(answers, name, "") for name in question.fields),
        )


class QuestionView(PageView):
    """One question on a screen of its own."""

    form_class = QuestionForm
    template_name = "coaching/question.html"
    back_words = "to your questions"
    related: ClassVar[tuple[str, ...]] = ("reflection",)
    step = STEP
    privacy = "N"

    @cached_property
    def about(self) -> Question:
        try:
            return BY_NAME[self.kwargs["name"]]
        except KeyError:
            raise Http404 from None

    @property
    def slug(self) -> str:
        return self.about.slug

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        place = {"number": QUESTIONS.index(self.about) + 1, "count": len(QUESTIONS)}
        return super().get_context_data(title=self.about.title, **place, **kwargs)

    def back_url(self) -> str:
        return reverse("coaching:questions", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        following = next_open(self.about, set(self.facts.pages))
        if following is None:
            return super().next_url(form)
        return reverse("coaching:question", args=[self.case.code, following.name])
