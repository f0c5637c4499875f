"""W1, W2: the hub and the comparison of a full case, against the same page of an empty one.

What full and empty mean is written in tests/full_case.py. That both ask the database equally often
is asserted in tests/coaching/test_full_case.py.
"""

import sys

from benchmarks import turns
from benchmarks.row import Rows, row
from benchmarks.visitor import Visitor
from benchmarks.world import Someone, run, world

PAGES = {"W1": "", "W2": "compare/"}
ROUNDS = 12
REQUESTS = 15


def measure() -> Rows:
    with world(people=2) as here:
        empty, full = here.people
        codes = run("benchmarks.weighing", here.environment, "fill", empty.case, full.case).split()
        variants = {
            f"{name} {which}": (one.session, code, page)
            for name, page in PAGES.items()
            for which, one, code in zip(("empty", "full"), (empty, full), codes, strict=True)
        }
        taken = turns.take_turns("benchmarks.weighing", variants, here.environment, rounds=ROUNDS)
    took = {name: turns.fastest_tenth(seconds) for name, seconds in taken.items()}
    return {name: row(took[f"{name} full"] / took[f"{name} empty"], 1.5, 1.2) for name in PAGES}


def _fill(*codes: str) -> None:
    """Give the owner of each of two cases another one, empty and full; print their codes."""
    import django

    django.setup()
    from django.utils import timezone

    from offers.models import Case
    from tests.full_case import empty_case, full_case

    first, second = (Case.objects.get(code=code).owner for code in codes)
    print(empty_case(first).code, full_case(second, timezone.now()).code)


def _serve(someone: Someone, page: str) -> None:
    from config.wsgi import application

    visitor = Visitor(application, someone.session)

    def request() -> float:
        answer = visitor.get(someone.at(page))
        assert answer.status == 200
        return answer.seconds

    turns.serve_turns(lambda: [request() for _ in range(REQUESTS)])


if __name__ == "__main__":
    if len(sys.argv) == 1:
        print(measure())
    elif sys.argv[1] == "fill":
        _fill(*sys.argv[2:])
    else:
        _serve(Someone(session=sys.argv[2], case=sys.argv[3]), sys.argv[4])
