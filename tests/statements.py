"""What is asked of the database, but for opening and closing transactions."""

import re
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

BRACKETS = re.compile("BEGIN|COMMIT|SAVEPOINT|RELEASE")


def statements(act: Callable[[], Any]) -> tuple[list[str], Any]:
    """The statements while `act` runs, and what it returns."""
    with CaptureQueriesContext(connection) as captured:
        result = act()
    asked = [query["sql"] for query in captured.captured_queries]
    return [one for one in asked if not BRACKETS.match(one)], result
