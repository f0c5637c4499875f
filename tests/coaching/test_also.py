"""Others who may like to know: nobody is left out, and nobody of them holds anything up."""

from datetime import UTC, datetime

import pytest

from coaching.journey.facts import Facts
from coaching.journey.gates import anyone_told, untold
from coaching.models import Told
from coaching.telling.also import also
from coaching.telling.order import add_school
from offers.models import Case, Contact, Offer, OfferKind, Role, Writing

from .leaving import add, dana, leaving, owner_of, page, situation, told, url

pytestmark = pytest.mark.django_db

TOKEN = {"token": "4c0a4a2e-6f0a-4d52-9a0c-4f44dbbd3c11"}


def own(case, role, name, place=1, **fields):
    return Contact.objects.create(case=case, role=role, name=name, place=place, **fields)


def found(case) -> dict[str, str]:
    facts = Facts(Case.objects.get(pk=case.pk))
    return {one.contact.name: one.not_yet or one.why for one in also(facts)}


@pytest.fixture
def case():
    return leaving()


@pytest.mark.mission("S1-30")
def test_each_has_a_reason_and_work_comes_first(case):
    own(case, Role.LANDLORD, "Lu Winter", 1)
    own(case, Role.MENTOR, "Jo Adeyemi", 2)
    own(case, Role.BOSS, "Pat Moreno", 3)
    own(case, Role.OTHER, "Movers Ltd", 4)
    new = case.offers.get(number=2)
    Contact.objects.create(case=case, offer=new, role=Role.MANAGER, name="Sam Lowe")
    talks = Offer.objects.create(case=case, number=3, kind=OfferKind.INTERVIEW)
    Contact.objects.create(case=case, offer=talks, role=Role.RECRUITER, name="Kim Ode")
    assert found(case) == {
        "Sam Lowe": "They wait for your answer. Say it in writing.",
        "Kim Ode": "They still plan talks with you. Tell them if you stop.",
        "Pat Moreno": "If you leave there, you owe them notice. If you stay, they need no word.",
        "Jo Adeyemi": "They helped you think. They like to hear how it went.",
        "Lu Winter": "A lease or a move may hang on this job.",
        "Movers Ltd": "Tell them if it changes their plans. For example, who helps you move.",
    }
    assert list(found(case))[:3] == ["Sam Lowe", "Kim Ode", "Pat Moreno"]


@pytest.mark.mission("S1-30")
def test_who_left_school_may_tell_the_career_center_that_found_the_job(case):
    situation(case, school="alum", campus="yes")
    add_school(case)
    school = case.contacts.get(role=Role.SCHOOL)
    client = owner_of(case)
    assert "Career center" in page(client.get(url("loop", case)))
    assert found(case) == {"": "Tell who hires first, so that they hear it from you."}
    told(dana(case), "spoke")
    assert found(case) == {"": "The job came through them, and they may hear it from the employer."}
    client.post(url("tell-knows", case, school.pk), TOKEN)
    assert Told.objects.filter(contact=school).get().what == "knows"
    text = page(client.get(url("tell", case)))
    assert "Everyone on your list knows." in text
    assert "Career center" in text
    case.situation.campus = "no"
    case.situation.save()
    assert found(case) == {}


def test_who_is_called_anyway_stands_there_once(case):
    own(case, Role.MENTOR, "dana reyes")
    assert found(case) == {}
    assert "Others who may like to know" not in page(owner_of(case).get(url("tell", case)))


@pytest.mark.mission("S4-12")
def test_where_they_work_hears_nothing_before_the_new_job_is_signed(case):
    pat = own(case, Role.BOSS, "Pat Moreno")
    Writing.objects.update(rung="e-mail")
    assert found(case) == {"Pat Moreno": "Wait until the new job is signed."}
    answer = owner_of(case).post(url("tell-knows", case, pat.pk), TOKEN, follow=True)
    assert "Wait until the new job is signed." in page(answer)
    assert not Told.objects.exists()

    situation(case, quit_other="yes")
    assert found(case) == {
        "Pat Moreno": "You gave notice there. If you would like to stay, ask soon."
    }


@pytest.mark.mission("S1-13")
def test_who_may_talk_waits_until_everyone_knows(case):
    jo = own(case, Role.MENTOR, "Jo Adeyemi", knows_there="yes")
    assert found(case)["Jo Adeyemi"].startswith("They know someone there.")
    owner_of(case).post(url("tell-knows", case, jo.pk), TOKEN)
    assert not Told.objects.exists()
    told(dana(case), "spoke")
    assert found(case)["Jo Adeyemi"].startswith("They helped you think.")


def test_a_tick_is_kept_once_settles_nothing_and_can_be_taken_back(case):
    jo = own(case, Role.MENTOR, "Jo Adeyemi")
    client, address = owner_of(case), url("tell-knows", case, jo.pk)
    for _ in range(2):
        assert client.post(address, TOKEN).url == url("tell", case)
    assert jo.told.count() == 1
    facts = Facts(case)
    assert not anyone_told(facts)  # the decision may still change
    assert untold(facts) == [dana(case)]
    text = page(client.get(url("tell", case)))
    assert "They know</span>" in text

    client.post(address, {"undo": "1"})
    assert not jo.told.exists()


def test_nobody_of_them_is_waited_for(case):
    own(case, Role.MENTOR, "Jo Adeyemi")
    told(dana(case), "spoke")
    text = page(owner_of(case).get(url("tell-done", case)))
    assert "<h1>Everyone knows</h1>" in text
    assert "Jo Adeyemi" in text


def test_who_must_be_called_cannot_be_ticked_off(case):
    ray = add(case, Role.REFERRER, "Ray Cole")
    for person in (dana(case), ray):
        assert owner_of(case).post(url("tell-knows", case, person.pk), TOKEN).status_code == 404
    assert not Told.objects.exists()


def test_what_was_told_before_still_counts(case):
    jo = own(case, Role.MENTOR, "Jo Adeyemi")
    told(jo, "voicemail")
    told(jo, "spoke", at=datetime(2026, 11, 1, tzinfo=UTC))
    assert [bool(one.knows) for one in also(Facts(case))] == [True]
