"""The staff side beside a whole case: a career centre, who works there, and what Ana shares."""

from django.utils import timezone

from centres.models import Membership
from coaching.models import Section
from offers.models import Case
from tests.factories import lead, shared
from tests.shared_case import add_school, add_talk


def whole_desk(case: Case) -> Membership:
    """Everything that a page of staff can be about, shared with a lead. Returns her."""
    fay = lead(add_school(case), "fay")
    sharing = shared(case, fay, *Section, name="Ana Silva", programme="Senior, Statistics")
    add_talk(sharing, "Sage", timezone.now(), fay)
    return fay
