"""A person’s own facts, told back as a friend’s, and what they would say to that friend."""

from datetime import date, timedelta

import pytest
import time_machine

from coaching.models import RealReason, Reflection
from offers.models import Answer, Pay, Situation, Stage
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.coaching.test_weighing_reads_easily import reads_easily
from tests.factories import accepted_offer, decision_date, other_offer
from tests.whole_case import MONDAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def ana(client):
    ana = Ana(client, pages=("pause", "questions-giving-up"), time_zone="America/New_York")
    Situation.objects.create(case=ana.case, visa=Answer.YES, visa_advised=True, signed=Answer.NO)
    RealReason.objects.create(case=ana.case, pay=True, gut=True, still=Answer.YES)
    offers = (
        accepted_offer(ana.case, starts_on=date(2025, 12, 13)),
        other_offer(ana.case, rung="e-mail"),
    )
    for offer, base in zip(offers, (68_000, 76_000), strict=True):
        Pay.objects.create(offer=offer, base=base)
    return ana


@pytest.mark.mission("S1-22")
def test_ana_hears_her_own_story_and_answers_a_friend(ana):
    page = ana.reads("friend")
    assert "They start in 12 days. Their visa or work permit depends on the job." in page
    assert "It pays $8,000 more a year and is in writing." in page
    assert "because of the pay. They also speak of their gut." in page
    assert "Bluebird" not in page.partition("<main")[2].partition("</main")[0]
    assert "Only you, always" in page
    ana.saves("friend", friend="Ask them for a day to look around.")
    assert Reflection.objects.get().friend == "Ask them for a day to look around."


@pytest.mark.mission("S1-22")
def test_it_is_asked_in_one_place_and_shown_again_at_decide(ana):
    assert ana.url("friend") == ana.url("question", "friend")
    decision_date(ana.case, MONDAY - timedelta(hours=1))
    assert ana.url("friend") in ana.reads("decide")
    ana.saves("friend", friend="Sleep on it.")
    page = ana.reads("decide")
    assert "Sleep on it." in page
    assert ana.url("friend") not in page


@pytest.mark.parametrize("stage", Stage.values)
def test_with_few_facts_it_still_reads_easily(client, stage):
    ana = Ana(client, stage=stage)
    page = ana.reads("friend")
    assert "A friend" in page
    reads_easily(page)


def test_a_second_click_changes_nothing(ana):
    for _ in range(2):
        assert ana.saves("friend", friend="Wait.").status_code == 302
    assert Reflection.objects.count() == 1


def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana):
    assert bo_finds_nothing(ana, "friend")
    assert wrong_methods_are_refused(ana, "friend")
