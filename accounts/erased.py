"""An old tab that sends something to a case that was erased is told so, and nothing is kept.

Who asks for a case that is not theirs is never told if there was one. So the browser that erased
it remembers that for a day: scrambled codes in a cookie, which name nobody and open nothing.
"""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac

from .held import written

COOKIE = "erased"
LASTS = timedelta(days=1)
MOST = 50
LENGTH = 16
PATH = "/c/"


def remember(request: HttpRequest, response: HttpResponse, codes: Iterable[str]) -> None:
    """Note in this browser that these cases were erased here."""
    marks = dict.fromkeys([*map(_mark, codes), *_marks(request)])
    response.set_cookie(
        COOKIE,
        ".".join(list(marks)[:MOST]),
        max_age=LASTS,
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


class ErasedMiddleware:
    """Goes below the check that our own page sent it, and above the question who did."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        return was_erased(request) if request.method == "POST" and is_erased(request) else None


def is_erased(request: HttpRequest) -> bool:
    """This browser erased the case that the address names."""
    assert request.resolver_match
    return _mark(request.resolver_match.kwargs.get("code", "")) in _marks(request)


def was_erased(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/erased.html", {"texts": written(request)}, status=410)


def _mark(code: str) -> str:
    return salted_hmac("accounts.erased", code, algorithm="sha256").hexdigest()[:LENGTH]


def _marks(request: HttpRequest) -> list[str]:
    return request.COOKIES.get(COOKIE, "").split(".")
