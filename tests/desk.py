"""The staff side beside a whole case: a career centre, who works there, and what Ana shares."""

from datetime import date

from django.utils import timezone

from centres.models import Centre, Employer, Membership
from centres.naming import join, take_along
from coaching.counting.publish import publish
from coaching.models import Section
from offers.models import Case
from tests.factories import centre, lead, shared, tallies


def whole_desk(case: Case) -> Membership:
    """Everything that a page of staff can be about, shared with a lead. Returns her."""
    fay = lead(centre("lakeside"), "fay")
    shared(case, fay, *Section, name="Ana Silva", programme="Senior, Statistics")
    totals_of(fay)
    return fay


def totals_of(fay: Membership) -> None:
    """What her school counted, and a name that looks like another."""
    lakeside = fay.centre
    first = Employer.named(lakeside, "Northgate Bank")
    second = Employer.named(lakeside, "Northgate Bank of Ohio")
    take_along("Nortgate Bank", first, fay, timezone.now())
    join(second, first, fay, timezone.now())
    Employer.named(lakeside, "Northgate Bnk")
    counted(lakeside)


def counted(school: Centre) -> None:
    """The totals of a term or two, as they stand on the first Sunday of September."""
    of = {"programme": "Statistics", "days_given": 5}
    for employer, kept, withdrawn in (
        ("Northgate Bank", 12, 9),
        ("Corvid Systems", 20, 5),
        ("Alder Consulting", 8, 2),
        ("Meridian Foods", 2, 0),
        ("Northgate Banc", 2, 1),
    ):
        tallies(school, kept, employer=employer, **of)
        tallies(school, withdrawn, employer=employer, ended_as="withdrawn", reason="too-fast", **of)
    tallies(school, 6, employer="Corvid Systems", term="2026-1", programme="Nursing")
    publish(school, date(2026, 9, 7))
