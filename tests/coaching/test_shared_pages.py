"""What staff read: the basic facts, and of each switch what it says; never a private word."""

import itertools

import pytest
import time_machine
from django.template.loader import render_to_string

from coaching.journey.facts import Facts
from coaching.journey.sections import BASIC, OPENED
from coaching.models import Decision, Letterhead, Section, after, doubts, private
from coaching.views.answers import pages_with_questions
from coaching.views.shared import shared_pages
from tests.canary import a_word_in_every_text, met_in
from tests.coaching.test_helper import LETTERHEAD, NAMES
from tests.rows import our_models
from tests.whole_case import ANAS_WORD, MONDAY, When, anas_case

pytestmark = pytest.mark.django_db

FOR_ANA_ALONE = {
    f"{model._meta.label}.{field.name}"
    for model in our_models()
    if model.__module__ in (private.__name__, doubts.__name__, after.__name__)
    for field in model._meta.fields
}


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


def as_staff_read(case, *sections: Section) -> str:
    parts = shared_pages(Facts(case), sections)
    return "".join(render_to_string("coaching/shared_part.html", {"part": part}) for part in parts)


def test_the_basic_facts_come_first_and_then_the_switches_in_their_order():
    case = anas_case()
    parts = shared_pages(Facts(case), [Section.TELLING, Section.PAY])
    assert [part.section for part in parts] == [None, Section.PAY, Section.TELLING]
    assert {page.privacy for page in parts[0].pages} == {"B"}
    assert {page.privacy for part in parts[1:] for page in part.pages} == {"O"}
    assert f"{ANAS_WORD} Labs" in as_staff_read(case)


def test_what_is_open_and_empty_says_so():
    case = anas_case(When.WAITING)
    case.saved_pages.all().delete()
    (part,) = shared_pages(Facts(case), [Section.PAY])[1:]
    assert part.pages == ()
    assert "Nothing is written here yet" in as_staff_read(case, Section.PAY)


def test_no_page_is_opened_twice_and_none_for_the_person_alone():
    """A page that is new to the journey is in no switch until somebody puts its step there."""
    opened = [step for steps in OPENED.values() for step in steps]
    assert len(opened) == len(set(opened))
    for view, _ in pages_with_questions():
        if view.privacy == "B":
            assert view.step in BASIC or view.step not in opened, view


@pytest.mark.parametrize("when", list(When))
def test_no_word_is_shown_but_of_what_is_switched_on(when):
    """Every text of the case has a word of its own: each switch alone adds its own words only."""
    case = anas_case(when)
    words = a_word_in_every_text()
    basic = met_in(as_staff_read(case), words)
    everything = met_in(as_staff_read(case, *Section), words)
    alone = {section: met_in(as_staff_read(case, section), words) for section in Section}

    assert basic
    assert len(everything) > 15
    assert not everything & FOR_ANA_ALONE
    assert not {word for word in basic if not word.startswith("offers.")}
    for one, other in itertools.combinations(Section, 2):
        assert (alone[one] & alone[other]) - basic <= NAMES, (one, other)
    assert not set().union(*alone.values()) & LETTERHEAD


@pytest.mark.parametrize("when", [When.WAITING, When.DECIDING])
@pytest.mark.mission("S1-13")
def test_before_a_decision_staff_read_no_word_of_going(when):
    assert "withdraw" not in as_staff_read(anas_case(when), *Section).lower()


def test_of_a_decision_staff_read_what_it_was_and_when():
    """Not how sure, not why, and not why somebody went on in spite of a gate."""
    case = anas_case()
    words = a_word_in_every_text()
    shown = as_staff_read(case, *Section)
    assert Decision.objects.filter(case=case).exists()
    assert "What you decided" in shown
    assert "You went on" not in shown
    assert not {name for name in met_in(shown, words) if ".GoneAhead." in name}
    assert Letterhead.objects.filter(case=case).exists()
