import uuid

from django.db import models

from offers.models import Contact
from offers.models.choices import known


class Happened(models.TextChoices):
    SPOKE = "spoke", "We spoke"
    VOICEMAIL = "voicemail", "I left a voicemail"
    NO_ANSWER = "no-answer", "No answer"
    LETTER_SENT = "letter-sent", "I sent the letter"
    REPLIED = "replied", "They replied"
    # Ticked off for somebody who holds no place for the person. It does not settle the decision.
    KNOWS = "knows", "They know"


class Told(models.Model):
    """One thing that happened with one contact, in the order it happened.

    What the person wrote down they may correct or remove; “I sent it” they may take back.
    """

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="told")
    what = models.CharField(max_length=12, choices=Happened)
    at = models.DateTimeField()
    said = models.CharField(max_length=2000, blank=True)
    asked = models.CharField(max_length=2000, blank=True)
    asked_by = models.DateField(null=True, blank=True)
    # When the person ticked off what was asked.
    asked_done_at = models.DateTimeField(null=True, blank=True)
    # Made with the form, so that a second click of the same form finds the row already there.
    token = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [known("what", Happened, name="told_what_known")]

    def __str__(self) -> str:
        return self.get_what_display()
