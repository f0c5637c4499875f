"""What the log leaves out."""

from logging import Filter, LogRecord

from django.http import HttpRequest

NOT_FOUND = 404


class NothingTyped(Filter):
    """Leaves out pages that are not there: their address is whatever somebody typed.

    Of other pages it names the page and not the address: some open to whoever knows theirs.
    """

    def filter(self, record: LogRecord) -> bool:
        request: HttpRequest | None = getattr(record, "request", None)
        if request and isinstance(record.args, tuple):
            match = request.resolver_match
            page = match.view_name if match else "no page"
            record.args = tuple(page if one == request.path else one for one in record.args)
        return getattr(record, "status_code", None) != NOT_FOUND
