"""Ana shares with her career centre: what she ticks, with whom she says, and no longer."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from centres.models import Enrolment, JoinedHow
from coaching.models import (
    Appointment,
    AppointmentState,
    Meeting,
    Section,
    SharedSection,
    Sharing,
    StaffView,
)
from offers.models import ClosedAs
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import PASSWORD, accepted_offer, adviser, centre, finish, lead, person

pytestmark = [pytest.mark.django_db, pytest.mark.mission("S2-24")]


@pytest.fixture(autouse=True)
def _password_asked_for_a_moment_ago():
    """Here it is asked for in earnest."""


@pytest.fixture
def lakeside():
    return centre("lakeside")


@pytest.fixture
def cleo(lakeside):
    return adviser(lakeside)


@pytest.fixture
def ana(client, lakeside):
    ana = Ana(client)
    Enrolment.objects.create(user=ana.case.owner, centre=lakeside, how=JoinedHow.CODE)
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    accepted_offer(ana.case)
    finish(ana.case, "basics-1")
    return ana


def shares(ana: Ana, whom, *sections: Section, version: int = 0, **more):
    answers = {"whom": str(whom), "sections": sections, "name": "", "programme": ""} | more
    return ana.saves("share", version=version, **answers)


def long_ago_signed_in(ana: Ana) -> None:
    ana.client.logout()
    ana.client.force_login(ana.case.owner)


def opens_for(member) -> bool:
    return Sharing.objects.open_to(member).exists()


# Who may


def test_a_guest_reads_why_an_account_is_needed():
    guest = Client()
    guest.post("/start/", {"stage": "accepted"})
    code = guest.get("/cases/").url
    page = guest.get(f"{code}share/").text
    assert "This needs an account" in page
    assert "/account/join/" in page
    assert guest.post(f"{code}share/", {"version": "0", "whom": "team"}).status_code == 302
    assert not Sharing.objects.exists()


def test_without_a_school_one_reads_that_it_comes_first(client):
    ana = Ana(client)
    assert "Say which school is yours" in ana.reads("share")
    assert shares(ana, "team").status_code == 302
    assert not Sharing.objects.exists()


def test_bo_finds_nothing_and_odd_methods_are_refused(ana):
    assert bo_finds_nothing(ana, "share")
    bo = Client()
    bo.force_login(person("bo2"))
    assert bo.post(ana.url("share-stop")).status_code == 404
    assert wrong_methods_are_refused(ana, "share")
    assert ana.opens("share-stop").status_code == 405


# What is shared, and with whom


def test_everything_is_off_until_it_is_ticked(ana, cleo):
    page = ana.reads("share")
    assert "checked" not in page
    assert "Cleo Byrne, and nobody else" in page
    assert "Nothing is shared" not in page


def test_she_names_an_adviser_who_alone_reads_what_she_ticked(ana, cleo, lakeside):
    dev = lead(lakeside)
    assert shares(ana, cleo.pk, Section.PAY, name="Ana Silva").status_code == 302

    sharing = Sharing.objects.get()
    assert (sharing.adviser, sharing.team_may_read, sharing.name) == (cleo, False, "Ana Silva")
    assert [row.section for row in sharing.sections.all()] == [Section.PAY]
    assert opens_for(cleo)
    assert not opens_for(dev)
    assert "Cleo Byrne can read your case" in ana.reads("share")


def test_the_whole_team_reads_only_if_she_says_so(ana, cleo, lakeside):
    dev, fay = lead(lakeside), lead(centre("hillside"), "fay")
    shares(ana, "team")
    assert opens_for(cleo)
    assert opens_for(dev)
    assert not opens_for(fay)
    assert Sharing.objects.get().shown_name == "Name kept private"


def test_a_second_click_shares_once(ana, cleo):
    for _ in range(2):
        assert shares(ana, cleo.pk, Section.PAY).status_code == 302
    assert Sharing.objects.count() == SharedSection.objects.count() == 1


def test_nobody_of_another_centre_can_be_named(ana, cleo):
    fay = adviser(centre("hillside"), "fay")
    page = shares(ana, fay.pk)
    assert page.status_code == 200
    assert "Choose who may read it" in page.text
    assert not Sharing.objects.exists()


def test_a_switch_is_ended_and_given_anew_and_never_edited(ana, cleo):
    shares(ana, cleo.pk, Section.PAY)
    shares(ana, cleo.pk, Section.LETTERS, version=1)
    shares(ana, cleo.pk, Section.PAY, Section.LETTERS, version=2)
    rows = SharedSection.objects.values_list("section", "ended_at")
    assert [(section, ended is None) for section, ended in rows] == [
        (Section.PAY, False),
        (Section.LETTERS, True),
        (Section.PAY, True),
    ]
    page = ana.reads("share")
    assert page.count("“Pay and people” turned on") == 2
    assert page.count("“Pay and people” turned off") == 1


def test_somebody_else_reads_nothing_of_what_was_written_before(ana, cleo, lakeside):
    dev = lead(lakeside)
    shares(ana, cleo.pk, Section.PAY)
    shares(ana, dev.pk, Section.PAY, version=1)
    old, new = Sharing.objects.order_by("pk")
    assert old.ended_at
    assert not opens_for(cleo)
    assert new.adviser == dev
    assert old.sections.get().ended_at
    assert not new.sections.get().ended_at


def test_once_the_adviser_is_gone_nobody_reads(ana, cleo):
    shares(ana, cleo.pk, Section.PAY)
    cleo.ended_at = timezone.now()
    cleo.save()
    page = ana.reads("share")
    assert "No one reads your case now" in page
    assert "Only you can see this" in ana.reads("offers")


def test_an_old_tab_turns_nothing_on(ana, cleo):
    shares(ana, cleo.pk, Section.PAY)
    shares(ana, cleo.pk, version=1)
    again = shares(ana, cleo.pk, Section.PAY, Section.TELLING, version=1)
    assert again.status_code == 409
    assert not SharedSection.objects.filter(ended_at=None).exists()


def test_to_open_more_the_password_is_asked_for_and_nothing_is_lost(ana, cleo):
    long_ago_signed_in(ana)
    asked = shares(ana, cleo.pk, Section.PAY)
    assert "/reauthenticate/" in asked.url
    assert not Sharing.objects.exists()

    assert "We ask before somebody can read more of your case" in ana.client.get(asked.url).text
    done = ana.client.post(asked.url, {"password": PASSWORD})
    assert done.status_code == 302
    assert SharedSection.objects.get().section == Section.PAY


def test_to_turn_off_no_password_is_asked_for(ana, cleo):
    shares(ana, cleo.pk, Section.PAY)
    long_ago_signed_in(ana)
    shares(ana, cleo.pk, version=1)
    assert SharedSection.objects.get().ended_at


# Looking ahead


def test_she_sees_it_as_they_will_before_anything_is_shared(ana, cleo):
    page = ana.saves("share", look="1", sections=[Section.PAY], name="Ana Silva")
    assert page.status_code == 200
    assert "As they will see it" in page.text
    assert "Bluebird Analytics" in page.text
    assert 'value="Ana Silva"' in page.text
    assert page.text.count("part-pay") == 2
    assert "part-letters" not in page.text
    assert not Sharing.objects.exists()


# The end of it


def test_she_stops_at_once_and_it_is_harmless_twice(ana, cleo):
    shares(ana, cleo.pk, Section.PAY)
    sharing = Sharing.objects.get()
    Appointment.objects.create(
        sharing=sharing, how=Meeting.CALL, suits="Mornings", asked_at=timezone.now()
    )
    for _ in range(2):
        assert ana.client.post(ana.url("share-stop")).status_code == 302
    sharing.refresh_from_db()
    assert sharing.ended_at
    assert not opens_for(cleo)
    assert not sharing.sections.filter(ended_at=None).exists()
    assert sharing.appointments.get().state == AppointmentState.CANCELLED
    assert "You stopped sharing with Cleo Byrne" in ana.reads("share")


def test_she_stops_also_when_her_case_is_closed(ana, cleo):
    shares(ana, cleo.pk)
    ana.case.closed_as, ana.case.closed_at = ClosedAs.HONORED, timezone.now()
    ana.case.save()
    ana.client.post(ana.url("share-stop"))
    assert not opens_for(cleo)


def test_she_reads_who_opened_what(ana, cleo):
    shares(ana, cleo.pk)
    StaffView.objects.create(
        sharing=Sharing.objects.get(),
        member=cleo,
        name=cleo.name,
        page="Your case",
        at=timezone.now(),
    )
    assert "Cleo Byrne: Your case" in ana.reads("share")
    ana.client.post(ana.url("share-stop"))
    assert "Cleo Byrne: Your case" in ana.reads("share")


# On each page: who can see it


def test_each_page_says_who_can_see_it(ana, cleo):
    shares(ana, cleo.pk, Section.PAY)
    assert "Cleo Byrne can see this" in ana.reads("offers")
    assert "Cleo Byrne can see this" in ana.reads("pay", 1)
    assert "Only you can see this" in ana.reads("options")
    assert "Only you, always" in ana.reads("why")
    assert "Cleo Byrne can see parts of your case" in ana.reads("reminders")
    assert "Cleo Byrne can see parts of your case" in ana.reads("share")
    assert "Cleo Byrne can see parts of your case" in ana.reads("hub")
    shares(ana, "team", Section.WEIGHING, version=1)
    assert "Your career center can see this" in ana.reads("options")
    assert "Only you can see this" in ana.reads("pay", 1)


def test_a_page_that_was_opened_often_on_one_day_is_one_line(ana, cleo):
    shares(ana, cleo.pk)
    sharing = Sharing.objects.get()
    now = timezone.now()
    for minutes in range(9):
        StaffView.objects.create(
            sharing=sharing,
            name="Cleo Byrne",
            page="A letter",
            at=now.replace(hour=15, minute=minutes),
        )
    StaffView.objects.create(
        sharing=sharing, name="Cleo Byrne", page="A letter", at=now - timedelta(days=2)
    )
    page = ana.reads("share")
    assert page.count("Cleo Byrne: A letter") == 2
    assert "9 times that day, first at" in page


def test_many_looks_of_one_hide_nobody_elses(ana, cleo):
    shares(ana, cleo.pk)
    sharing, now = Sharing.objects.get(), timezone.now()
    StaffView.objects.bulk_create(
        StaffView(sharing=sharing, name=name, page="Your case", at=now)
        for name in ["Eli Byrne"] + ["Cleo Byrne"] * 120
    )
    page = ana.reads("share")
    assert "Eli Byrne: Your case" in page
    assert "120 times that day" in page
