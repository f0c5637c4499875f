from dataclasses import dataclass
from typing import Any

from django import forms

from coaching.models import MOST_MUST_HAVES, MustHave, MustHaveAnswer
from look.fields import LineField, YesNoField
from offers.models import Case, Offer

from .base import ValuesPage

PLACES = {f"need_{number}": number for number in range(1, MOST_MUST_HAVES + 1)}
CHOOSE = "Choose yes, no or “I don’t know”"


class MustHavesForm(ValuesPage):
    """Up to five things, each in its own place. Other words are another thing, asked anew."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lines: dict[str, forms.Field] = {
            name: LineField(label=f"Must-have {number}", required=False)
            for name, number in PLACES.items()
        }
        self.fields = lines | self.fields

    @classmethod
    def stored(cls, case: Case, about: Any) -> dict[str, Any]:
        return {f"need_{row.number}": row.words for row in case.must_haves.all()}

    def save(self) -> None:
        """A line that was changed or emptied takes its old answers with it."""
        changed = [name for name in PLACES if name in self.changed_answers]
        self.case.must_haves.filter(number__in=[PLACES[name] for name in changed]).delete()
        MustHave.objects.bulk_create(
            MustHave(case=self.case, number=PLACES[name], words=self.cleaned_data[name])
            for name in changed
            if self.cleaned_data[name]
        )


@dataclass(frozen=True, kw_only=True)
class OneNeed:
    """One must-have, and the jobs it is asked about."""

    row: MustHave
    jobs: list[Offer]


class MustHaveForm(ValuesPage):
    """Whether each job gives one of these things: `about` is a OneNeed."""

    def __init__(self, *args: Any, case: Case, about: OneNeed, **kwargs: Any) -> None:
        super().__init__(*args, case=case, about=about, **kwargs)
        self.fields = {place_of(job): question_about(job) for job in about.jobs} | self.fields

    @classmethod
    def stored(cls, case: Case, about: OneNeed) -> dict[str, Any]:
        given = {row.offer_id: row.answer for row in about.row.answers.all()}
        return {place_of(job): given[job.pk] for job in about.jobs if job.pk in given}

    def save(self) -> None:
        given = {job: self.cleaned_data.get(place_of(job)) for job in self.about.jobs}
        self.about.row.answers.all().delete()
        MustHaveAnswer.objects.bulk_create(
            MustHaveAnswer(must_have=self.about.row, offer=job, answer=answer)
            for job, answer in given.items()
            if answer
        )


def place_of(job: Offer) -> str:
    return f"offer_{job.number}"


def question_about(job: Offer) -> YesNoField:
    # The other error is filled in by Django with `%`, which a name may hold as well.
    return YesNoField(
        label=str(job),
        error_messages={"required": f"{CHOOSE} for {job}", "invalid_choice": CHOOSE},
    )
