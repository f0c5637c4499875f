"""Celery as the engine of our tasks, for those who set CELERY_BROKER_URL (decision 0013).

Only `deploy/work` and the backend of django.tasks read this; nothing else imports Celery.
"""

import os

from celery import Celery
from celery.schedules import crontab
from django.conf import settings

from config.engines import A_NIGHT, CLOCK

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("second-thoughts", broker=settings.CELERY_BROKER_URL)
app.conf.update(
    imports=sorted({task.rpartition(".")[0] for task in CLOCK}),
    # Nobody asks what a task gave back: what is done stands in our own tables.
    task_ignore_result=True,
    # A page gives a broker that is down two seconds and goes on: the next round finds the row.
    task_publish_retry=False,
    broker_connection_timeout=2,
    # A worker waits for it as long as it takes.
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    timezone=settings.TIME_ZONE,
    # A tick that nobody took in time is useless: the next one does its work.
    beat_schedule={
        task: {
            "task": task,
            "schedule": crontab(hour="0", minute="0") if every == A_NIGHT else every,
            "options": {"expires": every.total_seconds()},
        }
        for task, every in CLOCK.items()
    },
)
