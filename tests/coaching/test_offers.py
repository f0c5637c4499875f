"""The list of offers, in words that fit where the person stands."""

from datetime import date, timedelta

import pytest

from coaching.forms.basics import BasicsForm, kinds_for
from offers.models import Offer, OfferKind
from tests.coaching.ana import Ana
from tests.factories import accepted_offer, case_of, other_offer, person

pytestmark = pytest.mark.django_db


def test_an_offer_whose_pay_is_not_known_yet_says_so(client):
    ana = Ana(client)
    accepted_offer(ana.case)
    assert "Not yet added" in ana.reads("offers")


def test_who_has_started_has_one_job_and_it_has_begun(client):
    ana = Ana(client, stage="started")
    accepted_offer(ana.case, starts_on=date.today() - timedelta(days=20))
    page = ana.reads("offers")
    assert "The job I have started" in page
    assert "The job I said yes to" not in page
    assert "Started " in page
    assert "Starts " not in page
    assert "The job I have now" not in ana.reads("basics", 1)


def test_a_job_still_to_come_starts(client):
    ana = Ana(client)
    accepted_offer(ana.case, starts_on=date.today() + timedelta(days=20))
    assert "Starts " in ana.reads("offers")


def test_each_stage_is_asked_about_the_kinds_it_has(db):
    owner = person("ana")
    kinds = {
        stage: dict(kinds_for(case_of(owner, stage=stage)))
        for stage in ("not-accepted", "accepted", "started")
    }
    assert "accepted" not in kinds["not-accepted"]
    assert kinds["not-accepted"]["other"] == "An offer I have not said yes to"
    assert {"accepted", "current"} <= set(kinds["accepted"])
    assert kinds["started"]["accepted"] == "The job I have started"
    assert "current" not in kinds["started"]


@pytest.mark.parametrize(
    ("stage", "lead"),
    [
        ("not-accepted", "Start with the offer you may say yes to"),
        ("accepted", "Start with the job you said yes to"),
        ("started", "Begin with the job you have started"),
    ],
)
def test_the_first_card_is_asked_for_in_words_of_the_stage(client, stage, lead):
    page = Ana(client, stage=stage).reads("offers")
    assert lead in page
    assert ("the job you said yes to" in page) == (stage == "accepted")


def test_nothing_lined_up_asks_for_no_employer_and_is_named_once(client):
    ana = Ana(client)
    accepted_offer(ana.case)
    answer = ana.saves("basics", 2, kind="nothing", employer="none", title="none")
    assert answer.url == ana.url("offers")
    row = Offer.objects.get(number=2)
    assert (row.kind, row.employer, row.title) == (OfferKind.NOTHING, "", "")
    assert "Employer" not in ana.reads("basics", 2)
    assert ana.reads("offers").count(">Nothing else lined up<") == 1


def test_an_offer_that_came_to_nothing_loses_its_employer(client):
    ana = Ana(client)
    accepted_offer(ana.case)
    other_offer(ana.case)
    ana.saves("basics", 2, kind="nothing", employer="Harborlight Health", title="Analyst")
    assert "Harborlight" not in ana.reads("offers")


def test_from_nothing_to_a_job_the_employer_is_asked_again(client):
    ana = Ana(client)
    accepted_offer(ana.case)
    ana.saves("basics", 2, kind="nothing")
    page = ana.saves("basics", 2, version=1, kind="interview").content.decode()
    assert "Enter the employer’s name" in page


def test_the_second_of_two_clicks_on_a_new_job_finds_no_other_job_in_its_way(client):
    """It was read before the first click was stored, and is checked after."""
    ana = Ana(client)
    about = Offer(case=ana.case, number=1, kind=OfferKind.ACCEPTED)
    typed = {
        "kind": "accepted",
        "employer": "Bluebird Analytics",
        "title": "Data Analyst",
        "accepted_on": str(date.today()),
        "accepted_how": "phone",
        "version": "0",
    }
    ana.saves("basics", 1, **typed)
    second = BasicsForm(typed, case=ana.case, about=about, version=0)
    assert Offer.objects.filter(case=ana.case).count() == 1
    assert second.is_valid(), second.errors
