from secrets import token_urlsafe

from django.db import models

from offers.models import Case


def new_token() -> str:
    return token_urlsafe(24)


class Reminders(models.Model):
    """Which e-mail a person asked for. `token` is the link that stops it, without signing in.

    `look_at` is when a worker next sees whether something is due; empty when nothing can be.
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="reminders")
    date = models.BooleanField(default=False)
    diary = models.BooleanField(default=False)
    telling = models.BooleanField(default=False)
    # Two weeks after deciding, and after 30, 90 and 180 days: these go on when a case is closed.
    after = models.BooleanField(default=False)
    keep_in_touch_on = models.DateField(null=True, blank=True)
    asked_at = models.DateTimeField()
    look_at = models.DateTimeField(null=True, db_index=True)
    token = models.CharField(max_length=40, unique=True, default=new_token)

    class Meta:
        verbose_name_plural = "reminders"

    def __str__(self) -> str:
        return f"Reminders of {self.case_id}"

    @property
    def are_on(self) -> bool:
        return self.date or self.diary or self.telling or self.go_on_when_closed

    @property
    def go_on_when_closed(self) -> bool:
        return self.after or self.keep_in_touch_on is not None
