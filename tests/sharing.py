"""How the workers of `pytest -n 2` share the tests: one by one, each taking the next as it is free.

Whoever reads the whole site does so in one worker, first of all: it takes most of a minute to
fetch. (`xdist_group` says nothing to pytest 9.2 with xdist 3.8: the group never reaches the
scheduler.)
"""

from functools import cache
from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).resolve().parents[1]


class Sharing(LoadScopeScheduling):
    """Tests of one scope stay together; the scope with most tests begins."""

    def _split_scope(self, nodeid: str) -> str:
        return "site" if reads_the_site(nodeid.partition("::")[0]) else nodeid


@cache
def reads_the_site(path: str) -> bool:
    """Whether the tests of this file are about the pages that tests.house.conftest fetches."""
    return "from tests.house.conftest import" in (ROOT / path).read_text()
