"""What the workers do for coaching. Settings say how often."""

from django.tasks import task
from django.utils import timezone

from .counting.publish import publish_due
from .reminding.round import remind


@task
def remind_who_is_due() -> int:
    return remind(timezone.now())


@task
def count_what_closed() -> int:
    return publish_due(timezone.now())
