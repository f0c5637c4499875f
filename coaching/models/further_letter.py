"""Letters beside the one about the decision, and after it: each at most once in a case. (O)"""

from django.db import models

from offers.models import Case
from offers.models.choices import known, known_or_open, within

from .letter import FrozenLetter, Paper, Tone


class FurtherKind(models.TextChoices):
    REPLACEMENT = "replacement", "Suggest somebody for the job"
    RELEASE = "release", "Ask to be let go early"
    REPAY = "repay", "Settle money they paid you"
    TAKE_BACK = "take-back", "Take back a resignation"
    LANDLORD_NOTE = "landlord-note", "Write to your landlord"
    RELOCATION_NOTE = "relocation-note", "Stop what is planned for your move"
    KEEP_IN_TOUCH = "keep-in-touch", "Keep in touch"


class HowToSettle(models.TextChoices):
    FULL = "full", "Pay it back at once"
    PARTS = "parts", "Pay it back in parts"
    WAIVER = "waiver", "Ask if they will let it go"


class FurtherLetter(models.Model):
    """One such letter in the making. Who gets it follows from its kind."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="further_letters")
    kind = models.CharField(max_length=16, choices=FurtherKind)
    by_day = models.DateField(null=True, blank=True)
    liked = models.CharField(max_length=400, blank=True)
    way = models.CharField(max_length=6, choices=HowToSettle, blank=True)
    # In the person's own words, as the papers have it: what is owed is never worked out here.
    amount = models.CharField(max_length=120, blank=True)
    tone = models.CharField(max_length=6, choices=Tone, default=Tone.WARM)
    paper = models.CharField(max_length=6, choices=Paper, default=Paper.LETTER)
    # The person's own words. Empty while the letter still follows from the answers above.
    words = models.TextField(max_length=10000, blank=True)

    class Meta:
        ordering = ["case", "pk"]
        constraints = [
            known("kind", FurtherKind, name="further_letter_kind_known"),
            known_or_open("way", HowToSettle, name="further_letter_way_known"),
            known("tone", Tone, name="further_letter_tone_known"),
            known("paper", Paper, name="further_letter_paper_known"),
            models.UniqueConstraint(fields=["case", "kind"], name="further_letter_once_per_case"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of case {self.case_id}"


class FurtherLetterVersion(FrozenLetter):
    """Such a letter as it left. That it was sent counts as telling nobody."""

    letter = models.ForeignKey(FurtherLetter, on_delete=models.CASCADE, related_name="versions")
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["letter", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "number"], name="further_version_once"),
            models.UniqueConstraint(fields=["letter", "sha256"], name="further_version_bytes_once"),
            within("number", 1, 1000, name="further_version_within_limit"),
            known("paper", Paper, name="further_version_paper_known"),
        ]

    def __str__(self) -> str:
        return f"Version {self.number} of further letter {self.letter_id}"
