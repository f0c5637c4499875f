from django.db import models

from .choices import known_or_open
from .offer import Offer


class Rung(models.TextChoices):
    NONE = "none", "Nothing yet"
    SPOKEN = "spoken", "They told me"
    EMAIL = "e-mail", "I have it in an e-mail"
    SIGNED = "signed", "I have a letter that both of us signed"


class Writing(models.Model):
    """How firm one offer is, and which of its terms the person has read in black and white."""

    offer = models.OneToOneField(Offer, on_delete=models.CASCADE, related_name="writing")
    rung = models.CharField(max_length=8, choices=Rung, blank=True)
    saw_pay = models.BooleanField(default=False)
    saw_start = models.BooleanField(default=False)
    saw_place = models.BooleanField(default=False)
    saw_conditions = models.BooleanField(default=False)
    conditions_left = models.CharField(max_length=2000, blank=True)

    class Meta:
        constraints = [known_or_open("rung", Rung, name="writing_rung_known")]

    def __str__(self) -> str:
        return self.get_rung_display() or "Not answered"

    @property
    def is_in_writing(self) -> bool:
        """S1-16: e-mail or better is something one can hold on to; a spoken offer is not."""
        return self.rung in (Rung.EMAIL, Rung.SIGNED)
