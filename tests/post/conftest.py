from datetime import timedelta

import pytest
from django.utils import timezone

from post.models import Mail
from post.write import write

SERVER = {
    "host": "127.0.0.1",
    "username": "",
    "password": "",
    "use_tls": False,
    "use_ssl": False,
    "timeout": 0.5,
}


@pytest.fixture
def outbox(settings):
    """Mail goes through the outbox, as in use; the carrier keeps it in django.core.mail.outbox."""
    settings.MAILERS = settings.MAILERS | {"default": {"BACKEND": "post.backend.Outbox"}}


@pytest.fixture
def carried_by(settings):
    """Make the SMTP server at this port the one that carries the mail."""

    def at(port: int) -> None:
        carrier = {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": SERVER | {"port": port},
        }
        settings.MAILERS = settings.MAILERS | {"carrier": carrier}

    return at


def written(key: str = "once", **changes: object) -> Mail:
    """A mail of the outbox that is due now, for a day."""
    now = timezone.now()
    words = {
        "to": "ana@example.com",
        "subject": "A reminder you asked for",
        "body": "Open your steps.",
        "due_at": now,
        "useless_at": now + timedelta(days=1),
    }
    write(key=key, **words | changes)
    return Mail.objects.get(key=key)
