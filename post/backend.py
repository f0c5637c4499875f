"""Django's way of sending mail, which here writes a row of the outbox instead."""

from collections.abc import Sequence
from secrets import token_urlsafe

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from .models import USEFUL_FOR
from .write import write


class Outbox(BaseEmailBackend):
    """The default mailer: sign-in mail, and whatever else a library sends, goes the same way."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write each message down, once an address. ValueError: no mail server would take it."""
        written = 0
        for message in email_messages:
            message.message()  # headers and addresses are checked here, not in the worker
            for to in message.recipients():
                now = timezone.now()
                write(
                    key=f"once:{token_urlsafe(16)}",
                    to=to,
                    sender=message.from_email,
                    subject=str(message.subject),
                    body=str(message.body),
                    due_at=now,
                    useless_at=now + USEFUL_FOR,
                )
                written += 1
        return written
