"""Who leads a centre. It is never left without anybody who does."""

from datetime import datetime

from django.db import transaction

from .models import Centre, Membership, MembershipRole


class LastLead(Exception):
    """Nobody else leads the centre."""


@transaction.atomic
def change_role(member: Membership, role: str) -> None:
    if role != MembershipRole.LEAD:
        _keep_a_lead(member)
    Membership.objects.filter(pk=member.pk).update(role=role)


@transaction.atomic
def end(member: Membership, now: datetime) -> None:
    """Their next request finds no desk. Harmless a second time."""
    _keep_a_lead(member)
    Membership.objects.filter(pk=member.pk, ended_at=None).update(ended_at=now)


def _keep_a_lead(member: Membership) -> None:
    """Two leads who end each other wait in line here: the second is the last one."""
    Centre.objects.select_for_update().get(pk=member.centre_id)
    leads = Membership.objects.active().filter(centre=member.centre_id, role=MembershipRole.LEAD)
    if leads.filter(pk=member.pk).exists() and not leads.exclude(pk=member.pk).exists():
        raise LastLead
