"""Staff come by invitation alone (safety rule 22): by e-mail, taken up once, within a week."""

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse

from accounts.models import User
from post.models import Mail
from post.write import write

from .models import Centre, Invitation, Membership
from .models.invitation import LASTS

SUBJECT = "An invitation to work at a career center"
DAY = timedelta(days=1)
MOST_A_DAY = 20


class OtherDesk(Exception):
    """They work at another centre; one person sits at one desk."""


def is_enough(centre: Centre, now: datetime) -> bool:
    """True once a centre has sent so many invitations that somebody may be guessing addresses."""
    return centre.invitations.filter(made_at__gt=now - DAY).count() >= MOST_A_DAY


@transaction.atomic
def invite(
    centre: Centre, email: str, name: str, role: str, now: datetime, by: Membership | None = None
) -> Invitation:
    """Ask this address to work at the centre, and mail the link; `by` nobody is the operator.

    Asked already: that invitation gets this name and role, and no second mail leaves.
    """
    email = email.lower()
    asked = Invitation.objects.filter(centre=centre, email=email, accepted_at=None)
    asked.filter(withdrawn_at=None, ends_at__lte=now).update(withdrawn_at=now)
    invitation, _ = Invitation.objects.update_or_create(
        centre=centre,
        email=email,
        accepted_at=None,
        withdrawn_at=None,
        defaults={"name": name, "role": role},
        create_defaults={
            "name": name,
            "role": role,
            "invited_by": by,
            "made_at": now,
            "ends_at": now + LASTS,
        },
    )
    write(
        key=_key(invitation),
        to=email,
        subject=SUBJECT,
        # To staff: the name of a school is nobody’s secret, and without it this looks like a fraud.
        body=render_to_string(
            "centres/invitation.txt",
            {"link": link(invitation), "centre": centre, "by_lead": by is not None},
        ),
        due_at=now,
        useless_at=invitation.ends_at,
    )
    return invitation


def link(invitation: Invitation) -> str:
    return settings.SITE_URL + reverse("review:invitation", args=[invitation.token])


@transaction.atomic
def withdraw(invitation: Invitation, now: datetime) -> None:
    """The link opens nothing any more, and its mail does not leave. Harmless a second time."""
    open_now = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None)
    open_now.update(withdrawn_at=now)
    Mail.objects.filter(key=_key(invitation), state=Mail.State.WAITING).delete()


def is_for(invitation: Invitation, user: User) -> bool:
    """Only who has proved that the invited mailbox is theirs may take it up."""
    return EmailAddress.objects.filter(
        user=user, email__iexact=invitation.email, verified=True
    ).exists()


def accept(invitation: Invitation, user: User, now: datetime) -> Membership | None:
    """Make the person a member; None when the invitation ended in the meantime.

    OtherDesk when they work at another centre. A second click finds the member of the first.
    """
    try:
        with transaction.atomic():
            usable = Invitation.objects.usable(now).filter(pk=invitation.pk)
            if usable.update(accepted_at=now):
                return Membership.objects.create(
                    centre_id=invitation.centre_id,
                    user=user,
                    name=invitation.name,
                    role=invitation.role,
                )
    except IntegrityError as problem:
        raise OtherDesk from problem
    here = Membership.objects.active().filter(user=user, centre=invitation.centre_id)
    return here.first()


def _key(invitation: Invitation) -> str:
    return f"invitation:{invitation.pk}"
