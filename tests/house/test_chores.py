"""The engine keeps a row for each task it did; the house clears them away."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string
from django_ox.models import OxTask

from config.chores import forget_work
from post.tasks import deliver_due

pytestmark = pytest.mark.django_db


def done(status: str, days_ago: int) -> None:
    deliver_due.enqueue()
    new = OxTask.objects.filter(finished_at=None)
    new.update(status=status, finished_at=timezone.now() - timedelta(days=days_ago))


def test_what_was_done_or_failed_a_week_ago_is_forgotten():
    for status in (OxTask.Status.SUCCESSFUL, OxTask.Status.FAILED):
        done(status, days_ago=8)
        done(status, days_ago=6)
    deliver_due.enqueue()

    forget_work.call()

    assert OxTask.objects.exclude(finished_at=None).count() == 2
    assert OxTask.objects.filter(finished_at=None).count() == 1


def test_every_task_of_the_clock_is_there():
    for entry in settings.TASKS["default"]["OPTIONS"]["SCHEDULES"].values():
        assert import_string(entry["task"]).call
