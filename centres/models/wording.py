"""A centre’s own words in the place of ours. Rows are only added; the newest one counts."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from .centre import Centre
from .membership import Membership

LONGEST_WORDING = 4000


class WordingKind(models.TextChoices):
    LETTER = "letter", "Letters"
    SCRIPT = "script", "Lines for the call"
    HELP = "help", "Help lines"
    GUIDANCE = "guidance", "Introductions"


def lines_of(text: str) -> list[str]:
    """Help lines, one to a line; an empty line is none."""
    return [line for line in text.splitlines() if line.strip()]


class WordingQuerySet(models.QuerySet["Wording"]):
    def of_the_school_of(self, user_id: int) -> WordingQuerySet:
        """By the one centre that this person says is theirs."""
        return self.filter(centre__enrolments__user=user_id)

    def in_use(self) -> dict[tuple[str, str], str]:
        """What is said where, by kind and slug; what went back to ours is left out."""
        newest = {(one.kind, one.slug): one.text for one in self.order_by("number")}
        return {key: text for key, text in newest.items() if text}


class Wording(models.Model):
    """One version of the words in one place. Empty: back to ours."""

    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, related_name="wordings")
    kind = models.CharField(max_length=8, choices=WordingKind)
    slug = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    text = models.TextField(max_length=LONGEST_WORDING, blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, related_name="wordings"
    )

    objects = WordingQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "slug", "-number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=WordingKind.values), name="wording_kind_known"
            ),
            models.UniqueConstraint(
                fields=["centre", "kind", "slug", "number"], name="wording_number_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}, version {self.number}"
