"""Short guides for anybody, from Markdown files that editors change without touching code.

`templates/guides/<slug>.md` begins with `Title:` and `Order:`, then an empty line, then a lead and
its parts. A figure in a guide names its source and its date.
"""

from dataclasses import dataclass
from functools import cache

from django.conf import settings

from .guidance import Guidance, guidance_from

FOLDER = settings.BASE_DIR / "templates" / "guides"
NAMES = {"Title", "Order"}


@dataclass(frozen=True, kw_only=True)
class Guide:
    slug: str
    title: str
    order: int
    guidance: Guidance


def guide_from(slug: str, text: str) -> Guide:
    """Raises ValueError when a front line is missing, unknown or not what it is to be."""
    front, _, body = text.partition("\n\n")
    lines = {name.strip(): value.strip() for name, _, value in map(_parted, front.splitlines())}
    if lines.keys() != NAMES:
        raise ValueError(f"{slug}: front lines are {sorted(lines)}, not {sorted(NAMES)}")
    return Guide(
        slug=slug,
        title=lines["Title"],
        order=int(lines["Order"]),
        guidance=guidance_from(body),
    )


@cache
def all_guides() -> dict[str, Guide]:
    """Every guide by its slug, in the order in which they are best read."""
    files = FOLDER.glob("*.md")
    guides = [guide_from(file.stem, file.read_text(encoding="utf-8")) for file in files]
    return {guide.slug: guide for guide in sorted(guides, key=lambda guide: guide.order)}


def _parted(line: str) -> tuple[str, str, str]:
    return line.partition(":")
