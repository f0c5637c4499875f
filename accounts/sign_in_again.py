"""When a POST arrives after its session ended, the person gets back what they typed."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render, resolve_url

from . import errors
from .erased import is_erased, was_erased
from .held import hold, written


class SignInAgainMiddleware(LoginRequiredMiddleware):
    """Django's gate, but a POST is answered with the typed words instead of a redirect."""

    def handle_no_permission(self, request: HttpRequest, view_func: object) -> HttpResponseBase:
        if request.method != "POST":
            return super().handle_no_permission(request, view_func)
        return handed_back(request, signed_out=True)


def stale_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF_FAILURE_VIEW. A page of ours that was open too long keeps its words; others get none."""
    if not _comes_from_us(request):
        return errors.permission_denied(request)
    if is_erased(request):
        return was_erased(request)
    private = getattr(request.resolver_match.func, "login_required", True)
    return handed_back(request, signed_out=private and not request.user.is_authenticated)


def handed_back(request: HttpRequest, *, signed_out: bool) -> HttpResponse:
    """A page with the typed words on it; they are kept too, for when their page opens again."""
    page = {
        "signed_out": signed_out,
        "texts": written(request),
        "kept": hold(request),
        "path": request.path
        if _can_be_opened(request)
        else resolve_url(settings.LOGIN_REDIRECT_URL),
    }
    return render(request, "accounts/handed_back.html", page, status=403)


def _can_be_opened(request: HttpRequest) -> bool:
    """False for an address that only takes a POST, such as a button’s own."""
    view = getattr(request.resolver_match.func, "view_class", None)
    return view is None or hasattr(view, "get")


def _comes_from_us(request: HttpRequest) -> bool:
    """True if the browser says that one of our own pages sent this."""
    source = request.headers.get("Origin") or request.headers.get("Referer", "")
    parts = urlsplit(source)
    here = (request.scheme, request.get_host())
    return (parts.scheme, parts.netloc) == here or source in settings.CSRF_TRUSTED_ORIGINS
