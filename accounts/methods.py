"""Which methods a page knows, and the page that says so.

Django’s form views take a PUT for a POST, and allauth’s are such: pages about an account are read
and sent, and nothing else.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from . import errors

KNOWN = ("GET", "HEAD", "POST", "OPTIONS")


class NotAllowedMiddleware:
    """A method that a page does not know is answered by a page of ours: Django’s answer is blank.

    Its `Allow` stays.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            return errors.method_not_allowed(response["Allow"])
        return response


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
