from django.db import models
from django.db.models import Q

from offers.names import first_name

from .case import Case
from .choices import known
from .offer import Offer


class Role(models.TextChoices):
    MANAGER = "manager", "Hiring manager"
    RECRUITER = "recruiter", "Recruiter"
    REFERRER = "referrer", "The person who referred you"
    SCHOOL = "school", "Career center"


class Contact(models.Model):
    """A stakeholder: somebody who hears of the decision, and from whom one hears back."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="contacts")
    offer = models.ForeignKey(
        Offer, on_delete=models.CASCADE, related_name="contacts", null=True, blank=True
    )
    role = models.CharField(max_length=10, choices=Role)
    name = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=120, blank=True)
    email = models.EmailField(max_length=120, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    knows_well = models.BooleanField(default=False)

    class Meta:
        ordering = ["case", "pk"]
        constraints = [
            known("role", Role, name="contact_role_known"),
            models.CheckConstraint(
                condition=Q(role="school", offer__isnull=True)
                | (~Q(role="school") & Q(offer__isnull=False)),
                name="contact_of_an_offer_or_the_school",
            ),
            models.UniqueConstraint(fields=["offer", "role"], name="contact_role_once_per_offer"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(role="school"), name="contact_school_once_per_case"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.get_role_display()

    @property
    def first_name(self) -> str:
        return first_name(self.name)
