from django.db import models

from centres.models import Reason, Tally
from offers.models import Case
from offers.models.choices import known_or_open


class Counted(models.Model):
    """This case has a line in its school’s totals, and the person agreed to this reason in it.

    When the case is erased, this goes, and nothing tells any more whose line it is.
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="counted")
    tally = models.OneToOneField(Tally, on_delete=models.CASCADE, related_name="counted")
    reason = models.CharField(max_length=16, choices=Reason, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [known_or_open("reason", Reason, name="counted_reason_known")]

    def __str__(self) -> str:
        return f"Count of {self.case_id}"
