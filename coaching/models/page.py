from django.db import models
from django.db.models import F

from offers.models import Case


class SavedPageQuerySet(models.QuerySet["SavedPage"]):
    def forget(self) -> None:
        """What these pages held was removed: they count as never saved. Twice is harmless."""
        self.filter(is_forgotten=False).update(
            is_forgotten=True, is_finished=False, version=F("version") + 1
        )


class SavedPage(models.Model):
    """The person has saved this page of this case, for the `version`th time.

    The version travels in the page's form, so that an old tab is never saved over a newer one. So
    the row outlives what the page held: a place that is filled again counts on from there.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="saved_pages")
    slug = models.SlugField(max_length=40)
    version = models.PositiveIntegerField(default=1)
    # False after "Save and come back later" with questions still open.
    is_finished = models.BooleanField(default=True)
    is_forgotten = models.BooleanField(default=False)
    saved_at = models.DateTimeField()

    objects = SavedPageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "slug"], name="saved_page_once_per_case")
        ]

    def __str__(self) -> str:
        return f"{self.slug}, version {self.version}"
