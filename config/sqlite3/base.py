"""SQLite whose threads stand in line to write.

SQLite lets one writer in at a time. The others sleep and try again, up to a tenth of a second
apart, so whoever comes late may well be first, and somebody waits for seconds. Here the threads of
one process wait for each other instead, and the next one starts at once. Other processes are kept
apart by SQLite as ever.
"""

from threading import Lock
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

LONGEST_WAIT = 5  # seconds; then somebody has written for long, and the person hears so
pen = Lock()


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's own, but for who begins a transaction when."""

    holds_pen = False

    def _start_transaction_under_autocommit(self) -> None:
        self.holds_pen = pen.acquire(timeout=LONGEST_WAIT)
        if not self.holds_pen:
            raise OperationalError("The database is locked: no turn to write in time.")
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._pass_on()
            raise

    def _commit(self) -> Any:
        result = super()._commit()  # type: ignore[misc]
        self._pass_on()
        return result

    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc]
        finally:
            self._pass_on()

    def _close(self) -> Any:
        try:
            return super()._close()  # type: ignore[misc]
        finally:
            self._pass_on()

    def _pass_on(self) -> None:
        if self.holds_pen:
            self.holds_pen = False
            pen.release()
