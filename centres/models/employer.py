"""Employers as one school knows them, under every spelling that is theirs."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from centres import employer_names

from .centre import Centre
from .membership import Membership


class EmployerQuerySet(models.QuerySet["Employer"]):
    def counted(self) -> EmployerQuerySet:
        """Those that something is counted under; the others were merged into one of them."""
        return self.filter(spellings__isnull=False).distinct()


class Employer(models.Model):
    """A name that the staff typed, or that enough people share (decision 27). It goes only by hand,
    and only while nothing hangs on it."""

    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, related_name="employers")
    name = models.CharField(max_length=120)

    objects = EmployerQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="employer_has_a_name"),
            models.UniqueConstraint(fields=["centre", "name"], name="employer_name_once_a_centre"),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def named(cls, centre: Centre, name: str) -> Employer:
        """The employer with this name under any of its spellings, else a new one."""
        key = employer_names.key(name)
        spelling = EmployerSpelling.objects.filter(centre=centre, key=key).first()
        if spelling and spelling.employer:
            return spelling.employer
        employer, _ = cls.objects.get_or_create(centre=centre, name=name)
        EmployerSpelling.objects.update_or_create(
            centre=centre, key=key, defaults={"employer": employer}, create_defaults={
                "employer": employer, "words": name,
            },
        )  # fmt: skip
        return employer


class EmployerSpelling(models.Model):
    """One way to write an employer, by its key, and whom it counts for now. Nobody: for itself."""

    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, related_name="spellings")
    key = models.CharField(max_length=240)
    words = models.CharField(max_length=120)  # as somebody typed it
    employer = models.ForeignKey(
        Employer, on_delete=models.PROTECT, null=True, related_name="spellings"
    )

    class Meta:
        ordering = ["words", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["centre", "key"], name="employer_spelling_once")
        ]

    def __str__(self) -> str:
        return self.words


class EmployerMove(models.Model):
    """Somebody on the staff let a spelling count for another employer. Rows are only added."""

    spelling = models.ForeignKey(EmployerSpelling, on_delete=models.CASCADE, related_name="moves")
    was = models.ForeignKey(Employer, on_delete=models.CASCADE, null=True, related_name="+")
    now = models.ForeignKey(Employer, on_delete=models.CASCADE, null=True, related_name="+")
    member = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=120)  # of the member, as it was then
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"Move {self.pk}"
