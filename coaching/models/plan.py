from django.db import models

from offers.models import Contact
from offers.models.choices import within

MOST_TURNS = 20


class Turn(models.Model):
    """Where the person put somebody in the order of calls. Without rows the order is ours."""

    contact = models.OneToOneField(Contact, on_delete=models.CASCADE, related_name="turn")
    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [within("number", 1, MOST_TURNS, name="turn_within_limit")]

    def __str__(self) -> str:
        return f"{self.contact_id} is number {self.number}"
