"""Ana asks for e-mail reminders, gets each once, and stops them with one click."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from coaching.models import Decision, Outcome, Reminders
from coaching.reminding.round import remind
from coaching.tasks import remind_who_is_due
from offers.models import Case, ClosedAs, Contact, Stage
from post.deliver import deliver_due
from post.models import Mail
from tests.factories import (
    accepted_offer,
    case_of,
    decision_date,
    manager,
    other_offer,
    person,
)
from tests.whole_case import MONDAY

DAY = timedelta(days=1)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday(time_machine, settings):
    settings.MAILERS = settings.MAILERS | {"default": {"BACKEND": "post.backend.Outbox"}}
    time_machine.move_to(MONDAY, tick=False)


@pytest.fixture
def ana():
    return person("ana")


@pytest.fixture
def case(ana):
    case = case_of(ana, pages=("pause", "date"))
    manager(accepted_offer(case, starts_on=date(2026, 1, 5)))
    decision_date(case, MONDAY + 3 * DAY)
    return case


def browser(who) -> Client:
    client = Client()
    client.force_login(who)
    return client


def ask_for(case, *kinds) -> Reminders:
    page = reverse("coaching:reminders", args=[case.code])
    browser(case.owner).post(page, {"kinds": kinds, "version": "0"})
    return Reminders.objects.get()


def rounds(time_machine, *, until) -> list[str]:
    """The worker's rounds, every 20 minutes; what each mail was about, as it left."""
    now = MONDAY
    while now <= until:
        time_machine.move_to(now, tick=False)
        remind_who_is_due.call()
        deliver_due()
        now += timedelta(minutes=20)
    sent = Mail.objects.filter(state=Mail.State.SENT).order_by("ended_at")
    return [row.key.split(":")[2] for row in sent]


@pytest.mark.mission("S1-3")
def test_ana_asks_for_reminders_and_gets_each_of_them_once(case, time_machine):
    ask_for(case, "date")
    sent = rounds(time_machine, until=MONDAY + 5 * DAY)

    assert sent == ["day-before", "hour-before", "no-decision"]
    assert len(mail.outbox) == 3
    assert {message.to[0] for message in mail.outbox} == {case.owner.email}


def test_a_reminder_names_nobody_and_its_subject_is_always_the_same(case, time_machine):
    ask_for(case, "date", "diary")
    rounds(time_machine, until=MONDAY + 5 * DAY)

    for message in mail.outbox:
        assert message.subject == "A reminder you asked for"
        assert "Bluebird" not in message.body
        assert "job" not in message.body.split("http")[0]


@pytest.mark.mission("S1-20", "S2-13")
def test_somebody_untold_is_not_forgotten(case, time_machine):
    Decision.objects.create(case=case, outcome=Outcome.OUT, decided_at=MONDAY)
    ask_for(case, "telling")

    assert rounds(time_machine, until=MONDAY + 4 * DAY) == ["untold-day", "untold-three-days"]


def test_a_decision_made_early_stops_what_spoke_of_the_date(case, time_machine):
    ask_for(case, "date", "diary")
    Decision.objects.create(case=case, outcome=Outcome.KEEP, decided_at=MONDAY)

    assert rounds(time_machine, until=MONDAY + 5 * DAY) == []


def test_a_date_that_moved_is_reminded_of_where_it_is_now(case, time_machine):
    ask_for(case, "date")
    decision_date(case, MONDAY + 5 * DAY)

    assert rounds(time_machine, until=MONDAY + 4 * DAY) == ["day-before"]
    assert Mail.objects.get().ended_at == MONDAY + 4 * DAY


def test_two_rounds_at_once_write_one_mail(case, time_machine):
    row = ask_for(case, "date")
    time_machine.move_to(MONDAY + 2 * DAY, tick=False)
    remind(MONDAY + 2 * DAY)
    Reminders.objects.filter(pk=row.pk).update(look_at=MONDAY)

    assert remind(MONDAY + 2 * DAY) == 0
    assert Mail.objects.count() == 1


def test_a_worker_that_was_down_all_day_sends_nothing_stale(case, time_machine):
    ask_for(case, "date")
    time_machine.move_to(MONDAY + 2 * DAY + timedelta(hours=5), tick=False)

    assert remind_who_is_due.call() == 0


def test_one_click_stops_them_without_signing_in_and_twice_is_harmless(case, time_machine):
    row = ask_for(case, "date")
    time_machine.move_to(MONDAY + 2 * DAY, tick=False)
    remind_who_is_due.call()
    stop = reverse("coaching:stop-reminders", args=[row.token])
    anybody = Client(enforce_csrf_checks=True)

    assert "Stop all reminders" in anybody.get(stop).content.decode()
    anybody.post(stop, {"List-Unsubscribe": "One-Click"})
    anybody.post(stop)
    row.refresh_from_db()
    assert not row.are_on
    assert "Reminders are off" in anybody.get(stop).content.decode()
    assert not Mail.objects.exists()
    assert rounds(time_machine, until=MONDAY + 5 * DAY) == []


def test_a_made_up_link_stops_nothing(client):
    assert client.post("/stop/nobody/").status_code == 404


def test_choosing_nothing_stops_them_too(case):
    row = ask_for(case, "date")
    page = reverse("coaching:reminders", args=[case.code])
    browser(case.owner).post(page, {"version": "1"})

    row.refresh_from_db()
    assert not row.are_on
    assert row.look_at is None


def test_a_guest_is_told_what_is_missing_and_nothing_is_kept(client):
    client.post("/start/", {"stage": "accepted"})
    hub = client.get("/cases/", follow=True).request["PATH_INFO"]
    client.post(f"{hub}pause/", {"weight": "3", "forced": "no", "version": "0"})

    page = client.get(f"{hub}reminders/").content.decode()
    assert "Create an account" in page
    client.post(f"{hub}reminders/", {"kinds": "date", "version": "0"})
    assert not Reminders.objects.exists()


@pytest.mark.mission("S2-21", "S0-12")
def test_a_closed_case_is_reminded_of_what_comes_after_it(case, time_machine):
    """Closed, and two weeks later one mail; the look back that is done is not asked for again."""
    Decision.objects.create(case=case, outcome=Outcome.OUT, decided_at=MONDAY)
    row = ask_for(case, "date", "telling", "after")
    Reminders.objects.update(keep_in_touch_on=date(2025, 12, 20))
    Case.objects.filter(pk=case.pk).update(closed_as=ClosedAs.WITHDRAWN, closed_at=MONDAY)
    Contact.objects.all().delete()

    assert rounds(time_machine, until=MONDAY + DAY) == []
    row.refresh_from_db()
    assert row.look_at == MONDAY + 14 * DAY
    case.saved_pages.create(slug="check-in-30", saved_at=MONDAY)
    for days in (14, 19, 30, 90):
        for minutes in (0, 20, 40):
            time_machine.move_to(MONDAY + days * DAY + timedelta(minutes=minutes), tick=False)
            remind_who_is_due.call()
            deliver_due()
    sent = Mail.objects.filter(state=Mail.State.SENT).order_by("ended_at")
    kinds = [mail.key.split(":")[2] for mail in sent]
    assert kinds == ["look-back", "keep-in-touch", "check-in"]
    assert "Bluebird" not in "".join(message.body for message in mail.outbox)


def test_opening_a_case_again_brings_its_reminders_back(case):
    row = ask_for(case, "date")
    Case.objects.filter(pk=case.pk).update(closed_as=ClosedAs.HONORED, closed_at=MONDAY)
    Reminders.objects.update(look_at=None)
    browser(case.owner).post(reverse("coaching:close-open", args=[case.code]))
    row.refresh_from_db()
    assert row.look_at == MONDAY


def test_a_closed_case_is_left_in_peace(case, time_machine):
    ask_for(case, "date")
    Case.objects.filter(pk=case.pk).update(closed_as=ClosedAs.HONORED, closed_at=MONDAY)

    assert rounds(time_machine, until=MONDAY + 5 * DAY) == []


def test_a_case_that_is_open_again_reminds_again(case, time_machine):
    ask_for(case, "date")
    Case.objects.filter(pk=case.pk).update(closed_as=ClosedAs.HONORED, closed_at=MONDAY)
    remind_who_is_due.call()
    browser(case.owner).post(reverse("coaching:close-open", args=[case.code]))

    sent = rounds(time_machine, until=MONDAY + 5 * DAY)
    assert sent == ["day-before", "hour-before", "no-decision"]


def test_having_said_to_look_at_the_date_does_not_hold_back_that_an_offer_ends(case, time_machine):
    """An offer that ends before the date is what both speak of, so they must not shut each other
    out."""
    other_offer(case, ends_at=MONDAY + 2 * DAY + timedelta(hours=5))
    ask_for(case, "date", "diary")

    sent = rounds(time_machine, until=MONDAY + 2 * DAY)
    assert sent == ["check-date", "diary", "offer-ends", "diary", "day-before"]


def test_who_has_not_said_yes_is_reminded_of_an_answer_they_owe(ana, time_machine):
    case = case_of(ana, stage=Stage.NOT_ACCEPTED, pages=("pause", "date"))
    manager(other_offer(case))
    Decision.objects.create(case=case, outcome=Outcome.OUT, decided_at=MONDAY)
    ask_for(case, "telling")

    assert rounds(time_machine, until=MONDAY + 4 * DAY) == ["untold-day", "untold-three-days"]


@pytest.mark.parametrize("end", ["close", "close-delete"])
def test_a_mail_that_still_waits_goes_with_the_case(case, time_machine, end):
    ask_for(case, "date")
    Decision.objects.create(case=case, outcome=Outcome.KEEP, decided_at=MONDAY + 3 * DAY)
    Mail.objects.create(
        key=f"reminder:{case.reminders.pk}:hour-before:x", message_id="<1@x>", sender="a@x.org",
        to=case.owner.email, subject="A reminder you asked for", body="In an hour",
        due_at=MONDAY, useless_at=MONDAY + DAY,
    )  # fmt: skip
    browser(case.owner).post(reverse(f"coaching:{end}", args=[case.code]), {"code": case.code})

    assert not Case.objects.still_open().exists()
    assert not Mail.objects.exists()
