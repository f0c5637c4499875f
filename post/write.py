"""Put a mail into the outbox. It leaves after the transaction, by a worker."""

from datetime import datetime
from email.utils import make_msgid, parseaddr

from django.conf import settings
from django.db import transaction

from .models import Mail
from .tasks import deliver_due


def write(
    *,
    key: str,
    to: str,
    subject: str,
    body: str,
    due_at: datetime,
    useless_at: datetime,
    sender: str = "",
    stop_url: str = "",
) -> bool:
    """Write the mail called `key` unless it was written before; return whether it is new.

    `useless_at`: not sent any more from then on. `stop_url` answers a POST by ending such mail.
    """
    sender = sender or settings.DEFAULT_FROM_EMAIL
    _, created = Mail.objects.get_or_create(
        key=key,
        defaults={
            "message_id": make_msgid(domain=_domain(sender)),
            "sender": sender,
            "to": to,
            "subject": subject,
            "body": body,
            "due_at": due_at,
            "useless_at": useless_at,
            "stop_url": stop_url,
        },
    )
    if created:
        # A queue that is down is no reason to fail here: the minute's round finds the row.
        transaction.on_commit(deliver_due.enqueue, robust=True)
    return created


def _domain(sender: str) -> str:
    return parseaddr(sender)[1].rpartition("@")[2] or "localhost"
