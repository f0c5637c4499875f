"""A worker that is killed on purpose: `python -m tests.post.mortal <where> <times> <log>`.

It writes `times` mails and starts a worker for each, which kills itself with SIGKILL before the
mail server is spoken to ("before") or after it took the mail and before that is marked ("after").
Then the holds end, and one more worker delivers what is left. The log gets a line for each mail
that the server took: its Message-ID.
"""

import os
import signal
import sys
from datetime import timedelta
from unittest.mock import patch

import django
from django.core.mail.backends.base import BaseEmailBackend

MAILERS = {"default": {"BACKEND": "post.backend.Outbox"}}


class Carrier(BaseEmailBackend):
    """A mail server that notes what it took, and may be the last thing a worker sees."""

    dies_on = ""

    def open(self):
        self._die("before")

    def send_messages(self, email_messages):
        with open(sys.argv[3], "a") as log:
            for message in email_messages:
                log.write(f"{message.extra_headers['Message-ID']}\n")
        self._die("after")
        return len(email_messages)

    def _die(self, where):
        if self.dies_on == where:
            os.kill(os.getpid(), signal.SIGKILL)


def main(where: str, times: int) -> None:
    from django.conf import settings
    from django.db import connections
    from django.utils import timezone

    from post import deliver
    from post.models import Mail
    from post.write import write

    settings.MAILERS = MAILERS | {"carrier": {"BACKEND": "tests.post.mortal.Carrier"}}
    for number in range(times):
        now = timezone.now()
        write(
            key=f"mortal:{number}",
            to="ana@example.com",
            subject="A reminder you asked for",
            body="…",
            due_at=now,
            useless_at=now + timedelta(days=1),
        )
        connections.close_all()
        child = os.fork()
        if child == 0:
            Carrier.dies_on = where
            deliver.deliver_due()
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert os.WTERMSIG(status) == signal.SIGKILL
    later = timezone.now() + deliver.HOLD
    with patch.object(timezone, "now", lambda: later):
        deliver.deliver_due()
    assert Mail.objects.filter(key__startswith="mortal:", state=Mail.State.SENT).count() == times


if __name__ == "__main__":
    sys.modules["tests.post.mortal"] = sys.modules["__main__"]
    django.setup()
    main(sys.argv[1], int(sys.argv[2]))
