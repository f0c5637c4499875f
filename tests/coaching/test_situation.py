"""Your situation: what was said before is not asked for again."""

import re

import pytest

from offers.models import Answer, Pay, Situation
from tests.coaching.ana import Ana
from tests.factories import accepted_offer, finish

pytestmark = pytest.mark.django_db


def chosen(page: str, name: str) -> list[str]:
    boxes = re.findall(rf'<input[^>]*name="{name}"[^>]*>', page)
    return [re.search('value="([^"]*)"', box)[1] for box in boxes if "checked" in box]


def test_a_signed_yes_and_a_paid_bonus_are_filled_in_until_the_page_is_saved(client):
    ana = Ana(client)
    offer = accepted_offer(ana.case, accepted_how="signed")
    finish(ana.case, "basics-1")
    Pay.objects.create(offer=offer, signing_paid=Answer.NO)
    page = ana.reads("situation")
    assert chosen(page, "signed") == ["yes"]
    assert chosen(page, "money") == ["no"]
    assert not Situation.objects.exists()


def test_what_is_saved_stands_whatever_was_said_before(client):
    ana = Ana(client)
    accepted_offer(ana.case, accepted_how="signed")
    finish(ana.case, "basics-1")
    Situation.objects.create(case=ana.case, signed=Answer.UNKNOWN)
    assert chosen(ana.reads("situation"), "signed") == ["unknown"]


def test_a_spoken_yes_fills_in_nothing(client):
    ana = Ana(client)
    accepted_offer(ana.case, accepted_how="phone")
    finish(ana.case, "basics-1")
    page = ana.reads("situation")
    assert chosen(page, "signed") == chosen(page, "money") == []
