"""`make bench`: measure every row, print the table, and write benchmarks/results.json.

`python -m benchmarks pages weight` measures only these and leaves the other rows as they were. Each
number is a ratio within one run, a count, or kB; lower is better. What was gained where:
docs/decisions/0003-fast-pages.md.
"""

import json
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.row import Rows

RESULTS = Path(__file__).with_name("results.json")
MODULES = (
    "pages",
    "concurrency",
    "statements",
    "weighing",
    "letters",
    "downloads",
    "many_letters",
    "roster",
    "queue",
    "weight",
    "suite",
)
WHAT = {
    "H1": "a page of 8 questions, against crispy-bootstrap5",
    "H2": "the same, against a bare view",
    "H3": "saving it, against one insert, both durable",
    "H4 errors": "32 people saving at once on SQLite: saves lost",
    "H4 p99/p50": "the same: the slowest against the usual",
    "H5 GET": "statements to show the page",
    "H5 POST": "statements to save it",
    "W1": "the hub of a full case, against that of an empty one",
    "W2": "the comparison of a full case, against an empty one",
    "L1": "a letter, against plain WeasyPrint",
    "L2": "a letter, against a warm Chromium",
    "L3": "a stored letter, against bare bytes",
    "L4 pool": "a naive pool's letters a second, against ours",
    "L4 growth": "MiB that a press grows by in 500 letters",
    "L5": "the first letter of a worker, against later ones",
    "Q3": "a list of 50,000 students, against a raw bulk load",
    "Q1 SQLite": "the staff queue of a million cases, against ten thousand",
    "Q1 PostgreSQL": "the same, on PostgreSQL",
    "F1": "kB of the heaviest page: HTML, CSS, JS, brotli",
    "P1": "the suite on PostgreSQL, against SQLite",
}


def main(modules: list[str]) -> None:
    rows: Rows = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    for module in modules or MODULES:
        print(f"Measuring {module} …", file=sys.stderr)
        rows |= import_module(f"benchmarks.{module}").measure()
        rows = {name: rows[name] for name in WHAT if name in rows}
        RESULTS.write_text(json.dumps(rows, indent=2) + "\n")
    print(table(rows))


def table(rows: Rows) -> str:
    lines = [f"{'row':10}  {'what':52}  {'ratio':>7}  {'target':>6}  {'moonshot':>8}  met"]
    for name, found in rows.items():
        ratio, target, moonshot = found["ratio"], found["target"], found["moonshot"]
        met = "moonshot" if ratio <= moonshot else "yes" if ratio <= target else "no"
        lines.append(f"{name:10}  {WHAT[name]:52}  {ratio:7.2f}  {target:6g}  {moonshot:8g}  {met}")
    return "\n".join(lines)


if __name__ == "__main__":
    main(sys.argv[1:])
