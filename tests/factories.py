"""The cast and their cases, made in one line each.

Ana is the job seeker, Bo a stranger, Cleo an adviser, Dev the lead of another centre.
"""

from datetime import date
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.utils import timezone

from accounts.models import User
from centres.inviting import invite
from centres.models import (
    Centre,
    EndedAs,
    Enrolment,
    Invitation,
    JoinedHow,
    Membership,
    MembershipRole,
    Policy,
    PolicyState,
    PolicyVersion,
    Tally,
    Wording,
)
from coaching.models import NEVER, Counted, SavedPage, Section, SharedSection, Sharing
from offers.models import Case, Contact, DecisionDate, Offer, OfferKind, Role, Stage, Writing

# Every screen of “Check what you signed” that anybody may have.
PAPERS = tuple(
    f"signed-{name}"
    for name in ("signature", "notice", "repay", "money", "other-work", "visa", "school")
)

PASSWORD = "a-long-quiet-evening"


def person(name: str = "ana") -> User:
    return User.objects.create_user(f"{name}@example.org", PASSWORD)


def account(name: str = "ana") -> User:
    """A person whose e-mail address is proved."""
    user = person(name)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def case_of(
    owner: User, *, stage: str = Stage.ACCEPTED, pages: tuple[str, ...] = (), **fields: Any
):
    """A case, with these pages already saved once."""
    case = Case.objects.create(owner=owner, stage=stage, **fields)
    finish(case, *pages)
    return case


def finish(case: Case, *slugs: str) -> None:
    for slug in slugs:
        SavedPage.objects.create(case=case, slug=slug, saved_at=timezone.now())


def accepted_offer(case: Case, **fields: Any) -> Offer:
    fields = {"employer": "Bluebird Analytics", "title": "Data Analyst"} | fields
    return Offer.objects.create(case=case, number=1, kind=OfferKind.ACCEPTED, **fields)


def other_offer(case: Case, *, rung: str = "", **fields: Any) -> Offer:
    fields = {"employer": "Harborlight Health", "title": "Data Analyst"} | fields
    offer = Offer.objects.create(case=case, number=2, kind=OfferKind.OTHER, **fields)
    if rung:
        Writing.objects.create(offer=offer, rung=rung)
    return offer


def manager(offer: Offer, **fields: Any) -> Contact:
    fields = {"name": "Dana Reyes", "title": "Director of Analytics"} | fields
    return Contact.objects.create(case=offer.case, offer=offer, role=Role.MANAGER, **fields)


def decision_date(case: Case, moment: Any) -> DecisionDate:
    date = DecisionDate.of(case, moment)
    date.save()
    return date


def with_phone(user: User) -> str:
    """A second step for them; returns the secret that their phone has."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def centre(slug: str = "lakeside", **fields: Any) -> Centre:
    """The one of this name, made once."""
    fields = {"name": f"{slug.title()} Career Center"} | fields
    return Centre.objects.get_or_create(slug=slug, defaults=fields)[0]


def adviser(of: Centre, name: str = "cleo", role: str = MembershipRole.ADVISER) -> Membership:
    """Cleo, who works there, and signs in with a second step as staff must."""
    user = person(name)
    with_phone(user)
    return Membership.objects.create(centre=of, user=user, name=f"{name.title()} Byrne", role=role)


def lead(of: Centre, name: str = "dev") -> Membership:
    """Dev, who leads it."""
    return adviser(of, name, MembershipRole.LEAD)


def invited(of: Centre, name: str = "gil", role: str = MembershipRole.ADVISER) -> Invitation:
    """Gil, who is asked to work there."""
    return invite(of, f"{name}@example.org", f"{name.title()} Marsh", role, timezone.now())


def shared(case: Case, member: Membership, *sections: Section, **fields: Any) -> Sharing:
    """The case, shared with this adviser alone, unless `fields` say otherwise."""
    now = timezone.now()
    fields = {"adviser": member, "started_at": now, "decides_at": NEVER} | fields
    sharing = Sharing.objects.create(case=case, centre=member.centre, **fields)
    for section in sections:
        SharedSection.objects.create(sharing=sharing, section=section, given_at=now)
    return sharing


def tallies(of: Centre, number: int, **fields: Any) -> None:
    """So many lines of as many people, in the school’s totals from the next count on."""
    usual = {"term": "2026-3", "closed_on": date(2026, 9, 1), "ended_as": EndedAs.KEPT}
    for _ in range(number):
        case = case_of(User.objects.create_guest(), pages=())
        tally = Tally.objects.create(centre=of, **usual | fields)
        Counted.objects.create(case=case, tally=tally, at=timezone.now())


def policy(of: Centre, title: str = "Accepted offers", **fields: Any) -> PolicyVersion:
    """A draft of a policy of that centre, whole but for its rules."""
    row = Policy.objects.create(centre=of, title=title)
    fields = {
        "summary": "Come and talk to us first. We help you to do it well.",
        "source": "https://example.edu/policy",
        "checked_on": date(2025, 11, 1),
    } | fields
    return PolicyVersion.objects.create(policy=row, number=1, **fields)


def in_force(version: PolicyVersion, since: date = date(2024, 1, 1)) -> PolicyVersion:
    """The draft, published."""
    drafts = PolicyVersion.objects.filter(pk=version.pk)
    drafts.update(state=PolicyState.PUBLISHED, published_on=since, in_force_from=since)
    version.refresh_from_db()
    return version


def enrolled(user: User, at: Centre) -> Enrolment:
    """The person says that this school is theirs."""
    enrolment, _ = Enrolment.objects.get_or_create(
        user=user, defaults={"centre": at, "how": JoinedHow.CODE}
    )
    return enrolment


def wording(of: Centre, kind: str, slug: str, text: str, number: int = 1) -> Wording:
    """The centre’s own words in one place."""
    return Wording.objects.create(
        centre=of, kind=kind, slug=slug, number=number, text=text, saved_at=timezone.now()
    )
