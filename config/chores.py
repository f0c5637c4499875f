"""Work of the house itself: what its engine leaves behind. Settings say how often."""

from django.core.management import call_command
from django.tasks import task


@task
def forget_work() -> None:
    """Delete what was done a week ago, and what failed: the engine keeps each task until then."""
    call_command("ox_prune", older_than="7d", include_failed=True)
