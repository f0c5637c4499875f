from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from .centre import Centre


class JoinedHow(models.TextChoices):
    DOMAIN = "domain", "School e-mail"
    CODE = "code", "Join code"
    ROSTER = "roster", "On the school’s list"
    SSO = "sso", "School sign-in"


class Enrolment(models.Model):
    """A person says which school’s centre is theirs. It shows them its rules, and staff nothing."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="enrolments"
    )
    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, related_name="enrolments")
    how = models.CharField(max_length=8, choices=JoinedHow)
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(how__in=JoinedHow.values),
                name="enrolment_how_known",
            ),
            models.UniqueConstraint(fields=["user"], name="enrolment_one_school_each"),
        ]

    def __str__(self) -> str:
        return f"Enrolment {self.pk}"
