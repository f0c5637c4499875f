"""What it pays: in the money of the place, by the year, the month or the hour."""

import pytest

from offers.models import Pay
from tests.coaching.ana import Ana
from tests.factories import accepted_offer, other_offer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("zone", "currency"), [("Europe/London", "GBP"), ("Asia/Kolkata", "INR"), ("Etc/UTC", "USD")]
)
def test_the_first_pay_begins_in_the_money_of_where_she_is(client, zone, currency):
    ana = Ana(client, time_zone=zone)
    accepted_offer(ana.case)
    assert f'value="{currency}"' in ana.reads("pay", 1)
    assert not Pay.objects.exists()


def test_the_next_pay_begins_in_the_money_of_the_first(client):
    ana = Ana(client, time_zone="Europe/London")
    Pay.objects.create(offer=accepted_offer(ana.case), currency="SEK")
    other_offer(ana.case)
    assert 'value="SEK"' in ana.reads("pay", 2)


def test_pay_by_the_month_in_rupees_is_shown_as_in_india(client):
    ana = Ana(client, time_zone="Asia/Kolkata")
    accepted_offer(ana.case)
    assert ana.saves("pay", 1, currency="INR", base="1,20,000", per="month").status_code == 302
    assert "₹1,20,000 a month" in ana.reads("offers")
    assert 'value="1,20,000"' in ana.reads("pay", 1)


@pytest.mark.parametrize("name", ["basics", "pay", "people"])
def test_each_page_names_the_job_it_is_about(client, name):
    ana = Ana(client)
    accepted_offer(ana.case)
    assert "Your offers: Bluebird Analytics" in ana.reads(name, 1)
