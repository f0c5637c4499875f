"""What the workers do for the staff desk. Settings say how often."""

from django.tasks import task
from django.utils import timezone

from .retention import tidy_all


@task
def tidy_centres() -> dict[str, int]:
    return tidy_all(timezone.now())
