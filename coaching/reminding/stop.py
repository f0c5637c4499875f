"""Stop a person's reminders, from the page or from a link in the mail. Twice is harmless."""

from coaching.models import Reminders
from post.models import Mail


def stop(row: Reminders) -> None:
    """Ask for nothing any more, and take back what waits in the outbox."""
    Reminders.objects.filter(pk=row.pk).update(
        date=False, diary=False, telling=False, after=False, keep_in_touch_on=None, look_at=None
    )
    take_back(row)


def take_back(row: Reminders) -> None:
    """Whoever closes or deletes the case gets no mail that was written a moment before."""
    waiting = Mail.objects.filter(key__startswith=f"reminder:{row.pk}:", state=Mail.State.WAITING)
    waiting.delete()
