from django.urls import include, path

urlpatterns = [
    path("account/", include("accounts.urls")),
    path("account/", include("allauth.account.urls")),
    path("", include("coaching.urls")),
]
