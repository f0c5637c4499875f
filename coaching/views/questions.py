from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.http import Http404
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.questions import QuestionForm
from coaching.guidance import guidance_for
from coaching.journey.steps import QUESTIONS as STEP
from coaching.models import Reflection
from coaching.weigh.questions import BY_NAME, QUESTIONS, Question, next_open
from coaching.weigh.said_back import said_back, the_four

from .page import PageView
from .read import ReadView


@dataclass(frozen=True, kw_only=True)
class Row:
    """One question of the list: opened or not, answered or skipped."""

    question: Question
    is_saved: bool
    is_answered: bool


class QuestionsView(ReadView):
    """All of them, and how far the person has come."""

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
            is_answered=any(getattr(answers, name, "") for name in question.columns),
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
        advice = guidance_for(self.about.guidance, self.case.stage)
        own_lead = advice.lead if self.about.guidance != STEP.slug else ""
        context = place | {"title": self.about.title, "guidance": advice, "own_lead": own_lead}
        return super().get_context_data(**context | kwargs)

    def back_url(self) -> str:
        return reverse("coaching:questions", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        following = next_open(self.about, set(self.facts.pages))
        if following is None:
            return reverse("coaching:questions-result", args=[self.case.code])
        return reverse("coaching:question", args=[self.case.code, following.name])


class QuestionsResultView(ReadView):
    """The four about how one stands to the job, giving it all, and what is fair: said back."""

    template_name = "coaching/questions_result.html"
    related = ("reflection",)
    step = STEP
    title = "What you said"
    privacy = "N"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        answers = getattr(self.case, "reflection", None) or Reflection(case=self.case)
        stage = self.case.stage
        return super().get_context_data(
            guidance=guidance_for("questions-result", stage),
            four=tuple(the_four(answers, stage)),
            all_in=said_back("all-in", answers, stage),
            fair=said_back("fair", answers, stage),
            answers=answers,
            next_step=self.journey.after(STEP),
            back_url=reverse("coaching:questions", args=[self.case.code]),
            back_words="to your questions",
            **kwargs,
        )
