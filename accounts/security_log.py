"""What an operator must be able to look into later: refusals, files, and who was let in to read.

One line of JSON each, in UTC, with the numbers of people and the names of our pages. Nothing that
somebody typed, an address least of all: not even the one that a sign-in failed with.
"""

import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

LOG = logging.getLogger("security")
STAFF = {"review", "operator"}
GUARDED = STAFF | {"coaching"}
REFUSED = {403, 404}


def note(event: str, request: HttpRequest | None, **numbers: int) -> None:
    """Write one line. `numbers` are keys of rows and codes of answers."""
    found = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "event": event}
    match = request.resolver_match if request else None
    user = getattr(request, "user", None)
    page = {"page": match.view_name} if match else {}
    person = {"user": user.pk} if user is not None and user.is_authenticated else {}
    LOG.info(json.dumps(found | page | person | numbers))


class SecurityLogMiddleware:
    """Looks at every answer to who is signed in: was it a refusal, or a file of the staff?"""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        if match and match.namespace in GUARDED and request.user.is_authenticated:
            if response.status_code in REFUSED:
                note("refused", request, status=response.status_code)
            elif match.namespace in STAFF and "Content-Disposition" in response:
                note("file", request)
        return response


@receiver(user_login_failed)
def note_failure(request: HttpRequest | None = None, **kwargs: Any) -> None:
    note("sign-in failed", request)
