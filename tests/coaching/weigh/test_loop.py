"""The fixed rule: who is safe to tell now, and who hears it only after the decision."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.weigh.loop import Place, When, rule_for
from offers.models import OF_AN_OFFER, OWN_PEOPLE, Answer, Role

NOW = (When.SAFE, When.QUIETLY, When.CHOICE)

answers = st.sampled_from(["", *Answer.values])
of_an_offer = st.builds(
    Place,
    role=st.sampled_from(OF_AN_OFFER),
    is_there=st.booleans(),
    works_for_both=st.booleans(),
    is_at_work_now=st.booleans(),
    agency=answers,
    knows_there=answers,
)
own = st.builds(
    Place,
    role=st.sampled_from([*OWN_PEOPLE, Role.SCHOOL]),
    agency=answers,
    knows_there=answers,
)


@pytest.mark.mission("S1-12", "S1-13")
@pytest.mark.parametrize(
    ("place", "when"),
    [
        (Place(role=Role.MANAGER, is_there=True), When.AFTER),
        (Place(role=Role.RECRUITER, is_there=True), When.AFTER),
        (Place(role=Role.RECRUITER, is_there=True, agency=Answer.YES), When.AFTER),
        (Place(role=Role.RECRUITER, is_there=True, agency=Answer.UNKNOWN), When.AFTER),
        (Place(role=Role.REFERRER, is_there=True), When.SAME_DAY),
        (Place(role=Role.MANAGER), When.SAFE),
        (Place(role=Role.RECRUITER), When.SAFE),
        (Place(role=Role.RECRUITER, agency=Answer.YES), When.SAFE),
        (Place(role=Role.RECRUITER, works_for_both=True), When.AFTER),
        (Place(role=Role.MANAGER, is_at_work_now=True), When.AFTER),
        (Place(role=Role.BOSS), When.AFTER),
        (Place(role=Role.LANDLORD), When.AFTER),
        (Place(role=Role.MENTOR), When.SAFE),
        (Place(role=Role.FAMILY), When.SAFE),
        (Place(role=Role.SCHOOL), When.CHOICE),
        (Place(role=Role.OTHER), When.CHOICE),
        (Place(role=Role.MENTOR, knows_there=Answer.YES), When.QUIETLY),
        (Place(role=Role.MANAGER, knows_there=Answer.YES), When.QUIETLY),
        (Place(role=Role.LANDLORD, knows_there=Answer.YES), When.AFTER),
    ],
)
def test_each_one_by_hand(place, when):
    assert rule_for(place).when is when


def test_an_agency_of_the_employer_is_told_apart_from_the_employers_own_recruiter():
    there = [
        rule_for(Place(role=Role.RECRUITER, is_there=True, agency=agency)).why
        for agency in (Answer.YES, Answer.NO, Answer.UNKNOWN)
    ]
    assert len(set(there)) == 3
    assert "Once you decide, it hears first" in there[0]


@pytest.mark.mission("S1-13")
@given(of_an_offer)
def test_nobody_of_the_first_employer_hears_before_the_decision(place):
    if place.is_there or place.works_for_both:
        assert rule_for(place).when not in NOW


@given(of_an_offer | own)
def test_everybody_has_one_rule_with_one_reason(place):
    rule = rule_for(place)
    assert rule.when in When
    assert rule.why.endswith(".")
    assert all(len(sentence.split()) <= 20 for sentence in rule.why.split(". "))


@given(of_an_offer | own)
def test_to_know_somebody_there_never_makes_it_safer(place):
    if place.knows_there == Answer.YES:
        assert rule_for(place).when is not When.SAFE
