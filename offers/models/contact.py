from django.db import models
from django.db.models import Q

from offers.names import first_name

from .case import Case
from .choices import Answer, known, known_or_open, within
from .offer import Offer

MOST_OWN_PEOPLE = 6


class Role(models.TextChoices):
    MANAGER = "manager", "Hiring manager"
    RECRUITER = "recruiter", "Recruiter"
    REFERRER = "referrer", "The person who referred you"
    SCHOOL = "school", "Career center"
    MENTOR = "mentor", "Mentor or adviser"
    FAMILY = "family", "Family or friend"
    BOSS = "boss", "Manager where you work now"
    LANDLORD = "landlord", "Landlord"
    RELOCATION = "relocation", "Relocation agent"
    OTHER = "other", "Somebody else"


# Who can hire, and so must hear of it, by word or by letter.
WHO_HIRES = (Role.MANAGER, Role.RECRUITER)
OF_AN_OFFER = (*WHO_HIRES, Role.REFERRER)
# People in the person's own life: in the loop, but never on the list of whom to tell.
OWN_PEOPLE = (Role.MENTOR, Role.FAMILY, Role.BOSS, Role.LANDLORD, Role.RELOCATION, Role.OTHER)


class Contact(models.Model):
    """A stakeholder: somebody who hears of the decision, and from whom one hears back.

    One of `OWN_PEOPLE` has a `place` on the person's own list, and belongs to no offer. Only a
    recruiter may work for an `agency`: that is whom letters to them are headed with.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="contacts")
    offer = models.ForeignKey(
        Offer, on_delete=models.CASCADE, related_name="contacts", null=True, blank=True
    )
    place = models.PositiveSmallIntegerField(null=True, blank=True)
    role = models.CharField(max_length=10, choices=Role)
    name = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=120, blank=True)
    agency = models.CharField(max_length=120, blank=True)
    email = models.EmailField(max_length=120, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    knows_well = models.BooleanField(default=False)
    informed = models.CharField(max_length=120, blank=True)
    knows_there = models.CharField(max_length=8, choices=Answer, blank=True)
    knows = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["case", "pk"]
        constraints = [
            known("role", Role, name="contact_role_known"),
            known_or_open("knows_there", Answer, name="contact_knows_there_known"),
            within("place", 1, MOST_OWN_PEOPLE, name="contact_place_within_limit"),
            models.CheckConstraint(
                condition=Q(role__in=OF_AN_OFFER, offer__isnull=False, place__isnull=True)
                | Q(role="school", offer__isnull=True, place__isnull=True)
                | Q(role__in=OWN_PEOPLE, offer__isnull=True, place__isnull=False),
                name="contact_of_an_offer_the_school_or_own",
            ),
            models.CheckConstraint(
                condition=Q(agency="") | Q(role="recruiter"),
                name="contact_agency_of_a_recruiter",
            ),
            models.UniqueConstraint(fields=["offer", "role"], name="contact_role_once_per_offer"),
            models.UniqueConstraint(fields=["case", "place"], name="contact_place_once_per_case"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(role="school"), name="contact_school_once_per_case"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.get_role_display()

    @property
    def works_for(self) -> str:
        """Their agency, else the employer of the offer; empty for the person's own people."""
        return self.agency or str(self.offer or "")

    @property
    def first_name(self) -> str:
        return first_name(self.name)

    @property
    def key(self) -> str:
        """What an address calls them: "1-manager", "school", "other-2"."""
        if self.role in OWN_PEOPLE:
            return f"other-{self.place}"
        return f"{self.offer.number}-{self.role}" if self.offer else str(self.role)
