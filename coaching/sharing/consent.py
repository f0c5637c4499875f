"""The person’s yes to staff, and its end. Rows are added and ended, never changed or taken away."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from centres.models import Centre, Membership
from coaching.journey.desk import refresh_desk
from coaching.models import Appointment, AppointmentState, SharedSection, Sharing
from offers.models import Case

from .current import current_sharing, open_sections


@dataclass(frozen=True, kw_only=True)
class Consent:
    """Who may read, which switches are on, and what staff call the person.

    Without an adviser it is the whole team of the centre.
    """

    centre: Centre
    adviser: Membership | None
    sections: Collection[str]
    name: str
    programme: str

    def is_with(self, sharing: Sharing) -> bool:
        """True when the same people read it as now."""
        if sharing.centre_id != self.centre.pk:
            return False
        if self.adviser is None:
            return sharing.team_may_read
        return not sharing.team_may_read and sharing.adviser_id == self.adviser.pk


@transaction.atomic
def share(case: Case, consent: Consent) -> Sharing:
    """Share the case as `consent` says. Somebody else reads: that is a new sharing, from now on.

    So nobody reads what was written to another. IntegrityError when another tab shared it in the
    same moment.
    """
    now = timezone.now()
    sharing = current_sharing(case)
    if sharing and not consent.is_with(sharing):
        end(sharing, now)
        sharing = None
    if sharing is None:
        sharing = Sharing.objects.create(
            case=case,
            centre=consent.centre,
            adviser=consent.adviser,
            team_may_read=consent.adviser is None,
            started_at=now,
        )
        refresh_desk(case)
    _set_switches(sharing, set(consent.sections), now)
    sharing.name, sharing.programme = consent.name, consent.programme
    sharing.save(update_fields=["name", "programme"])
    return sharing


def _set_switches(sharing: Sharing, wanted: set[str], now: datetime) -> None:
    on = open_sections(sharing)
    gone = sharing.sections.filter(ended_at=None).exclude(section__in=wanted)
    gone.update(ended_at=now)
    SharedSection.objects.bulk_create(
        SharedSection(sharing=sharing, section=section, given_at=now)
        for section in sorted(wanted - on)
    )


@transaction.atomic
def stop(case: Case) -> None:
    """From the next request on nobody reads it. Harmless a second time."""
    sharing = current_sharing(case)
    if sharing:
        end(sharing, timezone.now())


def end(sharing: Sharing, now: datetime) -> None:
    """End it with all its switches. Nobody is left to answer what was asked for."""
    sharing.sections.filter(ended_at=None).update(ended_at=now)
    asked = Appointment.objects.filter(sharing=sharing, state=AppointmentState.ASKED)
    asked.update(state=AppointmentState.CANCELLED)
    Sharing.objects.filter(pk=sharing.pk, ended_at=None).update(ended_at=now)
