"""The staff side beside a whole case: a career centre, who works there, and what Ana shares."""

from django.test import Client
from django.utils import timezone

from accounts.models import User
from centres import rosters
from centres.models import Membership
from coaching.models import Section
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
    return fay


def browser_of(user: User) -> Client:
    """Signed in as a whole, whatever that takes."""
    browser = Client()
    browser.force_login(user)
    return browser
