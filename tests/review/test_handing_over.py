"""Cases change hands, and advisers go: who comes to a talk, and who hears of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from coaching.mine.erase import erase
from coaching.models import Appointment, AppointmentState, CalledOff, Sharing
from post.models import Mail
from review.models import Assignment
from tests.factories import case_of, person, shared

from .conftest import at_desk

pytestmark = pytest.mark.django_db
ANA = "ana@example.org"


@pytest.fixture
def talk(of_team, cleo):
    return talk_in(of_team, cleo)


def talk_in(sharing, member):
    soon = timezone.now() + timedelta(days=2)
    return Appointment.objects.create(
        sharing=sharing,
        how="call",
        suits="Tuesday",
        asked_at=timezone.now(),
        state=AppointmentState.AGREED,
        agreed_for=soon,
        agreed_at=timezone.now(),
        member=member,
    )


def hand_over(by, member, to, page="hand-over"):
    to = to.pk if to else "nobody"
    return at_desk(by).post(f"/staff/team/{member.pk}/{page}/", {"to": to})


def mailed() -> set[str]:
    for mail in Mail.objects.all():
        for secret in ("Ana", "Cleo", "Eli", "Tuesday", "Lakeside"):
            assert secret not in mail.subject + mail.body
    return set(Mail.objects.values_list("to", flat=True))


@pytest.mark.parametrize("page", ["hand-over", "remove"])
def test_who_takes_a_case_comes_to_its_talks_and_history_says_who_had_it(
    fay, cleo, eli, of_team, talk, page
):
    assert hand_over(fay, cleo, eli, page).status_code == 302

    talk.refresh_from_db()
    assert (talk.state, talk.member) == (AppointmentState.AGREED, eli)
    assert mailed() == {ANA, "eli@example.org"}
    row = Assignment.objects.get()
    assert (row.sharing, row.to, row.by) == (of_team, eli, fay)
    address = f"/staff/cases/{of_team.case.code}/history/"
    assert "Case given to Eli Byrne" in at_desk(eli).get(address).text
    assert "Ana Silva" in at_desk(eli).get("/staff/mine/").text


@pytest.mark.parametrize("page", ["hand-over", "remove"])
def test_back_in_the_queue_nobody_comes_and_the_student_hears_it(fay, cleo, of_team, talk, page):
    hand_over(fay, cleo, None, page)

    talk.refresh_from_db()
    assert (talk.state, talk.cancelled_because) == (AppointmentState.CANCELLED, CalledOff.STAFF)
    assert mailed() == {ANA}
    row = Assignment.objects.get()
    assert (row.to, row.to_name, row.by) == (None, "", fay)
    page = at_desk(fay).get(f"/staff/cases/{of_team.case.code}/history/").text
    assert "Called off a time to talk" in page


def test_one_case_given_to_a_colleague_takes_its_talk_along(cleo, eli, of_team, talk):
    at_desk(cleo).post(f"/staff/cases/{of_team.case.code}/with/", {"who": eli.pk})
    talk.refresh_from_db()
    assert talk.member == eli
    assert mailed() == {ANA, "eli@example.org"}


def test_a_talk_of_somebody_else_stays(fay, cleo, eli, of_team):
    talk = talk_in(of_team, eli)
    hand_over(fay, cleo, fay)
    talk.refresh_from_db()
    assert talk.member == eli
    assert not mailed()


@pytest.mark.parametrize("how", ["removed", "erased"])
def test_when_her_adviser_leaves_she_is_told_that_nobody_reads_it(fay, cleo, how):
    """Named alone: she is told. And no talk stands that nobody comes to."""
    sharing = shared(case_of(person()), cleo)
    talk = talk_in(sharing, cleo)
    wish = Appointment.objects.create(
        sharing=sharing, how="call", suits="Friday", asked_at=timezone.now()
    )
    if how == "removed":
        assert at_desk(fay).post(f"/staff/team/{cleo.pk}/remove/").status_code == 302
    else:
        erase(cleo.user)
    for one in (talk, wish):
        one.refresh_from_db()
        assert one.cancelled_because == CalledOff.STAFF
    assert mailed() == {ANA}
    links = [mail.body for mail in Mail.objects.all()]
    assert sum(f"/c/{sharing.case.code}/share/" in body for body in links) == 1
    browser = at_desk(fay)
    browser.force_login(sharing.case.owner)
    assert "No one reads your case now" in browser.get(f"/c/{sharing.case.code}/share/").text


def test_where_she_would_have_come_for_a_colleague_it_is_called_off(fay, cleo, eli, of_team):
    talk = talk_in(of_team, eli)
    at_desk(fay).post(f"/staff/team/{eli.pk}/remove/")
    talk.refresh_from_db()
    assert talk.cancelled_because == CalledOff.STAFF
    assert mailed() == {ANA}
    assert Sharing.objects.get().adviser == cleo
