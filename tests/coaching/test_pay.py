"""What it pays: in the money of the place, by the year, the month or the hour."""

import re
from decimal import Decimal

import pytest

from offers.models import Pay
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer, finish, other_offer

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


# What comes beside pay


ALL = {
    "moving": "5k", "moving_paid": "yes", "equity": "40,000", "equity_years": "4",
    "equity_cliff": "12", "leave_days": "22.5",
}  # fmt: skip


@pytest.fixture
def ana(client):
    ana = Ana(client)
    accepted_offer(ana.case)
    return ana


@pytest.mark.mission("S1-16")
def test_shares_moving_money_and_days_off_are_kept_on_a_page_of_their_own(ana):
    page = ana.saves("pay", 1, currency="EUR", base="68k", per="year", more="1")
    assert page.url == ana.url("pay-more", 1)
    assert ana.saves("pay-more", 1, **ALL).url == ana.url("people", 1)
    row = Pay.objects.get()
    assert (row.base, row.moving, row.equity, row.equity_years) == (68_000, 5_000, 40_000, 4)
    assert (row.equity_cliff, row.equity_in_cash, row.leave_days) == (12, False, Decimal("22.5"))
    assert row.moving_paid == "yes"


def test_neither_page_touches_the_answers_of_the_other(ana):
    ana.saves("pay-more", 1, **ALL)
    ana.saves("pay", 1, currency="USD", base="70k", per="year", moving="1")
    ana.saves("pay-more", 1, version=1, **ALL | {"base": "1", "leave_days": "30"})
    row = Pay.objects.get()
    assert (row.base, row.moving, row.leave_days) == (70_000, 5_000, 30)


def test_nobody_has_to_know_any_of_it(ana):
    assert ana.saves("pay-more", 1).status_code == 302
    assert ana.case.offers.get().pay.grant is None


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"equity_years": ""}, "Enter over how many years you earn it, like 4"),
        ({"equity_years": "11"}, "Years must be 10 or fewer"),
        ({"equity_cliff": "49"}, "Months must be 48 or fewer"),
        ({"equity_cliff": "1.5"}, "Months must be a whole number, like 12"),
        ({"leave_days": "100"}, "Days off must be 99 or fewer"),
        ({"leave_days": "many"}, "Days off must be a number, like 25"),
        ({"moving": "-1"}, "“Money for moving” must be a number, like 68,000 or 68k"),
    ],
)
def test_what_cannot_be_is_said_in_words(ana, answers, said):
    page = ana.saves("pay-more", 1, **ALL | answers).content.decode()
    assert page.count(said) == 2
    assert not Pay.objects.exists()


def test_a_second_click_changes_nothing(ana):
    for _ in range(2):
        assert ana.saves("pay-more", 1, **ALL).url == ana.url("people", 1)
    assert ana.now().saved_pages.get(slug="pay-more-1").version == 1


def test_who_named_the_people_before_goes_back_to_the_offers(ana):
    finish(ana.case, "people-1")
    assert ana.saves("pay-more", 1, **ALL).url == ana.url("offers")


def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana):
    assert bo_finds_nothing(ana, "pay-more", 1)
    assert wrong_methods_are_refused(ana, "pay-more", 1)
    assert ana.opens("pay-more", 2).status_code == 404


def test_each_wrong_amount_names_its_own_question(client):
    ana = Ana(client)
    offer = accepted_offer(ana.case)
    amounts = (
        "base",
        "signing_bonus",
        "likely_bonus",
        "match",
        "health_month",
        "travel_month",
        "other",
    )
    page = ana.saves(
        "pay", offer.number, currency="USD", per="year", **dict.fromkeys(amounts, "lots")
    )
    summary = page.text.partition('id="problem"')[2].partition("</ul>")[0]
    errors = re.findall(r"<li><a href=\"#id_(\w+)\">([^<]+)</a>", summary)

    assert [name for name, _ in errors] == list(amounts)
    assert len({words for _, words in errors}) == len(amounts)
    assert "“Signing bonus” must be a number, like 68,000 or 68k" in summary
