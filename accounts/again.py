"""A password, or a code, is asked for again: why, and how to come back with a file in the hand."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

# By the page that the person is on their way to.
REASONS = {
    "coaching:export": "before everything of yours is downloaded",
    "coaching:erase": "before everything of yours is deleted",
    "coaching:share": "before somebody can read more of your case",
    "review:figures-file": "before the totals are downloaded",
}
OF_THE_ACCOUNT = "before your account changes"


class SaysWhyAgain:
    """The page that asks says what it asks for."""

    request: HttpRequest

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reason = reason_for(self.request.GET.get("next", ""))
        return super().get_context_data(**kwargs, reason=reason)  # type: ignore[misc]


def reason_for(url: str) -> str:
    try:
        name = resolve(urlsplit(url).path).view_name
    except (Resolver404, ValueError):
        return OF_THE_ACCOUNT
    if name.startswith("review:"):
        return REASONS.get(name, "before you open the desk")
    return REASONS.get(name, OF_THE_ACCOUNT)


def asked_before_the_page(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For a page whose button gives a file: who it is, is asked before the page is shown.

    Asked at the button, the file would come from the page of the password, which then stays.
    """

    @wraps(view)
    def asked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not is_reauthentication_required(request, app=""):
            return view(request, *args, **kwargs)
        if request.method == "POST":
            return redirect(request.get_full_path())
        raise ReauthenticationRequired

    return asked
