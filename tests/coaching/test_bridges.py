"""The ties that a decision may touch: weighed one at a time, drawn in one picture, all in words."""

import re

import pytest
from django.db import IntegrityError, transaction

from coaching.journey.facts import Facts
from coaching.models import Bridge, Circle
from offers.models import OF_AN_OFFER, Contact, Offer, OfferKind, Role, Situation
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer, manager, other_offer
from tests.statements import statements

pytestmark = pytest.mark.django_db

WEIGHED = {"weight": "some", "taking": "upset"}
FIELD = {"close_knit": "no", "weight": "low", "taking": "fine"}


@pytest.fixture
def ana(client):
    """Said yes to Dana at Bluebird. Sam referred her."""
    ana = Ana(client)
    offer = accepted_offer(ana.case, employer="Bluebird")
    manager(offer)
    Contact.objects.create(case=ana.case, offer=offer, role=Role.REFERRER, name="Sam Whitfield")
    return ana


def marks(page: str) -> list[str]:
    """The numbers and letters of the picture, each with its class."""
    return re.findall(r'class="mark mark--(\w+)"><path d="[^"]+"/><text y="5">(\w+)</text>', page)


@pytest.mark.mission("S1-17", "S1-12")
def test_ana_weighs_each_tie_and_sees_them_all_in_one_picture(ana):
    page = ana.reads("bridges")
    assert "Some bridges may burn, even when you do all you can." in page
    assert "Only part of this is up to you." in page
    assert "You are in the middle, with 2 people and 2 circles around you." in page

    answers = {"weight": "lot", "taking": "lasting", "helps": "A call on the first day"}
    assert ana.saves("bridge", "1-manager", **answers).url == ana.url("bridge", "1-referrer")
    assert ana.saves("bridge", "1-referrer", **WEIGHED).url == ana.url("bridge", "field")
    assert ana.saves("bridge", "field", **FIELD).url == ana.url("bridge", "referrer")
    assert ana.saves("bridge", "referrer", **WEIGHED).url == ana.url("bridges")

    page = ana.reads("bridges")
    assert marks(page) == [("lot", "1"), ("some", "2"), ("low", "A"), ("some", "B")]
    assert "tie tie--lasting" in page
    assert "1 tie matters a lot. 2 ties matter some. 1 tie matters a little. 1 tie may end." in page
    assert "What would help: A call on the first day" in page
    assert "In your case, 1 tie matters a lot and may end: Dana Reyes." in page
    assert "4 looked at so far" in ana.reads("hub")


@pytest.mark.mission("S4-21")
def test_the_frustration_of_the_employer_is_said_plainly(ana):
    assert "very frustrating and unprofessional" in ana.reads("bridge", "1-manager")
    assert "frustrating" not in ana.reads("bridge", "1-referrer")


@pytest.mark.mission("S1-19")
def test_who_referred_her_is_told_personally_thanked_and_protected(ana):
    page = ana.reads("bridge", "1-referrer")
    assert "They put their name to yours" in page
    assert "Tell them yourself, on the day you tell the employer, and thank them." in page
    assert "Keep their name out of your reasons." in page


@pytest.mark.mission("S1-21")
def test_both_sides_are_said_and_neither_wins(ana):
    page = ana.reads("bridges")
    assert "It is all right to look after yourself first." in page
    assert "An employer may take an offer back when its plans change." in page
    assert "People planned with your yes." in page


@pytest.mark.mission("S1-18", "S4-1", "S2-20")
def test_in_a_small_field_the_ties_weigh_more_and_a_sentence_says_so(ana):
    asked = ana.reads("bridge", "field")
    assert "Tech, cybersecurity and fashion are like that." in asked
    ana.saves("bridge", "1-manager", **WEIGHED)
    quiet = ana.reads("bridges")
    assert "one step higher" not in quiet
    assert "Not answering hurts more than a clear no." in quiet

    ana.saves("bridge", "field", **FIELD | {"close_knit": "yes"})
    page = ana.reads("bridges")
    assert marks(page) == [("lot", "1"), ("open", "2"), ("some", "A"), ("open", "B")]
    assert "we show each tie in it one step higher than you set it" in page
    assert "There, silence is what they talk about." in page
    assert Bridge.objects.get(circle=Circle.FIELD).weight == "low"


@pytest.mark.mission("S2-23", "S2-24")
def test_a_student_sees_the_school_before_deciding_and_is_offered_the_career_center(ana):
    assert "campus" not in ana.reads("bridges")
    assert ana.opens("bridge", "campus").status_code == 404
    Situation.objects.create(case=ana.case, school="student", campus="yes")
    page = ana.reads("bridges")
    assert ana.url("bridge", "campus") in page
    assert "You can talk to your career center first" in page
    tie = ana.reads("bridge", "campus")
    assert "Then there are fewer internships and fewer jobs for others." in tie
    assert "Your career center can talk it through with you." in tie


def test_somebody_at_another_job_is_touched_by_staying(ana):
    rae = Contact(case=ana.case, offer=other_offer(ana.case), role=Role.RECRUITER, name="Rae Kim")
    rae.save()
    assert "if you keep the job and turn them down" in ana.reads("bridge", "2-recruiter")


def test_two_circles_of_her_own_and_another_name_is_another_circle(ana):
    assert ana.saves("circles", own_1="The choir", own_2="My old team").url == ana.url("bridges")
    ana.saves("bridge", "own-1", **WEIGHED)
    assert "The choir" in ana.reads("bridges")

    ana.saves("circles", version=1, own_1="The band", own_2="My old team")
    band = Bridge.objects.get(circle="own-1")
    assert (band.name, band.weight) == ("The band", "")
    assert 'name="version" value="0"' in ana.reads("bridge", "own-1")

    ana.saves("circles", version=2, own_1="The band")
    assert not Bridge.objects.filter(circle="own-2").exists()
    assert ana.opens("bridge", "own-2").status_code == 404


def test_a_circle_that_was_never_named_is_no_page(ana):
    for key in ("own-1", "agency", "2-manager", "other-1", "school", "nothing"):
        assert ana.opens("bridge", key).status_code == 404


def test_what_is_open_is_said_and_what_was_typed_stays(ana):
    page = ana.saves("bridge", "field", helps="An early word").content.decode()
    for error in (
        "Choose yes, no or “I don’t know” for “know one another”",
        "Choose how much it matters to you",
        "Choose how they may take it",
    ):
        assert page.count(error) == 2
    assert 'value="An early word"' in page
    assert not Bridge.objects.exists()
    later = {"helps": "An early word", "later": "1"}
    assert ana.saves("bridge", "field", **later).url == ana.url("hub")
    assert Bridge.objects.get().helps == "An early word"


def test_only_the_field_is_asked_whether_people_know_one_another(ana):
    assert "close_knit" not in ana.reads("bridge", "1-manager")
    ana.saves("bridge", "1-manager", close_knit="yes", **WEIGHED)
    assert Bridge.objects.get().close_knit == ""


def test_a_second_click_changes_nothing_and_an_old_tab_gets_both_answers(ana):
    for _ in range(2):
        assert ana.saves("bridge", "1-manager", **WEIGHED).status_code == 302
    assert ana.saves("bridge", "1-manager", **WEIGHED | {"taking": "fine"}).status_code == 409
    for _ in range(2):
        assert ana.saves("circles", own_2="The choir").status_code == 302
    assert ana.saves("circles", own_2="The band").status_code == 409
    assert Bridge.objects.get(contact__name="Dana Reyes").taking == "upset"
    assert Bridge.objects.count() == 2


def test_an_offer_that_is_removed_takes_its_ties_along(ana):
    manager(other_offer(ana.case), name="Lee Park")
    ana.saves("bridge", "2-manager", **WEIGHED)
    ana.client.post(ana.url("offer-remove", 2))
    assert not Bridge.objects.exists()
    assert not any(slug.startswith("bridge-") for slug in Facts(ana.now()).pages)


def test_a_name_from_elsewhere_is_only_ever_text(ana):
    Contact.objects.update(name="<script>alert(1)</script>")
    page = ana.reads("bridges")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_before_the_pause_and_before_a_yes_there_are_no_bridges(client):
    early = Ana(client, pages=())
    assert early.opens("bridges").url == early.url("hub")
    assert early.saves("bridge", "field", **FIELD).url == early.url("hub")
    assert early.saves("circles", own_1="x").url == early.url("hub")
    early.case.saved_pages.create(slug="pause", saved_at=early.case.created_at)
    type(early.case).objects.update(stage="not-accepted")
    assert early.opens("bridges").url == early.url("hub")
    assert "Your bridges" not in early.reads("hub")
    assert not Bridge.objects.exists()


@pytest.mark.parametrize("about", [("bridges",), ("circles",), ("bridge", "1-manager")])
def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana, about):
    assert bo_finds_nothing(ana, *about)
    assert wrong_methods_are_refused(ana, *about, reading=about == ("bridges",))


def test_a_tie_is_to_one_person_or_to_one_circle_and_a_circle_of_ones_own_has_a_name(ana):
    dana = ana.case.contacts.get(role=Role.MANAGER)
    field = Bridge.objects.create(case=ana.case, circle=Circle.FIELD)
    for wrong in (
        {"circle": ""},
        {"contact": dana},
        {"circle": Circle.OWN_1},
        {"name": "The choir"},
        {"weight": "tons"},
        {"taking": "badly"},
        {"close_knit": "perhaps"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Bridge.objects.filter(pk=field.pk).update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        Bridge.objects.create(case=ana.case, circle=Circle.FIELD)


@pytest.mark.parametrize("name", ["bridges", "loop"])
def test_twelve_people_are_found_with_as_many_statements_as_two(ana, name):
    few, _ = statements(lambda: ana.opens(name))
    for number in (2, 3, 4):
        offer = Offer.objects.create(case=ana.case, number=number, kind=OfferKind.OTHER)
        for role in OF_AN_OFFER:
            Contact.objects.create(case=ana.case, offer=offer, role=role, name=f"{role} {number}")
    for contact in ana.case.contacts.all():
        Bridge.objects.create(case=ana.case, contact=contact, weight="lot")
    many, page = statements(lambda: ana.opens(name))
    assert "recruiter 4" in page.content.decode()
    assert len(many) == len(few)
