"""Who opened what, as the person reads it: one line for a page that was opened often on one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from coaching.models import StaffView


@dataclass(frozen=True, kw_only=True)
class Look:
    """Somebody opened this page so many times on one day."""

    name: str
    page: str
    first: datetime
    last: datetime
    times: int


def looks_of(views: Iterable[StaffView], zone: tzinfo) -> list[Look]:
    """The views, which come newest first, by day in `zone`, by name and by page."""
    found: dict[tuple[object, ...], list[datetime]] = {}
    for view in views:
        day = view.at.astimezone(zone).date()
        found.setdefault((day, view.name, view.page), []).append(view.at)
    return [
        Look(name=str(name), page=str(page), first=at[-1], last=at[0], times=len(at))
        for (_, name, page), at in found.items()
    ]
