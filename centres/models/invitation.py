from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils.crypto import get_random_string

from .centre import Centre
from .membership import Membership, MembershipRole

LASTS = timedelta(days=7)


def new_token() -> str:
    return get_random_string(40)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def usable(self, now: datetime) -> InvitationQuerySet:
        """Neither taken up nor withdrawn, and not yet too old."""
        return self.filter(accepted_at=None, withdrawn_at=None, ends_at__gt=now)


class Invitation(models.Model):
    """A lead, or the operator, asks somebody by e-mail to work at the centre. It is used once."""

    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField()
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=8, choices=MembershipRole)
    token = models.CharField(max_length=40, unique=True, default=new_token)
    # Empty: the operator.
    invited_by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=MembershipRole.values), name="invitation_role_known"
            ),
            models.UniqueConstraint(
                fields=["centre", "email"],
                condition=Q(accepted_at=None, withdrawn_at=None),
                name="invitation_one_open_per_address",
            ),
        ]

    def __str__(self) -> str:
        return f"Invitation {self.pk}"
