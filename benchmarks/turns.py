"""Variants that take turns, each in a process of its own: a busy machine is busy for all of them.

The measuring side calls `take_turns`. Each variant runs a module that ends in `serve_turns`.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from statistics import quantiles

from benchmarks.world import ROOT

WARM_UP = 3


def take_turns(
    module: str,
    variants: Mapping[str, Sequence[str]],
    environment: dict[str, str],
    *,
    rounds: int,
) -> dict[str, list[float]]:
    """The seconds of every request, by variant. Each round gives each variant one turn.

    A variant is named, and run as `python -m module name arguments`.
    """
    with ExitStack() as stack:
        turns = {
            name: stack.enter_context(_worker([module, name, *arguments], environment))
            for name, arguments in variants.items()
        }
        for _ in range(WARM_UP):
            for turn in turns.values():
                turn()
        taken: dict[str, list[float]] = {name: [] for name in variants}
        for _ in range(rounds):
            for name, turn in turns.items():
                taken[name] += turn()
    return taken


def fastest_tenth(seconds: list[float]) -> float:
    """The time that only the fastest tenth stayed under: what it costs when nothing disturbs."""
    return quantiles(seconds, n=10)[0]


def serve_turns(turn: Callable[[], list[float]]) -> None:
    """The variant's side: a turn for every line that comes in."""
    for _ in sys.stdin:
        print(json.dumps(turn()), flush=True)


@contextmanager
def _worker(module: list[str], environment: dict[str, str]) -> Iterator[Callable[[], list[float]]]:
    with subprocess.Popen(
        [sys.executable, "-m", *module],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as process:

        def turn() -> list[float]:
            process.stdin.write("go\n")
            return json.loads(process.stdout.readline())

        yield turn
        process.stdin.close()
