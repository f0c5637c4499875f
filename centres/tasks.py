"""What the workers do for career centres. Settings say how often."""

from django.tasks import task
from django.utils import timezone

from . import rosters


@task
def import_rosters() -> int:
    return rosters.import_due()


@task
def forget_rosters() -> None:
    rosters.forget_old(timezone.now())
