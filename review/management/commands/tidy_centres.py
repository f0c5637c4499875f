"""`manage.py tidy_centres [--rehearse]`: what each school’s days of keeping ask for today."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from centres.models import Centre, Retention
from review.retention import due, tidy


class Command(BaseCommand):
    help = "End idle sharings, take names off ended ones, erase what schools hold of old ones."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--rehearse", action="store_true", help="say it, and change nothing")

    def handle(self, *args: Any, rehearse: bool, **options: Any) -> None:
        now, would = timezone.now(), "would " if rehearse else ""
        for centre in Centre.objects.all():
            rule = Retention.of(centre)
            counts = due(rule, now).counts if rehearse else tidy(rule, now)
            done = ", ".join(f"{would}{what} {number}" for what, number in counts.items())
            self.stdout.write(f"{centre.slug}: {done}")
