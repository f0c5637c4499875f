"""Which ties there are, how much each matters, and what is said of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.models import Bridge, Circle, Taking, Weight
from coaching.weigh.ties import RAISED, Ties, raised, ties
from offers.models import Answer, Case, Contact, Offer, OfferKind, Role, School, Situation

CASE = Case(pk=1)
BLUEBIRD = Offer(pk=1, case=CASE, number=1, kind=OfferKind.ACCEPTED, employer="Bluebird")
DANA = Contact(pk=1, case=CASE, offer=BLUEBIRD, role=Role.MANAGER, name="Dana Reyes")
SAM = Contact(pk=2, case=CASE, offer=BLUEBIRD, role=Role.REFERRER, name="Sam Whitfield")
MOM = Contact(pk=3, case=CASE, role=Role.FAMILY, place=1, name="Mom")


def found(*people: Contact, bridges: tuple[Bridge, ...] = (), **answers: str) -> Ties:
    return ties(people, Situation(case=CASE, **answers), bridges)


def keys(ties: tuple) -> list[str]:
    return [tie.key for tie in ties]


def weighed(contact: Contact | None = None, circle: str = "", **said: str) -> Bridge:
    return Bridge(case=CASE, contact=contact, circle=circle, **said)


def test_everybody_has_a_field_and_nothing_else_without_an_answer():
    assert keys(found().all) == ["field"]


@pytest.mark.mission("S1-12")
def test_each_person_is_numbered_and_each_circle_has_a_letter():
    around = found(
        DANA, SAM, MOM, agency=Answer.YES, school=School.STUDENT,
        bridges=(weighed(circle=Circle.OWN_1, name="The choir"),),
    )  # fmt: skip
    assert [(tie.mark, tie.key) for tie in around.all] == [
        ("1", "1-manager"),
        ("2", "1-referrer"),
        ("3", "other-1"),
        ("A", "field"),
        ("B", "referrer"),
        ("C", "agency"),
        ("D", "campus"),
        ("E", "own-1"),
    ]
    assert around.circles[-1].name == "The choir"
    assert around.people[0].about == "Hiring manager, Bluebird"


@pytest.mark.mission("S2-23")
@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({"school": School.STUDENT}, True),
        ({"school": School.ALUM, "campus": Answer.YES}, True),
        ({"school": School.ALUM, "campus": Answer.NO}, False),
        ({"school": School.NEITHER}, False),
    ],
)
def test_the_school_is_there_for_those_it_touches(answers, shown):
    assert (Circle.CAMPUS in keys(found(**answers).circles)) is shown


def test_a_person_without_a_name_is_nobody_yet_and_the_school_is_a_circle():
    nobody = Contact(pk=8, case=CASE, offer=BLUEBIRD, role=Role.MANAGER)
    school = Contact(pk=9, case=CASE, role=Role.SCHOOL, name="Career center")
    assert found(nobody, school).people == ()


@pytest.mark.mission("S1-18", "S4-1")
def test_where_people_know_one_another_each_tie_in_the_field_weighs_one_step_more():
    field = weighed(circle=Circle.FIELD, weight=Weight.SOME, close_knit=Answer.YES)
    dana, mom = (weighed(one, weight=Weight.LOW) for one in (DANA, MOM))
    dana_tie, mom_tie, field_tie = found(DANA, MOM, bridges=(dana, mom, field)).all
    assert (dana_tie.weight, dana_tie.is_raised) == (Weight.SOME, True)
    assert (mom_tie.weight, mom_tie.is_raised) == (Weight.LOW, False)
    assert field_tie.weight == Weight.LOT
    assert field_tie.bridge.weight == Weight.SOME  # what was said stays as it was


@pytest.mark.parametrize("answer", [Answer.NO, Answer.UNKNOWN, ""])
def test_nothing_is_raised_on_a_guess(answer):
    field = weighed(circle=Circle.FIELD, weight=Weight.SOME, close_knit=answer)
    assert not found(bridges=(field,)).is_any_raised


@given(st.sampled_from(sorted(RAISED)), st.booleans(), st.booleans())
def test_a_weight_never_falls_and_never_rises_by_more_than_one(weight, is_in_field, close_knit):
    order = ["", "low", "some", "lot"]
    shown = raised(weight, is_in_field=is_in_field, close_knit=close_knit)
    assert 0 <= order.index(shown) - order.index(weight) <= 1
    assert is_in_field and close_knit or shown == weight
    assert weight or not shown


def test_the_sentence_says_what_the_picture_shows():
    dana = weighed(DANA, weight=Weight.LOT, taking=Taking.LASTING)
    sam = weighed(SAM, weight=Weight.LOT, taking=Taking.FINE)
    around = found(DANA, SAM, bridges=(dana, sam))
    assert around.sentence == (
        "You are in the middle, with 2 people and 2 circles around you. "
        "2 ties matter a lot. 2 ties are not weighed yet. 1 tie may end."
    )


@pytest.mark.mission("S1-17")
def test_what_stands_out_is_named_and_nothing_is_advised():
    assert found(DANA).in_your_case == "In your case, nothing is weighed yet."
    low = weighed(DANA, weight=Weight.LOW, taking=Taking.LASTING)
    assert "no tie that you weighed" in found(DANA, bridges=(low,)).in_your_case
    hard = [weighed(one, weight=Weight.LOT, taking=Taking.LASTING) for one in (DANA, SAM)]
    assert found(DANA, SAM, bridges=tuple(hard)).in_your_case == (
        "In your case, 2 ties matter a lot and may end: Dana Reyes and Sam Whitfield."
    )
