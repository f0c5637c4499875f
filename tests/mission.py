"""Which lines of docs/mission.md no test shows: `python -m tests.mission` (`make mission`).

Fails when a line of the core has no test, or when a test names a line that does not exist.
"""

import io
import re
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

MISSION = Path(__file__).resolve().parent.parent / "docs" / "mission.md"


def lines(text: str) -> dict[str, str]:
    """Each line's id and words, in order."""
    return dict(re.findall(r"^- (S\d-\d+): (.+)$", text, re.MULTILINE))


def core(text: str) -> list[str]:
    """The ids after "Core:", where S1-1…S1-3 stands for three."""
    (listed,) = re.findall(r"^Core: (.+)$", text, re.MULTILINE)
    return [line for part in listed.split(", ") for line in _spread(part)]


def _spread(part: str) -> list[str]:
    first, _, last = part.partition("…")
    article, _, start = first.partition("-")
    end = (last or first).partition("-")[2]
    return [f"{article}-{number}" for number in range(int(start), int(end) + 1)]


class Marks:
    """A pytest plugin that gathers what the tests say they show."""

    def __init__(self) -> None:
        self.shown: dict[str, int] = {}

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        for item in session.items:
            for mark in item.iter_markers("mission"):
                for line in mark.args:
                    self.shown[line] = self.shown.get(line, 0) + 1


def main() -> int:
    text = MISSION.read_text()
    wanted, marks = lines(text), Marks()
    quiet = ["--collect-only", "-q", "-p", "no:cacheprovider"]
    with redirect_stdout(io.StringIO()) as said:
        outcome = pytest.main(quiet, plugins=[marks])
    if outcome != pytest.ExitCode.OK:
        print(said.getvalue())
        return 1

    unshown = [line for line in wanted if line not in marks.shown]
    for line in unshown:
        print(f"{line:6} {wanted[line]}")
    print(f"{len(wanted) - len(unshown)} of {len(wanted)} lines are shown by tests.")

    lacking = [line for line in core(text) if line in unshown]
    if lacking:
        print(f"Of the core, no test shows {', '.join(lacking)}.")
    unknown = sorted(set(marks.shown) - set(wanted))
    if unknown:
        print(f"Tests name lines that docs/mission.md does not have: {', '.join(unknown)}.")
    return 1 if lacking or unknown else 0


if __name__ == "__main__":
    sys.exit(main())
