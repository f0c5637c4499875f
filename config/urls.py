from django.urls import include, path

from centres import operators

handler400 = "accounts.errors.bad_request"
handler403 = "accounts.errors.permission_denied"
handler404 = "accounts.errors.page_not_found"
handler429 = "accounts.errors.too_many_requests"
handler500 = "accounts.errors.server_error"

urlpatterns = [
    path("account/", include("accounts.urls")),
    path("account/", include("allauth.account.urls")),
    path("account/", include("centres.urls")),
    path("account/2fa/", include("allauth.mfa.urls")),
    path("staff/", include("review.urls")),
    path("operator/", operators.site.urls),
    path("", include("coaching.urls")),
]
