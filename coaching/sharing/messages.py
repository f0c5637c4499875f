"""Lines between the person and their career centre: written once, read, and told of by mail."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from centres.models import Membership
from coaching.models import MOST_MESSAGES, Message, Sharing
from offers.models import Case

from .mails import tell_by_mail, tell_the_desk
from .waiting import set_waiting


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
        if member is None:
            tell_the_desk(sharing)
        elif not others:
            tell_by_mail(sharing, f"message:{message.pk}", "messages")
    return message


def unread(case: Case) -> int:
    """How many lines of staff the person has not marked as read."""
    return Message.objects.filter(sharing__case=case, from_staff=True, read_at=None).count()


def mark_read(case: Case, up_to: int) -> None:
    """What stood on the page, up to the row of this number. A later one stays new."""
    new = Message.objects.filter(sharing__case=case, from_staff=True, read_at=None, pk__lte=up_to)
    new.update(read_at=timezone.now())
