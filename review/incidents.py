"""The rules of an incident: every change is written down, and nothing is skipped."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from centres.models import Membership
from review.models import (
    Incident,
    IncidentChange,
    IncidentState,
    IncidentStep,
    Step,
)
from review.models.incident import BEFORE_CLOSING, BEFORE_DECIDING, OPENS_AFTER

CLOSED = "This record is closed. A lead can open it again."


def note(incident: Incident, member: Membership, what: str, before: Any, after: Any) -> None:
    IncidentChange.objects.create(
        incident=incident,
        what=what,
        before=str(before or ""),
        after=str(after or ""),
        member=member,
        name=member.name,
        at=timezone.now(),
    )


@transaction.atomic
def write_step(incident: Incident, step: Step, words: str, member: Membership) -> None:
    """What came of a step. The same words again change nothing."""
    row = IncidentStep.objects.filter(incident=incident, step=step).first()
    if row and row.words == words:
        return
    note(incident, member, step.label, row.words if row else "", words)
    IncidentStep.objects.update_or_create(
        incident=incident,
        step=step,
        defaults={"words": words, "member": member, "name": member.name, "at": timezone.now()},
    )


def why_not(incident: Incident, state: str, member: Membership) -> str:
    """Why the record cannot go into this state now; empty where it can."""
    if IncidentState.CLOSED in (state, incident.state) and not member.is_lead:
        return "Only a lead closes a record, or opens a closed one."
    needed = {IncidentState.DECIDED: BEFORE_DECIDING, IncidentState.CLOSED: BEFORE_CLOSING}
    return first(incident.lacks(needed.get(IncidentState(state), ())))


def why_locked(incident: Incident, step: Step) -> str:
    """Why this step cannot be written yet; empty where it can."""
    return first(incident.lacks(OPENS_AFTER.get(step, ())))


def first(missing: list[Step]) -> str:
    return f"First: {in_a_row(missing)}." if missing else ""


def in_a_row(steps: list[Step]) -> str:
    return ", ".join(f"“{step.label}”" for step in steps)


@transaction.atomic
def go_into(incident: Incident, state: str, member: Membership) -> None:
    """Once, however often it is sent."""
    moved = Incident.objects.filter(pk=incident.pk).exclude(state=state).update(state=state)
    if moved:
        after = IncidentState(state).label
        note(incident, member, "State", incident.get_state_display(), after)
