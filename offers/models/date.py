from __future__ import annotations

from datetime import datetime

from django.db import models

from .case import Case


class DecisionDate(models.Model):
    """When the person will decide. A move adds a row; the newest one counts.

    The instant, the zone and the wall time are all kept: if a country changes its clocks, “10am”
    is still what the person meant.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="decision_dates")
    decide_at = models.DateTimeField()
    zone = models.CharField(max_length=64)
    wall = models.CharField(max_length=16)
    set_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-set_at", "-pk"]

    def __str__(self) -> str:
        return self.wall

    @classmethod
    def of(cls, case: Case, moment: datetime) -> DecisionDate:
        """An unsaved date at an aware `moment` in the person's own zone."""
        local = moment.astimezone(case.zone)
        wall = local.strftime("%Y-%m-%dT%H:%M")
        return cls(case=case, decide_at=moment, zone=case.time_zone, wall=wall)

    @property
    def local(self) -> datetime:
        """The moment on the clock where the person is now, which may be another than then."""
        return self.decide_at.astimezone(self.case.zone)
