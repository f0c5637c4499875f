"""P1: the suite on PostgreSQL against the suite on SQLite, without the browser tests."""

import os
import subprocess
import sys
import time

from benchmarks.row import Rows, row
from benchmarks.world import ROOT
from tests.pg import postgresql

PYTEST = (sys.executable, "-m", "pytest", "-q", "-m", "not browser", "-n", "2", "--dist=loadgroup")


def measure() -> Rows:
    with postgresql() as url:
        on_postgresql = _seconds(url)
    return {"P1": row(on_postgresql / _seconds("sqlite:///var/suite.sqlite3"), 2, 1.3)}


def _seconds(url: str) -> float:
    start = time.perf_counter()
    environment = os.environ | {"DATABASE_URL": url}
    subprocess.run(PYTEST, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    print(measure())
