"""Which server holds when 300 slow clients sit beside 10 visitors?

`python -m benchmarks.slow_clients` starts each candidate that is installed with one small Django
page, on this machine only, and prints what the visitors waited. A slow client sends one byte of a
header a second and never ends its request. All four take a minute and a half. The choice made from
it is in docs/decisions/0002-server.md.
"""

import asyncio
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib.util import find_spec
from statistics import quantiles

SLOW_CLIENTS = 300
VISITORS = 10
SECONDS = 12
TIMEOUT = 10

PAGE = "benchmarks.slow_clients_page:application"
PYTHON = (sys.executable, "-m")
GRANIAN = (*PYTHON, "granian", "--interface", "wsgi", "--log-level", "critical", "--workers", "1")
CANDIDATES = {
    "waitress, as it comes": (*PYTHON, "waitress", "--listen=127.0.0.1:{port}", PAGE),
    "waitress, raised limits": (
        *(*PYTHON, "waitress", "--listen=127.0.0.1:{port}", "--threads=8"),
        *("--connection-limit=2000", "--channel-timeout=15", "--asyncore-use-poll", PAGE),
    ),
    "granian, 8 threads": (*GRANIAN, "--port", "{port}", "--blocking-threads", "8", PAGE),
    "gunicorn gthread, 8 threads": (
        *(*PYTHON, "gunicorn", "--log-level=critical", "--no-control-socket"),
        *("--bind=127.0.0.1:{port}", "--worker-class=gthread", "--threads=8", PAGE),
    ),
}


@dataclass(frozen=True, kw_only=True)
class Waits:
    """What the visitors waited, in seconds, and how many gave up."""

    seconds: list[float]
    failed: int

    def __str__(self) -> str:
        if len(self.seconds) < 2:
            return f"{len(self.seconds)} answers, {self.failed} failed"
        cuts = quantiles(self.seconds, n=100)
        p50, p95, worst = (1000 * wait for wait in (cuts[49], cuts[94], max(self.seconds)))
        return (
            f"p50 {p50:6.1f} ms   p95 {p95:6.1f} ms   worst {worst:6.0f} ms"
            f"   {len(self.seconds)} answers, {self.failed} failed"
        )


def main() -> None:
    for name, command in CANDIDATES.items():
        module = command[2]
        if not find_spec(module):
            print(f"{name}: {module} is not installed, left out")
            continue
        port = free_port()
        server = subprocess.Popen(
            [part.format(port=port) for part in command], stderr=subprocess.DEVNULL
        )
        try:
            wait_for(port)
            one = asyncio.run(crowd(port, slow=0, visitors=1, pause=0, seconds=4))
            calm = asyncio.run(crowd(port, slow=0, visitors=VISITORS, pause=0.1, seconds=4))
            slow = asyncio.run(
                crowd(port, slow=SLOW_CLIENTS, visitors=VISITORS, pause=0.1, seconds=SECONDS)
            )
            print(f"{name} ({memory(server.pid)} MiB)")
            print(f"  one visitor, no pause        {one}")
            print(f"  10 visitors                  {calm}")
            print(f"  10 beside {SLOW_CLIENTS} slow clients   {slow}", flush=True)
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()


async def crowd(port: int, *, slow: int, visitors: int, pause: float, seconds: float) -> Waits:
    """Let the slow clients settle in, then let the visitors come and go."""
    end = time.monotonic() + seconds
    slow_clients = [asyncio.create_task(dawdle(port)) for _ in range(slow)]
    if slow:
        await asyncio.sleep(2)
    waits = await asyncio.gather(*(visit(port, pause, end) for _ in range(visitors)))
    for client in slow_clients:
        client.cancel()
    await asyncio.gather(*slow_clients, return_exceptions=True)
    seconds_waited = [wait for each in waits for wait in each if wait is not None]
    return Waits(
        seconds=seconds_waited, failed=sum(wait is None for each in waits for wait in each)
    )


async def dawdle(port: int) -> None:
    """Hold a request open; come back when the server shows the door."""
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
            while True:
                await asyncio.sleep(1)
                writer.write(b"x")
                await writer.drain()
        except OSError:
            await asyncio.sleep(1)


async def visit(port: int, pause: float, end: float) -> list[float | None]:
    """Ask for the page again and again; a wait of None is a visitor who got no page."""
    waits: list[float | None] = []
    while time.monotonic() < end:
        start = time.perf_counter()
        try:
            async with asyncio.timeout(TIMEOUT):
                answer = await fetch(port)
            waits.append(time.perf_counter() - start if b" 200 OK" in answer[:20] else None)
        except (OSError, TimeoutError):
            waits.append(None)
        await asyncio.sleep(pause)
    return waits


async def fetch(port: int) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return await reader.read()
    finally:
        writer.close()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def wait_for(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("The server did not start within 10 seconds.")


def memory(pid: int) -> int:
    """Resident memory in MiB of a process and its children."""
    listing = subprocess.run(
        ["ps", "-e", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True
    )
    rows = [[int(part) for part in line.split()] for line in listing.stdout.splitlines()]
    return sum(rss for child, parent, rss in rows if pid in (child, parent)) // 1024


if __name__ == "__main__":
    main()
