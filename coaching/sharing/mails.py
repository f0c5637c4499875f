"""That something is new, by mail: constant words and a link."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from centres.models import Membership, MembershipRole
from coaching.models import Sharing
from post.models import Mail
from post.write import write

# Safety rule 11: no name and no typed word is in a mail.
SUBJECT = "Something is new for you"
TO_THE_PERSON = """Something is new for you on Second Thoughts. Read it here:

{link}

Nobody but you gets this mail. To stop it, stop sharing on that site.
"""
TO_STAFF = """A time to talk changed on Second Thoughts. See all of yours here:

{link}

Nobody but you gets this mail.
"""
WAITING = """Something new came to your desk on Second Thoughts. See it here:

{link}

You get at most one such mail a day. Nobody but you gets it.
"""
SUBJECT_OF_ENDING = "What you share ends soon"
ENDING = """What you share on Second Thoughts ends by itself in a week, for nothing happened there.

You need do nothing to let it end. To go on, open this page and share once more:

{link}

Nobody but you gets this mail.
"""
USELESS_AFTER = timedelta(days=7)
MORNING = time(8)


def tell_by_mail(sharing: Sharing, key: str, page: str, *about: object) -> None:
    """To the person’s own address, if they have one: that there is something to read on `page`."""
    _tell(sharing, key, SUBJECT, TO_THE_PERSON, page, *about)


def tell_of_the_end(sharing: Sharing, key: str) -> None:
    """To the person: that their sharing ends by itself, and how it would not."""
    _tell(sharing, key, SUBJECT_OF_ENDING, ENDING, "share")


def tell_staff(member: Membership, key: str) -> None:
    """To somebody who works there: that one of their times to talk changed."""
    _tell_member(member, key, TO_STAFF, "mine")


def tell_the_desk(sharing: Sharing) -> None:
    """To the adviser of this case that somebody waits; to the leads while it is with nobody.

    One mail a day, as it is on their clocks: what comes after it is told of the next morning.
    """
    now = timezone.now().astimezone(sharing.centre.zone)
    today, tomorrow = now.date(), now.date() + timedelta(days=1)
    morning = datetime.combine(tomorrow, MORNING, sharing.centre.zone)
    page = "mine" if sharing.adviser else "queue"
    for member in _who_helps(sharing):
        if not _tell_member(member, f"waits:{member.pk}:{today}", WAITING, page):
            _tell_member(member, f"waits:{member.pk}:{tomorrow}", WAITING, page, morning)


def forget_mails_to(member: Membership) -> None:
    """What waits to tell them that somebody waits does not leave any more."""
    waiting = Mail.objects.filter(state=Mail.State.WAITING)
    waiting.filter(key__startswith=f"waits:{member.pk}:").delete()


def _who_helps(sharing: Sharing) -> Iterable[Membership]:
    if sharing.adviser:
        return [sharing.adviser]
    here = Membership.objects.active().filter(centre=sharing.centre_id, role=MembershipRole.LEAD)
    return here.select_related("user") if sharing.team_may_read else []


def _tell_member(
    member: Membership, key: str, words: str, page: str, due_at: datetime | None = None
) -> bool:
    works_there = member.ended_at is None and member.user and member.user.is_active
    if not (works_there and member.user and member.user.email):
        return False
    return _write(key, member.user.email, SUBJECT, words, reverse(f"review:{page}"), due_at)


def _tell(sharing: Sharing, key: str, subject: str, words: str, page: str, *about: object) -> None:
    owner = sharing.case.owner
    if owner.email:
        path = reverse(f"coaching:{page}", args=[sharing.case.code, *about])
        _write(key, owner.email, subject, words, path)


def _write(
    key: str, to: str, subject: str, words: str, path: str, due_at: datetime | None = None
) -> bool:
    due_at = due_at or timezone.now()
    return write(
        key=key,
        to=to,
        subject=subject,
        body=words.format(link=settings.SITE_URL + path),
        due_at=due_at,
        useless_at=due_at + USELESS_AFTER,
    )
