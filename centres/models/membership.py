from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from .centre import Centre


class MembershipRole(models.TextChoices):
    ADVISER = "adviser", "Adviser"
    LEAD = "lead", "Lead"


class MembershipQuerySet(models.QuerySet["Membership"]):
    def active(self) -> MembershipQuerySet:
        """Who works there now: asked on every request of staff."""
        return self.filter(ended_at=None, user__is_active=True)


class Membership(models.Model):
    """Somebody works at a centre, or did. It comes from an invitation alone (safety rule 22).

    The row stays when they leave, since students see who read their case; it opens nothing then.
    One person sits at one desk at a time.
    """

    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="memberships",
    )
    name = models.CharField(max_length=120)  # as students read it
    role = models.CharField(max_length=8, choices=MembershipRole)
    since = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=MembershipRole.values), name="membership_role_known"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="membership_has_a_name"),
            models.UniqueConstraint(
                fields=["user"], condition=Q(ended_at=None), name="membership_one_desk_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_lead(self) -> bool:
        return self.role == MembershipRole.LEAD
