"""The hour at which the tests run: the same at night, on a Sunday, and on a machine far away.

A person at five in the morning meets other deadlines than one at noon, so a story that names no
hour would pass or fail with the hour. `pytest --at 2028-02-29T23:50+00:00` runs them at another.
"""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

TUESDAY = 1


def pytest_addoption(parser):
    parser.addoption("--at", type=datetime.fromisoformat, default=next_tuesday())


def next_tuesday() -> datetime:
    """At three in the afternoon UTC. Ahead of the browser's own clock, which drops old cookies."""
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    day = tomorrow + timedelta(days=(TUESDAY - tomorrow.weekday()) % 7)
    return day.replace(hour=15, minute=0, second=0, microsecond=0)


@pytest.fixture(scope="session", autouse=True)
def _clock(request):
    with time_machine.travel(request.config.getoption("at"), tick=True):
        yield
