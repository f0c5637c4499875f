"""Who leads a centre. It is never left without anybody who does, as long as people see to it."""

from datetime import datetime

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from .inviting import withdraw
from .models import Centre, Membership, MembershipRole

# Sent with `member` and `now`. What hangs on a member is known further up the house.
has_left = Signal()


class LastLead(Exception):
    """Nobody else leads the centre."""


@transaction.atomic
def change_role(member: Membership, role: str) -> None:
    """LastLead when nobody would lead. An adviser has nobody invited."""
    if role != MembershipRole.LEAD:
        _keep_a_lead(member)
        _withdraw_invitations_of(member, timezone.now())
    Membership.objects.filter(pk=member.pk).update(role=role)


@transaction.atomic
def end(member: Membership, now: datetime) -> None:
    """Their next request finds no desk. Harmless a second time. LastLead when nobody would lead."""
    _keep_a_lead(member)
    leave(member, now)


@transaction.atomic
def leave(member: Membership, now: datetime) -> None:
    """The same, whoever leads then: for who erases their account, which nothing may hold up."""
    _withdraw_invitations_of(member, now)
    Membership.objects.filter(pk=member.pk, ended_at=None).update(ended_at=now)
    has_left.send(Membership, member=member, now=now)


def is_last_lead(member: Membership) -> bool:
    leads = Membership.objects.active().filter(centre=member.centre_id, role=MembershipRole.LEAD)
    return leads.filter(pk=member.pk).exists() and not leads.exclude(pk=member.pk).exists()


def _keep_a_lead(member: Membership) -> None:
    """Two leads who end each other wait in line here: the second is the last one."""
    Centre.objects.select_for_update().get(pk=member.centre_id)
    if is_last_lead(member):
        raise LastLead


def _withdraw_invitations_of(member: Membership, now: datetime) -> None:
    """Else whoever is sent away comes back through a mailbox they invited before."""
    for invitation in member.centre.invitations.filter(invited_by=member):
        withdraw(invitation, now)
