"""A page that is none of the steps now says what would open it, and when."""

from datetime import UTC, datetime

import pytest

from coaching.journey.facts import Facts
from coaching.journey.not_yet import AFTER_THE_DECISION, PAUSE_FIRST, why_not_a_step
from coaching.journey.steps import PAUSE, STEPS
from coaching.models import Outcome
from offers.models import Stage
from tests.coaching.ana import Ana
from tests.coaching.leaving import decide
from tests.factories import accepted_offer, case_of, decision_date, person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("outcome", ["", *Outcome])
@pytest.mark.parametrize("pages", [(), ("pause",)])
def test_every_step_that_does_not_apply_says_what_opens_it(stage, outcome, pages):
    case = case_of(person("ana"), stage=stage, pages=pages)
    if outcome:
        decide(case, outcome)
    facts = Facts(case)
    for step in STEPS:
        if not step.applies(facts):
            words = why_not_a_step(step, facts)
            assert words.endswith(".")
            assert (words == PAUSE_FIRST) == (PAUSE.slug not in pages)


def test_what_comes_after_names_the_day(client):
    ana = Ana(client)
    decision_date(ana.case, datetime(2032, 12, 2, 15, tzinfo=UTC))
    for name in ("after", "check-ins", "next-offer", "tell"):
        page = client.get(ana.url(name), follow=True)
        assert page.redirect_chain == [(ana.url("hub"), 302)]
        assert AFTER_THE_DECISION in page.text
        assert "Your date for that is Thursday, December 2, 2032, at 10am." in page.text
        assert "not one of your steps" not in page.text


def test_who_decided_to_stay_has_nobody_to_tell(client):
    ana = Ana(client)
    accepted_offer(ana.case)
    decide(ana.case, Outcome.KEEP)
    assert "nobody to tell" in client.get(ana.url("tell"), follow=True).text
