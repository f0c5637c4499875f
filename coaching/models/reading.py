"""A letter that the person asked their career centre to read, and what staff said about it. (O)"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from centres.models import Membership

from .further_letter import FurtherLetter
from .letter import Letter, Paper
from .safe_letter import SafeLetter
from .sharing import Section, Sharing

LONGEST_REMARK = 1000
LONGEST_SUGGESTION = 2000
MOST_READINGS = 50
MOST_NOTES = 100

# The column of each family of letters, and the switch that opens it.
FAMILIES = {
    "letter": Section.TELLING,
    "safe_letter": Section.LETTERS,
    "further_letter": Section.TELLING,
}


class Verdict(models.TextChoices):
    WAITING = "waiting", "Waiting to be read"
    GOOD = "good", "Good to send"
    CHANGES = "changes", "Changes suggested"


def _of(family: str) -> Q:
    """It is about a letter of this family, and of no other."""
    return Q(**{f"{one}__isnull": one != family for one in FAMILIES})


class Reading(models.Model):
    """The words of one letter as they stood when the person asked. They never change."""

    sharing = models.ForeignKey(Sharing, on_delete=models.CASCADE, related_name="readings")
    letter = models.ForeignKey(
        Letter, on_delete=models.CASCADE, null=True, blank=True, related_name="readings"
    )
    safe_letter = models.ForeignKey(
        SafeLetter, on_delete=models.CASCADE, null=True, blank=True, related_name="readings"
    )
    further_letter = models.ForeignKey(
        FurtherLetter, on_delete=models.CASCADE, null=True, blank=True, related_name="readings"
    )
    number = models.PositiveSmallIntegerField()
    subject = models.CharField(max_length=400)
    words = models.TextField()
    paper = models.CharField(max_length=6, choices=Paper)
    asked_at = models.DateTimeField()
    verdict = models.CharField(max_length=8, choices=Verdict, default=Verdict.WAITING)
    answered_at = models.DateTimeField(null=True, blank=True)
    # When the person opened the answer; it is new until then.
    seen_at = models.DateTimeField(null=True, blank=True)
    member = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=120, blank=True)  # of the member, as it was then

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=_of("letter") | _of("safe_letter") | _of("further_letter"),
                name="reading_of_one_letter",
            ),
            models.CheckConstraint(
                condition=Q(verdict__in=Verdict.values), name="reading_verdict_known"
            ),
            models.CheckConstraint(condition=Q(paper__in=Paper.values), name="reading_paper_known"),
            models.CheckConstraint(condition=~Q(words=""), name="reading_has_words"),
            models.CheckConstraint(
                condition=Q(verdict=Verdict.WAITING, answered_at=None)
                | (~Q(verdict=Verdict.WAITING) & Q(answered_at__isnull=False)),
                name="reading_answered_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(seen_at=None) | Q(answered_at__isnull=False),
                name="reading_seen_was_answered",
            ),
            *(
                models.UniqueConstraint(fields=[family, "number"], name=f"reading_once_of_{family}")
                for family in FAMILIES
            ),
            *(
                models.UniqueConstraint(
                    fields=["sharing", family],
                    condition=Q(verdict=Verdict.WAITING),
                    name=f"reading_one_waits_of_{family}",
                )
                for family in FAMILIES
            ),
        ]

    def __str__(self) -> str:
        return f"Reading {self.number}"

    @property
    def family(self) -> str:
        """Which of the three families of letters it is about."""
        return next(one for one in FAMILIES if getattr(self, f"{one}_id"))

    @property
    def section(self) -> Section:
        """The switch under which staff may read it."""
        return FAMILIES[self.family]


class NoteState(models.TextChoices):
    OPEN = "open", "Open"
    ACCEPTED = "accepted", "You use these words"
    DECLINED = "declined", "You keep yours"


class ParagraphNote(models.Model):
    """What staff say about one paragraph, and words they would put there. The person decides."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="notes")
    place = models.PositiveSmallIntegerField()  # of the paragraph, from 0
    comment = models.CharField(max_length=LONGEST_REMARK, blank=True)
    suggestion = models.CharField(max_length=LONGEST_SUGGESTION, blank=True)
    state = models.CharField(max_length=8, choices=NoteState, default=NoteState.OPEN)
    member = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=120)  # of the member, as it was then
    at = models.DateTimeField()
    # Made with the form, so that a second click finds the note already there.
    token = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    class Meta:
        ordering = ["place", "at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=NoteState.values), name="paragraph_note_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(comment="") | ~Q(suggestion=""), name="paragraph_note_says_something"
            ),
        ]

    def __str__(self) -> str:
        return f"Note {self.pk} on paragraph {self.place}"
