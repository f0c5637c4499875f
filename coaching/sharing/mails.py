"""That something is new, by mail: constant words and a link."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from centres.models import Membership
from coaching.models import Sharing
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
SUBJECT_OF_ENDING = "What you share ends soon"
ENDING = """What you share on Second Thoughts ends by itself in a week, for nothing happened there.

You need do nothing to let it end. To go on, open this page and share once more:

{link}

Nobody but you gets this mail.
"""
USELESS_AFTER = timedelta(days=7)


def tell_by_mail(sharing: Sharing, key: str, page: str, *about: object) -> None:
    """To the person’s own address, if they have one: that there is something to read on `page`."""
    _tell(sharing, key, SUBJECT, TO_THE_PERSON, page, *about)


def tell_of_the_end(sharing: Sharing, key: str) -> None:
    """To the person: that their sharing ends by itself, and how it would not."""
    _tell(sharing, key, SUBJECT_OF_ENDING, ENDING, "share")


def tell_staff(member: Membership, key: str) -> None:
    """To somebody who works there: that one of their times to talk changed."""
    works_there = member.ended_at is None and member.user and member.user.is_active
    if works_there and member.user and member.user.email:
        _write(key, member.user.email, SUBJECT, TO_STAFF, reverse("review:mine"))


def _tell(sharing: Sharing, key: str, subject: str, words: str, page: str, *about: object) -> None:
    owner = sharing.case.owner
    if owner.email:
        path = reverse(f"coaching:{page}", args=[sharing.case.code, *about])
        _write(key, owner.email, subject, words, path)


def _write(key: str, to: str, subject: str, words: str, path: str) -> None:
    now = timezone.now()
    write(
        key=key,
        to=to,
        subject=subject,
        body=words.format(link=settings.SITE_URL + path),
        due_at=now,
        useless_at=now + USELESS_AFTER,
    )
