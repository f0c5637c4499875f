"""People may start without an account; this is how their work becomes theirs."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.db import transaction
from django.db.models import Model, QuerySet, UniqueConstraint
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from .models import User


def ensure_signed_in(request: HttpRequest) -> User:
    """Sign a visitor in as a new guest, so that everything they save has an owner.

    Call it only while handling a POST: it writes a row, and a GET writes nothing.
    """
    if not request.user.is_authenticated:
        login(request, User.objects.create_guest())
    return signed_in(request)


def signed_in(request: HttpRequest) -> User:
    """Whose request it is, on a page that only those who are signed in can open."""
    assert isinstance(request.user, User)
    return request.user


HOUR = timedelta(hours=1)


class KeepGuestMiddleware:
    """A guest's session lives GUEST_SESSION_AGE from their last POST, to the hour.

    It ends on a date, not at an age: the account page says until when the case is kept. Written
    at most once an hour, so that two POSTs at once do not undo each other's session.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "POST" and getattr(request.user, "is_guest", False):
            end = timezone.now() + settings.GUEST_SESSION_AGE
            if abs(request.session.get_expiry_date() - end) > HOUR:
                request.session.set_expiry(end)
        return response


def owned_by(guest: User) -> Iterator[tuple[str, QuerySet[Any]]]:
    """The rows of each model that belong to the guest, and the column that says so."""
    for relation in User._meta.related_objects:
        if relation.one_to_many:
            field = relation.field.name
            yield field, relation.related_model._base_manager.filter(**{field: guest})


def has_something(guest: User) -> bool:
    return any(rows.exists() for _, rows in owned_by(guest))


def _one_each(model: type[Model], field: str) -> bool:
    """Whether a person has one such row at most, by a constraint that names only them."""
    return any(
        rule.fields == (field,) and rule.condition is None
        for rule in model._meta.constraints
        if isinstance(rule, UniqueConstraint)
    )


@transaction.atomic
def adopt(guest: User, user: User) -> bool:
    """Give the account everything the guest had, then forget the guest.

    Returns False, and changes nothing, when somebody else was first or the guest
    has become an account. One conditional UPDATE decides: it can match only once.
    """
    claimable = User.objects.filter(pk=guest.pk, email=None, is_active=True).exclude(pk=user.pk)
    if not claimable.update(is_active=False):
        return False
    # Wait for anything the guest is saving in another tab: it is theirs to keep, too.
    claimed = User.objects.select_for_update().get(pk=guest.pk)
    for field, rows in owned_by(guest):
        if _one_each(rows.model, field) and rows.model._base_manager.filter(**{field: user}):
            continue  # what the account has itself stays; the guest's goes with the guest
        rows.update(**{field: user})
    claimed.delete()
    return True
