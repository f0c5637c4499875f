from django.db import models

from offers.models import Case


class PastedTerms(models.Model):
    """The words of a letter or contract, as the person pasted them. Erased by itself at a wish."""

    MOST_LETTERS = 20_000

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="pasted_terms")
    words = models.TextField(max_length=MOST_LETTERS, blank=True)

    def __str__(self) -> str:
        return f"Pasted terms of {self.case_id}"
