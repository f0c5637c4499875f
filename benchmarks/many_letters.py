"""L4: letters a second on two workers, against a naive pool of two; and what a press grows by.

A batch goes to both workers of a pool at once, and the pools take turns. Each letter has words of
its own. `L4 pool` is the naive rate divided by ours, so that lower is better, as in every row: the
2.5 times that are wanted read 0.4 here.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from statistics import median

from benchmarks.letters import LETTER, naive_page
from benchmarks.row import Rows, row
from benchmarks.world import ROOT
from coaching.letters import sheet

POOL = 2
BATCH = 12
ROUNDS = 12
GROWING = 500
SETTLING = 200
"""Letters before the first look: until then fonts and caches fill."""


def measure() -> Rows:
    with ExitStack() as stack:
        pools = {
            name: [stack.enter_context(_worker(name)) for _ in range(POOL)]
            for name in ("ours", "naive")
        }
        taken: dict[str, list[float]] = {name: [] for name in pools}
        for _ in range(ROUNDS):
            for name, workers in pools.items():
                taken[name].append(_batch(workers))
        press = pools["ours"][0]
        before = _print(press, SETTLING)
        growth = (_print(press, GROWING) - before) / 2**20
    ours, naive = (median(taken[name]) for name in ("ours", "naive"))
    return {"L4 pool": row(ours / naive, 0.4, 0.286), "L4 growth": row(max(growth, 0), 2, 1)}


def _batch(workers: list[subprocess.Popen[str]]) -> float:
    start = time.perf_counter()
    for worker in workers:
        worker.stdin.write(f"{BATCH}\n")
    for worker in workers:
        worker.stdout.readline()
    return time.perf_counter() - start


def _print(worker: subprocess.Popen[str], letters: int) -> int:
    """Print so many letters; return the bytes of memory that the worker then holds."""
    worker.stdin.write(f"{letters}\n")
    return int(worker.stdout.readline())


@contextmanager
def _worker(name: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.many_letters", name],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as process:
        _print(process, 5)  # warm
        yield process
        process.stdin.close()


def _work(name: str) -> None:
    if name == "ours":
        from coaching.letters.press import say_what_is_drawn, warm_press

        say_what_is_drawn()
        press = warm_press()

        def make(number: int) -> None:
            press.print(sheet.to_html(_letter(number)), "letter")
    else:
        from weasyprint import HTML

        def make(number: int) -> None:
            HTML(string=naive_page(_letter(number))).write_pdf(pdf_variant="pdf/ua-1")

    numbers = count()
    for order in sys.stdin:
        for _ in range(int(order)):
            make(next(numbers))
        print(_held(), flush=True)


def _letter(number: int):
    return replace(LETTER, body=LETTER.body.replace("Dana", f"Dana {number}"))


def _held() -> int:
    """Bytes of this process that are in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            print(measure())
        case [name]:
            _work(name)
