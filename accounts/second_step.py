"""A second step after the password or the e-mailed code: one from a phone, or a recovery code.

Anybody with an account may have it. Who must, says the page that asks for it.
"""

import time
from datetime import timedelta
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django.utils.http import urlencode

from .models import User
from .sign_in_again import handed_back

METHOD = "mfa"
# How long it stays open: without a page opened, and altogether (ASVS 7.3).
IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
MINUTE = timedelta(minutes=1)
ACTIVE = "desk_active_at"
OF_THE_DEMO = "demo"


def require(request: HttpRequest, user: User) -> None:
    """Return only while this session is open with a second step; else ImmediateHttpResponse.

    It leads to where the phone is set up, or where the code is asked for, and from there back.
    Words that somebody was about to save are handed back instead, and kept for the way.
    """
    if not has_one(user):
        raise ImmediateHttpResponse(_to("mfa_activate_totp", request))
    if not is_open(request, user):
        if request.method == "POST":
            raise ImmediateHttpResponse(handed_back(request, signed_out=False))
        raise ImmediateHttpResponse(ask(request))
    _note_activity(request, user)


def ask(request: HttpRequest) -> HttpResponseRedirect:
    """To where a code is asked for, and from there back."""
    return _to("mfa_reauthenticate", request)


def has_one(user: User) -> bool:
    return is_mfa_enabled(user, [Authenticator.Type.TOTP])


def is_open(request: HttpRequest, user: User) -> bool:
    """Whether a code was given in this session since signing in, and it neither idled nor aged.

    The account stays signed in all the same: what a person does for themself is not touched.
    """
    given, now = _code_given_at(request, user), time.time()
    idle = now - _active_at(request, user)
    return now - given < LONGEST.total_seconds() and idle < IDLE.total_seconds()


def _code_given_at(request: HttpRequest, user: User) -> float:
    """The time of the last right code of this session, in seconds; 0.0 without one."""
    records: list[dict[str, Any]] = get_authentication_records(request, user)
    return max((record["at"] for record in records if record["method"] == METHOD), default=0.0)


def _active_at(request: HttpRequest, user: User) -> float:
    return max(_code_given_at(request, user), request.session.get(ACTIVE, 0.0))


def _note_activity(request: HttpRequest, user: User) -> None:
    """Once a minute at most, so that reading on costs nothing and two pages at once do not
    undo each other's session."""
    now = time.time()
    if now - _active_at(request, user) > MINUTE.total_seconds():
        request.session[ACTIVE] = now


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


def _to(name: str, request: HttpRequest) -> HttpResponseRedirect:
    return redirect(f"{resolve_url(name)}?{urlencode({'next': request.get_full_path()})}")
