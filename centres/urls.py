"""Signing in through a school. allauth's own addresses for it, with our rules around them."""

from collections.abc import Callable
from functools import wraps

from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as oidc
from allauth.socialaccount.providers.saml import views as saml
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.views.generic import RedirectView, TemplateView
from lxml.etree import XMLSyntaxError

from accounts.entrance import guests_as_strangers as strangers

from .models import SchoolSignIn
from .views import SchoolSignInView, leads_to_a_school

View = Callable[..., HttpResponseBase]


def of_a_school(view: View) -> View:
    """For a school that signs in by SAML; what is posted to another is not even kept.

    python3-saml reads the Host header itself, and breaks where a browser sent none. It breaks too
    on an answer that is no XML.
    """

    @wraps(view)
    def known(request: HttpRequest, organization_slug: str) -> HttpResponseBase:
        get_object_or_404(SchoolSignIn, app__provider="saml", app__client_id=organization_slug)
        request.META.setdefault("HTTP_HOST", request.get_host())
        try:
            return view(request, organization_slug)
        except XMLSyntaxError:
            return redirect("socialaccount_login_error")

    return known


not_signed_in = login_not_required(
    TemplateView.as_view(template_name="socialaccount/authentication_error.html")
)
saml_at = "saml/<slug:organization_slug>"
urlpatterns = [
    path("school/", SchoolSignInView.as_view(), name="school_sign_in"),
    path(
        "oidc/<slug:provider_id>/login/",
        leads_to_a_school(strangers(oidc.login)),
        name="openid_connect_login",
    ),
    path(
        "oidc/<slug:provider_id>/login/callback/",
        strangers(oidc.callback),
        name="openid_connect_callback",
    ),
    path(
        f"{saml_at}/login/",
        leads_to_a_school(of_a_school(strangers(saml.login))),
        name="saml_login",
    ),
    path(f"{saml_at}/acs/", of_a_school(saml.acs), name="saml_acs"),
    path(f"{saml_at}/acs/finish/", of_a_school(strangers(saml.finish_acs)), name="saml_finish_acs"),
    path(f"{saml_at}/sls/", of_a_school(saml.sls), name="saml_sls"),
    path(f"{saml_at}/metadata/", of_a_school(saml.metadata), name="saml_metadata"),
    path("school/cancelled/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("school/error/", not_signed_in, name="socialaccount_login_error"),
    path("school/sign-up/", strangers(social.signup), name="socialaccount_signup"),
    path(
        "school/connections/",
        login_not_required(RedirectView.as_view(pattern_name="accounts:home")),
        name="socialaccount_connections",
    ),
]
