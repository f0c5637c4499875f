"""The staff side beside a whole case: a career centre, who works there, and what Ana shares."""

from django.test import Client
from django.utils import timezone

from accounts.models import User
from centres import rosters
from centres.models import Membership
from coaching.models import AskedFor, Section
from offers.models import Case
from tests.factories import adviser, centre, invited, lead, shared


def whole_desk(case: Case) -> Membership:
    """Everything that a page of staff can be about, shared with a lead. Returns her."""
    lakeside = centre("lakeside")
    fay = lead(lakeside, "fay")
    adviser(lakeside, "cleo")
    invited(lakeside)
    rows = [("ana@example.org", "Ana Silva", "Statistics", "2027")]
    rosters.keep(lakeside, fay, rows, timezone.now())
    shared(case, fay, *Section, name="Ana Silva", programme="Senior, Statistics")
from review.models import Assignment, FirstReply, StaffNote
from tests.factories import lead, shared
from tests.shared_case import add_school, add_talk


def whole_desk(case: Case) -> Membership:
    """Everything that a page of staff can be about, shared with the team of a lead. Returns her."""
    fay, now = lead(add_school(case), "fay"), timezone.now()
    sharing = shared(
        case, fay, *Section, name="Ana Silva", programme="Senior, Statistics", team_may_read=True,
        asked_for=AskedFor.APPOINTMENT, waiting_since=now,
    )  # fmt: skip
    add_talk(sharing, "Sage", now, fay)
    StaffNote.objects.create(
        sharing=sharing, member=fay, name=fay.name, words="Policy 4.2: a talk.", at=now
    )
    Assignment.objects.create(
        sharing=sharing, to=fay, to_name=fay.name, by=fay, by_name=fay.name, at=now
    )
    FirstReply.objects.create(sharing=sharing, centre=fay.centre, asked_at=now, answered_at=now)
    return fay


def browser_of(user: User) -> Client:
    """Signed in as a whole, whatever that takes."""
    browser = Client()
    browser.force_login(user)
    return browser
