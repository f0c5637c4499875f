"""What the tables refuse, whatever a page forgot to check."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from offers.models import MOST_OWN_PEOPLE, Contact, Pay, Role
from offers.models.pay import AMOUNTS
from tests.factories import accepted_offer, case_of, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer():
    return accepted_offer(case_of(person("ana")))


def refuses(rows, **values):
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**values)


@pytest.mark.parametrize("field", AMOUNTS)
def test_no_amount_is_below_zero_or_beyond_what_can_be_typed(offer, field):
    Pay.objects.create(offer=offer)
    pay = Pay.objects.filter(offer=offer)
    refuses(pay, **{field: Decimal("-0.01")})
    refuses(pay, **{field: Decimal(1_000_000_000)})
    pay.update(**{field: Decimal(0)})


def test_a_week_has_hours_to_work_in(offer):
    Pay.objects.create(offer=offer)
    refuses(Pay.objects.filter(offer=offer), hours_week=0)
    refuses(Pay.objects.filter(offer=offer), hours_week=121)


def test_what_must_be_known_cannot_be_left_open(offer):
    case = type(offer.case).objects.filter(pk=offer.case_id)
    refuses(case, stage="")
    refuses(case.get().offers, kind="")
    case.update(answer_wanted="")


def test_everybody_to_tell_belongs_to_an_offer_but_for_the_school(offer):
    school = Contact.objects.create(case=offer.case, role=Role.SCHOOL)
    refuses(Contact.objects.filter(pk=school.pk), offer=offer)
    refuses(Contact.objects.filter(pk=school.pk), role=Role.MANAGER)


def test_only_a_recruiter_works_for_an_agency(offer):
    people = offer.case.contacts
    recruiter = Contact.objects.create(case=offer.case, offer=offer, role=Role.RECRUITER)
    people.filter(pk=recruiter.pk).update(agency="TalentBridge")
    refuses(people.filter(pk=recruiter.pk), role=Role.REFERRER)


def test_the_persons_own_people_have_a_place_and_no_offer(offer):
    jo = Contact.objects.create(case=offer.case, role=Role.MENTOR, place=1, name="Jo")
    row = Contact.objects.filter(pk=jo.pk)
    refuses(row, offer=offer)
    refuses(row, place=None)
    refuses(row, place=MOST_OWN_PEOPLE + 1)
    refuses(row, role=Role.MANAGER)
    refuses(row, knows_there="perhaps")
    Contact.objects.create(case=offer.case, role=Role.MENTOR, place=2, name="Kit")
    refuses(row, place=2)
    row.update(role=Role.LANDLORD, place=MOST_OWN_PEOPLE)
