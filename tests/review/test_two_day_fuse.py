"""A two-day fuse (SC12): Ana decides what her school reads, and asks for a talk with a summary."""

import pytest
from django.test import Client

from coaching.models import Appointment, AskedFor, Section
from offers.models import Pay
from tests.coaching.sharing_ana import SharingAna
from tests.factories import finish
from tests.letters.reading import words_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(client):
    ana = SharingAna(client)
    offer = ana.case.offers.get()
    Pay.objects.create(offer=offer, base=68_000)
    finish(ana.case, "pay-1")
    ana.saves("diary", keep="2", leave="4", line="I slept badly.")
    return ana


def cleos_page(ana) -> Client:
    browser = Client()
    browser.force_login(ana.cleo.user)
    return browser


def summary(ana) -> str:
    answer = cleos_page(ana).get(f"/staff/cases/{ana.case.code}/summary.pdf")
    return " ".join(words_on(answer.content)) if answer.status_code == 200 else ""


def shares(ana, *sections, version):
    whom = {"whom": str(ana.cleo.pk), "name": "Ana Silva", "programme": "Junior, co-op"}
    answer = ana.saves("share", version=version, sections=sections, **whom)
    assert answer.status_code == 302


@pytest.mark.mission("S2-24")
def test_she_asks_for_a_talk_with_her_case_on_one_page_and_ends_it_all(ana):
    shares(ana, Section.PAY, version=0)
    wish = {"how": "video", "suits": "Before Friday", "about": "They gave me two days"}
    ana.does("appointment", **wish)
    assert Appointment.objects.get().about == "They gave me two days"
    assert ana.sharing.asked_for == [AskedFor.APPOINTMENT]

    words = summary(ana)
    for shared in ("Ana Silva", "They gave me two days", "Bluebird Analytics", "68,000"):
        assert shared in words
    assert "slept" not in words

    shares(ana, version=1)
    words = summary(ana)
    assert "Bluebird Analytics" in words
    assert "68,000" not in words

    ana.stops()
    assert summary(ana) == ""
    opened = ana.reads("share")
    assert "Cleo Byrne: Your case on one page" in opened
