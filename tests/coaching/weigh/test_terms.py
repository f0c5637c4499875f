"""What was found in the papers becomes questions, never conclusions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.models import SignedTerms
from coaching.weigh.clause_kinds import CLAUSES
from coaching.weigh.clauses import Find, Topic, find_all, topics
from coaching.weigh.papers import ASKED, papers_for, said
from coaching.weigh.sayings import Says
from coaching.weigh.terms import SAME_AS, matters, questions_for_adviser
from offers.models import Answer, Case, Situation

answers = st.fixed_dictionaries(
    {name: st.sampled_from(["", *Answer.values]) for name in SignedTerms.QUESTIONS}
)
cases = st.builds(Case, stage=st.sampled_from(["accepted", "started"]))
situations = st.builds(
    Situation,
    visa=st.sampled_from(["", *Answer.values]),
    school=st.sampled_from(["", "student", "alum", "neither"]),
)
EVERY = papers_for(Case(stage="accepted"), Situation(visa="yes", school="student"))


def topic(clause) -> Topic:
    find = Find(clause=clause, says=Says.YES, quote="x", marks=())
    return Topic(clause=clause, finds=(find,))


pasted = st.lists(st.sampled_from(CLAUSES), unique=True).map(lambda some: [*map(topic, some)])


@pytest.mark.mission("S0-13")
@given(answers, cases, situations)
def test_each_yes_and_each_unknown_is_one_question(given_answers, case, situation):
    papers = papers_for(case, situation)
    lines = questions_for_adviser(SignedTerms(**given_answers), papers)
    asked = [name for paper in papers for name in paper.asks]
    assert len(lines) == sum(given_answers[name] in ("yes", "unknown") for name in asked)
    assert all(line.endswith("?") for line in lines)


@pytest.mark.mission("S4-10")
@given(answers, pasted)
def test_what_the_pasted_text_raised_is_added_and_nothing_is_asked_twice(given_answers, found):
    terms = SignedTerms(**given_answers)
    own, both = (questions_for_adviser(terms, EVERY, some) for some in ((), found))
    assert both[: len(own)] == own
    assert len(set(both)) == len(both)
    answered = {name for name, answer in given_answers.items() if answer in ("yes", "unknown")}
    new = [one for one in found if SAME_AS.get(one.clause.slug) not in answered]
    assert len(both) == len(own) + len(new)


@pytest.mark.mission("S0-13")
def test_who_came_through_an_agency_asks_what_was_signed_with_it():
    terms = SignedTerms(repay="yes")
    plain, through = (
        questions_for_adviser(terms, EVERY, has_agency=agency) for agency in (False, True)
    )
    assert through[:-1] == plain
    assert "Did I sign anything with it" in through[-1]


def test_a_line_in_the_text_is_asked_about_although_she_found_none():
    found = topics(find_all("You must repay the bonus. This is governed by the laws of Ohio."))
    lines = questions_for_adviser(SignedTerms(repay="no"), EVERY, found)
    assert lines[0].startswith("I found none, but a line in my papers may say so.")
    assert lines[1].startswith("The law of which place counts?")


@given(cases, situations)
def test_a_visa_and_a_school_are_asked_about_only_where_there_may_be_one(case, situation):
    names = [paper.name for paper in papers_for(case, situation)]
    assert ("visa" in names) == (situation.visa in ("yes", "unknown"))
    assert ("school" in names) == (situation.school == "student")
    assert len(names) == len(set(names)) >= 5


def test_only_who_has_started_is_asked_about_the_last_pay():
    asked = {
        stage: [name for paper in papers_for(Case(stage=stage), Situation()) for name in paper.asks]
        for stage in ("accepted", "started")
    }
    assert "final_pay" in asked["started"]
    assert "final_pay" not in asked["accepted"]
    assert set(ASKED) == set(SignedTerms.QUESTIONS)


@pytest.mark.parametrize(
    ("terms", "situation", "text", "slugs"),
    [
        ({}, {}, "", []),
        ({"repay": "yes"}, {}, "", ["money"]),
        ({"money": "yes"}, {}, "", ["money"]),
        ({"notice": "yes"}, {}, "", ["bound"]),
        ({}, {"visa": "yes"}, "", ["visa"]),
        ({"visa": "yes", "repay": "unknown"}, {}, "", ["visa"]),
        ({}, {}, "A penalty of one month is due. Notice is four weeks.", ["money", "bound"]),
    ],
)
def test_three_matters_go_to_somebody_who_knows(terms, situation, text, slugs):
    found = matters(SignedTerms(**terms), Situation(**situation), topics(find_all(text)))
    assert [matter.slug for matter in found] == slugs


def test_what_was_said_is_told_back_and_what_is_open_is_named():
    notice = EVERY[1]
    half = said(notice, SignedTerms(notice="unknown", notice_words="Two weeks."))
    assert half.answers == ((ASKED["notice"].label, "I don’t know"),)
    assert (half.words, half.is_open) == ("Two weeks.", True)


def test_a_bonus_to_repay_asks_for_the_sum_and_the_tax():
    line = questions_for_adviser(SignedTerms(repay="yes"), EVERY)[0]
    assert "before or after tax" in line


def test_a_day_to_tell_them_by_is_a_question_too():
    line = questions_for_adviser(SignedTerms(tell_by=date(2026, 12, 4)), EVERY)[0]
    assert "by Friday, December 4" in line
