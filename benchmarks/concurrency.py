"""H4: 32 people save at once, on SQLite, through the server as deploy/serve starts it.

Everybody saves a page again and again, without a pause; a save is lost unless it is answered with a
redirect.
"""

import http.client
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import quantiles
from urllib.parse import urlencode

from benchmarks.row import Rows, row
from benchmarks.slow_clients import free_port, wait_for
from benchmarks.visitor import TOKEN
from benchmarks.world import ROOT, Someone, world

PEOPLE = 32
SAVES = 14
WARM_UP = 2  # each thread opens its connection
QUESTIONS = ("campus", "agency", "referred", "visa", "signed", "money", "quit_other")


@dataclass(frozen=True, kw_only=True)
class Saved:
    seconds: float
    is_lost: bool


def measure() -> Rows:
    with (
        world(people=PEOPLE) as here,
        server(here.environment) as port,
        ThreadPoolExecutor(PEOPLE) as pool,
    ):
        everybody = list(pool.map(lambda one: save_again_and_again(one, port), here.people))
    saves = [save for one in everybody for save in one[WARM_UP:]]
    cuts = quantiles([save.seconds for save in saves], n=100)
    return {
        "H4 errors": row(sum(save.is_lost for one in everybody for save in one), 0, 0),
        "H4 p99/p50": row(cuts[98] / cuts[49], 5, 3),
    }


@contextmanager
def server(environment: dict[str, str]) -> Iterator[int]:
    """The app, served for as long as the block runs; gives its port."""
    port = free_port()
    listening = environment | {"LISTEN": f"127.0.0.1:{port}"}
    command = [ROOT / "deploy" / "serve"]
    quiet = subprocess.DEVNULL  # waitress logs how long its queue is
    with subprocess.Popen(command, env=listening, stdout=quiet, stderr=quiet) as it:
        try:
            wait_for(port)
            yield port
        finally:
            it.terminate()


def save_again_and_again(someone: Someone, port: int) -> list[Saved]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    return [save(connection, someone, version) for version in range(SAVES)]


def save(connection: http.client.HTTPConnection, someone: Someone, version: int) -> Saved:
    answers = dict.fromkeys(QUESTIONS, ("yes", "no")[version % 2]) | {"school": "student"}
    body = urlencode(answers | {"version": str(version), "csrfmiddlewaretoken": TOKEN})
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"sessionid={someone.session}; csrftoken={TOKEN}",
    }
    start = time.perf_counter()
    connection.request("POST", someone.at("situation/"), body, headers)
    response = connection.getresponse()
    response.read()
    return Saved(seconds=time.perf_counter() - start, is_lost=response.status != 302)


if __name__ == "__main__":
    print(measure())
