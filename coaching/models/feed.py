from django.db import models

from offers.models import Case

from .reminders import new_token


class CalendarFeed(models.Model):
    """The secret link by which a calendar reads the dates of a case. Ended, it is gone for good."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="calendar_feed")
    token = models.CharField(max_length=40, unique=True, default=new_token)

    def __str__(self) -> str:
        return f"Calendar of {self.case_id}"
