"""Answers marked N, after the decision: nobody but the person ever reads them."""

from django.db import models

from offers.models import Answer, Case
from offers.models.choices import known_or_open, within

MOST_LINES = 10
CHECK_IN_DAYS = (30, 90, 180)


class LookBack(models.Model):
    """Two weeks after the decision: what led here, how it feels, what helped (S2-21)."""

    LED = {
        "led_pushed": "I was pushed to answer fast",
        "led_dates": "Bad luck with dates",
        "led_unread": "I did not read all of the offer",
        "led_unasked": "I left a question unasked",
        "led_pay": "I did not ask for the pay I needed",
        "led_promise": "I trusted a promise that was not on paper",
        "led_counter": "My boss at the time made a counter-offer",
        "led_polite": "It was hard to say no",
        "led_fear": "I feared that no other offer would come",
        "led_changed": "Something changed that nobody could know",
    }

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="look_back")
    led_pushed = models.BooleanField(default=False)
    led_dates = models.BooleanField(default=False)
    led_unread = models.BooleanField(default=False)
    led_unasked = models.BooleanField(default=False)
    led_pay = models.BooleanField(default=False)
    led_promise = models.BooleanField(default=False)
    led_counter = models.BooleanField(default=False)
    led_polite = models.BooleanField(default=False)
    led_fear = models.BooleanField(default=False)
    led_changed = models.BooleanField(default=False)
    missed_sign = models.CharField(max_length=8, choices=Answer, blank=True)
    sign = models.CharField(max_length=120, blank=True)
    rushed = models.CharField(max_length=8, choices=Answer, blank=True)
    feels = models.PositiveSmallIntegerField(null=True)
    helped = models.CharField(max_length=2000, blank=True)
    to_self = models.CharField(max_length=2000, blank=True)
    regret = models.CharField(max_length=8, choices=Answer, blank=True)

    class Meta:
        constraints = [
            known_or_open("missed_sign", Answer, name="look_back_missed_sign_known"),
            known_or_open("rushed", Answer, name="look_back_rushed_known"),
            known_or_open("regret", Answer, name="look_back_regret_known"),
            within("feels", 1, 5, name="look_back_feels_on_scale"),
        ]

    def __str__(self) -> str:
        return f"Look back of {self.case_id}"

    @property
    def led(self) -> list[str]:
        return [name for name in self.LED if getattr(self, name)]


class CheckIn(models.Model):
    """Some time later: how the deciding went, and, apart from that, how it turned out."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="check_ins")
    days = models.PositiveSmallIntegerField()
    deciding = models.PositiveSmallIntegerField(null=True)
    deciding_words = models.CharField(max_length=500, blank=True)
    outcome = models.PositiveSmallIntegerField(null=True)
    outcome_words = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["case", "days"]
        constraints = [
            models.UniqueConstraint(fields=["case", "days"], name="check_in_once_per_time"),
            models.CheckConstraint(
                condition=models.Q(days__in=CHECK_IN_DAYS), name="check_in_at_a_known_time"
            ),
            within("deciding", 1, 5, name="check_in_deciding_on_scale"),
            within("outcome", 1, 5, name="check_in_outcome_on_scale"),
        ]

    def __str__(self) -> str:
        return f"Check-in of {self.case_id} after {self.days} days"


class NextOfferLine(models.Model):
    """One line of the person's own list for the next offer (S2-22), and whether it is ticked."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="next_offer_lines")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=120)
    is_ticked = models.BooleanField(default=False)

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="next_offer_line_once"),
            within("number", 1, MOST_LINES, name="next_offer_line_within_limit"),
            models.CheckConstraint(condition=~models.Q(words=""), name="next_offer_line_has_words"),
        ]

    def __str__(self) -> str:
        return self.words
