"""The engines that may run our tasks, and the clock they go by. Why these two: decision 0013."""

from datetime import timedelta
from typing import Any

A_NIGHT = timedelta(days=1)

CLOCK = {
    "post.tasks.deliver_due": timedelta(minutes=1),
    "coaching.tasks.remind_who_is_due": timedelta(minutes=5),
    "centres.tasks.import_rosters": timedelta(minutes=1),
    "centres.tasks.forget_rosters": A_NIGHT,
    "coaching.tasks.count_what_closed": A_NIGHT,
    "review.tasks.tidy_centres": A_NIGHT,
    "post.tasks.forget_ended": A_NIGHT,
    "config.chores.forget_work": A_NIGHT,
}


def engine(celery_broker: str) -> dict[str, Any]:
    """The setting `TASKS["default"]`: Celery for those who name a broker, else our own database."""
    return _celery() if celery_broker else _ox()


def _ox() -> dict[str, Any]:
    schedules = {
        task: {"task": task} | ({"cron": "@daily"} if every == A_NIGHT else {"every": every})
        for task, every in CLOCK.items()
    }
    return {
        "BACKEND": "django_ox.backend.OxBackend",
        "OPTIONS": {"LOCK_TIMEOUT": 120, "SCHEDULES": schedules},
    }


def _celery() -> dict[str, Any]:
    """Its own clock is in `config.celery`: it stands beside the workers, not in the settings."""
    return {
        "BACKEND": "django_tasks_celery.CeleryBackend",
        "OPTIONS": {"CELERY_APP": "config.celery.app"},
    }
