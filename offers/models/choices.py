"""Answers that several questions share, and the constraint that keeps a column to its choices."""

from django.db import models


class Answer(models.TextChoices):
    YES = "yes", "Yes"
    NO = "no", "No"
    UNKNOWN = "unknown", "I don’t know"


def known(field: str, choices: type[models.TextChoices], *, name: str) -> models.CheckConstraint:
    """The column holds one of its choices, or nothing while the question is open."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": ["", *choices.values]}), name=name
    )


def within(field: str, low: int, high: int, *, name: str) -> models.CheckConstraint:
    """The number lies from `low` to `high`, or the question is open."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__isnull": True})
        | models.Q(**{f"{field}__gte": low, f"{field}__lte": high}),
        name=name,
    )
