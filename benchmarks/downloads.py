"""L3: a stored letter is handed over, against bare bytes behind the same middleware.

Both go through every middleware and ask the session who is there, as whatever is private must; both
send as many bytes. The letter also finds its case, asks its gate and reads its bytes.
"""

import sys

from benchmarks import turns
from benchmarks.row import Rows, row
from benchmarks.visitor import Visitor
from benchmarks.world import run, world

ROUNDS = 12
REQUESTS = 25


def measure() -> Rows:
    with world() as here:
        (someone,) = here.people
        case, letter = run("benchmarks.downloads", here.environment, "fill", someone.case).split()
        paths = {
            "stored": f"/c/{case}/tell/letters/{letter}/versions/1/letter.pdf",
            "bare": "/bytes/",
        }
        variants = {name: (someone.session, path) for name, path in paths.items()}
        taken = turns.take_turns("benchmarks.downloads", variants, here.environment, rounds=ROUNDS)
    took = {name: turns.fastest_tenth(seconds) for name, seconds in taken.items()}
    return {"L3": row(took["stored"] / took["bare"], 2, 1.5)}


def _fill(code: str) -> None:
    """Let their owner decide, and make one letter; print the case and the letter."""
    import django

    django.setup()
    from benchmarks.bare import SIZE
    from coaching.models import Letter, LetterVersion
    from offers.models import Case
    from tests.coaching.leaving import dana, leaving, told

    case = leaving(Case.objects.get(code=code).owner)
    told(dana(case), "spoke")
    letter = Letter.objects.create(case=case, contact=dana(case))
    LetterVersion.objects.create(
        letter=letter, number=1, paper="letter", pdf=bytes(SIZE), made_at=case.created_at
    )
    print(case.code, letter.pk)


def _serve(variant: str, session: str, path: str) -> None:
    import django
    from django.conf import settings

    django.setup()
    if variant == "bare":
        settings.ROOT_URLCONF = "benchmarks.bare"
    from benchmarks.bare import SIZE
    from config.wsgi import application

    visitor = Visitor(application, session)

    def request() -> float:
        answer = visitor.get(path)
        assert (answer.status, len(answer.body)) == (200, SIZE)
        return answer.seconds

    turns.serve_turns(lambda: [request() for _ in range(REQUESTS)])


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            print(measure())
        case ["fill", code]:
            _fill(code)
        case [variant, session, path]:
            _serve(variant, session, path)
