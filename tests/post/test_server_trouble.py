"""The mail server is closed, hangs, says 451, hangs up after the letter, or refuses for good."""

import socket
from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller
from django.utils import timezone

from post import deliver
from post.models import Mail
from tests.post.conftest import written

pytestmark = pytest.mark.django_db


class Server:
    """Answers DATA as it is told to, and keeps what it took."""

    def __init__(self):
        self.taken = []
        self.trouble = None

    async def handle_DATA(self, server, session, envelope):
        if self.trouble == "451":
            return "451 Try later"
        if self.trouble == "hangs up":
            server.transport.abort()
            return "250 nobody hears this"
        self.taken.append(envelope.content)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.trouble == "550":
            return "550 No such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"


@pytest.fixture
def server(carried_by):
    """An SMTP server on this machine, which carries our mail."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    handler = Server()
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    carried_by(port)
    yield handler
    controller.stop()


def an_hour(time_machine) -> None:
    """Rounds of the worker, a minute apart, for an hour."""
    start = timezone.now()
    for minute in range(61):
        time_machine.move_to(start + timedelta(minutes=minute), tick=False)
        deliver.deliver_due()


@pytest.mark.parametrize("trouble", ["451", "hangs up"])
def test_after_an_hour_of_trouble_the_mail_arrives_exactly_once(server, trouble, time_machine):
    time_machine.move_to("2026-11-20T12:00Z", tick=False)
    written()
    server.trouble = trouble
    an_hour(time_machine)
    assert server.taken == []

    server.trouble = None
    an_hour(time_machine)
    assert len(server.taken) == 1
    assert Mail.objects.get().state == Mail.State.SENT


def test_a_server_that_is_not_there_for_an_hour_loses_nothing(server, carried_by, time_machine):
    time_machine.move_to("2026-11-20T12:00Z", tick=False)
    written()
    with socket.create_server(("127.0.0.1", 0)) as free:
        nobody = free.getsockname()[1]
    there = Mail.objects.get()
    port = _port()
    carried_by(nobody)
    an_hour(time_machine)
    carried_by(port)
    an_hour(time_machine)

    assert len(server.taken) == 1
    there.refresh_from_db()
    assert there.state == Mail.State.SENT


def test_a_server_that_hangs_costs_the_worker_half_a_second_a_try(server, carried_by):
    written()
    port = _port()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        carried_by(silent.getsockname()[1])
        assert deliver.deliver_due() == 0
    assert Mail.objects.get().state == Mail.State.WAITING

    carried_by(port)
    Mail.objects.update(claimed_until=None)
    assert deliver.deliver_due() == 1


def test_an_address_the_server_refuses_for_good_is_not_tried_again(server):
    written()
    server.trouble = "550"

    assert deliver.deliver_due() == 0
    assert Mail.objects.get().state == Mail.State.GIVEN_UP


def _port() -> int:
    from django.conf import settings

    return settings.MAILERS["carrier"]["OPTIONS"]["port"]
