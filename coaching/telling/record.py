"""What happened with one person is written down once, however often the button is pressed."""

from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.db.models import Q
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
    """Add a row, unless this very form has added it already, or the same words stand there.

    `at` is now unless given. A form that was filled again by the back button has a new token but
    the same answers, and nobody calls twice in one minute.
    """
    row = Told(
        contact=contact,
        what=what,
        at=at or timezone.now(),
        said=said,
        asked=asked,
        asked_by=asked_by,
        token=token,
    )
    if Told.objects.filter(Q(token=token) | _the_same(row)).exists():
        return
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return  # the second of two clicks, in the same moment


def _the_same(row: Told) -> Q:
    names = ("contact", "what", "at", "said", "asked", "asked_by")
    return Q(**{name: getattr(row, name) for name in names})


def token_from(text: str) -> UUID:
    """The token a form came with; a new one when it was tampered with."""
    try:
        return UUID(text)
    except ValueError:
        return uuid4()
