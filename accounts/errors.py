"""The calm pages for what went wrong.

They are rendered once, without request, session, CSRF token or database: whatever broke, they
work. (Django's own error views look at the request body again, and an odd one breaks them.) Only
words that were sent to a page that is gone are handed back.
"""

import sys
from functools import cache

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.template.loader import render_to_string

from .held import written

BACK_SOON = "30"


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400; or 413 when it was more than we read at once."""
    if isinstance(exception, RequestDataTooBig):
        return _page("too_large", 413)
    return _page("bad_request", 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page("permission_denied", 403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Who typed on a page that another tab removed, or that a link opens no more, loses nothing."""
    texts = _written(request) if request.method == "POST" and request.resolver_match else []
    if texts:
        return HttpResponse(render_to_string("errors/gone.html", {"texts": texts}), status=404)
    return _page("page_not_found", 404)


def _written(request: HttpRequest) -> list[str]:
    """Nothing of a body that cannot be read."""
    try:
        return written(request)
    except (BadRequest, SuspiciousOperation, MultiPartParserError, OSError):
        return []


def method_not_allowed(allow: str) -> HttpResponse:
    response = _page("method_not_allowed", 405)
    response["Allow"] = allow
    return response


def too_many_requests(request: HttpRequest) -> HttpResponse:
    return _page("too_many_requests", 429, retry_after="300")


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 when the database did not answer. Django calls this while handling the error."""
    if _database_is_away(sys.exception()):
        return _page("unavailable", 503, retry_after=BACK_SOON)
    return _page("server_error", 500)


def _database_is_away(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, OperationalError | InterfaceError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _page(name: str, status: int, retry_after: str = "") -> HttpResponse:
    response = HttpResponse(_html(name), status=status)
    if retry_after:
        response["Retry-After"] = retry_after
    return response


@cache
def _html(name: str) -> str:
    return render_to_string(f"errors/{name}.html")
