"""Everything of one person gone, at once and for ever."""

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.utils import timezone

from accounts.models import User
from centres import team
from coaching.counting.closing import take_out
from coaching.sharing.appointments import tell_who_would_come
from offers.models import Case

from .whose import mail_of


def erase(user: User) -> None:
    """Delete the person with every row of theirs, at once and for ever. Harmless a second time."""
    with transaction.atomic():
        now = timezone.now()
        tell_who_would_come(Case.objects.owned_by(user), now)
        for member in user.memberships.all():
            team.leave(member, now)
        mail_of(user).delete()
        take_out(Case.objects.owned_by(user))
        _end_sessions(user)
        _forget_limits(user)
        User.objects.filter(pk=user.pk).delete()
    wipe_the_log()


def _end_sessions(user: User) -> None:
    """Every browser of theirs; what it held of them goes along."""
    wanted = [
        session.pk
        for session in Session.objects.iterator(chunk_size=500)
        if session.get_decoded().get(SESSION_KEY) == str(user.pk)
    ]
    Session.objects.filter(pk__in=wanted).delete()


def _forget_limits(user: User) -> None:
    """How often they tried something, where that is counted by who they are."""
    table = connection.ops.quote_name(settings.CACHES["default"]["LOCATION"])
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE cache_key LIKE %s", [f"%:user:{user.pk}"])


def wipe_the_log() -> None:
    """SQLite keeps what was written in its log until that is folded in; fold it in now.

    It overwrites what is erased (secure_delete), and empties the log. With readers at work the
    next fold does it.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
