from django.db import models

from .choices import known_or_open, within
from .offer import Offer


class Rung(models.TextChoices):
    NONE = "none", "A job ad, or nothing yet"
    TALK = "talk", "We are talking"
    SPOKEN = "spoken", "They told me"
    EMAIL = "e-mail", "I have it in an e-mail"
    SIGNED = "signed", "I have a letter that both of us signed"


class Met(models.TextChoices):
    """Where one condition of an offer stands."""

    YES = "yes", "Yes"
    NO = "no", "Not yet"
    NOT_NEEDED = "not-needed", "They do not ask for it"
    UNKNOWN = "unknown", "I don’t know"


CONDITIONS = {
    "background": "Background check",
    "references": "References",
    "permit": "Visa or work permit",
    "degree": "Degree or license",
    "health": "Health or drug test",
}


def condition() -> "models.CharField[str, str]":
    return models.CharField(max_length=10, choices=Met, blank=True)


class Writing(models.Model):
    """How firm one offer is, and which of its terms the person has read in black and white."""

    offer = models.OneToOneField(Offer, on_delete=models.CASCADE, related_name="writing")
    rung = models.CharField(max_length=8, choices=Rung, blank=True)
    saw_pay = models.BooleanField(default=False)
    saw_start = models.BooleanField(default=False)
    saw_place = models.BooleanField(default=False)
    saw_conditions = models.BooleanField(default=False)
    # How sure the person is that they will keep it: from 1, not at all, to 5, very sure.
    keeps = models.PositiveSmallIntegerField(null=True, blank=True)
    background = condition()
    references = condition()
    permit = condition()
    degree = condition()
    health = condition()
    conditions_left = models.CharField(max_length=2000, blank=True)

    class Meta:
        constraints = [
            known_or_open("rung", Rung, name="writing_rung_known"),
            within("keeps", 1, 5, name="writing_keeps_on_scale"),
            *(known_or_open(name, Met, name=f"writing_{name}_known") for name in CONDITIONS),
        ]

    def __str__(self) -> str:
        return self.get_rung_display() or "Not answered"

    @property
    def is_in_writing(self) -> bool:
        """S1-16: e-mail or better is something one can hold on to; a spoken offer is not."""
        return self.rung in (Rung.EMAIL, Rung.SIGNED)

    @property
    def conditions_open(self) -> list[str]:
        """What has to happen first and has not, or nobody knows if it has."""
        return [
            words
            for name, words in CONDITIONS.items()
            if getattr(self, name) in (Met.NO, Met.UNKNOWN)
        ]

    @property
    def is_clear(self) -> bool:
        """Signed, each condition was answered, and none is open: the top of the ladder."""
        all_said = all(getattr(self, name) for name in CONDITIONS)
        is_open = self.conditions_open or self.conditions_left
        return self.rung == Rung.SIGNED and all_said and not is_open
