"""A guest becomes an account on the same row, once a code has proved that the mailbox is theirs.

An address that is typed but not proved never reaches the row: else somebody could type another
person's address, wait until they sign in, and share their account.
"""

from allauth.account.internal.flows.email_verification_by_code import EmailVerificationProcess
from allauth.account.internal.userkit import filter_users_by_email
from allauth.account.models import EmailAddress
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils import timezone

from .models import User

CHOSEN_PASSWORD = "join_password"


def send_code(request: HttpRequest, guest: User, email: str, password: str) -> None:
    """Mail a code to the address. The answer on screen is the same if it has an account already.

    `password` may be empty. Only its hash is kept, in the server-side session.
    """
    state = EmailVerificationProcess.initial_state(guest, email)
    state["account_already_exists"] = bool(filter_users_by_email(email))
    process = EmailVerificationProcess(request=request, state=state, user=guest)
    process.generate_code()
    process.send()
    process.persist()
    # Hashed whether or not there is an account: the time it takes says nothing, either.
    request.session[CHOSEN_PASSWORD] = make_password(password or None)


def become_account(request: HttpRequest, address: EmailAddress) -> bool:
    """Put the proved address on the guest's row and start a new session.

    Returns False, and changes nothing, when the address got an account in the meantime, or the
    guest is no longer there to claim.
    """
    password = request.session.pop(CHOSEN_PASSWORD, None) or make_password(None)
    guest = User.objects.filter(pk=address.user_id, email=None, is_active=True)
    try:
        with transaction.atomic():
            now = timezone.now()
            if not guest.update(email=address.email, password=password, joined_at=now):
                return False
            address.verified = address.primary = True
            address.save()
    except IntegrityError:
        return False
    request.user = User.objects.get(pk=address.user_id)
    update_session_auth_hash(request, request.user)
    request.session.set_expiry(None)
    messages.success(request, "You have an account now. What you saved is in it.")
    return True
