"""The staff side beside a whole case: a career centre, who works there, and what Ana shares."""

from datetime import date

from django.test import Client
from django.utils import timezone

from accounts.models import User
from centres import rosters
from centres.models import Centre, EmailDomain, Employer, Membership
from centres.naming import join, take_along
from coaching.counting.publish import publish
from coaching.models import Section, Sharing
from offers.models import Case
from review.models import (
    Assignment,
    Basis,
    Disclosure,
    FirstReply,
    Incident,
    IncidentChange,
    IncidentStep,
    RecordedConsent,
    StaffNote,
    Step,
)
from tests.factories import adviser, invited, lead, shared, tallies, wording
from tests.shared_case import add_school, add_talk


def whole_desk(case: Case) -> Membership:
    """Everything that a page of staff can be about, shared with the team of a lead. Returns her."""
    school = add_school(case)
    fay, now = lead(school, "fay"), timezone.now()
    adviser(school, "cleo")
    EmailDomain.objects.create(centre=school, domain="lakeside.example")
    invited(school)
    rosters.keep(school, fay, [("ana@example.org", "Ana Silva", "Statistics", "2027")], now)
    sharing = shared(
        case, fay, *Section, name="Ana Silva", programme="Senior, Statistics", team_may_read=True,
        waits_for_appointment=True, waiting_since=now,
    )  # fmt: skip
    add_talk(sharing, "Sage", now, fay)
    StaffNote.objects.create(
        sharing=sharing, member=fay, name=fay.name, words="Policy 4.2: a talk.", at=now
    )
    Assignment.objects.create(
        sharing=sharing, to=fay, to_name=fay.name, by=fay, by_name=fay.name, at=now
    )
    FirstReply.objects.create(sharing=sharing, centre=fay.centre, asked_at=now, answered_at=now)
    totals_of(fay)
    incident_of(fay)
    text = "{{ greeting }}\n\n{{ statement }}\n\n{{ apology }}\n\n{{ goodbye }}"
    wording(school, "letter", "withdraw-plain", text)
    return fay


def browser_of(user: User) -> Client:
    """Signed in as a whole, whatever that takes."""
    browser = Client()
    browser.force_login(user)
    return browser


def totals_of(fay: Membership) -> None:
    """What her school counted, and a name that looks like another."""
    lakeside = fay.centre
    first = Employer.named(lakeside, "Northgate Bank")
    second = Employer.named(lakeside, "Northgate Bank of Ohio")
    take_along("Nortgate Bank", first, fay, timezone.now())
    join(second, first, fay, timezone.now())
    Employer.named(lakeside, "Northgate Bnk")
    counted(lakeside)


def incident_of(fay: Membership) -> Incident:
    """An employer complained; the student was heard, agreed, and something was told."""
    now, day = timezone.now(), date(2026, 9, 3)
    by = {"member": fay, "name": fay.name, "at": now}
    incident = Incident.objects.create(
        centre=fay.centre,
        employer=Employer.named(fay.centre, "Corvid Systems"),
        received_on=day,
        received_from="Robin Vale, recruiter",
        says="A student said yes and then did not come.",
        sharing=Sharing.objects.filter(adviser=fay).first(),
    )
    IncidentStep.objects.create(incident=incident, step=Step.HEARD, words="On September 4.", **by)
    consent = RecordedConsent.objects.create(
        incident=incident, who="The student", given_on=day, words="You may say that we spoke.", **by
    )
    Disclosure.objects.create(
        incident=incident, to_whom="Robin Vale", what="We have talked with the student.",
        told_on=day, basis=Basis.CONSENT, consent=consent, **by
    )  # fmt: skip
    IncidentChange.objects.create(incident=incident, what="Record opened", **by)
    return incident


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
