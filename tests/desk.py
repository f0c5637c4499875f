"""The staff side beside a whole case: a career centre, who works there, and what Ana shares."""

from django.test import Client
from django.utils import timezone

from accounts.models import User
from django.utils import timezone

from centres.models import Membership
from coaching.models import Appointment, AskedFor, Meeting, Message, Section, StaffView
from offers.models import Case
from review.models import Assignment, FirstReply, StaffNote
from tests.factories import centre, lead, shared
from tests.whole_case import HOUR


def whole_desk(case: Case) -> Membership:
    """Everything that a page of staff can be about, shared with the team of a lead. Returns her."""
    fay = lead(centre("lakeside"), "fay")
    now = timezone.now()
    sharing = shared(
        case, fay, *Section, name="Ana Silva", programme="Senior, Statistics", team_may_read=True,
        started_at=now - 3 * HOUR, asked_for=AskedFor.APPOINTMENT, waiting_since=now - HOUR,
    )  # fmt: skip
    said = {"sharing": sharing, "member": fay, "name": fay.name}
    Message.objects.create(
        sharing=sharing, from_staff=False, words="Do I lose campus interviews?", at=now - 3 * HOUR
    )
    Message.objects.create(from_staff=True, words="Not the first time.", at=now - 2 * HOUR, **said)
    StaffNote.objects.create(words="Policy 4.2: a talk.", at=now - 2 * HOUR, **said)
    Assignment.objects.create(
        sharing=sharing, to=fay, to_name=fay.name, by=fay, by_name=fay.name, at=now - 3 * HOUR
    )
    FirstReply.objects.create(
        sharing=sharing, centre=fay.centre, asked_at=now - 3 * HOUR, answered_at=now - 2 * HOUR
    )
    StaffView.objects.create(page="Overview", at=now - 2 * HOUR, **said)
    Appointment.objects.create(
        sharing=sharing, how=Meeting.CALL, suits="Tuesday morning", asked_at=now - HOUR
    )
from tests.factories import lead, shared
from tests.shared_case import add_school, add_talk


def whole_desk(case: Case) -> Membership:
    """Everything that a page of staff can be about, shared with a lead. Returns her."""
    fay = lead(add_school(case), "fay")
    sharing = shared(case, fay, *Section, name="Ana Silva", programme="Senior, Statistics")
    add_talk(sharing, "Sage", timezone.now(), fay)
    return fay


def browser_of(user: User) -> Client:
    """Signed in as a whole, whatever that takes."""
    browser = Client()
    browser.force_login(user)
    return browser
