"""Letters that may leave before a decision: none of them says that somebody goes. (O)"""

from django.db import models

from offers.models import Case, Offer
from offers.models.choices import known, within

from .letter import FrozenLetter, Paper, Tone


class SafeKind(models.TextChoices):
    ASK_TERMS = "ask-terms", "Ask for other terms"
    MORE_TIME = "more-time", "Ask for more time"
    SPEED_UP = "speed-up", "Ask if they can decide sooner"
    ASK_UPDATE = "ask-update", "Ask how things stand"
    ASK_WRITING = "ask-writing", "Ask for the offer in writing"
    ACCEPT = "accept", "Say yes, once it is in writing"
    ASK_POLICY = "ask-policy", "Ask your career center"


class SafeLetter(models.Model):
    """One such letter in the making, to the people of one offer."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="safe_letters")
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="safe_letters")
    kind = models.CharField(max_length=12, choices=SafeKind)
    by_at = models.DateTimeField(null=True, blank=True)
    by_day = models.DateField(null=True, blank=True)
    liked = models.CharField(max_length=400, blank=True)
    # More time: say what the school asks of employers.
    cites_school = models.BooleanField(default=False)
    tone = models.CharField(max_length=6, choices=Tone, default=Tone.WARM)
    paper = models.CharField(max_length=6, choices=Paper, default=Paper.LETTER)
    # The person's own words. Empty while the letter still follows from the answers above.
    words = models.TextField(max_length=10000, blank=True)

    class Meta:
        ordering = ["case", "pk"]
        constraints = [
            known("kind", SafeKind, name="safe_letter_kind_known"),
            known("paper", Paper, name="safe_letter_paper_known"),
            known("tone", Tone, name="safe_letter_tone_known"),
            models.UniqueConstraint(fields=["offer", "kind"], name="safe_letter_once_per_offer"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of offer {self.offer_id}"


class SafeLetterVersion(FrozenLetter):
    """A safe letter as it left. That it was sent tells nobody that the person goes."""

    letter = models.ForeignKey(SafeLetter, on_delete=models.CASCADE, related_name="versions")
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["letter", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "number"], name="safe_version_number_once"),
            models.UniqueConstraint(fields=["letter", "sha256"], name="safe_version_bytes_once"),
            within("number", 1, 1000, name="safe_version_within_limit"),
            known("paper", Paper, name="safe_version_paper_known"),
        ]

    def __str__(self) -> str:
        return f"Version {self.number} of safe letter {self.letter_id}"
