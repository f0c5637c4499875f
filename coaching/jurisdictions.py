"""What the law of a place generally is, from cards that editors change without touching code.

`templates/jurisdictions/<slug>.md` begins with lines of `Name: value` up to an empty line: Place,
Order, Source, Link, Last checked (a day), Reviewer (a name and what they are, or none). Guidance in
Markdown follows. A card names its source and its day, and says by itself when it has grown old.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from django.conf import settings

from offers.regions import CANADA, UNITED_STATES

from .guidance import Guidance, guidance_from

FOLDER = settings.BASE_DIR / "templates" / "jurisdictions"
FRESH_FOR = timedelta(days=365)
NAMES = {"Place", "Order", "Source", "Link", "Last checked", "Reviewer"}
NOBODY = "none"
# The card to begin with where a time zone lies. The first one that fits.
NEAR = {
    "united-states": UNITED_STATES,
    "united-kingdom": ("Europe/London", "Europe/Belfast", "GB"),
    "canada-ontario": CANADA,
    "germany": ("Europe/Berlin", "Europe/Busingen"),
    "india": ("Asia/Kolkata", "Asia/Calcutta"),
    "japan": ("Asia/Tokyo", "Japan"),
}
ELSEWHERE = "somewhere-else"


@dataclass(frozen=True, kw_only=True)
class Card:
    """One place. `last_checked` is the day its words were last held against what is published."""

    slug: str
    place: str
    order: int
    source: str
    link: str
    last_checked: date
    reviewer: str
    guidance: Guidance

    @property
    def is_reviewed(self) -> bool:
        """A lawyer has read it."""
        return self.reviewer != NOBODY

    def may_be_out_of_date(self, today: date) -> bool:
        """More than a year has gone by since somebody checked."""
        return today - self.last_checked > FRESH_FOR


def card_from(slug: str, text: str) -> Card:
    """Raises ValueError when a front line is missing, unknown or not what it is to be."""
    front, _, body = text.partition("\n\n")
    lines = dict(_name_and_value(line) for line in front.splitlines())
    if lines.keys() != NAMES:
        raise ValueError(f"{slug}: front lines are {sorted(lines)}, not {sorted(NAMES)}")
    if not lines["Link"].startswith("https://"):
        raise ValueError(f"{slug}: the link is no https address")
    return Card(
        slug=slug,
        place=lines["Place"],
        order=int(lines["Order"]),
        source=lines["Source"],
        link=lines["Link"],
        last_checked=date.fromisoformat(lines["Last checked"]),
        reviewer=lines["Reviewer"],
        guidance=guidance_from(body),
    )


@cache
def all_cards() -> dict[str, Card]:
    """Every card by its slug, in their order on the page."""
    cards = [card_from(file.stem, file.read_text(encoding="utf-8")) for file in FOLDER.glob("*.md")]
    return {card.slug: card for card in sorted(cards, key=lambda card: card.order)}


def card_near(zone: str) -> Card:
    """The card of the place where an IANA `zone` lies, or the one for anywhere else.

    A first guess: the person may work elsewhere, and every card is one link away.
    """
    slug = next((slug for slug, zones in NEAR.items() if zone.startswith(zones)), ELSEWHERE)
    return all_cards()[slug]


def _name_and_value(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.strip(), value.strip()
