"""Who may open which of allauth's pages: it knows only strangers and account holders, no guests."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from . import second_step
from .guests import signed_in

View = Callable[..., HttpResponseBase]


def guests_as_strangers(view: View) -> View:
    """Let a guest sign in: for this page they are nobody yet. Their session stays as it is.

    Without this, allauth sends guests away from the sign-in page, and a reset link would end
    their session. The adapter looks into the session itself to find the guest to adopt.
    """

    @wraps(view)
    def as_stranger(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.user.is_authenticated and request.user.is_guest:
            request.user = AnonymousUser()
        return view(request, *args, **kwargs)

    return as_stranger


def account_holders_only(view: View) -> View:
    """A guest has no e-mail address or password to change: they join first."""

    @wraps(view)
    def with_account(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.user.is_authenticated and request.user.is_guest:
            return redirect("accounts:join")
        return view(request, *args, **kwargs)

    return with_account


def not_by_password_alone(view: View) -> View:
    """Where the second step is changed or its codes are shown: who has one gives a code first.

    allauth is content with the password there, which could then take the second step away.
    """

    @wraps(view)
    def by_code(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        user = signed_in(request)
        if second_step.has_one(user) and not second_step.is_open(request, user):
            return second_step.ask(request)
        return view(request, *args, **kwargs)

    return by_code


def second_click_goes_on(view: View) -> View:
    """Send on whoever clicked twice on "Sign in".

    The first click moved everything to a new session. The second still names the old one, and its
    answer comes last: it must not take away the cookie that the first has just set.
    """

    @wraps(view)
    def sent_on(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.method != "POST" or request.session.keys():
            return view(request, *args, **kwargs)
        request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)  # nothing to delete, then
        return redirect(settings.LOGIN_REDIRECT_URL)

    return sent_on
