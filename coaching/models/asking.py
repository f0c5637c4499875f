"""Asking one employer for other terms, and what they said. (O)"""

from django.db import models

from offers.models import Answer, Case, Offer
from offers.models.choices import known, known_or_open

MOST_TERMS = 4


class What(models.TextChoices):
    PAY = "pay", "The pay"
    START = "start", "The start date"
    PLACE = "place", "The place, or days at home"
    TITLE = "title", "The job title"
    OTHER = "other", "Something else"


class Heard(models.TextChoices):
    ANSWERED = "answered", "They answered"
    NOTHING = "nothing", "No answer"


class Granted(models.TextChoices):
    YES = "yes", "Yes"
    PART = "part", "In part"
    NO = "no", "No"


class Ask(models.Model):
    """One employer who is asked for a change, and whether that would settle it (S0-21)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="asks")
    offer = models.OneToOneField(Offer, on_delete=models.CASCADE, related_name="ask")
    still = models.CharField(max_length=8, choices=Answer, blank=True)
    only_pay = models.CharField(max_length=8, choices=Answer, blank=True)
    why = models.CharField(max_length=400, blank=True)
    reply_by = models.DateTimeField(null=True, blank=True)
    heard = models.CharField(max_length=8, choices=Heard, blank=True)

    class Meta:
        ordering = ["case", "offer__number"]
        constraints = [
            known_or_open("still", Answer, name="ask_still_known"),
            known_or_open("only_pay", Answer, name="ask_only_pay_known"),
            known_or_open("heard", Heard, name="ask_heard_known"),
        ]

    def __str__(self) -> str:
        return f"Ask of offer {self.offer_id}"

    @property
    def may_ask(self) -> bool:
        """Who would not stay even so does not ask (S0-21)."""
        return self.still == Answer.YES


class AskedTerm(models.Model):
    """One exact thing that was asked for: what it is now, what it could be, what they said."""

    ask = models.ForeignKey(Ask, on_delete=models.CASCADE, related_name="terms")
    what = models.CharField(max_length=8, choices=What)
    now = models.CharField(max_length=120, blank=True)
    wanted = models.CharField(max_length=120)
    granted = models.CharField(max_length=8, choices=Granted, blank=True)
    offered = models.CharField(max_length=120, blank=True)
    is_written = models.BooleanField(default=False)

    class Meta:
        ordering = ["ask", "pk"]
        constraints = [
            known("what", What, name="asked_term_what_known"),
            known_or_open("granted", Granted, name="asked_term_granted_known"),
            models.UniqueConstraint(fields=["ask", "what"], name="asked_term_once_per_ask"),
            models.CheckConstraint(condition=~models.Q(wanted=""), name="asked_term_is_exact"),
        ]

    def __str__(self) -> str:
        return f"{self.what} of ask {self.ask_id}"
