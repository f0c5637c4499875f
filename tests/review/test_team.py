"""The team of a career centre: who comes, changes and goes, and what becomes of their cases."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from centres.inviting import MOST_A_DAY
from centres.models import Invitation, Membership, MembershipRole
from coaching.models import Sharing
from coaching.sharing.messages import write_message
from post.models import Mail
from tests.desk import browser_of
from tests.factories import account, adviser, case_of, centre, invited, lead, person, shared

pytestmark = pytest.mark.django_db
GIL = {"name": "Gil Marsh", "email": "Gil@Example.org", "role": "adviser"}


@pytest.fixture
def lakeside():
    return centre()


@pytest.fixture
def fay(lakeside):
    return lead(lakeside, "fay")


@pytest.fixture
def cleo(lakeside):
    return adviser(lakeside)


def address_of(member: Membership, page: str = "") -> str:
    return f"/staff/team/{member.pk}/{page}"


def words(answer) -> str:
    return answer.content.decode()


# Who comes


def test_fay_invites_gil_and_he_gets_constant_words_and_a_link(fay):
    answer = browser_of(fay.user).post("/staff/team/", GIL, follow=True)

    assert "The invitation is on its way." in words(answer)
    assert "gil@example.org" in words(answer)
    row, mail = Invitation.objects.get(), Mail.objects.get()
    assert (row.email, row.role, row.invited_by) == ("gil@example.org", "adviser", fay)
    assert row.ends_at - row.made_at == timedelta(days=7)
    assert mail.to == "gil@example.org"
    assert f"/staff/invitation/{row.token}/" in mail.body
    assert "Lakeside Career Center asks you to work with its team" in mail.body
    assert "Somebody who leads it sent this" in mail.body
    assert not any(name in mail.subject + mail.body for name in ("Gil", "Fay"))


def test_a_second_click_sends_no_second_mail(fay):
    browser = browser_of(fay.user)
    browser.post("/staff/team/", GIL)
    browser.post("/staff/team/", GIL | {"name": "Gil A. Marsh"})

    assert Mail.objects.count() == 1
    assert Invitation.objects.get().name == "Gil A. Marsh"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "Enter name"),
        ({"email": "gil"}, "Enter an e-mail address like name@example.com"),
        ({"role": "owner"}, "Choose a role"),
        ({"email": "cleo@example.org"}, "Somebody with this address works here already"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(fay, cleo, wrong, said):
    answer = browser_of(fay.user).post("/staff/team/", GIL | wrong)

    assert said in words(answer)
    assert (GIL | wrong)["email"] in words(answer)
    assert not Invitation.objects.exists()


def test_a_day_has_only_so_many_invitations(fay, lakeside):
    for number in range(MOST_A_DAY):
        invited(lakeside, f"gil{number}")

    answer = browser_of(fay.user).post("/staff/team/", GIL)

    assert "enough invitations for one day" in words(answer)
    with time_machine.travel(timezone.now() + timedelta(days=1, hours=1)):
        assert browser_of(fay.user).post("/staff/team/", GIL).status_code == 302


def test_gil_accepts_and_is_on_the_team(lakeside):
    gil, row = account("gil"), invited(lakeside)
    browser = browser_of(gil)
    path = f"/staff/invitation/{row.token}/"

    page = words(browser.get(path))
    assert "Accept" in page
    assert "Lakeside Career Center asks you to work there. Your role: Adviser." in page
    assert browser.post(path).url == "/staff/"
    member = Membership.objects.get(user=gil)
    assert (member.centre, member.role, member.name) == (lakeside, "adviser", "Gil Marsh")
    # Once more is harmless, and leads to the same desk.
    assert browser.post(path).url == browser.get(path).url == "/staff/"
    assert Membership.objects.count() == 1


def test_only_the_proved_address_opens_it(lakeside):
    """Who gets hold of the link, or types the address without proving it, is no staff."""
    path = f"/staff/invitation/{invited(lakeside).token}/"
    unproved = person("gil")
    for user in (account("bo"), unproved):
        browser = browser_of(user)
        assert "sent to another e-mail address" in words(browser.get(path))
        assert browser.post(path).status_code == 200
    assert "Sign in first" in words(Client().get(path))
    assert Client().post(path).status_code == 200
    assert not Membership.objects.exists()
    assert not Invitation.objects.filter(accepted_at__isnull=False).exists()


def test_the_schools_domain_makes_nobody_staff(lakeside):
    lakeside.domains.create(domain="example.org")
    assert browser_of(account("ana")).get("/staff/").status_code == 404


def test_it_ends_after_seven_days(lakeside):
    gil, row = account("gil"), invited(lakeside)
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1)):
        browser = browser_of(gil)
        assert "This invitation has ended" in words(browser.get(f"/staff/invitation/{row.token}/"))
        browser.post(f"/staff/invitation/{row.token}/")
        assert not Membership.objects.exists()
        assert invited(lakeside).token != row.token


def test_one_who_works_elsewhere_is_told_so(lakeside):
    gil, row = account("gil"), invited(lakeside)
    Membership.objects.create(centre=centre("hilltop"), user=gil, name="Gil", role="adviser")
    browser = browser_of(gil)
    path = f"/staff/invitation/{row.token}/"

    assert "You work somewhere else now" in words(browser.get(path))
    assert "You work somewhere else now" in words(browser.post(path))
    assert Membership.objects.count() == 1
    row.refresh_from_db()
    assert row.accepted_at is None


def test_what_fay_withdraws_opens_nothing_and_its_mail_stays_here(fay, lakeside):
    gil, row = account("gil"), invited(lakeside)
    for _ in range(2):
        browser_of(fay.user).post(f"/staff/team/invited/{row.pk}/withdraw/")

    browser_of(gil).post(f"/staff/invitation/{row.token}/")

    assert not Membership.objects.filter(user=gil).exists()
    assert not Mail.objects.exists()


# Who changes, who goes


def test_cleo_sees_the_team_and_changes_nothing(lakeside, fay, cleo):
    browser = browser_of(cleo.user)
    row = invited(lakeside)

    page = words(browser.get("/staff/team/"))

    assert "Fay Byrne" in page
    assert "Invite somebody" not in page
    assert row.email not in page
    assert browser.post("/staff/team/", GIL).status_code == 404
    assert browser.post(f"/staff/team/invited/{row.pk}/withdraw/").status_code == 404
    for page in ("", "hand-over/", "remove/"):
        assert browser.get(address_of(fay, page)).status_code == 404
        assert browser.post(address_of(fay, page)).status_code == 404


def test_another_centres_lead_finds_nobody_here(cleo, lakeside):
    dev, row = lead(centre("hilltop")), invited(lakeside)
    browser = browser_of(dev.user)
    for page in ("", "hand-over/", "remove/"):
        assert browser.get(address_of(cleo, page)).status_code == 404
        assert browser.post(address_of(cleo, page), {"to": "nobody"}).status_code == 404
    assert browser.post(f"/staff/team/invited/{row.pk}/withdraw/").status_code == 404
    assert "Cleo" not in words(browser.get("/staff/team/"))


def test_fay_makes_cleo_a_lead_and_steps_back(fay, cleo):
    browser = browser_of(fay.user)
    browser.post(address_of(cleo), {"role": "lead"})
    browser.post(address_of(fay), {"role": "adviser"})

    roles = dict(Membership.objects.values_list("name", "role"))
    assert roles == {"Cleo Byrne": "lead", "Fay Byrne": "adviser"}
    assert browser.get(address_of(cleo)).status_code == 404


@pytest.mark.parametrize(("part", "sent"), [("", {"role": "adviser"}), ("remove/", {})])
def test_the_only_lead_stays(fay, cleo, part, sent):
    answer = browser_of(fay.user).post(address_of(fay, part), sent)

    assert "Fay Byrne is the only lead" in words(answer)
    fay.refresh_from_db()
    assert (fay.role, fay.ended_at) == (MembershipRole.LEAD, None)


def test_what_the_team_may_read_moves_and_what_cleo_alone_reads_does_not(lakeside, fay, cleo):
    eli = adviser(lakeside, "eli")
    moves = shared(case_of(person()), cleo, team_may_read=True)
    stays = shared(case_of(person("bo")), cleo)
    browser = browser_of(fay.user)

    page = words(browser.get(address_of(cleo, "hand-over/")))
    assert "Each student has to choose another adviser" in page
    assert "<dt>The whole team may read</dt><dd>1</dd>" in page
    assert "<dt>Only Cleo Byrne may read</dt><dd>Fewer than 5" in page, (
        "who it is, a count may tell"
    )
    answer = browser.post(address_of(cleo, "hand-over/"), {"to": str(eli.pk)}, follow=True)

    assert "Cases handed over: 1." in words(answer)
    moves.refresh_from_db()
    stays.refresh_from_db()
    assert (moves.adviser, stays.adviser) == (eli, cleo)
    assert not Sharing.objects.open_to(eli).filter(pk=stays.pk).exists()


def test_cleo_is_removed_and_her_next_click_finds_nothing(lakeside, fay, cleo):
    moves = shared(case_of(person()), cleo, team_may_read=True)
    stays = shared(case_of(person("bo")), cleo)
    hers, browser = browser_of(cleo.user), browser_of(fay.user)
    assert hers.get("/staff/").status_code == 200

    assert "Choose who takes them on" in words(browser.post(address_of(cleo, "remove/"), {}))
    assert browser.post(address_of(cleo, "remove/"), {"to": "nobody"}).status_code == 302

    assert hers.get("/staff/").status_code == 404
    moves.refresh_from_db()
    stays.refresh_from_db()
    assert (moves.adviser, stays.adviser) == (None, cleo)
    everybody = Membership.objects.active().filter(centre=lakeside)
    assert not any(Sharing.objects.open_to(one).filter(pk=stays.pk).exists() for one in everybody)
    # The second click finds nobody to remove.
    assert browser.post(address_of(cleo, "remove/"), {"to": "nobody"}).status_code == 404


def test_nobody_hands_over_to_another_centre(fay, cleo):
    dev = lead(centre("hilltop"))
    moves = shared(case_of(person()), cleo, team_may_read=True)

    answer = browser_of(fay.user).post(address_of(cleo, "hand-over/"), {"to": str(dev.pk)})

    assert "Choose who takes them on" in words(answer)
    moves.refresh_from_db()
    assert moves.adviser == cleo


@pytest.mark.parametrize(("at", "sent"), [("remove/", {}), ("", {"role": "adviser"})])
def test_whom_a_lead_asked_in_does_not_come_once_the_lead_has_gone(lakeside, fay, at, sent):
    """Else Mal, sent away, is a lead again through a mailbox of his own."""
    mal = lead(lakeside, "mal")
    asked = GIL | {"email": "mal.at.home@example.org", "role": "lead"}
    browser_of(mal.user).post("/staff/team/", asked)
    link = f"/staff/invitation/{Invitation.objects.get().token}/"

    browser_of(fay.user).post(address_of(mal, at), sent)
    assert not Mail.objects.filter(to="mal.at.home@example.org").exists()
    home = browser_of(account("mal.at.home"))
    home.post(link)
    assert home.get("/staff/").status_code == 404
    assert not Membership.objects.filter(user__email="mal.at.home@example.org").exists()

    # Somebody who leads may still ask the same address in.
    browser_of(fay.user).post("/staff/team/", asked)
    assert Invitation.objects.filter(withdrawn_at=None).get().invited_by == fay


def test_no_mail_waits_for_who_has_gone(lakeside, fay, cleo):
    of_team = shared(case_of(account("ana")), cleo, team_may_read=True)
    for words_of_ana in ("Can we talk?", "Are you there?"):
        write_message(of_team, words_of_ana, uuid4())
    waiting = Mail.objects.filter(to=cleo.user.email)
    assert waiting.count() == 2

    browser_of(fay.user).post(address_of(cleo, "remove/"), {"to": "nobody"})

    assert not waiting.exists()
