"""Who to keep in the loop: everybody, the moment for each, and one sentence why."""

import re

import pytest

from coaching.models import Bridge
from offers.models import Contact, OfferKind, Role, Situation
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.coaching.leaving import dana, decide, leaving, owner_of, page, told, url
from tests.factories import accepted_offer, manager, other_offer, person

pytestmark = pytest.mark.django_db

MENTOR = {"name": "Jo Adeyemi", "role": "mentor"}


@pytest.fixture
def ana(client):
    """Said yes to Dana at Bluebird; Sam referred her, and Rae recruits for Harborlight."""
    ana = Ana(client)
    offer = accepted_offer(ana.case, employer="Bluebird")
    manager(offer)
    names(ana, offer, Role.REFERRER, "Sam Whitfield")
    names(ana, other_offer(ana.case, employer="Harborlight"), Role.RECRUITER, "Rae Kim")
    return ana


def names(ana, offer, role, name):
    return Contact.objects.create(case=ana.case, offer=offer, role=role, name=name)


def moments(page: str) -> dict[str, str]:
    """What stands beneath each heading of the list."""
    parts = re.split(r'<h2 id="w\d">([^<]+)</h2>', page.split("<aside")[0])
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.mission("S1-12", "S1-13", "S1-19")
def test_ana_sees_who_is_safe_to_tell_now_and_who_is_not(ana):
    page = ana.reads("loop")
    assert "Say nothing to Bluebird while you are unsure" in page
    found = moments(page)
    assert list(found) == ["Safe now", "On the day you tell the employer", "Only after you decide"]
    assert "Rae Kim" in found["Safe now"]
    assert "They can know that you have an offer" in found["Safe now"]
    assert "Sam Whitfield" in found["On the day you tell the employer"]
    assert "tell them yourself, and thank them" in found["On the day you tell the employer"]
    assert "Dana Reyes" in found["Only after you decide"]
    assert "Hiring manager, Bluebird" in found["Only after you decide"]
    assert "Not everyone is safe to tell yet" in ana.reads("hub")


@pytest.mark.mission("S1-12")
def test_who_was_told_already_cannot_be_waited_for():
    case = leaving()
    told(dana(case), "spoke")
    text = page(owner_of(case).get(url("loop", case)))
    assert "They know already" in text
    assert "cannot be taken back" not in text


@pytest.mark.mission("S1-12")
def test_she_notes_how_she_keeps_somebody_informed(ana):
    note = {"informed": "A call each Sunday"}
    assert ana.saves("loop-person", "2-recruiter", **note).url == ana.url("loop")
    assert "How: A call each Sunday" in ana.reads("loop")
    assert Contact.objects.get(name="Rae Kim").informed == "A call each Sunday"
    assert "Your steps" in ana.reads("hub")


def test_two_people_who_know_each_other(ana):
    """SC15: both lead groups in one country. What one hears, the other may hear."""
    lee = manager(ana.case.offers.get(number=2), name="Lee Park")
    assert "Do they know anyone at Bluebird?" in ana.reads("loop-person", "2-manager")
    said = {"knows_there": "yes", "knows": "Dana Reyes, from a study"}
    ana.saves("loop-person", "2-manager", **said)
    quietly = moments(ana.reads("loop"))["Safe now, if they keep it to themselves"]
    assert lee.name in quietly
    assert "Knows Dana Reyes, from a study. What one hears, the other may hear." in quietly


def test_somebody_there_is_not_asked_whether_they_know_somebody_there(ana):
    page = ana.reads("loop-person", "1-manager")
    assert "knows_there" not in page
    assert "Which of the others do they know?" in page
    ana.saves("loop-person", "1-manager", knows_there="no", knows="Lee Park")
    dana = Contact.objects.get(name="Dana Reyes")
    assert (dana.knows_there, dana.knows) == ("", "Lee Park")


def test_a_recruiter_who_works_for_both_waits(ana):
    names(ana, ana.case.offers.get(number=1), Role.RECRUITER, "RAE KIM")
    assert "Safe now" not in moments(ana.reads("loop"))


def test_the_agency_of_the_first_employer_hears_first_but_not_yet(ana):
    names(ana, ana.case.offers.get(number=1), Role.RECRUITER, "Kit Moss")
    Situation.objects.create(case=ana.case, agency="yes")
    assert "Once you decide, it hears first." in moments(ana.reads("loop"))["Only after you decide"]


def test_the_manager_of_the_job_she_has_now_waits_too(ana):
    ana.case.offers.filter(number=2).update(kind=OfferKind.CURRENT)
    assert "Rae Kim" in moments(ana.reads("loop"))["Only after you decide"]


@pytest.mark.mission("S2-24")
def test_a_student_can_go_to_the_career_center_at_any_time(ana):
    assert "Career center" not in ana.reads("loop")
    assert ana.opens("loop-person", "school").status_code == 404
    Situation.objects.create(case=ana.case, school="student", campus="no")
    assert "Career center" in moments(ana.reads("loop"))["Any time, your choice"]
    for _ in range(2):
        ana.saves("loop-person", "school", informed="A visit on Monday")
    school = Contact.objects.get(role=Role.SCHOOL)
    assert school.informed == "A visit on Monday"


def test_she_adds_people_from_her_own_life_and_takes_one_off(ana):
    assert 'value="mentor" checked' not in ana.reads("loop-person", "other-1")
    for _ in range(2):
        assert ana.saves("loop-person", "other-1", **MENTOR).url == ana.url("loop")
    ana.saves("loop-person", "other-2", name="Mr. Lee", role="landlord")
    found = moments(ana.reads("loop"))
    assert "Jo Adeyemi" in found["Safe now"]
    assert "Mr. Lee" in found["Only after you decide"]
    assert ana.url("loop-person", "other-3") in ana.reads("loop")

    ana.saves("bridge", "other-1", weight="low", taking="fine")
    for _ in range(2):
        assert ana.client.post(ana.url("loop-forget", "other-1")).url == ana.url("loop")
    assert not Contact.objects.filter(name="Jo Adeyemi").exists()
    assert not Bridge.objects.exists()
    assert 'name="version" value="2"' in ana.reads("loop-person", "other-1")
    assert "Jo Adeyemi" not in ana.reads("loop-person", "other-1")
    assert Contact.objects.filter(place=2).exists()


def test_there_is_room_for_six_and_then_no_button_to_add(ana):
    for place in range(1, 7):
        ana.saves("loop-person", f"other-{place}", name=f"Friend {place}", role="family")
    assert "Add somebody" not in ana.reads("loop")
    assert ana.opens("loop-person", "other-7").status_code == 404
    assert ana.saves("loop-person", "other-7", **MENTOR).status_code == 404


def test_nobody_is_kept_without_a_name_or_without_saying_who_they_are(ana):
    for later in ({}, {"later": "1"}):
        page = ana.saves("loop-person", "other-1", informed="By mail", **later).content.decode()
        assert page.count("Enter their name") == 2
        assert page.count("Choose who they are to you") == 2
        assert 'value="By mail"' in page
    assert not Contact.objects.filter(place=1).exists()


def test_only_people_of_her_own_can_be_taken_off_here(ana):
    for key in ("1-manager", "school", "other-7"):
        assert ana.client.post(ana.url("loop-forget", key)).status_code == 404
    assert ana.case.contacts.count() == 3


def test_people_of_her_own_are_never_on_the_list_of_whom_to_tell(ana):
    ana.saves("loop-person", "other-1", **MENTOR)
    decide(ana.case)
    text = ana.reads("tell")
    assert "Jo Adeyemi" not in text[: text.index("Others who may like to know")]
    jo = Contact.objects.get(place=1)
    assert ana.opens("tell-call", jo.pk).status_code == 404
    assert ana.client.post(ana.url("tell-letter", jo.pk)).status_code == 404


def test_once_she_decided_to_leave_the_page_leads_on_to_telling(ana):
    decide(ana.case)
    page = ana.reads("loop")
    assert "Say nothing to" not in page
    assert ana.url("tell") in page


def test_once_she_decided_to_stay_nobody_has_to_know(ana):
    decide(ana.case, "keep")
    page = ana.reads("loop")
    assert "Nobody there has to know that you were unsure." in page
    assert ana.url("tell") not in page


def test_an_old_tab_gets_both_answers_back(ana):
    ana.saves("loop-person", "2-recruiter", informed="By phone")
    assert ana.saves("loop-person", "2-recruiter", informed="By mail").status_code == 409
    assert Contact.objects.get(name="Rae Kim").informed == "By phone"


def test_with_nobody_named_the_page_says_how_to_begin(client):
    alone = Ana(client)
    page = alone.reads("loop")
    assert "You have named nobody yet." in page
    assert alone.url("loop-person", "other-1") in page
    early = person("cleo")
    client.force_login(early)
    assert client.get(alone.url("loop")).status_code == 404


def test_before_the_pause_and_before_a_yes_there_is_no_loop(client):
    early = Ana(client, pages=())
    assert early.opens("loop").url == early.url("hub")
    assert early.saves("loop-person", "other-1", **MENTOR).url == early.url("hub")
    early.case.saved_pages.create(slug="pause", saved_at=early.case.created_at)
    type(early.case).objects.update(stage="not-accepted")
    assert early.opens("loop").url == early.url("hub")
    assert not Contact.objects.exists()


def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana):
    ana.saves("loop-person", "other-1", **MENTOR)
    assert bo_finds_nothing(ana, "loop-person", "other-1")
    assert wrong_methods_are_refused(ana, "loop", reading=True)
    assert wrong_methods_are_refused(ana, "loop-person", "other-1")
    assert ana.opens("loop-forget", "other-1").status_code == 405
    assert Contact.objects.filter(place=1).exists()
