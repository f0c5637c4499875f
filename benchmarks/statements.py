"""H5: how often the page of eight questions asks the database, to be shown and to be saved.

Every other page is held to its number by tests/coaching/test_statements.py.
"""

import sys

from benchmarks.row import Rows, row
from benchmarks.world import Someone, run, world


def measure() -> Rows:
    with world() as here:
        ana = here.people[0]
        counted = run("benchmarks.statements", here.environment, ana.session, ana.case)
    asked, saved = (int(count) for count in counted.split())
    return {"H5 GET": row(asked, 4, 2), "H5 POST": row(saved, 6, 3)}


def _count(someone: Someone) -> None:
    from benchmarks.pages import ask, save
    from benchmarks.visitor import Visitor
    from config.wsgi import application
    from tests.statements import statements

    visitor = Visitor(application, someone.session)
    for request in (ask(visitor, someone), save(visitor, someone)):
        request()  # the first POST of a guest also moves the end of their session
        asked, _ = statements(request)
        print(len(asked))


if __name__ == "__main__":
    if len(sys.argv) == 1:
        print(measure())
    else:
        _count(Someone(session=sys.argv[1], case=sys.argv[2]))
