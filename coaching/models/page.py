from django.db import models

from offers.models import Case


class SavedPage(models.Model):
    """The person has saved this page of this case, for the `version`th time.

    The version travels in the page's form, so that an old tab is never saved over a newer one.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="saved_pages")
    slug = models.SlugField(max_length=40)
    version = models.PositiveIntegerField(default=1)
    # False after "Save and come back later" with questions still open.
    is_finished = models.BooleanField(default=True)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "slug"], name="saved_page_once_per_case")
        ]

    def __str__(self) -> str:
        return f"{self.slug}, version {self.version}"
