"""Answers marked N: nobody but the person ever reads them. Staff code may not import this file."""

from django.db import models

from offers.models import Answer, Case, Offer
from offers.models.choices import known_or_open, within

from .decision import Outcome


class Feeling(models.Model):
    """How heavy it feels at the first pause, and what pulls."""

    PULLS = {
        "pull_offer": "A new offer",
        "pull_gut": "Doubt in my gut",
        "pull_pressure": "Pressure",
        "pull_guilt": "Guilt",
        "pull_money": "Money",
        "pull_family": "Family",
        "pull_change": "Something changed",
        "pull_other": "Something else",
    }

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="feeling")
    weight = models.PositiveSmallIntegerField(null=True)
    pull_offer = models.BooleanField(default=False)
    pull_gut = models.BooleanField(default=False)
    pull_pressure = models.BooleanField(default=False)
    pull_guilt = models.BooleanField(default=False)
    pull_money = models.BooleanField(default=False)
    pull_family = models.BooleanField(default=False)
    pull_change = models.BooleanField(default=False)
    pull_other = models.BooleanField(default=False)
    forced = models.CharField(max_length=8, choices=Answer, blank=True)

    class Meta:
        constraints = [
            within("weight", 1, 5, name="feeling_weight_on_scale"),
            known_or_open("forced", Answer, name="feeling_forced_known"),
        ]

    def __str__(self) -> str:
        return f"Feeling of {self.case_id}"

    @property
    def is_heavy(self) -> bool:
        return self.weight is not None and self.weight <= 2


class RealReason(models.Model):
    """Up to three reasons behind the doubt, in the person's own choice."""

    REASONS = {
        "better_offer": "A better offer came",
        "terms_changed": "The terms changed",
        "role_differs": "The role is not what I was told",
        "people": "The people or the culture",
        "pay": "The pay",
        "place": "Travel or place",
        "health_family": "Health or family",
        "counter_offer": "My current employer made a counter-offer",
        "cold_feet": "Cold feet",
        "not_good_enough": "I feel I am not good enough",
        "pressure": "I said yes under pressure",
        "gut": "My gut",
    }
    MOST = 3

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="real_reason")
    better_offer = models.BooleanField(default=False)
    terms_changed = models.BooleanField(default=False)
    role_differs = models.BooleanField(default=False)
    people = models.BooleanField(default=False)
    pay = models.BooleanField(default=False)
    place = models.BooleanField(default=False)
    health_family = models.BooleanField(default=False)
    counter_offer = models.BooleanField(default=False)
    cold_feet = models.BooleanField(default=False)
    not_good_enough = models.BooleanField(default=False)
    pressure = models.BooleanField(default=False)
    gut = models.BooleanField(default=False)
    first = models.CharField(max_length=2000, blank=True)
    still = models.CharField(max_length=8, choices=Answer, blank=True)

    class Meta:
        constraints = [known_or_open("still", Answer, name="real_reason_still_known")]

    def __str__(self) -> str:
        return f"Reasons of {self.case_id}"

    @property
    def chosen(self) -> list[str]:
        return [name for name in self.REASONS if getattr(self, name)]


class Reflection(models.Model):
    """Answers to the questions to sit with, one column a question."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="reflection")
    goals = models.CharField(max_length=2000, blank=True)
    give_up_leaving = models.CharField(max_length=2000, blank=True)
    give_up_staying = models.CharField(max_length=2000, blank=True)
    without_worry = models.CharField(max_length=2000, blank=True)
    excited = models.CharField(max_length=2000, blank=True)
    respected = models.CharField(max_length=2000, blank=True)
    support = models.CharField(max_length=2000, blank=True)
    friend = models.CharField(max_length=2000, blank=True)

    def __str__(self) -> str:
        return f"Reflection of {self.case_id}"


class DiaryLine(models.Model):
    """How each way feels today, once a day."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="diary")
    day = models.DateField()
    keep = models.PositiveSmallIntegerField()
    leave = models.PositiveSmallIntegerField()
    line = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["case", "day"]
        constraints = [
            models.UniqueConstraint(fields=["case", "day"], name="diary_line_once_a_day"),
            within("keep", 1, 5, name="diary_keep_on_scale"),
            within("leave", 1, 5, name="diary_leave_on_scale"),
        ]

    def __str__(self) -> str:
        return f"{self.day}"


class DecisionNote(models.Model):
    """The choice before it is saved as a decision, how sure, why, and a note for a hard day."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="decision_note")
    choice = models.CharField(max_length=4, choices=Outcome, blank=True)
    # Which of several offers is said yes to.
    offer = models.ForeignKey(
        Offer, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    sure = models.PositiveSmallIntegerField(null=True)
    because = models.CharField(max_length=2000, blank=True)
    note = models.CharField(max_length=2000, blank=True)

    class Meta:
        constraints = [
            known_or_open("choice", Outcome, name="decision_note_choice_known"),
            within("sure", 1, 5, name="decision_note_sure_on_scale"),
        ]

    def __str__(self) -> str:
        return f"Note of {self.case_id}"
