"""Our rules for a school's own sign-in: who comes in by it, as whom, and what that opens.

People are known by issuer and subject alone (safety rule 22): an e-mail address never links
somebody to an account that is there already. Nobody becomes staff by it.
"""

from typing import Any

from allauth.account.internal.userkit import filter_users_by_email
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse

from accounts.models import User

from .models import Enrolment, JoinedHow, SchoolSignIn

HAS_ACCOUNT = (
    "There is an account with your school address already. Sign in to it first. "
    "Then connect your school sign-in on your account page."
)
CONNECTED = "You can sign in through your school from now on."


class SchoolAdapter(DefaultSocialAccountAdapter):
    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Turn away an address that is not the school's, and one that has an account already."""
        school = SchoolSignIn.objects.select_related("centre").get(app=sociallogin.provider.app)
        addresses = sociallogin.email_addresses
        if not addresses or not all(school.owns(one.email) for one in addresses):
            raise ImmediateHttpResponse(redirect("socialaccount_login_error"))
        if sociallogin.is_existing:
            assert isinstance(sociallogin.user, User)
            enrol(sociallogin.user, school)
        elif sociallogin.state.get("process") != "connect" and filter_users_by_email(
            addresses[0].email
        ):
            messages.info(request, HAS_ACCOUNT)
            raise ImmediateHttpResponse(redirect("account_login"))

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> User:
        user = super().save_user(request, sociallogin, form)
        enrol(user, SchoolSignIn.objects.get(app=sociallogin.provider.app))
        return user

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]
    ) -> User:
        """Only the address, in lower case as everywhere. A name is not ours to take."""
        assert isinstance(sociallogin.user, User)
        sociallogin.user.email = (data.get("email") or "").lower() or None
        for address in sociallogin.email_addresses:
            address.email = address.email.lower()
        return sociallogin.user

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        messages.success(request, CONNECTED)
        return reverse("accounts:home")


def enrol(user: User, school: SchoolSignIn) -> None:
    """They belong to the school they came by, unless they said another before."""
    Enrolment.objects.get_or_create(
        user=user, defaults={"centre_id": school.centre_id, "how": JoinedHow.SSO}
    )
