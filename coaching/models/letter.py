from django.db import models

from offers.models import Case, Contact
from offers.models.choices import known, within


class ReasonLevel(models.TextChoices):
    FIT = "fit", "A better fit"
    PERSONAL = "personal", "Personal reasons"
    NONE = "none", "No reason"


class Paper(models.TextChoices):
    LETTER = "letter", "US Letter"
    A4 = "a4", "A4"


class Tone(models.TextChoices):
    """How the first wording sounds. The facts in it are the same."""

    SHORT = "short", "Short"
    WARM = "warm", "Warm"
    FORMAL = "formal", "Formal"


class Letterhead(models.Model):
    """The person's own name and address, asked once, where it is first needed."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="letterhead")
    name = models.CharField(max_length=120)
    street = models.CharField(max_length=120, blank=True)
    town = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="letterhead_has_a_name")
        ]

    def __str__(self) -> str:
        return f"Letterhead of {self.case_id}"


class Letter(models.Model):
    """One letter in the making. Its kind follows from how much is said about why."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="letters")
    contact = models.OneToOneField(Contact, on_delete=models.CASCADE, related_name="letter")
    # None was given yet (S2-12).
    reason = models.CharField(max_length=8, choices=ReasonLevel, default=ReasonLevel.NONE)
    reason_words = models.CharField(max_length=400, blank=True)
    liked = models.CharField(max_length=400, blank=True)
    offers_pass_on = models.BooleanField(default=False)
    offers_return = models.BooleanField(default=False)
    offers_notes = models.BooleanField(default=False)
    offers_repay = models.BooleanField(default=False)
    asks_release = models.BooleanField(default=False)
    with_thanks = models.BooleanField(default=True)
    with_apology = models.BooleanField(default=True)
    return_by = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    tone = models.CharField(max_length=6, choices=Tone, default=Tone.WARM)
    paper = models.CharField(max_length=6, choices=Paper, default=Paper.LETTER)
    # The person's own words. Empty while the letter still follows from the answers above.
    words = models.TextField(max_length=10000, blank=True)

    class Meta:
        constraints = [
            known("reason", ReasonLevel, name="letter_reason_known"),
            known("paper", Paper, name="letter_paper_known"),
            known("tone", Tone, name="letter_tone_known"),
        ]

    def __str__(self) -> str:
        return f"Letter {self.pk}"


class FrozenLetter(models.Model):
    """A letter as it left: its words and its pages never change again.

    Its files, `FILES`, are read only to be handed over. `docx` is for changing it elsewhere.
    """

    FILES = ("pdf", "docx")

    number = models.PositiveSmallIntegerField()
    paper = models.CharField(max_length=6, choices=Paper)
    subject = models.CharField(max_length=400)
    words = models.TextField()
    pdf = models.BinaryField()
    # Counted in the PDF itself; empty where it could not be.
    pages = models.PositiveSmallIntegerField(null=True, blank=True)
    docx = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        abstract = True


class LetterVersion(FrozenLetter):
    """A letter about the decision as it left."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="versions")

    class Meta:
        ordering = ["letter", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "number"], name="letter_version_number_once"),
            models.UniqueConstraint(fields=["letter", "sha256"], name="letter_version_bytes_once"),
            within("number", 1, 1000, name="letter_version_within_limit"),
            known("paper", Paper, name="letter_version_paper_known"),
        ]

    def __str__(self) -> str:
        return f"Version {self.number} of letter {self.letter_id}"
