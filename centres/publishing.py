"""From a draft to a version in force, and out of force again."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import F, Max, Q, QuerySet
from django.utils import timezone

from .models import RULES, Policy, PolicyState, PolicyTone, PolicyVersion, value
from .policies import Scope

DAY = timedelta(days=1)
NOT_OF_A_DRAFT = ("published_on", "withdrawn_on", "in_force_from", "in_force_until")
NO_SUMMARY = "Write the summary for students first."
NO_SOURCE = "Say where the policy stands, and when you checked it."
SUPPORTIVE = "A policy that helps has no consequences. Take them out, or change its tone."


def missing(version: PolicyVersion) -> list[str]:
    """What keeps a draft from being published, in words."""
    found = [] if version.summary else [NO_SUMMARY]
    if not (version.source and version.checked_on):
        found.append(NO_SOURCE)
    if version.tone == PolicyTone.SUPPORTIVE and version.consequences.exists():
        found.append(SUPPORTIVE)
    return found


def beside(version: PolicyVersion) -> list[PolicyVersion]:
    """What other policies of the school say to the same students, today or later."""
    others = PolicyVersion.objects.published().exclude(policy=version.policy_id)
    others = others.filter(policy__centre=version.policy.centre_id)
    lasting = others.exclude(in_force_until__lt=today_at(version)).select_related("policy")
    mine = value(Scope, version)
    rows = lasting.order_by("policy__title", "number")
    return [one for one in rows if mine.meets(value(Scope, one))]


def today_at(version: PolicyVersion) -> date:
    return timezone.localdate(timezone=version.policy.centre.zone)


def taken_by(version: PolicyVersion, from_: date) -> PolicyVersion | None:
    """The version that has that day already, so that no other may begin on it (decision 31).

    Up to today, students may have read what stood then. A day to come is taken only where
    another begins on it.
    """
    others = _others(version).filter(_keeps_its_days(version))
    if from_ > today_at(version):
        return others.filter(state=PolicyState.PUBLISHED, in_force_from=from_).first()
    return next((one for one in others if one.counts_on(from_)), None)


@transaction.atomic
def publish(version: PolicyVersion, from_: date) -> bool:
    """In force from that day on, until the day before the next version begins.

    The version in force on that day ends the day before. False, and nothing is changed, for a
    second click, for a draft with something missing and for a day that is taken.
    """
    Policy.objects.select_for_update().get(pk=version.policy_id)
    drafts = PolicyVersion.objects.filter(pk=version.pk, state=PolicyState.DRAFT)
    if not drafts.exists() or missing(version) or taken_by(version, from_):
        return False
    for one in _others(version):
        if one.state == PolicyState.PUBLISHED and one.counts_on(from_):
            PolicyVersion.objects.filter(pk=one.pk).update(in_force_until=from_ - DAY)
    drafts.update(
        state=PolicyState.PUBLISHED,
        published_on=today_at(version),
        in_force_from=from_,
        in_force_until=_last_day(version, from_),
    )
    return True


def _others(version: PolicyVersion) -> QuerySet[PolicyVersion]:
    others = PolicyVersion.objects.filter(policy=version.policy_id).exclude(pk=version.pk)
    return others.exclude(state=PolicyState.DRAFT).order_by("in_force_from")


def _keeps_its_days(version: PolicyVersion) -> Q:
    """What is published, and what was: but for what was withdrawn on the day it was published,
    or before it began."""
    today = today_at(version)
    was_read = Q(published_on__lt=today, in_force_from__lte=today)
    return Q(state=PolicyState.PUBLISHED) | was_read


def _last_day(version: PolicyVersion, from_: date) -> date | None:
    """The day before the next version that keeps its days; None where none comes after it."""
    later = _others(version).filter(_keeps_its_days(version), in_force_from__gt=from_)
    begins = later.values_list("in_force_from", flat=True).first()
    return begins - DAY if begins else None


def end(version: PolicyVersion, last_day: date) -> None:
    """The published version counts through that day, and no longer."""
    published = PolicyVersion.objects.published().filter(pk=version.pk)
    published.update(in_force_until=last_day)


@transaction.atomic
def withdraw(version: PolicyVersion) -> None:
    """It was published by mistake: it counts for nobody. Staff can still read it, and so can who
    said yes while it stood.

    One that nobody can have met gives its days back to the version that it had ended.
    """
    Policy.objects.select_for_update().get(pk=version.policy_id)
    of_policy = PolicyVersion.objects.filter(policy=version.policy_id)
    one = of_policy.published().filter(pk=version.pk)
    if not one.update(state=PolicyState.WITHDRAWN, withdrawn_on=today_at(version)):
        return
    if not of_policy.filter(_keeps_its_days(version), pk=version.pk).exists():
        version.refresh_from_db()
        assert version.in_force_from
        before = of_policy.published().filter(in_force_until=version.in_force_from - DAY)
        before.update(in_force_until=version.in_force_until)


@transaction.atomic
def draft_of(policy: Policy) -> PolicyVersion:
    """The draft of the policy: the open one, or a new one that begins as a copy of the latest."""
    Policy.objects.select_for_update().get(pk=policy.pk)
    versions = policy.versions.order_by(F("in_force_from").desc(nulls_first=True), "-number")
    latest = versions.exclude(state=PolicyState.WITHDRAWN).first() or versions.first()
    if latest is None:
        return PolicyVersion.objects.create(policy=policy, number=1)
    return latest if latest.is_draft else _copy(latest)


def _copy(latest: PolicyVersion) -> PolicyVersion:
    number = latest.policy.versions.aggregate(top=Max("number"))["top"] + 1
    kept = _columns(latest, but={"id", "number", "state", *NOT_OF_A_DRAFT})
    copy = PolicyVersion.objects.create(number=number, **kept)
    for name in RULES:
        rows = getattr(copy, name)
        for row in getattr(latest, name).all():
            rows.create(**_columns(row, but={"id", "version_id", "token"}))
    return copy


def _columns(row: PolicyVersion, but: set[str]) -> dict[str, object]:
    names = (field.attname for field in row._meta.concrete_fields)
    return {name: getattr(row, name) for name in names if name not in but}
