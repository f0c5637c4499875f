from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from centres.models import Membership
from coaching.models import Sharing

LONGEST_NOTE = 2000
MOST_NOTES = 200


class StaffNote(models.Model):
    """What staff write down for each other. The person meets it on no page of ours.

    Nobody reads it once this sharing has ended: it goes along to no other reader.
    """

    sharing = models.ForeignKey(Sharing, on_delete=models.CASCADE, related_name="staff_notes")
    member = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=120)  # of the member, as it was then
    words = models.CharField(max_length=LONGEST_NOTE)
    at = models.DateTimeField()
    # Made with the form, so that a second click finds the note already there.
    token = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="note_has_words")]

    def __str__(self) -> str:
        return f"Note {self.pk}"
