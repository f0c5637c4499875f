from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from coaching.models import Criterion, Rating, Topic
from coaching.weigh.topics import HINTS, SCORES, WEIGHTS
from look.fields import LineField, PickOne
from look.layout import Scale
from offers.models import MOST_OFFERS, Case, Offer

from .base import ValuesPage


@dataclass(frozen=True, kw_only=True)
class Rated:
    """One thing to rate, what was said about it so far, and the jobs."""

    topic: Topic
    criterion: Criterion | None
    jobs: list[Offer]


class RateForm(ValuesPage):
    """How much one thing matters, and how good each job is in it: `about` is a Rated."""

    layout: ClassVar = (
        "words",
        Scale("weight"),
        *(
            part
            for number in range(1, MOST_OFFERS + 1)
            for part in (Scale(f"score_{number}"), f"guess_{number}")
        ),
    )

    def __init__(self, *args: Any, case: Case, about: Rated, **kwargs: Any) -> None:
        super().__init__(*args, case=case, about=about, **kwargs)
        self.fields = questions(about) | self.fields

    @classmethod
    def stored(cls, case: Case, about: Rated) -> dict[str, Any]:
        if about.criterion is None:
            return {}
        values = {"words": about.criterion.words, "weight": about.criterion.weight}
        given = {row.offer_id: row for row in about.criterion.ratings.all()}
        for job in about.jobs:
            if row := given.get(job.pk):
                values |= {score_of(job): row.score, guess_of(job): row.is_guess}
        return values

    def save(self) -> None:
        answers = self.cleaned_data
        row = self.about.criterion or Criterion(case=self.case, topic=self.about.topic)
        row.words, row.weight = answers.get("words") or "", answers.get("weight")
        row.save()
        row.ratings.all().delete()
        Rating.objects.bulk_create(
            Rating(
                criterion=row,
                offer=job,
                score=answers.get(score_of(job)),
                is_guess=answers.get(guess_of(job), False),
            )
            for job in self.about.jobs
        )


def score_of(job: Offer) -> str:
    return f"score_{job.number}"


def guess_of(job: Offer) -> str:
    return f"guess_{job.number}"


def questions(about: Rated) -> dict[str, forms.Field]:
    """A name where it is the person’s own, a weight, and for each job a rating and a box."""
    asked: dict[str, forms.Field] = {}
    if about.topic.is_own:
        asked["words"] = LineField(
            label="What else matters to you?",
            help_text=HINTS[about.topic],
            error="Enter what else matters to you",
        )
    asked["weight"] = PickOne(
        label="How much does it matter to you?",
        choices=WEIGHTS,
        coerce=int,
        empty_value=None,
        error="Choose how much it matters to you",
    )
    for job in about.jobs:
        asked[score_of(job)] = PickOne(
            label=f"Your rating of {job}",
            choices=SCORES,
            coerce=int,
            empty_value=None,
            required=False,
        )
        asked[guess_of(job)] = forms.BooleanField(
            label=f"This is a guess about {job}", required=False
        )
    return asked
