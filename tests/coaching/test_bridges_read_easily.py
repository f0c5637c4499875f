"""The pages about people: easy words, and few of them, for every kind of tie."""

import pytest

from coaching.models import OWN_CIRCLES, Circle
from coaching.weigh import loop
from offers.models import OF_AN_OFFER, Contact, School, Situation, Stage
from tests.coaching.ana import Ana
from tests.coaching.test_weighing_reads_easily import reads_easily
from tests.factories import accepted_offer, manager, other_offer

pytestmark = pytest.mark.django_db

PAGES = [
    ("bridges",),
    ("circles",),
    *(("bridge", f"1-{role}") for role in OF_AN_OFFER),
    ("bridge", "2-manager"),
    *(("bridge", circle.value) for circle in Circle if circle not in OWN_CIRCLES),
    ("loop",),
    ("loop-person", "1-manager"),
    ("loop-person", "2-manager"),
    ("loop-person", "other-1"),
]


@pytest.fixture(params=[Stage.ACCEPTED, Stage.STARTED])
def ana(client, request):
    """At either stage, with everybody there can be."""
    ana = Ana(client, stage=request.param)
    yes = dict.fromkeys(("agency", "referred", "campus"), "yes")
    Situation.objects.create(case=ana.case, school=School.STUDENT, **yes)
    offer = accepted_offer(ana.case, employer="Acme")
    for role in OF_AN_OFFER:
        Contact.objects.create(case=ana.case, offer=offer, role=role, name="Dana")
    manager(other_offer(ana.case, employer="Dune"), name="Lee")
    return ana


@pytest.mark.parametrize("which", PAGES, ids=lambda which: str(which[-1]))
def test_each_page_and_its_errors_read_easily(ana, which):
    reads_easily(ana.reads(*which))
    wrong = ana.saves(*which, informed="x" * 200, helps="x" * 200, own_1="x" * 200)
    if wrong.status_code == 200:
        reads_easily(wrong.content.decode())


def test_every_reason_reads_easily():
    rules = [rule for rule in vars(loop).values() if isinstance(rule, loop.Rule)]
    assert len(rules) > 10
    for rule in rules:
        reads_easily(f"<main><h1>{rule.when}</h1><p>{rule.why}</p></main>")
