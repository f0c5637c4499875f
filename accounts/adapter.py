"""Where our rules meet django-allauth: who signs in, which mail goes out, what people read."""

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.contrib.auth import get_user
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from . import held
from .guests import adopt, has_something
from .join import become_account
from .models import User

# allauth announces every step; only these are news to a person.
NEWS = {
    "account/messages/password_changed.txt": "Your password is changed.",
    "account/messages/password_set.txt": "Your password is set.",
    "account/messages/email_confirmed.txt": "Your e-mail address is confirmed.",
    "account/messages/logged_out.txt": "You are signed out.",
    "mfa/messages/totp_activated.txt": "Your phone is set up.",
    "mfa/messages/totp_deactivated.txt": "The second step is off.",
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "This account is closed.",
        "duplicate_email": "This is your e-mail address already.",
        "email_password_mismatch": (
            "The e-mail address or the password is not right. Check both, or ask for a code."
        ),
        "email_taken": "This e-mail address has an account. Sign in instead.",
        "enter_current_password": "Enter the password you have now.",
        "incorrect_code": "Enter the code from the newest e-mail.",
        "incorrect_password": "Enter the password of this account.",
        "rate_limited": "Wait a minute, then try again.",
        "too_many_login_attempts": "That was tried too often. Wait five minutes, then try again.",
    }

    def login(self, request: HttpRequest, user: User) -> None:
        """Sign in under a new session; what this browser's guest had now belongs to the account."""
        before = get_user(request)
        guest = before if isinstance(before, User) and before.is_guest else None
        typed = request.session.get(held.KEY, {})
        super().login(request, user)
        request.session.set_expiry(None)  # what was held gave the session only a day
        held.carry(typed, request, guest)
        brought = guest is not None and has_something(guest)
        if guest and adopt(guest, user) and brought:
            messages.success(request, "Your case from this browser is now in your account.")

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """The one-time code was right: only now may the address stand on the person's row."""
        if email_address.user.is_guest:
            request.has_joined = become_account(request, email_address)
            return request.has_joined
        return super().confirm_email(request, email_address)

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        """Who has just joined goes on where they were; who changed an address sees it."""
        has_joined = getattr(self.request, "has_joined", False)
        return reverse("coaching:cases" if has_joined else "accounts:home")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:home")

    def is_safe_url(self, url: str) -> bool:
        """Only a path of our own that leads to a page; never another site, never another scheme."""
        if not url.startswith("/") or not url_has_allowed_host_and_scheme(url, allowed_hosts=None):
            return False
        try:
            resolve(urlsplit(url).path)
        except (Resolver404, ValueError):
            return False
        return True

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        words = message or NEWS.get(message_template or "")
        if words:
            super().add_message(request, level, message=words, extra_tags=extra_tags)

    def is_ajax(self, request: HttpRequest) -> bool:
        """Our pages are pages: no second, JSON face of the sign-in forms."""
        return False


class SecondStepAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_generate_recovery_codes": "Set up your phone first.",
        "incorrect_code": "Enter the code that your phone shows now",
        "unverified_email": "Confirm your e-mail address first.",
    }
