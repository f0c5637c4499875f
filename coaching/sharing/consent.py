"""The person’s yes to staff, and its end. Rows are added and ended, never changed or taken away."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from centres.models import Centre, Membership
from coaching.journey.desk import refresh_desk
from coaching.models import (
    Appointment,
    AppointmentState,
    CalledOff,
    Message,
    Reading,
    SharedSection,
    Sharing,
)
from offers.models import Case

from .appointments import call_off
from .current import current_sharing, named_adviser, open_sections
from .waiting import set_waiting

# The consent itself, and who looked while it held, stay where they happened. So do notes of staff:
# the person never read them, so cannot say who else may.
STAYS = ("sections", "staff_views", "staff_notes")


@dataclass(frozen=True, kw_only=True)
class Consent:
    """Who may read, which switches are on, and what staff call the person.

    Without an adviser it is the whole team of the centre. `with_earlier`: whoever is new may read
    what was written before, too.
    """

    centre: Centre
    adviser: Membership | None
    sections: Collection[str]
    name: str
    programme: str
    with_earlier: bool = False

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

    So nobody reads what was written to another, unless the person says that it goes along.
    IntegrityError when another tab shared it in the same moment.
    """
    now = timezone.now()
    sharing = current_sharing(case)
    if sharing is None or not consent.is_with(sharing):
        sharing = _begin(case, consent, sharing, now)
    _set_switches(sharing, set(consent.sections), now)
    set_waiting(sharing)
    sharing.name, sharing.programme = consent.name, consent.programme
    sharing.save(update_fields=["name", "programme"])
    return sharing


def _begin(case: Case, consent: Consent, current: Sharing | None, now: datetime) -> Sharing:
    """A new sharing in place of the `current` one. Who helped with the team’s goes on helping."""
    before = last_sharing(case, consent.centre) if consent.with_earlier else None
    if current:
        _close(current, now)
    helps = before.adviser if before and named_adviser(before) else None
    sharing = Sharing.objects.create(
        case=case,
        centre=consent.centre,
        adviser=consent.adviser or helps,
        team_may_read=consent.adviser is None,
        started_at=now,
        with_earlier=before is not None,
    )
    if before:
        _take_along(before, sharing, now)
    if current:
        _call_off_talks(current, now)
    refresh_desk(case)
    return sharing


def last_sharing(case: Case, centre: Centre) -> Sharing | None:
    """The sharing with this centre whose messages would go along with a new one."""
    return case.sharings.filter(centre=centre).select_related("adviser__user").first()


def has_talk(case: Case, centre: Centre) -> bool:
    """Whether they wrote anything to each other there, as the person sees it."""
    here = {"sharing": OuterRef("pk")}
    wrote = Exists(Message.objects.filter(**here)) | Exists(Reading.objects.filter(**here))
    talk = wrote | Exists(Appointment.objects.filter(**here))
    sharings = case.sharings.filter(centre=centre).annotate(has_talk=talk)
    return bool(sharings.values_list("has_talk", flat=True).first())


def hanging_on(sharing: Sharing) -> Iterator[models.QuerySet[models.Model]]:
    """What goes along: by the models alone."""
    for relation in Sharing._meta.related_objects:
        if relation.name not in STAYS:
            rows = relation.related_model._base_manager
            yield rows.filter(**{relation.field.name: sharing.pk})


def _take_along(before: Sharing, sharing: Sharing, now: datetime) -> None:
    """What they wrote to each other moves to the new one. A talk needs who comes."""
    for rows in hanging_on(before):
        rows.update(sharing=sharing)
    if not sharing.team_may_read:
        agreed = Appointment.objects.filter(sharing=sharing, state=AppointmentState.AGREED)
        call_off(agreed.exclude(member=sharing.adviser), CalledOff.SHARING, now)


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


def end(sharing: Sharing, now: datetime, *, by_itself: bool = False) -> None:
    """End it with all its switches. Nobody is left to answer what was asked for, or to come."""
    _close(sharing, now, by_itself=by_itself)
    _call_off_talks(sharing, now)


def _close(sharing: Sharing, now: datetime, *, by_itself: bool = False) -> None:
    sharing.sections.filter(ended_at=None).update(ended_at=now)
    still_open = Sharing.objects.filter(pk=sharing.pk, ended_at=None)
    still_open.update(ended_at=now, ended_by_itself=by_itself)


def _call_off_talks(sharing: Sharing, now: datetime) -> None:
    call_off(Appointment.objects.filter(sharing=sharing), CalledOff.SHARING, now)
