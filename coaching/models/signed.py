from django.db import models

from offers.models import Answer, Case
from offers.models.choices import known_or_open
from offers.models.situation import answer


def copied() -> "models.CharField[str, str]":
    return models.CharField(max_length=2000, blank=True)


class SignedTerms(models.Model):
    """What the person found when they read what they signed (S0-13, S4-10). Never a verdict.

    Beside the answers of each screen stand the words copied from the papers, as they are there.
    """

    QUESTIONS = (
        "signed",
        "start_by",
        "notice",
        "final_pay",
        "repay",
        "money",
        "other_work",
        "visa",
        "campus",
    )

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="signed_terms")
    signed = answer()
    signed_words = copied()
    start_by = answer()
    notice = answer()
    final_pay = answer()
    tell_by = models.DateField(null=True, blank=True)
    notice_words = copied()
    repay = answer()
    repay_words = copied()
    money = answer()
    money_words = copied()
    other_work = answer()
    other_work_words = copied()
    visa = answer()
    visa_words = copied()
    campus = answer()
    campus_words = copied()

    class Meta:
        constraints = [
            known_or_open("signed", Answer, name="signed_signed_known"),
            known_or_open("start_by", Answer, name="signed_start_by_known"),
            known_or_open("notice", Answer, name="signed_notice_known"),
            known_or_open("final_pay", Answer, name="signed_final_pay_known"),
            known_or_open("repay", Answer, name="signed_repay_known"),
            known_or_open("money", Answer, name="signed_money_known"),
            known_or_open("other_work", Answer, name="signed_other_work_known"),
            known_or_open("visa", Answer, name="signed_visa_known"),
            known_or_open("campus", Answer, name="signed_campus_known"),
        ]

    def __str__(self) -> str:
        return f"Signed terms of {self.case_id}"
