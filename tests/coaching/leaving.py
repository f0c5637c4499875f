"""Ana has decided to back out of Bluebird for Harborlight, and has people to tell."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from coaching.models import Decision, Letter, Letterhead, Outcome, Told
from offers.models import Case, Contact, Offer, Role, Situation
from tests.factories import accepted_offer, case_of, manager, other_offer, person


def decide(case: Case, outcome: str = Outcome.OUT, hours_ago: int = 3) -> Decision:
    moment = timezone.now() - timedelta(hours=hours_ago)
    return Decision.objects.create(case=case, outcome=outcome, decided_at=moment)


def leaving(owner: User | None = None, outcome: str = Outcome.OUT, **fields: Any) -> Case:
    """A case with a decision, two offers, Dana to call, and a letterhead."""
    case = case_of(owner or person(), pages=("pause", "decide"), **fields)
    offer = accepted_offer(case)
    other_offer(case, rung="signed")
    manager(offer, phone="(614) 555-0110", email="dana@example.com")
    Letterhead.objects.create(case=case, name="Ana Okafor", phone="(614) 555-0142")
    if outcome:
        decide(case, outcome)
    return case


def dana(case: Case) -> Contact:
    return case.contacts.get(role=Role.MANAGER)


def bluebird(case: Case) -> Offer:
    return case.offers.get(number=1)


def add(case: Case, role: str, name: str = "") -> Contact:
    offer = None if role == Role.SCHOOL else bluebird(case)
    return Contact.objects.create(case=case, offer=offer, role=role, name=name)


def situation(case: Case, **answers: str) -> Situation:
    return Situation.objects.create(case=case, **answers)


def told(contact: Contact, what: str, **fields: Any) -> Told:
    return Told.objects.create(contact=contact, what=what, **{"at": timezone.now()} | fields)


def letter_to(contact: Contact, **fields: Any) -> Letter:
    return Letter.objects.create(case=contact.case, contact=contact, **fields)


def url(name: str, case: Case, *args: Any) -> str:
    return reverse(f"coaching:{name}", args=[case.code, *args])


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def owner_of(case: Case) -> Client:
    return signed_in(case.owner)


def page(response: Any) -> str:
    return response.content.decode()
