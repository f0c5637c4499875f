from django.db import models

from offers.models import Answer, Case, Contact
from offers.models.choices import known_or_open


class Circle(models.TextChoices):
    """Groups of people that the answers speak of, and two of the person's own."""

    FIELD = "field", "People in your field"
    REFERRER = "referrer", "Friends of the person who referred you"
    AGENCY = "agency", "The agency"
    CAMPUS = "campus", "Your school"
    OWN_1 = "own-1", "A circle of your own"
    OWN_2 = "own-2", "Another circle of your own"


OWN_CIRCLES = (Circle.OWN_1, Circle.OWN_2)


class Weight(models.TextChoices):
    LOW = "low", "A little"
    SOME = "some", "Some"
    LOT = "lot", "A lot"


class Taking(models.TextChoices):
    FINE = "fine", "They will understand"
    UPSET = "upset", "They may be upset at first"
    LASTING = "lasting", "It may end the tie"
    UNKNOWN = "unknown", "I don’t know"


class Bridge(models.Model):
    """A tie that the decision may touch: to one contact or to one circle (S1-17)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="bridges")
    contact = models.OneToOneField(
        Contact, on_delete=models.CASCADE, related_name="bridge", null=True, blank=True
    )
    circle = models.CharField(max_length=8, choices=Circle, blank=True)
    name = models.CharField(max_length=120, blank=True)
    close_knit = models.CharField(max_length=8, choices=Answer, blank=True)
    weight = models.CharField(max_length=4, choices=Weight, blank=True)
    taking = models.CharField(max_length=8, choices=Taking, blank=True)
    taking_words = models.CharField(max_length=2000, blank=True)
    helps = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["case", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(contact__isnull=False, circle="")
                | (models.Q(contact__isnull=True) & ~models.Q(circle="")),
                name="bridge_to_a_contact_or_a_circle",
            ),
            models.CheckConstraint(
                condition=models.Q(circle__in=OWN_CIRCLES) & ~models.Q(name="")
                | ~models.Q(circle__in=OWN_CIRCLES) & models.Q(name=""),
                name="bridge_own_circle_has_a_name",
            ),
            models.UniqueConstraint(
                fields=["case", "circle"],
                condition=~models.Q(circle=""),
                name="bridge_circle_once_per_case",
            ),
            known_or_open("circle", Circle, name="bridge_circle_known"),
            known_or_open("close_knit", Answer, name="bridge_close_knit_known"),
            known_or_open("weight", Weight, name="bridge_weight_known"),
            known_or_open("taking", Taking, name="bridge_taking_known"),
        ]

    def __str__(self) -> str:
        return self.name or self.get_circle_display() or f"Contact {self.contact_id}"
