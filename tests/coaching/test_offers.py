"""The list of offers."""

import pytest

from tests.coaching.ana import Ana
from tests.factories import accepted_offer

pytestmark = pytest.mark.django_db


def test_an_offer_whose_pay_is_not_known_yet_says_so(client):
    ana = Ana(client)
    accepted_offer(ana.case)
    assert "Not yet added" in ana.reads("offers")
