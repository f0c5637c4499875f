"""Answers that several questions share, and the constraint that keeps a column to its choices."""

from decimal import Decimal

from django.db import models


class Answer(models.TextChoices):
    YES = "yes", "Yes"
    NO = "no", "No"
    UNKNOWN = "unknown", "I don’t know"


Choices = type[models.TextChoices]


def known(field: str, choices: Choices, *, name: str) -> models.CheckConstraint:
    """The column holds one of its choices."""
    return models.CheckConstraint(condition=models.Q(**{f"{field}__in": choices.values}), name=name)


def known_or_open(field: str, choices: Choices, *, name: str) -> models.CheckConstraint:
    """The column holds one of its choices, or nothing while the question is open."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": ["", *choices.values]}), name=name
    )


def within(
    field: str, low: int | Decimal, high: int | Decimal, *, name: str
) -> models.CheckConstraint:
    """The number lies from `low` to `high`, or the question is open."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__isnull": True})
        | models.Q(**{f"{field}__gte": low, f"{field}__lte": high}),
        name=name,
    )
