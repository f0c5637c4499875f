"""A second step after the password or the e-mailed code: one from a phone, or a recovery code.

Anybody with an account may have it. Who must, says the page that asks for it.
"""

import time
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import redirect, resolve_url
from django.utils.http import urlencode

from .models import User

METHOD = "mfa"
OF_THE_DEMO = "demo"


def require(request: HttpRequest, user: User) -> None:
    """Return only if this session was opened with a second step; else ImmediateHttpResponse.

    It leads to where the phone is set up, or where the code is asked for, and from there back.
    """
    if not has_one(user):
        raise ImmediateHttpResponse(_to("mfa_activate_totp", request))
    if not was_used(request, user):
        raise ImmediateHttpResponse(_to("mfa_reauthenticate", request))


def has_one(user: User) -> bool:
    return is_mfa_enabled(user, [Authenticator.Type.TOTP])


def was_used(request: HttpRequest, user: User) -> bool:
    """Whether this session’s person gave a code since they signed in."""
    records: list[dict[str, Any]] = get_authentication_records(request, user)
    return any(record["method"] == METHOD for record in records)


def note_use(request: HttpRequest, user: User) -> None:
    """A code was right: this session counts as opened with it."""
    record_authentication(request, user, METHOD, reauthenticated=True)


def demo_code(user: User) -> str:
    """The code that a phone would show now, for the accounts of the demo and nobody else.

    Empty unless this is the demo: SHOW_DEMO_CODES, which no site behind HTTPS can have.
    """
    if not settings.SHOW_DEMO_CODES:
        return ""
    phone = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    if phone is None or not phone.data.get(OF_THE_DEMO):
        return ""
    counter = int(time.time()) // 30
    return auth.format_hotp_value(auth.hotp_value(phone.data["secret"], counter))


def add_demo_phone(user: User) -> None:
    """A phone that is not there: the demo shows its codes."""
    phone = auth.TOTP.activate(user, auth.generate_totp_secret()).instance
    phone.data[OF_THE_DEMO] = True
    phone.save()


def _to(name: str, request: HttpRequest) -> Any:
    return redirect(f"{resolve_url(name)}?{urlencode({'next': request.get_full_path()})}")
