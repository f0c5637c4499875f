"""F1: what a page weighs for somebody who was never here: its HTML, style sheets and scripts.

Every page that the app has is fetched as its reader sees it, and compressed as whitenoise does it
(brotli 11). The heaviest one is the result, in kB (1,000 bytes).
"""

import re
import sys
from collections.abc import Iterator

from benchmarks.row import Rows, row
from benchmarks.world import run, world

FILES = re.compile(r'<(?:link rel="stylesheet" href|script src)="/static/([^"]+)"')
OUTSIDE = ("/account/", "/account/login/", "/account/join/")


def measure() -> Rows:
    with world() as here:
        heaviest = float(run("benchmarks.weight", here.environment, "weigh").split()[-1])
    return {"F1": row(heaviest, 14, 8)}


def _weigh() -> None:
    """Print each page and its weight, the heaviest last."""
    weights = {path: _compressed(html) / 1000 for path, html in _pages()}
    for path, weight in sorted(weights.items(), key=lambda item: item[1]):
        print(f"{path:60} {weight:.2f}")


def _pages() -> Iterator[tuple[str, str]]:
    """The address and HTML of every page, to a visitor and to somebody with a full case."""
    from django.test import Client

    from tests.coaching.every_page import ADDRESSES, full_case
    from tests.factories import person

    visitor, ana = Client(SERVER_NAME="localhost"), Client(SERVER_NAME="localhost")
    owner = person("ana")
    ana.force_login(owner)
    cases = [full_case(owner, leaving=leaving) for leaving in (False, True)]
    for full in cases:
        addresses = {address for name in ADDRESSES for address in full.addresses(name)}
        for path in sorted(addresses) + list(OUTSIDE):
            for reader in (visitor, ana):
                page = reader.get(path)
                if page.status_code == 200 and "html" in page["Content-Type"]:
                    yield path, page.content.decode()


def _compressed(html: str) -> int:
    from brotli import compress
    from django.conf import settings

    files = [(settings.STATIC_ROOT / name).read_bytes() for name in FILES.findall(html)]
    return sum(len(compress(part, quality=11)) for part in (html.encode(), *files))


if __name__ == "__main__":
    if len(sys.argv) == 1:
        print(measure())
    else:
        import django

        django.setup()
        _weigh()
