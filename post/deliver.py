"""Take what is due to the mail server: claimed, sent, marked. Safe to run by many at once.

A worker may die anywhere. Before the server was spoken to, the mail is simply tried again. After
that nobody can know whether it left (SMTP has no way to ask), so it is sent once more under the
same Message-ID, by which mail programs fold the two into one, and never a third time. A server
that hangs up without an answer has not taken the mail (RFC 5321, 4.2.5), so it is tried again.
"""

from datetime import datetime, timedelta
from enum import Enum
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.core.mail import EmailMessage, mailers
from django.db.models import F
from django.utils import timezone

from .models import Mail

HOLD = timedelta(minutes=2)
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=30)
MOST_DOUBTS = 2
AT_MOST = 500  # a round; the next one goes on


class Answer(Enum):
    TAKEN = "taken"
    NOT_TAKEN = "not taken"
    REFUSED = "refused for good"


def deliver_due() -> int:
    """Send what is due now; return how many mails the server took."""
    taken = 0
    for _ in range(AT_MOST):
        mail = claim(timezone.now())
        if mail is None:
            break
        answer = hand_over(mail)
        settle(mail, answer, timezone.now())
        taken += answer is Answer.TAKEN
    return taken


def claim(now: datetime) -> Mail | None:
    """Take the mail that waits longest into our hands, or None if nothing is due.

    One conditional UPDATE decides between two workers: the other one moves on to the next.
    """
    while some := list(Mail.objects.due(now)[:20]):
        for mail in some:
            if now >= mail.useless_at or _doubts(mail) >= MOST_DOUBTS:
                _end(mail, Mail.State.GIVEN_UP, now)
            elif _take(mail, now):
                return mail
    return None


def _take(mail: Mail, now: datetime) -> bool:
    """Hold the mail, unless another worker was first."""
    held = _ours(mail).update(
        claimed_until=now + HOLD,
        attempts=F("attempts") + 1,
        doubts=_doubts(mail),
        leaving_at=None,
    )
    if held:
        mail.refresh_from_db()
    return bool(held)


def hand_over(mail: Mail) -> Answer:
    """Give the mail to the server and say what is known of it afterwards."""
    carrier = mailers["carrier"]
    try:
        carrier.open()
    except (OSError, SMTPException):
        return Answer.NOT_TAKEN
    if not _ours(mail).update(leaving_at=timezone.now()):
        return Answer.NOT_TAKEN  # our hold ended while the server let us wait
    try:
        carrier.send_messages([message(mail)])
    except (OSError, SMTPException) as failure:
        return Answer.REFUSED if _is_for_good(failure) else Answer.NOT_TAKEN
    except ValueError:  # an address or a header that cannot be written
        return Answer.REFUSED
    finally:
        _close(carrier)
    return Answer.TAKEN


def message(mail: Mail) -> EmailMessage:
    """The mail as it leaves. Whoever receives it twice can tell by its Message-ID."""
    headers = {"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"}
    if mail.stop_url:
        headers["List-Unsubscribe"] = f"<{mail.stop_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return EmailMessage(mail.subject, mail.body, mail.sender, [mail.to], headers=headers)


def settle(mail: Mail, answer: Answer, now: datetime) -> None:
    """Write down what became of it. What the server did not take waits longer each time."""
    if answer is Answer.TAKEN:
        _end(mail, Mail.State.SENT, now)
    elif answer is Answer.REFUSED:
        _end(mail, Mail.State.GIVEN_UP, now)
    else:
        wait = min(FIRST_WAIT * 2 ** (mail.attempts - 1), LONGEST_WAIT)
        _ours(mail).update(claimed_until=now + wait, leaving_at=None)


def _doubts(mail: Mail) -> int:
    return mail.doubts + (mail.leaving_at is not None)


def _ours(mail: Mail) -> Any:
    """The row, if nobody took it since we read it."""
    return Mail.objects.filter(
        pk=mail.pk, state=Mail.State.WAITING, claimed_until=mail.claimed_until
    )


def _end(mail: Mail, state: Mail.State, now: datetime) -> None:
    """Nothing of what it said, or of whom it went to, is kept."""
    ended = {"state": state, "ended_at": now, "claimed_until": None}
    _ours(mail).update(**ended, **dict.fromkeys(Mail.ERASED, ""))


def _is_for_good(failure: OSError) -> bool:
    """A 5xx answer: the same mail would be refused again (RFC 5321, 4.2.1)."""
    if isinstance(failure, SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in failure.recipients.values())
    return isinstance(failure, SMTPResponseException) and failure.smtp_code >= 500


def _close(carrier: Any) -> None:
    """Say goodbye. That the server does not answer to that changes nothing for the mail."""
    try:
        carrier.close()
    except (OSError, SMTPException):
        return
