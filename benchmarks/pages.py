"""H1, H2, H3: one page of eight questions, asked and saved, beside its peer and its floors.

The page is "Your situation". All variants run in process, on SQLite in a file, warm:

- `ask` and `save`: the page as it is served, fetched and posted;
- `bootstrap`: the very same page drawn by crispy-bootstrap5;
- `hello` and `keep`: a view without middleware that says hello, and one that keeps one row.
"""

import re
import sys
from collections.abc import Callable
from itertools import count

from benchmarks import turns
from benchmarks.row import Rows, row
from benchmarks.visitor import Visitor
from benchmarks.world import Someone, world

VARIANTS = ("ask", "bootstrap", "hello", "save", "keep")
ROUNDS = 12
REQUESTS = 25
YES_OR_NO = ("campus", "agency", "referred", "visa", "signed", "money", "quit_other")
CONTROL = re.compile(rb'<input [^>]*type="(?:radio|checkbox)"')


def measure() -> Rows:
    with world(people=len(VARIANTS)) as here:
        people = dict(zip(VARIANTS, here.people, strict=True))
        variants = {name: (one.session, one.case) for name, one in people.items()}
        taken = turns.take_turns("benchmarks.pages", variants, here.environment, rounds=ROUNDS)
    took = {name: turns.fastest_tenth(seconds) for name, seconds in taken.items()}
    return {
        "H1": row(took["ask"] / took["bootstrap"], 0.50, 0.25),
        "H2": row(took["ask"] / took["hello"], 60, 20),
        "H3": row(took["save"] / took["keep"], 6, 4.5),
    }


def _serve(variant: str, someone: Someone) -> None:
    import django
    from django.conf import settings

    if variant == "bootstrap":
        settings.INSTALLED_APPS = [*settings.INSTALLED_APPS, "crispy_bootstrap5"]
        settings.CRISPY_ALLOWED_TEMPLATE_PACKS = settings.CRISPY_TEMPLATE_PACK = "bootstrap5"
    django.setup()
    if variant == "bootstrap":
        from benchmarks import bootstrap

        bootstrap.dress()

    if variant in ("hello", "keep"):
        settings.MIDDLEWARE = []
        settings.ROOT_URLCONF = "benchmarks.bare"

    from config.wsgi import application

    request = REQUEST[variant](Visitor(application, someone.session), someone)
    turns.serve_turns(lambda: [request() for _ in range(REQUESTS)])


def ask(visitor: Visitor, someone: Someone) -> Callable[[], float]:
    def request() -> float:
        answer = visitor.get(someone.at("situation/"))
        assert answer.status == 200
        assert len(CONTROL.findall(answer.body)) == 25, "a question is missing"
        return answer.seconds

    return request


def save(visitor: Visitor, someone: Someone) -> Callable[[], float]:
    versions = count()

    def request() -> float:
        version = next(versions)
        answers = dict.fromkeys(YES_OR_NO, ("yes", "no")[version % 2])
        fields = {"version": str(version), "school": "student", **answers}
        answer = visitor.post(someone.at("situation/"), fields)
        assert answer.status == 302
        return answer.seconds

    return request


def hello(visitor: Visitor, someone: Someone) -> Callable[[], float]:
    return lambda: visitor.get("/hello/").seconds


def keep(visitor: Visitor, someone: Someone) -> Callable[[], float]:
    from offers.models import Case

    path = f"/keep/{Case.objects.get(code=someone.case).pk}/"

    def request() -> float:
        answer = visitor.post(path, {})
        assert answer.status == 302
        return answer.seconds

    return request


REQUEST = {"ask": ask, "bootstrap": ask, "hello": hello, "save": save, "keep": keep}

if __name__ == "__main__":
    if len(sys.argv) == 1:
        print(measure())
    else:
        _serve(sys.argv[1], Someone(session=sys.argv[2], case=sys.argv[3]))
