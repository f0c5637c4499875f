from django.db import models

from .case import Case
from .choices import Answer, known_or_open

QUESTIONS = ("campus", "agency", "referred", "visa", "signed", "money", "quit_other")


def answer() -> "models.CharField[str, str]":
    return models.CharField(max_length=8, choices=Answer, blank=True)


class School(models.TextChoices):
    STUDENT = "student", "I am a student"
    ALUM = "alum", "I finished school in the last two years"
    NEITHER = "neither", "Neither"


class Situation(models.Model):
    """Facts that switch branches of the journey on."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="situation")
    school = models.CharField(max_length=8, choices=School, blank=True)
    campus = answer()
    agency = answer()
    referred = answer()
    visa = answer()
    visa_advised = models.BooleanField(default=False)
    signed = answer()
    money = answer()
    quit_other = answer()

    class Meta:
        constraints = [
            known_or_open("school", School, name="situation_school_known"),
            *(known_or_open(field, Answer, name=f"situation_{field}_known") for field in QUESTIONS),
        ]

    def __str__(self) -> str:
        return f"Situation of {self.case_id}"

    @property
    def has_school_to_tell(self) -> bool:
        return self.school == School.STUDENT and self.campus == Answer.YES

    @property
    def was_found_through_school(self) -> bool:
        """By somebody who has left it: its career center holds nothing up, but may like to know."""
        return self.school == School.ALUM and self.campus == Answer.YES

    @property
    def may_have_signed(self) -> bool:
        return self.signed in (Answer.YES, Answer.UNKNOWN)

    @property
    def needs_visa_advice(self) -> bool:
        return self.visa == Answer.YES and not self.visa_advised
