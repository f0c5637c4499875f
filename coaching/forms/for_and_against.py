from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from coaching.models import MOST_POINTS, Horizon, Point, Position, Side
from look.fields import TextField
from look.layout import Group
from look.text import clean_line
from offers.models import Case

from .base import ValuesPage

LONGEST = Point._meta.get_field("words").max_length or 0
PLACES = {f"{horizon}_{side}": (horizon, side) for horizon in Horizon for side in Side}
LABELS = {
    Side.FOR: {Horizon.NOW: "For it, now", Horizon.LATER: "For it, later on"},
    Side.AGAINST: {Horizon.NOW: "Against it, now", Horizon.LATER: "Against it, later on"},
}


class LinesField(TextField):
    """A few short lines; empty ones are left out."""

    def to_python(self, value: Any) -> str:
        text: str = super().to_python(value)
        lines = (clean_line(line) for line in text.split("\n"))
        return "\n".join(line for line in lines if line)

    def validate(self, value: str) -> None:
        super().validate(value)
        lines = value.splitlines()
        if len(lines) > MOST_POINTS:
            problem = f"“{self.label}” must be {MOST_POINTS} lines or fewer"
            raise ValidationError(problem, code="too_many")
        if any(len(line) > LONGEST for line in lines):
            problem = f"Each line of “{self.label}” must be {LONGEST} characters or fewer"
            raise ValidationError(problem, code="too_long")


class ForAndAgainstForm(ValuesPage):
    """One position, now and later on: `about` is a Position."""

    layout = (
        Group("Now", "now_for", "now_against"),
        Group("Later on", "later_for", "later_against"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        boxes: dict[str, forms.Field] = {
            name: LinesField(label=LABELS[side][horizon], required=False)
            for name, (horizon, side) in PLACES.items()
        }
        self.fields = boxes | self.fields

    @classmethod
    def stored(cls, case: Case, about: Position) -> dict[str, Any]:
        lines: dict[str, list[str]] = {}
        for point in case.points.filter(position=about):
            lines.setdefault(f"{point.horizon}_{point.side}", []).append(point.words)
        return {name: "\n".join(words) for name, words in lines.items()}

    def save(self) -> None:
        self.case.points.filter(position=self.about).delete()
        Point.objects.bulk_create(
            Point(
                case=self.case,
                position=self.about,
                horizon=horizon,
                side=side,
                number=number,
                words=words,
            )
            for name, (horizon, side) in PLACES.items()
            for number, words in enumerate(self.cleaned_data[name].splitlines(), 1)
        )
