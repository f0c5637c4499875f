"""The engine keeps a row for each task it did; the house clears them away."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string
from django_ox.models import OxTask

from config.chores import forget_work
from config.engines import CLOCK, engine
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
    for task in CLOCK:
        assert import_string(task).call


def test_our_own_engine_goes_by_the_clock():
    assert settings.TASKS["default"] == engine("")
    schedules = engine("")["OPTIONS"]["SCHEDULES"]
    assert {entry["task"] for entry in schedules.values()} == set(CLOCK)
    assert schedules["post.tasks.deliver_due"]["every"] == timedelta(minutes=1)
    assert schedules["post.tasks.forget_ended"]["cron"] == "@daily"


def test_who_names_a_broker_has_celery():
    """That it runs was tried by hand (docs/decisions/0026): here is neither Celery nor a broker."""
    assert engine("redis://127.0.0.1/0")["BACKEND"] == "django_tasks_celery.CeleryBackend"
