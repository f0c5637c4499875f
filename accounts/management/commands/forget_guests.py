from datetime import timedelta
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand, CommandParser
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User


class Command(BaseCommand):
    help = "Forget guests who came long ago and whose session has ended. Prints a count, no names."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--older-than-days", type=int, default=30, metavar="N", help="came so long ago"
        )
        parser.add_argument("--dry-run", action="store_true", help="count, but delete nothing")

    def handle(self, *, older_than_days: int, dry_run: bool, **options: Any) -> None:
        idle = idle_guests(timedelta(days=older_than_days))
        count = idle.count()
        if not dry_run:
            idle.delete()
        verb = "would be forgotten" if dry_run else "forgotten"
        self.stdout.write(f"{count} guest{'' if count == 1 else 's'} {verb}.")


def idle_guests(idle_for: timedelta) -> QuerySet[User]:
    """Guests who came longer ago than this and whom no browser can reach any more."""
    long_ago = timezone.now() - idle_for
    guests = User.objects.filter(email=None, joined_at__lt=long_ago)
    reachable = _signed_in().intersection(guests.values_list("pk", flat=True))
    return guests.exclude(pk__in=reachable)


def _signed_in() -> set[int]:
    live = Session.objects.filter(expire_date__gt=timezone.now()).iterator(chunk_size=500)
    owners = (session.get_decoded().get(SESSION_KEY) for session in live)
    return {int(owner) for owner in owners if owner}
