"""What happened with one person is written down once, however often the button is pressed."""

from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from coaching.models import Happened, Told
from offers.models import Contact


def record(
    contact: Contact,
    what: Happened,
    token: UUID,
    *,
    at: datetime | None = None,
    said: str = "",
    asked: str = "",
    asked_by: date | None = None,
) -> None:
    """Add a row, unless this very form has added it already. `at` is now unless given."""
    row = Told(
        contact=contact,
        what=what,
        at=at or timezone.now(),
        said=said,
        asked=asked,
        asked_by=asked_by,
        token=token,
    )
    if Told.objects.filter(token=token).exists():
        return
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return  # the second of two clicks, in the same moment


def token_from(text: str) -> UUID:
    """The token a form came with; a new one when it was tampered with."""
    try:
        return UUID(text)
    except ValueError:
        return uuid4()
