"""A decision to say yes, made before the app asked to which offer."""

from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone

from coaching.models import Decision
from offers.models import Offer, OfferKind, Stage
from tests.factories import case_of, person

pytestmark = pytest.mark.django_db

migration = import_module("coaching.migrations.0014_two_other_ways")


@pytest.mark.parametrize(("offers", "is_named"), [(1, True), (2, False)])
def test_it_is_a_yes_to_the_only_offer_on_the_table(offers, is_named):
    case = case_of(person(), stage=Stage.NOT_ACCEPTED)
    for number in range(1, offers + 1):
        Offer.objects.create(case=case, number=number, kind=OfferKind.OTHER)
    decision = Decision.objects.create(case=case, outcome="keep", decided_at=timezone.now())
    migration.name_the_only_offer(apps, None)
    decision.refresh_from_db()
    assert (decision.offer is not None) == is_named
