"""Two schools with a sign-in of their own, each a real identity provider in a process beside us."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command

from centres.models import EmailDomain
from tests.browser.sso.oidc_school import CLIENT, SECRET
from tests.factories import centre


@pytest.fixture(autouse=True)
def _clock_of_the_school():
    """A school is a process beside us, and goes by the clock of the machine; so do its guests."""
    with time_machine.travel(time_machine.escape_hatch.datetime.datetime.now(UTC), tick=True):
        yield


@contextmanager
def school(name: str, *args: object) -> Iterator[str]:
    """The address of a running school."""
    command = [sys.executable, "-m", f"tests.browser.sso.{name}", *map(str, args)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        yield process.stdout.readline().strip()
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.fixture
def lakeside():
    found = centre("lakeside")
    EmailDomain.objects.create(centre=found, domain="lakeside.example")
    return found


@pytest.fixture
def by_oidc(lakeside, allowed, live_server, tmp_path, monkeypatch) -> Iterator[None]:
    redirect = f"{live_server.url}/account/oidc/lakeside-oidc/login/callback/"
    with school("oidc_school", tmp_path, redirect) as address:
        allowed.append(address)
        monkeypatch.setattr(sys, "stdin", StringIO(f"{SECRET}\n"))
        call_command(
            "add_school_sign_in",
            "lakeside",
            oidc=address,
            client_id=CLIENT,
            addresses_are_proved=True,
            stdout=StringIO(),
        )
        yield


@pytest.fixture
def by_saml(lakeside, allowed, live_server, client, tmp_path) -> Iterator[Path]:
    with school("saml_school", tmp_path) as address:
        allowed.append(address)
        call_command(
            "add_school_sign_in",
            "lakeside",
            saml=str(tmp_path / "school.xml"),
            addresses_are_proved=True,
            stdout=StringIO(),
        )
        host = live_server.url.removeprefix("http://")
        us = client.get("/account/saml/lakeside/metadata/", headers={"Host": host})
        (tmp_path / "us.xml").write_bytes(us.content)
        yield tmp_path
