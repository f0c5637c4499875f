"""One case at the desk: what is read there, what is written, and who sees which of it."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from centres.models import Enrolment, Membership
from centres.publishing import draft_of
from coaching.mine.export import everything
from coaching.models import (
    NEVER,
    Appointment,
    AppointmentState,
    AskedFor,
    Decision,
    Meeting,
    Message,
    Outcome,
    Section,
    Sharing,
    StaffView,
)
from post.models import Mail
from review.models import Assignment, FirstReply, StaffNote
from tests.desk import browser_of
from tests.factories import accepted_offer, centre, enrolled, in_force, policy, shared
from tests.whole_case import ANAS_WORD, HOUR, MONDAY, anas_case

from .conftest import at_desk

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


def url(sharing: Sharing, page: str = "") -> str:
    return f"/staff/cases/{sharing.case.code}/{page}"


def read(member: Membership, sharing: Sharing, page: str = "") -> str:
    answer = at_desk(member).get(url(sharing, page))
    assert answer.status_code == 200
    return answer.content.decode()


def wrote(sharing: Sharing, words: str = "Does it follow me?", ago=HOUR) -> Message:
    now = timezone.now()
    message = Message.objects.create(sharing=sharing, from_staff=False, words=words, at=now - ago)
    waits = {"waits_for_message": True, "waiting_since": message.at}
    Sharing.objects.filter(pk=sharing.pk).update(**waits)
    return message


def say(member: Membership, sharing: Sharing, kind: str, words: str = "No.", token=None):
    answers = {"words": words, "kind": kind, "token": token or uuid4()}
    return at_desk(member).post(url(sharing, "messages/"), answers)


# Reading


def test_what_is_not_shared_is_said_by_its_name_alone(cleo):
    case = anas_case()
    sharing = shared(case, cleo, Section.PAY, name="Ana Silva")

    html = read(cleo, sharing)

    assert "68,000" in html
    for section in set(Section) - {Section.PAY}:
        assert section.label in html.replace("&amp;", "&")
    assert f"{ANAS_WORD} Labs" in html  # the basic facts


def test_the_policy_of_the_day_of_the_yes_is_one_press_away(cleo, of_team):
    """Of this school alone, and none begun since."""
    case = of_team.case
    enrolled(case.owner, cleo.centre)
    assert "None in force for this yes" in read(cleo, of_team)
    said_yes = timezone.localdate() - timedelta(days=20)
    accepted_offer(case, accepted_on=said_yes, accepted_how="signed")
    old = in_force(policy(cleo.centre), said_yes)
    in_force(draft_of(old.policy), said_yes + timedelta(days=1))

    page = read(cleo, of_team)

    address = f"/staff/policies/{old.policy_id}/versions/1/"
    assert f'<a href="{address}">Accepted offers, version 1</a>' in page
    assert f"/staff/policies/{old.policy_id}/versions/2/" not in page
    assert at_desk(cleo).get(address).status_code == 200

    hilltop = centre("hilltop")
    Enrolment.objects.update(centre=hilltop)
    in_force(policy(hilltop, "Of Hilltop"), said_yes)
    assert "Of Hilltop" not in read(cleo, of_team)


def test_of_a_decision_staff_see_what_and_never_why(cleo):
    case = anas_case(outcome=Outcome.OUT)
    sharing = shared(case, cleo)
    note = case.decision_note
    note.because, note.note = "Because of Zanzibar", "Remember Zanzibar"
    note.save()

    sharing.started_at = case.decisions.get().decided_at
    sharing.save()

    html = read(cleo, sharing) + read(cleo, sharing, "history/")

    assert "Decided: Back out" in html
    assert "Zanzibar" not in html
    assert "renege" not in html


def test_each_look_is_written_down_for_the_student(cleo, of_team):
    read(cleo, of_team)
    at_desk(cleo).head(url(of_team))
    read(cleo, of_team, "history/")

    looks = StaffView.objects.filter(sharing=of_team).order_by("pk")
    assert [(one.page, one.name) for one in looks] == [
        ("Overview", cleo.name),
        ("History", cleo.name),
    ]


def test_a_form_that_comes_back_with_its_errors_is_a_look_and_no_answer(cleo, of_team):
    wrote(of_team)
    appointment = {"how": Meeting.CALL, "suits": "Fridays", "asked_at": timezone.now()}
    Appointment.objects.create(sharing=of_team, **appointment)

    assert "Does it follow me?" in say(cleo, of_team, "message", words="").text
    assert "Fridays" in at_desk(cleo).post(url(of_team, "time/"), {}).text

    assert {one.page for one in StaffView.objects.all()} == {"Messages", "Time to talk"}
    assert not FirstReply.objects.exists()


# Stopping


PAGES = ("", "messages/", "notes/", "history/", "with/", "time/")


def test_when_sharing_ends_every_page_is_gone_on_the_next_request(cleo, of_team):
    say(cleo, of_team, "note", "For us alone")
    browser = at_desk(cleo)
    assert browser.get(url(of_team)).status_code == 200

    Sharing.objects.filter(pk=of_team.pk).update(ended_at=timezone.now())

    for page in PAGES:
        assert browser.get(url(of_team, page)).status_code == 404, page
        assert browser.post(url(of_team, page), {"words": "x", "kind": "note"}).status_code == 404
    assert "Ana Silva" not in browser.get("/staff/").content.decode()


def test_what_was_written_before_is_hidden_when_ana_shares_again(cleo, of_team):
    say(cleo, of_team, "note", "For us alone")
    Sharing.objects.filter(pk=of_team.pk).update(ended_at=timezone.now())
    again = shared(of_team.case, cleo)
    assert "For us alone" not in read(cleo, again, "notes/") + read(cleo, again, "messages/")


def test_who_has_left_and_who_is_elsewhere_find_nothing(cleo, dev, of_team):
    browser = at_desk(cleo)
    Membership.objects.filter(pk=cleo.pk).update(ended_at=timezone.now())
    for page in PAGES:
        assert browser.get(url(of_team, page)).status_code == 404
        assert at_desk(dev).get(url(of_team, page)).status_code == 404


# Messages and notes


def test_an_answer_reaches_the_student_and_the_queue(cleo, of_team):
    wrote(of_team)

    assert say(cleo, of_team, "message", "Not the first time.").status_code == 302

    line = Message.objects.get(from_staff=True)
    assert (line.words, line.name, line.member) == ("Not the first time.", cleo.name, cleo)
    of_team.refresh_from_db()
    assert (of_team.asked_for, of_team.waiting_since) == ([], NEVER)
    assert "Not the first time." in read(cleo, of_team, "messages/")


def test_the_first_answer_is_kept_with_its_request_and_no_later_one(cleo, of_team):
    wrote(of_team, ago=3 * HOUR)
    say(cleo, of_team, "message")
    wrote(of_team, ago=timedelta(0))
    say(cleo, of_team, "message", "Again.")

    reply = FirstReply.objects.get()
    assert (reply.asked_at, reply.answered_at) == (MONDAY - 3 * HOUR, MONDAY)


def test_a_message_is_read_where_it_is_shown_and_nowhere_else(cleo, of_team):
    message = wrote(of_team)
    read(cleo, of_team, "notes/")
    at_desk(cleo).head(url(of_team, "messages/"))
    message.refresh_from_db()
    assert message.read_at is None
    say(cleo, of_team, "message", words="")
    message.refresh_from_db()
    assert message.read_at == MONDAY


def test_who_writes_unasked_answers_nothing(cleo, of_team):
    say(cleo, of_team, "message", "How are you?")
    assert not FirstReply.objects.exists()


def test_a_note_is_for_the_staff_alone(cleo, eli, of_team):
    wrote(of_team)
    say(cleo, of_team, "note", "Policy 4.2: a talk.")

    assert not Message.objects.filter(from_staff=True).exists()
    of_team.refresh_from_db()
    assert of_team.asked_for == [AskedFor.MESSAGE]  # a note answers nobody
    for page in ("notes/", "messages/"):
        assert "Policy 4.2" in read(eli, of_team, page)
    assert "Does it follow me?" not in read(eli, of_team, "notes/")


def test_notes_stay_here_when_ana_takes_her_things_and_go_with_her_case(cleo, of_team):
    say(cleo, of_team, "note", "Policy 4.2: a talk.")
    taken = everything(of_team.case.owner)
    assert "review.StaffNote" in taken["left_out"]
    assert "Policy 4.2" not in str(taken["tables"])
    of_team.case.delete()
    assert not StaffNote.objects.exists()


@pytest.mark.parametrize("kind", ["message", "note"])
def test_a_second_click_writes_nothing_twice(cleo, of_team, kind):
    token = uuid4()
    for _ in range(2):
        assert say(cleo, of_team, kind, token=token).status_code == 302
    assert Message.objects.count() + StaffNote.objects.count() == 1


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ({"kind": "message", "words": ""}, "Enter what you want to say"),
        ({"kind": "note", "words": "x" * 2001}, "must be 2,000 characters or fewer"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(cleo, of_team, answers, error):
    answer = at_desk(cleo).post(url(of_team, "messages/"), {"token": uuid4()} | answers)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert error in html
    assert answers["words"] in html
    assert not Message.objects.exists()


@pytest.mark.parametrize("kind", ["", "everyone"])
def test_what_is_neither_reply_nor_note_is_nothing(cleo, of_team, kind):
    assert say(cleo, of_team, kind, "Yes").status_code == 404


def test_a_note_and_a_reply_are_two_forms_and_each_button_says_who_reads_it(cleo, of_team):
    page = read(cleo, of_team, "messages/")
    assert page.count("<textarea") == 2
    assert "Save note" in page
    assert "Send to the student" in page
    assert "Who sees this?" not in page
    page = read(cleo, of_team, "notes/")
    assert page.count("<textarea") == 1
    assert "Send to" not in page
    # What was wrong in one stays in that one.
    sent = at_desk(cleo).post(url(of_team, "messages/"), {"kind": "note", "words": ""})
    assert sent.text.count("Enter what you want to say") == 2  # above, and beside the field


# Who helps


def test_eli_takes_a_case_and_gives_it_to_fay(cleo, eli, fay, of_team):
    for to, by in ((eli, eli), (fay, eli), (None, fay)):
        answers = {"who": to.pk if to else "nobody"}
        for _ in range(2):  # the second click changes nothing
            assert at_desk(by).post(url(of_team, "with/"), answers).status_code == 302
        of_team.refresh_from_db()
        assert of_team.adviser == to

    rows = Assignment.objects.order_by("pk").values_list("to_name", "by_name")
    assert list(rows) == [(eli.name, eli.name), (fay.name, eli.name), ("", fay.name)]
    html = read(cleo, of_team, "history/")
    assert "Case taken" in html
    assert f"Case given to {fay.name}" in html
    assert "Back to the queue" in html


def test_a_case_of_a_colleague_is_not_taken_in_one_click(cleo, eli, of_team):
    page = read(eli, of_team)
    assert "Take this case" not in page
    assert f"Take over from {cleo.name}" in page
    asked = at_desk(eli).get(url(of_team, "with/"), {"take": ""}).text
    assert f"It is with {cleo.name} now." in asked
    assert re.search(rf'value="{eli.pk}"[^>]* checked', asked)

    # Eli’s page is from before Cleo took it.
    free = {"who": eli.pk, "free": "1"}
    answer = at_desk(eli).post(url(of_team, "with/"), free, follow=True)
    assert f"{cleo.name} took it meanwhile." in answer.text
    of_team.refresh_from_db()
    assert of_team.adviser == cleo

    Sharing.objects.update(adviser=None)
    assert "Take this case" in read(eli, of_team)
    for _ in range(2):
        at_desk(eli).post(url(of_team, "with/"), free)
    of_team.refresh_from_db()
    assert of_team.adviser == eli
    assert Assignment.objects.count() == 1


def test_a_case_goes_to_nobody_of_another_school(cleo, dev, of_team):
    answer = at_desk(cleo).post(url(of_team, "with/"), {"who": dev.pk})
    assert "Choose who helps with this case" in answer.content.decode()


def test_what_is_shared_with_cleo_alone_is_not_hers_to_give(case, cleo, eli):
    sharing = shared(case, cleo)
    browser = at_desk(cleo)
    assert browser.post(url(sharing, "with/"), {"who": eli.pk}).status_code == 302
    sharing.refresh_from_db()
    assert sharing.adviser == cleo
    assert not Assignment.objects.exists()


# The way there and back


def test_a_case_of_ones_own_leads_back_to_ones_own(cleo, eli, of_team):
    assert 'href="/staff/mine/"><svg' in back_of(read(cleo, of_team))
    assert 'href="/staff/"><svg' in back_of(read(eli, of_team))


def back_of(html: str) -> str:
    return "".join(html.partition('class="back" ')[2].partition("</a>")[0].split("\n"))


def test_the_menu_stands_before_what_a_skip_leads_to(cleo, of_team):
    html = read(cleo, of_team)
    assert html.index('aria-label="Staff"') < html.index('id="main"') < html.index("<h1")


# A time to talk


@pytest.fixture
def asked(of_team):
    asked = Appointment.objects.create(
        sharing=of_team, how=Meeting.CALL, suits="Tuesday morning", asked_at=MONDAY - HOUR
    )
    waits = {"waits_for_appointment": True, "waiting_since": asked.asked_at}
    Sharing.objects.filter(pk=of_team.pk).update(**waits)
    return asked


TUESDAY = {"day": "2025-12-02", "clock": "9:30am", "place": "Room 4"}


def test_cleo_agrees_to_a_time(cleo, asked, of_team):
    assert "Tuesday morning" in read(cleo, of_team, "time/")
    for _ in range(2):
        assert at_desk(cleo).post(url(of_team, "time/"), TUESDAY).status_code == 302

    asked.refresh_from_db()
    assert (asked.state, asked.place, asked.member) == (AppointmentState.AGREED, "Room 4", cleo)
    assert asked.agreed_for.isoformat() == "2025-12-02T14:30:00+00:00"
    of_team.refresh_from_db()
    assert of_team.asked_for == []
    assert FirstReply.objects.get().asked_at == MONDAY - HOUR
    assert "Room 4" in read(cleo, of_team, "time/")
    mail = Mail.objects.get()
    assert mail.to == "ana@example.org"
    assert f"/c/{of_team.case.code}/appointment/" in mail.body
    assert "Room 4" not in mail.body
    mine = at_desk(cleo).get("/staff/mine/").content.decode()
    assert "Your times to talk" in mine
    assert "Tuesday, December 2" in mine


def test_a_time_is_called_off_and_both_sides_hear(cleo, eli, dev, asked, of_team):
    at_desk(cleo).post(url(of_team, "time/"), TUESDAY)
    Mail.objects.all().delete()
    address = url(of_team, f"time/{asked.pk}/call-off/")
    assert address in read(eli, of_team, "time/")
    assert at_desk(dev).post(address).status_code == 404
    assert at_desk(eli).get(address).status_code == 405

    for _ in range(2):
        assert at_desk(eli).post(address).status_code == 302
    asked.refresh_from_db()
    assert (asked.state, asked.cancelled_because) == ("cancelled", "staff")
    assert sorted(Mail.objects.values_list("to", flat=True)) == [
        "ana@example.org",
        "cleo@example.org",
    ]
    assert "Call it off" not in read(cleo, of_team, "time/")
    assert "called off" in at_desk(cleo).get("/staff/mine/").text
    page = browser_of(of_team.case.owner).get(f"/c/{of_team.case.code}/appointment/").text
    assert "You can ask for another time" in page
    assert "Ask for it" in page


def test_a_talk_that_was_is_not_called_off(cleo, asked, of_team):
    at_desk(cleo).post(url(of_team, "time/"), TUESDAY)
    Appointment.objects.update(agreed_for=MONDAY - HOUR)
    assert "Call it off" not in read(cleo, of_team, "time/")
    at_desk(cleo).post(url(of_team, f"time/{asked.pk}/call-off/"))
    asked.refresh_from_db()
    assert asked.state == AppointmentState.AGREED


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ({"day": ""}, "Enter a date"),
        ({"day": "2025-11-30"}, "still to come"),
        ({"day": "2030-12-02"}, "The date must be within 90 days from today"),
        ({"clock": "soon"}, "10"),
        ({"place": ""}, "Enter where you meet"),
    ],
)
def test_a_time_that_cannot_be_is_not_agreed(cleo, asked, of_team, answers, error):
    answer = at_desk(cleo).post(url(of_team, "time/"), TUESDAY | answers)
    assert error in answer.content.decode()
    asked.refresh_from_db()
    assert asked.state == AppointmentState.ASKED


# The log


def test_leads_see_who_opened_what_of_the_teams_cases(cleo, fay, dev, of_team):
    read(cleo, of_team)
    html = at_desk(fay).get("/staff/log/").content.decode()
    assert "Ana Silva" in html
    assert cleo.name in html
    assert at_desk(cleo).get("/staff/log/").status_code == 404
    assert "Ana Silva" not in at_desk(dev).get("/staff/log/").content.decode()

    Sharing.objects.filter(pk=of_team.pk).update(team_may_read=False)
    assert "Ana Silva" not in at_desk(fay).get("/staff/log/").content.decode()


def test_a_long_log_goes_on(fay, cleo, of_team):
    StaffView.objects.bulk_create(
        StaffView(sharing=of_team, member=cleo, name=cleo.name, page=f"Page {n}", at=MONDAY)
        for n in range(120)
    )
    browser, seen, address = at_desk(fay), [], "?"
    while address:
        answer = browser.get(f"/staff/log/{address}")
        seen += [view.page for view in answer.context["views"]]
        address = answer.context["next_url"]
    assert seen == [f"Page {n}" for n in reversed(range(120))]


def test_history_tells_nothing_before_the_share(cleo, of_team):
    dates = of_team.case.decision_dates
    dates.update(set_at=of_team.started_at - HOUR)
    assert "Decision date set" not in read(cleo, of_team, "history/")
    dates.create(decide_at=MONDAY + 10 * HOUR)
    assert read(cleo, of_team, "history/").count("Decision date set") == 1


def test_history_says_who_and_when(cleo, of_team):
    wrote(of_team)
    say(cleo, of_team, "message")
    Decision.objects.create(case=of_team.case, outcome=Outcome.KEEP, decided_at=of_team.started_at)
    html = read(cleo, of_team, "history/")
    assert "by Ana" in html
    assert f"by {cleo.name}" in html
    assert html.index("Wrote a message") < html.index("Decided: Keep the job")
