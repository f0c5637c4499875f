from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from .case import Case, Stage
from .choices import known, known_or_open, within

MOST_OFFERS = 4


class OfferKind(models.TextChoices):
    ACCEPTED = "accepted", "The job I said yes to"
    OTHER = "other", "Another offer"
    CURRENT = "current", "The job I have now"
    INTERVIEW = "interview", "An interview still going on"
    NOTHING = "nothing", "Nothing else lined up"


IN_WORDS_OF_A_STAGE = {
    Stage.NOT_ACCEPTED: {OfferKind.OTHER: "An offer I have not said yes to"},
    Stage.STARTED: {OfferKind.ACCEPTED: "The job I have started"},
}


def kind_in_words(kind: str, stage: str) -> str:
    """What an offer is, as somebody at that stage says it."""
    kind = OfferKind(kind)
    return IN_WORDS_OF_A_STAGE.get(Stage(stage), {}).get(kind) or kind.label


class AcceptedHow(models.TextChoices):
    SIGNED = "signed", "I signed it"
    EMAIL = "e-mail", "By e-mail"
    PHONE = "phone", "By phone or in person"
    PORTAL = "portal", "On a website"


class Ends(models.TextChoices):
    ON = "on", "Yes, on a date I know"
    OPEN = "open", "No"
    UNKNOWN = "unknown", "I don’t know"


class Offer(models.Model):
    """One way to go: the job said yes to, another offer, the job held now, or nothing lined up."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="offers")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=OfferKind)
    employer = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=120, blank=True)
    days_home = models.PositiveSmallIntegerField(null=True, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    accepted_how = models.CharField(max_length=8, choices=AcceptedHow, blank=True)
    ends = models.CharField(max_length=8, choices=Ends, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["case", "number"]
        indexes = [models.Index(Lower("employer"), name="offer_by_employer")]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="offer_number_once_per_case"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(kind="accepted"), name="offer_one_accepted_per_case"
            ),
            known("kind", OfferKind, name="offer_kind_known"),
            known_or_open("accepted_how", AcceptedHow, name="offer_accepted_how_known"),
            known_or_open("ends", Ends, name="offer_ends_known"),
            within("number", 1, MOST_OFFERS, name="offer_number_within_limit"),
            within("days_home", 0, 5, name="offer_days_home_within_week"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(accepted_on__isnull=True)
                | Q(accepted_on__lte=F("starts_on")),
                name="offer_accepted_before_it_starts",
                violation_error_message="The start date must be on or after the day you said yes.",
            ),
        ]

    def __str__(self) -> str:
        return self.employer or self.kind_in_words

    @property
    def kind_in_words(self) -> str:
        return kind_in_words(self.kind, self.case.stage)

    @property
    def is_job(self) -> bool:
        """False for “nothing lined up”, which has no pay and no people."""
        return self.kind != OfferKind.NOTHING
