"""A small demo to look at: a case in the middle of its wait, and its career centre."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from allauth.account.models import EmailAddress
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.second_step import add_demo_phone
from centres.management.commands.load_policies import load_policies
from centres.models import (
    Centre,
    Enrolment,
    JoinedHow,
    Membership,
    MembershipRole,
    PolicyTone,
    PolicyVersion,
)
from centres.publishing import publish
from coaching.models import (
    DeskStep,
    DiaryLine,
    Feeling,
    OwnOption,
    RealReason,
    SavedPage,
    Section,
    SharedSection,
    Sharing,
)
from offers.models import (
    AcceptedHow,
    Answer,
    Case,
    Contact,
    DecisionDate,
    Ends,
    Offer,
    OfferKind,
    Pay,
    Role,
    Rung,
    School,
    Situation,
    Stage,
    Writing,
)

EMAIL = "maya@example.com"
ADVISER, LEAD = "priya@example.com", "jo@example.com"
PASSWORD = "sleep-on-it-first"
SAVED = "clock pause date basics-1 pay-1 people-1 basics-2 pay-2 situation why options"
MONDAY = 0


class Command(BaseCommand):
    help = "Load the demo once, and print how to sign in. Never touches anybody else's data."

    def handle(self, *args: Any, **options: Any) -> None:
        if not User.objects.filter(email__in=(EMAIL, ADVISER, LEAD)).exists():
            load(timezone.now())
        self.stdout.write("Sign in as")
        self.stdout.write("  a guest:       no account needed, press “Start with a pause”")
        self.stdout.write(f"  a job seeker:  {EMAIL}, password {PASSWORD}")
        self.stdout.write(f"  an adviser:    {ADVISER}, the same password, then go to /staff/")
        self.stdout.write(f"  who leads her: {LEAD}, the same; both find their code on the page")
        self.stdout.write("One-time codes are printed here, where mail would be sent.")


@transaction.atomic
def load(now: datetime) -> Case:
    """Maya said yes to Bluebird, then heard from Harborlight. She decides in three days."""
    maya = account(EMAIL)
    case = Case.objects.create(owner=maya, stage=Stage.ACCEPTED)
    today = now.astimezone(case.zone).date()
    add_bluebird(case, today)
    add_harborlight(case, today)
    add_thoughts(case, today)
    set_date(case, today, now)
    SavedPage.objects.bulk_create(
        SavedPage(case=case, slug=slug, saved_at=now) for slug in SAVED.split()
    )
    adviser = open_a_centre()
    give_rules(adviser.centre, today)
    share(case, adviser, now)
    return case


def account(email: str) -> User:
    user = User.objects.create_user(email, PASSWORD)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def open_a_centre() -> Membership:
    """Lakeside, with Jo who leads it and Priya who advises; returns Priya. Neither has a phone."""
    lakeside = Centre.objects.create(name="Lakeside Career Center", slug="lakeside-demo")
    for email, name, role in (
        (LEAD, "Jo Park", MembershipRole.LEAD),
        (ADVISER, "Priya Raman", MembershipRole.ADVISER),
    ):
        user = account(email)
        add_demo_phone(user)
        member = Membership.objects.create(centre=lakeside, user=user, name=name, role=role)
    return member


def give_rules(of: Centre, today: date) -> None:
    """The examples, in force for a year: but for the strict one, which waits as a draft."""
    for version in load_policies(of):
        if version.tone == PolicyTone.SUPPORTIVE:
            PolicyVersion.objects.filter(pk=version.pk).update(checked_on=today)
            version.refresh_from_db()
            publish(version, today - timedelta(days=365))


def share(case: Case, adviser: Membership, now: datetime) -> None:
    """Maya lets Lakeside’s team read the facts, her papers and the letters before she decides."""
    Enrolment.objects.create(user=case.owner, centre=adviser.centre, how=JoinedHow.CODE)
    sharing = Sharing.objects.create(
        case=case,
        centre=adviser.centre,
        adviser=adviser,
        team_may_read=True,
        name="Maya Okafor",
        programme="Senior, Statistics",
        started_at=now,
        step=DeskStep.WEIGHING,
        decides_at=case.decision_dates.get().decide_at,
    )
    SharedSection.objects.bulk_create(
        SharedSection(sharing=sharing, section=section, given_at=now)
        for section in (Section.PAY, Section.PAPERS, Section.LETTERS)
    )


def add_bluebird(case: Case, today: date) -> None:
    """The job she said yes to, its people, and how she stands to it."""
    offer = Offer.objects.create(
        case=case,
        number=1,
        kind=OfferKind.ACCEPTED,
        employer="Bluebird Analytics",
        title="Data Analyst",
        place="Columbus, Ohio",
        days_home=1,
        starts_on=monday_after(today + timedelta(days=30)),
        accepted_on=today - timedelta(days=13),
        accepted_how=AcceptedHow.SIGNED,
    )
    Pay.objects.create(offer=offer, base=Decimal(68000), signing_bonus=Decimal(3000))
    for role, name, title in (
        (Role.MANAGER, "Dana Reyes", "Director of Analytics"),
        (Role.REFERRER, "Sam Whitfield", "Engineer"),
    ):
        Contact.objects.create(case=case, offer=offer, role=role, name=name, title=title)
    no = dict.fromkeys(("agency", "visa", "money", "quit_other"), Answer.NO)
    yes = dict.fromkeys(("campus", "referred", "signed"), Answer.YES)
    Situation.objects.create(case=case, school=School.STUDENT, **no, **yes)


def add_harborlight(case: Case, today: date) -> None:
    """The other offer: better paid, spoken only, and open for four more days."""
    offer = Offer.objects.create(
        case=case,
        number=2,
        kind=OfferKind.OTHER,
        employer="Harborlight Health",
        title="Data Analyst",
        place="Remote",
        days_home=5,
        starts_on=monday_after(today + timedelta(days=37)),
        ends=Ends.ON,
        ends_at=datetime.combine(today + timedelta(days=4), time(17), case.zone),
    )
    Pay.objects.create(offer=offer, base=Decimal(74500), has_guesses=True)
    Writing.objects.create(offer=offer, rung=Rung.SPOKEN)


def add_thoughts(case: Case, today: date) -> None:
    """What only Maya can read, and one option of her own."""
    Feeling.objects.create(case=case, weight=2, pull_offer=True, pull_guilt=True, forced=Answer.NO)
    RealReason.objects.create(case=case, better_offer=True, cold_feet=True, still=Answer.UNKNOWN)
    OwnOption.objects.create(case=case, number=1, words="Ask Bluebird about the weekend work")
    for days, keep, leave in ((2, 3, 3), (1, 2, 4)):
        day = today - timedelta(days=days)
        DiaryLine.objects.create(case=case, day=day, keep=keep, leave=leave)


def set_date(case: Case, today: date, now: datetime) -> None:
    """Set two days ago, for three days from now."""
    moment = datetime.combine(today + timedelta(days=3), time(10), case.zone)
    date_set = DecisionDate.of(case, moment)
    date_set.save()
    DecisionDate.objects.filter(pk=date_set.pk).update(set_at=now - timedelta(days=2))


def monday_after(day: date) -> date:
    return day + timedelta(days=(MONDAY - day.weekday()) % 7)
