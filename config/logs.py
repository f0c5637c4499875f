"""What the log leaves out."""

from logging import Filter, LogRecord

NOT_FOUND = 404


class NothingTyped(Filter):
    """Leaves out pages that are not there: their address is whatever somebody typed."""

    def filter(self, record: LogRecord) -> bool:
        return getattr(record, "status_code", None) != NOT_FOUND
