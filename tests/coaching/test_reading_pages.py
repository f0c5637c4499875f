"""Pages that only show what was answered: closed to strangers and before the pause."""

import pytest

from offers.models import AcceptedHow
from tests.coaching.ana import Ana, bo_finds_nothing
from tests.factories import accepted_offer, other_offer

pytestmark = [
    pytest.mark.words,
    pytest.mark.django_db,
    pytest.mark.parametrize("name", ["why-result", "questions", "signed-result", "in-writing"]),
]


def with_offers(ana: Ana) -> Ana:
    accepted_offer(ana.case, accepted_how=AcceptedHow.SIGNED)
    other_offer(ana.case)
    return ana


def test_a_stranger_finds_nothing(client, name):
    assert bo_finds_nothing(with_offers(Ana(client)), name)


def test_before_the_pause_each_leads_to_the_steps_and_says_why(client, name):
    early = with_offers(Ana(client, pages=()))
    page = client.get(early.url(name), follow=True)
    assert page.redirect_chain == [(early.url("hub"), 302)]
    assert "That page opens once you have taken a breath" in page.content.decode()
