"""Lines between the person and their career centre: written once, read, and told of by mail."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from centres.models import Membership
from coaching.models import MOST_MESSAGES, Message, Sharing
from offers.models import Case
from post.write import write

from .waiting import set_waiting

# Safety rule 11: no name and no typed word is in a mail.
SUBJECT = "You have a message"
BODY = """You have a message on Second Thoughts. Read it here:

{link}

Nobody but you gets this mail. To stop it, stop sharing on that site.
"""
USELESS_AFTER = timedelta(days=7)


def is_full(sharing: Sharing) -> bool:
    return Message.objects.filter(sharing=sharing).count() >= MOST_MESSAGES


@transaction.atomic
def write_message(
    sharing: Sharing, words: str, token: UUID, member: Membership | None = None
) -> Message:
    """Add a line of the person, or of this member of staff; once for each token.

    A line of staff is told of by mail, unless the person has not read an earlier one yet.
    """
    others = Message.objects.filter(sharing=sharing, from_staff=True, read_at=None).exists()
    message, is_new = Message.objects.get_or_create(
        token=token,
        defaults={
            "sharing": sharing,
            "from_staff": member is not None,
            "member": member,
            "name": member.name if member else "",
            "words": words,
            "at": timezone.now(),
        },
    )
    if is_new:
        set_waiting(sharing)
        if member and not others:
            tell_by_mail(sharing, f"message:{message.pk}", "messages")
    return message


def tell_by_mail(sharing: Sharing, key: str, page: str, *about: object) -> None:
    """To the person’s own address, if they have one: that there is something to read on `page`."""
    owner = sharing.case.owner
    if not owner.email:
        return
    path = reverse(f"coaching:{page}", args=[sharing.case.code, *about])
    now = timezone.now()
    write(
        key=key,
        to=owner.email,
        subject=SUBJECT,
        body=BODY.format(link=settings.SITE_URL + path),
        due_at=now,
        useless_at=now + USELESS_AFTER,
    )


def unread(case: Case) -> int:
    """How many lines of staff the person has not marked as read."""
    return Message.objects.filter(sharing__case=case, from_staff=True, read_at=None).count()


def mark_read(case: Case, up_to: int) -> None:
    """What stood on the page, up to the row of this number. A later one stays new."""
    new = Message.objects.filter(sharing__case=case, from_staff=True, read_at=None, pk__lte=up_to)
    new.update(read_at=timezone.now())
