"""Offers on the table: when each comes and ends, for who has not said yes yet."""

from datetime import UTC, datetime, timedelta

import pytest

from coaching.models import OfferTiming
from offers.models import Offer, OfferKind, Stage
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import decision_date, other_offer

NOW = datetime(2025, 12, 1, 15, 0, tzinfo=UTC)  # Monday, 10am in New York
DAY = timedelta(days=1)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def ana(client):
    """Harborlight offered, and wants an answer on Friday. Wren is still to come."""
    ana = Ana(client, stage=Stage.NOT_ACCEPTED)
    other_offer(ana.case, employer="Harborlight", ends="on", ends_at=NOW + 4 * DAY)
    wren = {"employer": "Wren", "title": "Clerk", "kind": OfferKind.INTERVIEW}
    Offer.objects.create(case=ana.case, number=3, **wren)
    decision_date(ana.case, NOW + 3 * DAY)
    return ana


@pytest.mark.mission("S4-19", "S4-20")
def test_ana_sees_that_one_ends_before_the_other_comes_and_has_words_for_both(ana):
    page = ana.reads("timeline")
    assert "Not all days are known yet. Ask when each offer comes." in page
    assert "I expect another offer next week" in page

    saved = ana.saves("timing", 3, comes="on", expected_on="2025-12-08", good_days="10")
    assert saved.url == ana.url("timeline")
    page = ana.reads("timeline")
    assert "Harborlight: It is on the table now. It ends on Friday, December 5." in page
    assert "Wren: You expect it on Monday, December 8." in page
    assert "No day has all of them on the table." in page
    assert "Harborlight ends 3 days before Wren comes" in page
    assert "May I have until Wednesday, December 10?" in page
    assert "I have to answer somebody by Friday, December 5." in page
    for letter in ("more-time", "speed-up"):
        assert f"{ana.url('letters')}#k-{letter}" in page
        assert f'id="k-{letter}"' in ana.reads("letters")


def test_with_every_offer_here_nobody_says_that_one_is_to_come(ana):
    ana.case.offers.filter(number=3).update(kind=OfferKind.OTHER, ends="open")
    page = ana.reads("timeline")
    assert "Wren: It is on the table now. It has no end day." in page
    assert "I expect another offer next week" not in page
    assert "Do you need more time?" in page


def test_no_message_names_the_other_employer(ana):
    ana.saves("timing", 3, comes="on", expected_on="2025-12-08")
    page = ana.reads("timeline")
    words = [part.partition("</p>")[0] for part in page.split('<p class="say"')[1:]]
    assert len(words) == 5
    for line in words:
        assert "Wren" not in line
        assert "Harborlight" not in line


def test_an_offer_that_is_here_or_unknown_has_no_days_of_its_own(ana):
    ana.saves("timing", 3, comes="on", expected_on="2025-12-08", good_days="10")
    ana.saves("timing", 3, version=1, comes="here", expected_on="2025-12-08", good_days="10")
    row = OfferTiming.objects.get()
    assert (row.expected_on, row.good_days) == (None, None)
    page = ana.reads("timeline")
    assert "From Monday, December 1 to Friday, December 5, all of them are on the table." in page
    ana.saves("timing", 3, version=2, comes="unknown")
    assert "You do not know when it comes." in ana.reads("timeline")


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({}, "Choose when this offer comes"),
        ({"comes": "on"}, "Enter about which day"),
        ({"comes": "on", "expected_on": "2025-11-30"}, "The day must be today or later"),
        ({"comes": "on", "expected_on": "2027-01-01"}, "The day must be within a year"),
        ({"comes": "on", "expected_on": "2025-12-08", "good_days": "0"}, "Days must be 1 or more"),
        ({"comes": "on", "expected_on": "2025-12-08", "good_days": "61"}, "60 or fewer"),
        ({"comes": "on", "expected_on": "2025-12-08", "good_days": "x"}, "Days must be a number"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(ana, typed, error):
    assert error in ana.saves("timing", 3, **typed).content.decode()
    assert not OfferTiming.objects.exists()


def test_a_day_in_new_york_is_a_day_there(ana, time_machine):
    """At 4am in London on the 2nd, it is still the 1st in New York."""
    time_machine.move_to(datetime(2025, 12, 2, 4, 0, tzinfo=UTC), tick=False)
    assert ana.saves("timing", 3, comes="on", expected_on="2025-12-01").status_code == 302
    assert "You expect it on Monday, December 1." in ana.reads("timeline")


def test_without_an_offer_it_waits_for_one(client):
    ana = Ana(client, stage=Stage.NOT_ACCEPTED)
    assert "Add an offer or an interview first." in ana.reads("timeline")
    assert ana.opens("timing", 1).status_code == 404


def test_the_job_one_has_now_is_not_on_the_table(ana):
    Offer.objects.create(case=ana.case, number=4, kind=OfferKind.CURRENT, employer="Now Ltd")
    assert "Now Ltd" not in ana.reads("timeline")
    assert ana.opens("timing", 4).status_code == 404


def test_who_said_yes_has_no_such_page(client):
    ana = Ana(client)
    assert ana.opens("timeline").url == ana.url("hub")
    assert ana.opens("timing", 1).status_code == 404


def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana):
    assert wrong_methods_are_refused(ana, "timing", 3)
    assert wrong_methods_are_refused(ana, "timeline", reading=True)
    assert bo_finds_nothing(ana, "timing", 3)
