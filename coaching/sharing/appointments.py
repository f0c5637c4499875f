"""What becomes of a talk when somebody can not come: called off, or passed on. The others hear."""

from datetime import datetime

from django.db.models import QuerySet

from centres.models import Membership
from coaching.models import Appointment, AppointmentState, CalledOff
from coaching.models.desk import AppointmentQuerySet as Appointments
from offers.models import Case

from .mails import tell_by_mail, tell_staff
from .waiting import set_waiting


def call_off(found: Appointments, why: CalledOff, now: datetime) -> int:
    """Call off those of `found` that are still open; return how many. Harmless a second time.

    Whoever did it knows. The other side gets a mail: the person, or who would have come.
    """
    return sum(_call_off(one, why, now) for one in _with_both_sides(found, now))


def pass_on(found: Appointments, to: Membership | None, now: datetime) -> None:
    """Somebody else comes to those of `found` that were agreed on; nobody: they are called off."""
    agreed = found.filter(state=AppointmentState.AGREED)
    if to is None:
        call_off(agreed, CalledOff.STAFF, now)
        return
    for one in _with_both_sides(agreed.exclude(member=to), now):
        if _still(one).update(member=to):
            key = f"talk-passed-on:{one.pk}:{to.pk}"
            tell_by_mail(one.sharing, key, "appointment")
            tell_staff(to, f"{key}:staff")


def tell_who_would_come(cases: QuerySet[Case], now: datetime) -> None:
    """These cases are about to go, with every talk in them."""
    call_off(Appointment.objects.filter(sharing__case__in=cases), CalledOff.SHARING, now)


def _with_both_sides(found: Appointments, now: datetime) -> Appointments:
    return found.open_at(now).select_related("member__user", "sharing__case__owner")


def _still(one: Appointment) -> Appointments:
    """The row, if nobody changed it since it was read."""
    return Appointment.objects.filter(pk=one.pk, state=one.state, member=one.member)


def _call_off(one: Appointment, why: CalledOff, now: datetime) -> bool:
    cancelled = {"cancelled_at": now, "cancelled_because": why}
    if not _still(one).update(state=AppointmentState.CANCELLED, **cancelled):
        return False
    set_waiting(one.sharing)
    key = f"talk-called-off:{one.pk}"
    if why == CalledOff.STAFF:
        tell_by_mail(one.sharing, key, "appointment")
    elif one.member:
        tell_staff(one.member, key)
    return True
