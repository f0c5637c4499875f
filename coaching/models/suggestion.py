from django.db import models

from offers.models import Case


class Suggestion(models.Model):
    """Somebody for the job who said yes to being named (S4-14). Without that yes there is no row.

    They are not on the list of people: nobody tells them anything for the person.
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="suggestion")
    name = models.CharField(max_length=120)
    reach = models.CharField(max_length=120)
    why = models.CharField(max_length=120)
    in_letter = models.BooleanField(default=False)
    said_yes_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name="") & ~models.Q(reach="") & ~models.Q(why=""),
                name="suggestion_is_whole",
            )
        ]

    def __str__(self) -> str:
        return f"Suggestion of {self.case_id}"
