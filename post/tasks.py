"""What the workers do for the outbox. Settings say how often; nothing here knows which engine."""

from datetime import timedelta

from django.tasks import task
from django.utils import timezone

from . import deliver
from .models import Mail

KEPT = timedelta(days=30)


@task
def deliver_due() -> int:
    return deliver.deliver_due()


@task
def forget_ended() -> int:
    """Delete what ended over a month ago: by then nothing would write the same mail again."""
    return Mail.objects.filter(ended_at__lt=timezone.now() - KEPT).delete()[0]
