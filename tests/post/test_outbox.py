"""Every mail is a row before it is sent: written once, sent once, forgotten after."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from post import deliver
from post.models import Mail
from post.tasks import forget_ended
from tests.post.conftest import written

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("outbox")]


def test_sign_in_mail_waits_in_the_outbox_and_no_page_waits_for_a_server():
    sent = mail.send_mail("Your code", "ABCD-EFGH", None, ["ana@example.com"])

    (row,) = Mail.objects.all()
    assert sent == 1
    assert (row.to, row.subject, row.body) == ("ana@example.com", "Your code", "ABCD-EFGH")
    assert row.state == Mail.State.WAITING
    assert not mail.outbox


def test_a_mail_leaves_once_and_its_words_are_not_kept():
    written()

    assert deliver.deliver_due() == 1
    assert deliver.deliver_due() == 0
    (message,) = mail.outbox
    assert message.body == "Open your steps."
    row = Mail.objects.get()
    assert (row.state, row.body) == (Mail.State.SENT, "")


def test_the_same_mail_written_twice_is_sent_once():
    first = written("reminder:1")
    second = written("reminder:1", body="Other words")

    deliver.deliver_due()
    assert first.pk == second.pk
    assert [message.body for message in mail.outbox] == ["Open your steps."]


def test_what_a_rolled_back_page_wrote_is_never_sent():
    with transaction.atomic():
        written()
        transaction.set_rollback(True)

    assert deliver.deliver_due() == 0
    assert not mail.outbox


def test_a_mail_for_tomorrow_waits_until_tomorrow(time_machine):
    time_machine.move_to("2026-11-20T12:00Z", tick=False)
    now = timezone.now()
    written(due_at=now + timedelta(days=1), useless_at=now + timedelta(days=2))
    assert deliver.deliver_due() == 0

    time_machine.move_to("2026-11-21T12:00Z", tick=False)
    assert deliver.deliver_due() == 1


def test_a_mail_that_lost_its_sense_is_given_up_and_not_sent(time_machine):
    time_machine.move_to("2026-11-20T12:00Z", tick=False)
    written()
    time_machine.move_to("2026-11-21T12:00Z", tick=False)

    assert deliver.deliver_due() == 0
    assert Mail.objects.get().state == Mail.State.GIVEN_UP
    assert not mail.outbox


def test_much_that_lost_its_sense_does_not_hold_up_what_has_some(time_machine):
    """The worker was down for a day: what waited is given up, and the new code leaves at once."""
    time_machine.move_to("2026-11-20T12:00Z", tick=False)
    for number in range(45):
        written(f"old:{number}", useless_at=timezone.now() + timedelta(hours=1))
    time_machine.move_to("2026-11-21T12:00Z", tick=False)
    written("code")

    assert deliver.deliver_due() == 1
    assert Mail.objects.get(key="code").state == Mail.State.SENT
    assert Mail.objects.filter(state=Mail.State.GIVEN_UP).count() == 45


def test_two_workers_never_hold_the_same_mail():
    written()
    now = timezone.now()

    assert deliver.claim(now) is not None
    assert deliver.claim(now) is None


def test_a_worker_whose_hold_ended_neither_sends_nor_marks():
    written()
    now = timezone.now()
    late = deliver.claim(now)
    other = deliver.claim(now + deliver.HOLD)

    assert deliver.hand_over(late) is deliver.Answer.NOT_TAKEN
    deliver.settle(late, deliver.Answer.TAKEN, now)
    assert Mail.objects.get().state == Mail.State.WAITING
    assert deliver.hand_over(other) is deliver.Answer.TAKEN


def test_a_reminder_says_how_to_stop_it_with_one_click():
    written(stop_url="https://example.org/stop/abc/")
    deliver.deliver_due()

    headers = mail.outbox[0].message()
    assert headers["List-Unsubscribe"] == "<https://example.org/stop/abc/>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["Message-ID"] == Mail.objects.get().message_id


def test_an_address_that_cannot_be_written_is_refused_at_once():
    with pytest.raises(ValueError, match="Header"):
        mail.send_mail("Your\ncode", "…", None, ["ana@example.com"])
    assert not Mail.objects.exists()


def test_what_ended_over_a_month_ago_is_forgotten(time_machine):
    time_machine.move_to("2026-10-01T12:00Z", tick=False)
    written("old")
    deliver.deliver_due()
    time_machine.move_to("2026-11-20T12:00Z", tick=False)
    written("new")
    deliver.deliver_due()

    assert forget_ended.call() == 1
    assert Mail.objects.get().key == "new"


@pytest.mark.parametrize("useless", [False, True])
def test_a_mail_that_ended_names_nobody(useless):
    """Whoever had that address may be gone by then, and nobody would find the row."""
    row = written(stop_url="https://example.org/stop/abc/")
    if useless:
        Mail.objects.update(useless_at=timezone.now(), due_at=timezone.now() - timedelta(hours=1))
    deliver.deliver_due()

    kept = Mail.objects.get()
    assert kept.state == (Mail.State.GIVEN_UP if useless else Mail.State.SENT)
    assert (kept.to, kept.body, kept.stop_url) == ("", "", "")
    assert kept.key == row.key
