"""Pages about an account are read and sent, and nothing else.

Django’s form views take a PUT for a POST, and allauth’s are such; ours say which methods they know.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

KNOWN = ("GET", "HEAD", "POST", "OPTIONS")


class AccountMethodsMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        is_known = request.method in KNOWN or not request.path.startswith("/account/")
        return None if is_known else HttpResponseNotAllowed(KNOWN)
