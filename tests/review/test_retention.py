"""Retention: what a school holds ends, loses its name and goes; the case stays the student’s."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from centres.models import Employer, Retention, Tally
from coaching.models import (
    Appointment,
    Counted,
    Meeting,
    Message,
    Section,
    SharedSection,
    Sharing,
    StaffView,
)
from offers.models import Case
from post.models import Mail
from review.models import Incident
from review.tasks import tidy_centres
from tests.factories import adviser, case_of, centre, finish, lead, person, shared
from tests.rows import all_rows

from .test_patterns import browser_of, text

pytestmark = pytest.mark.django_db
START = datetime(2026, 1, 5, 12, tzinfo=UTC)
PAGE = "/staff/retention/"


@pytest.fixture
def lakeside():
    return centre()


@pytest.fixture
def fay(lakeside):
    return lead(lakeside, "fay")


@pytest.fixture
def sharing(lakeside):
    """On day 0, Ana shares her case with Cleo. They write, and Cleo looks."""
    with time_machine.travel(START, tick=False):
        cleo = adviser(lakeside)
        case = case_of(person(), pages=("pause",))
        sharing = shared(case, cleo, *Section, name="Ana Silva", programme="Statistics")
        now = {"sharing": sharing, "at": START}
        Message.objects.create(from_staff=False, words="Hello", **now)
        StaffView.objects.create(member=cleo, name=cleo.name, page="Case", **now)
        Appointment.objects.create(
            sharing=sharing, how=Meeting.CALL, suits="Monday", asked_at=START
        )
        tally = Tally.objects.create(centre=lakeside, term="2026-1", ended_as="kept")
        Counted.objects.create(case=case, tally=tally, at=START)
        Incident.objects.create(
            centre=lakeside, employer=Employer.named(lakeside, "Corvid"), received_on=START,
            received_from="Robin", says="Gone", sharing=sharing,
        )  # fmt: skip
    return sharing


def on_day(day):
    return time_machine.travel(START + timedelta(days=day), tick=False)


def tidy_on(day):
    """What was done that night, by its name; nothing of what was not."""
    with on_day(day):
        return {what: number for what, number in tidy_centres.call().items() if number}


def days(of, **fields):
    Retention.objects.create(centre=of, **fields)


def test_an_idle_sharing_ends_by_itself_and_the_case_stays(sharing):
    assert tidy_on(172) == {}
    assert tidy_on(173) == {"tell": 1}
    assert tidy_on(179) == {}
    before = list(Case.objects.values())
    assert tidy_on(180) == {"close": 1}
    assert tidy_on(180) == {}
    sharing.refresh_from_db()
    assert sharing.ended_at == START + timedelta(days=180)
    assert not SharedSection.objects.filter(ended_at=None).exists()
    assert not Sharing.objects.open_to(sharing.adviser).exists()
    assert list(Case.objects.values()) == before
    assert sharing.ended_by_itself
    with on_day(181):
        said = browser_of(sharing.case.owner).get(f"/c/{sharing.case.code}/share/").text
    assert "Sharing with Cleo Byrne, Lakeside Career Center ended by itself" in said
    assert "You stopped sharing" not in said


def test_a_week_before_it_ends_the_student_reads_so_once(sharing):
    for day in (173, 174, 179):
        tidy_on(day)
    mail = Mail.objects.get()
    assert (mail.to, mail.subject) == ("ana@example.org", "What you share ends soon")
    assert f"/c/{sharing.case.code}/share/" in mail.body
    for secret in ("Ana", "Cleo", "Lakeside", "Hello"):
        assert secret not in mail.subject + mail.body


def test_none_ends_untold_also_when_a_school_makes_it_shorter(sharing, lakeside):
    assert tidy_on(100) == {}
    days(lakeside, close_after=30)
    assert tidy_on(101) == {"tell": 1}
    assert tidy_on(107) == {}
    assert tidy_on(108)["close"] == 1


def test_a_sign_of_life_after_the_mail_keeps_it_and_much_later_she_is_told_again(sharing):
    tidy_on(173)
    with on_day(175):
        finish(sharing.case, "date")
    assert tidy_on(180) == {}
    assert tidy_on(175 + 173) == {"tell": 1}
    assert tidy_on(175 + 180) == {"close": 1}
    assert Mail.objects.count() == 2


def test_a_talk_to_come_keeps_it(sharing):
    Appointment.objects.update(state="agreed", agreed_for=START + timedelta(days=200))
    assert tidy_on(180) == {}


def test_whatever_happens_in_it_starts_the_days_anew(sharing):
    with on_day(100):
        finish(sharing.case, "date")
    assert tidy_on(200) == {}
    with on_day(200):
        Message.objects.create(
            sharing=sharing, from_staff=False, words="Still here", at=START + timedelta(days=200)
        )
    assert tidy_on(379) == {"tell": 1}
    assert tidy_on(386) == {"close": 1}


def test_after_it_ended_the_name_goes_and_then_the_records(sharing, lakeside):
    days(lakeside, close_after=90, anonymise_after=60, erase_after=120)
    tidy_on(83)
    assert tidy_on(90) == {"close": 1}

    assert tidy_on(149) == {}
    assert tidy_on(150) == {"anonymise": 1}
    sharing.refresh_from_db()
    assert (sharing.name, sharing.programme) == ("", "")
    assert not Counted.objects.exists()
    assert Tally.objects.count() == 1
    assert Incident.objects.get().sharing is None
    assert Message.objects.exists()

    assert tidy_on(210) == {"erase": 1}
    for model in (Message, StaffView, Appointment):
        assert not model.objects.exists()
    assert SharedSection.objects.count() == len(Section)
    assert Case.objects.filter(pk=sharing.case_id).exists()
    assert tidy_on(400) == {}


def test_what_is_shared_now_is_never_anonymised_or_erased(sharing, lakeside):
    days(lakeside, close_after=3650, anonymise_after=30, erase_after=30)
    assert tidy_on(3000) == {}


def test_each_school_by_its_own_days(sharing):
    hilltop = centre("hilltop")
    days(hilltop, close_after=30)
    with on_day(0):
        shared(case_of(person("bo")), adviser(hilltop, "gil"))
    assert tidy_on(23) == {"tell": 1}
    assert tidy_on(31) == {"close": 1}
    sharing.refresh_from_db()
    assert sharing.ended_at is None


def command(*options):
    out = StringIO()
    call_command("tidy_centres", *options, stdout=out)
    return out.getvalue()


def test_a_rehearsal_says_what_would_happen_and_does_none_of_it(sharing):
    tidy_on(193)
    with on_day(200):
        before = all_rows()
        said = command("--rehearse")
        assert said == "lakeside: would tell 0, would close 1, would anonymise 0, would erase 0\n"
        assert all_rows() == before
        assert command() == "lakeside: tell 0, close 1, anonymise 0, erase 0\n"
        assert command() == "lakeside: tell 0, close 0, anonymise 0, erase 0\n"


# The page of leads


def test_a_lead_sets_the_days_and_sees_the_rehearsal_first(sharing, fay, lakeside):
    desk = browser_of(fay.user)
    asked = {"version": "0", "close_after": "30", "anonymise_after": "60", "erase_after": "90"}
    with on_day(40):
        assert "Sharing ends None" in text(desk, "retention")
        answer = desk.post(PAGE, asked | {"rehearse": ""}).content.decode()
        assert "This was a rehearsal" in answer
        assert "Fewer than 5" in answer
        assert not Retention.objects.exists()

        for _ in range(2):
            assert desk.post(PAGE, asked).status_code == 302
        assert desk.post(PAGE, asked | {"close_after": "45"}).status_code == 409
    row = Retention.objects.get()
    assert (row.close_after, row.anonymise_after, row.erase_after) == (30, 60, 90)
    assert row.version == 1


def test_one_day_more_or_less_finds_nobody(lakeside, fay):
    cleo, now = adviser(lakeside), timezone.now()
    for number in range(6):
        case = case_of(person(f"student{number}"))
        ended = now - timedelta(days=300 if number else 123, hours=1)
        began = ended - timedelta(days=9)
        shared(case, cleo, name="A name", started_at=began, ended_at=ended)
    asked = {"version": "0", "close_after": "180", "erase_after": "3650", "rehearse": ""}
    desk = browser_of(fay.user)
    assert [
        dict(desk.post(PAGE, asked | {"anonymise_after": days}).context["would"])["The name goes"]
        for days in ("123", "124", "301")
    ] == ["5 to 9", "5 to 9", "None"]


@pytest.mark.parametrize(
    ("name", "typed", "error"),
    [
        ("close_after", "", "Enter after how many idle days"),
        ("close_after", "29", "Idle days must be 30 or more"),
        ("anonymise_after", "4000", "Days until the name goes must be 3,650 or fewer"),
        ("erase_after", "soon", "Days until records go must be a number, like 180"),
        ("erase_after", "31", "Records must not go before the name does"),
    ],
)
def test_days_that_cannot_be_are_explained(fay, name, typed, error):
    asked = {"version": "0", "close_after": "30", "anonymise_after": "60", "erase_after": "90"}
    page = browser_of(fay.user).post(PAGE, asked | {name: typed}).content.decode()
    assert error in page
    assert not Retention.objects.exists()


def test_advisers_and_strangers_find_nothing(lakeside):
    for who in (adviser(lakeside).user, person("bo")):
        assert browser_of(who).get(PAGE).status_code == 404
        assert browser_of(who).post(PAGE).status_code == 404
    assert browser_of(lead(lakeside, "fay").user).put(PAGE).status_code == 405
