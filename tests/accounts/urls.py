"""Stand-ins for the floors above, so that these tests know accounts alone."""

from django.contrib.auth.decorators import login_not_required
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views import View
from django.views.generic import RedirectView

from accounts.guests import ensure_signed_in
from accounts.held import take_held
from offers.models import Case

handler400 = "accounts.errors.bad_request"
handler403 = "accounts.errors.permission_denied"
handler404 = "accounts.errors.page_not_found"
handler429 = "accounts.errors.too_many_requests"
handler500 = "accounts.errors.server_error"


class Private(View):
    """A page only for people who are signed in; it fills its form with what was held."""

    def get(self, request: HttpRequest, name: str) -> HttpResponse:
        words = take_held(request, request.path)
        return HttpResponse("nothing held" if words is None else words.urlencode())

    def post(self, request: HttpRequest, name: str) -> HttpResponse:
        return HttpResponse("saved")


@login_not_required
def start(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        Case.objects.create(owner=ensure_signed_in(request), stage="accepted")
    return HttpResponse("started")


@login_not_required
def database_away(request: HttpRequest) -> HttpResponse:
    raise OperationalError("the connection is gone")


@login_not_required
def bug(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a bug of ours")


home = login_not_required(RedirectView.as_view(url="/start/"))
coaching = [
    path("", home, name="landing"),
    path("start/", start, name="start"),
    path("guide/", home, name="guides"),
    path("account/export/", home, name="export"),
    path("account/delete/", home, name="erase"),
    *(
        path(f"{name}/", Private.as_view(), {"name": name}, name=name)
        for name in (
            *(
                "cases",
                "help-now",
                "support",
                "privacy",
                "what-staff-see",
                "accessibility",
                "my-school",
            ),
        )
    ),
]

urlpatterns = [
    path("account/", include("accounts.urls")),
    path("account/", include("allauth.account.urls")),
    path("account/2fa/", include("allauth.mfa.urls")),
    path("account/school/", home, name="school_sign_in"),
    path("private/<name>/", Private.as_view(), name="private"),
    path("database-away/", database_away),
    path("bug/", bug),
    path("", include((coaching, "coaching"))),
]
