"""From a draft to a version in force, and out of force again."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max

from .models import RULES, Policy, PolicyState, PolicyTone, PolicyVersion

DAY = timedelta(days=1)
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


def version_before(version: PolicyVersion) -> PolicyVersion | None:
    """The published version that began last."""
    others = PolicyVersion.objects.published().filter(policy=version.policy_id)
    return others.exclude(pk=version.pk).order_by("-in_force_from", "-number").first()


@transaction.atomic
def publish(version: PolicyVersion, from_: date) -> None:
    """In force from that day on; the version before it ends the day before.

    A second click changes nothing. `from_` must lie after the day on which that one began.
    """
    Policy.objects.select_for_update().get(pk=version.policy_id)
    drafts = PolicyVersion.objects.filter(pk=version.pk, state=PolicyState.DRAFT)
    if not drafts.exists() or missing(version):
        return
    before = version_before(version)
    if before and (before.in_force_until is None or before.in_force_until >= from_):
        PolicyVersion.objects.filter(pk=before.pk).update(in_force_until=from_ - DAY)
    drafts.update(state=PolicyState.PUBLISHED, in_force_from=from_, in_force_until=None)


def end(version: PolicyVersion, last_day: date) -> None:
    """The published version counts through that day, and no longer."""
    published = PolicyVersion.objects.published().filter(pk=version.pk)
    published.update(in_force_until=last_day)


def withdraw(version: PolicyVersion) -> None:
    """It was published by mistake: it counts for nobody, and staff can still read it."""
    PolicyVersion.objects.published().filter(pk=version.pk).update(state=PolicyState.WITHDRAWN)


@transaction.atomic
def draft_of(policy: Policy) -> PolicyVersion:
    """The draft of the policy: the open one, or a new one that begins as a copy of the latest."""
    Policy.objects.select_for_update().get(pk=policy.pk)
    latest = policy.versions.order_by("-number").first()
    if latest is None:
        return PolicyVersion.objects.create(policy=policy, number=1)
    return latest if latest.is_draft else _copy(latest)


def _copy(latest: PolicyVersion) -> PolicyVersion:
    number = latest.policy.versions.aggregate(top=Max("number"))["top"] + 1
    kept = _columns(latest, but={"id", "number", "state", "in_force_from", "in_force_until"})
    copy = PolicyVersion.objects.create(number=number, **kept)
    for name in RULES:
        rows = getattr(copy, name)
        for row in getattr(latest, name).all():
            rows.create(**_columns(row, but={"id", "version_id", "token"}))
    return copy


def _columns(row: PolicyVersion, but: set[str]) -> dict[str, object]:
    names = (field.attname for field in row._meta.concrete_fields)
    return {name: getattr(row, name) for name in names if name not in but}
