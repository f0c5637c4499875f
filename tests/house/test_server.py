"""The server that people get: prepared and started as an operator does it, on this machine only."""

import fcntl
import http.client
import os
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# waitress as it comes serves nobody beyond its 100th connection.
SLOW_CLIENTS = 150
PROXY, STRANGER = "127.0.0.1", "127.0.0.2"


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    home = tmp_path_factory.mktemp("served")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = os.environ | {
        "LISTEN": f"127.0.0.1:{port}",
        "PLAIN_HTTP": "0",
        "TRUSTED_PROXY": PROXY,
        "DATABASE_URL": f"sqlite:///{home}/site.sqlite3",
    }
    # Two workers may share the suite, but there is one folder of static files.
    with (tmp_path_factory.getbasetemp().parent / "prepare.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        prepare = [sys.executable, "-m", "deploy.prepare"]
        subprocess.run(prepare, env=environment, cwd=ROOT, check=True)
    with (home / "log").open("wb") as log:
        server = subprocess.Popen([ROOT / "deploy" / "serve"], env=environment, stderr=log)
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=60)


def wait_for(port: int) -> None:
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("deploy/serve did not start within a minute.")


def get(port: int, path: str, *, by: str = PROXY) -> http.client.HTTPResponse:
    """The answer to somebody at the address `by` who says that the person came by HTTPS."""
    door = http.client.HTTPConnection("127.0.0.1", port, timeout=30, source_address=(by, 0))
    with closing(door) as connection:
        connection.request("GET", path, headers={"X-Forwarded-Proto": "https"})
        answer = connection.getresponse()
        answer.read()
        return answer


def test_the_landing_page_is_served_and_names_no_server(port):
    answer = get(port, "/")
    assert answer.status == 200
    assert "Server" not in answer.headers


def test_a_question_for_the_headers_alone_gets_no_body(port):
    with socket.create_connection(("127.0.0.1", port), timeout=30) as client:
        client.sendall(
            b"HEAD / HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Proto: https\r\n"
            b"Connection: close\r\n\r\n"
        )
        with client.makefile("rb") as answer:
            head, _, body = answer.read().partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK")
    length = next(row for row in head.split(b"\r\n") if row.startswith(b"Content-Length: "))
    assert int(length.split()[1]) > 1000
    assert body == b""


def test_only_the_proxy_is_believed_about_https(port):
    answer = get(port, "/", by=STRANGER)
    assert answer.status == 301
    assert answer.headers["Location"].startswith("https://")


def test_a_visitor_is_served_beside_many_slow_clients(port):
    with ExitStack() as slow_clients:
        for _ in range(SLOW_CLIENTS):
            client = slow_clients.enter_context(socket.create_connection(("127.0.0.1", port)))
            client.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
        assert get(port, "/").status == 200
        assert still_waits(client)


def still_waits(client: socket.socket) -> bool:
    """Whether the server has neither answered this client nor hung up on it."""
    client.setblocking(False)
    try:
        client.recv(1)
    except BlockingIOError:
        return True
    return False


def test_a_huge_body_is_refused_at_the_door(port):
    with socket.create_connection(("127.0.0.1", port), timeout=30) as client:
        client.sendall(
            b"POST /start/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n"
        )
        assert b" 413 " in client.recv(100)
