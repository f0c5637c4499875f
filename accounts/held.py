"""What somebody typed is kept when their session has ended, and handed back once.

Kept on the server in the browser's new session, never in a cookie; bounded; never a password.
"""

import time
from datetime import timedelta

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from .models import User

KEY = "held"
KEPT = timedelta(days=1)
MOST_PAGES = 20
MOST_FIELDS = 60
MOST_BYTES = 40_000
MOST_IN_ALL = 300_000  # signs, as they are written into the session
WRITTEN = 12
# What the page added by itself: the token, and the button that was pressed.
NOT_TYPED = {"csrfmiddlewaretoken", "go", "later", "next", "action"}
# What it sent along with the words.
SENT_ALONG = {"version", "token"}


def hold(request: HttpRequest) -> bool:
    """Keep the typed words under their path. False if there are none, or too many."""
    words = typed(request)
    if not words or len(words) > MOST_FIELDS or _size(words) > MOST_BYTES:
        return False
    user = request.user
    entry = {
        "words": words.urlencode(),
        "at": time.time(),
        "owner": user.pk if user.is_authenticated else None,
    }
    others = [(path, old) for path, old in _pages(request).items() if path != request.path]
    request.session[KEY] = dict(_newest([*others, (request.path, entry)]))
    if not user.is_authenticated:
        request.session.set_expiry(KEPT)
    return True


def typed(request: HttpRequest) -> QueryDict:
    """The posted fields that may be shown again: no password, and nothing of an account page."""
    words = QueryDict(mutable=True)
    if request.path.startswith(reverse("accounts:home")):
        return words
    for name, values in request.POST.lists():
        if name not in NOT_TYPED and "password" not in name.lower():
            words.setlist(name, values)
    return words


def written(request: HttpRequest) -> list[str]:
    """The posted words that a person would miss: no radio's value, and no number."""
    sent = (values for name, values in typed(request).lists() if name not in SENT_ALONG)
    posted = (text for values in sent for text in values)
    return [text for text in posted if " " in text.strip() or len(text) >= WRITTEN]


def held_at(request: HttpRequest, path: str) -> QueryDict | None:
    """The words once typed at this path, to be looked at; they stay. None as with `take_held`."""
    entry = _pages(request).get(path)
    return QueryDict(entry["words"]) if entry and not _is_old(entry) else None


def take_held(request: HttpRequest, path: str) -> QueryDict | None:
    """The words once typed at this path, to fill the form again; they are forgotten here.

    None when nothing is kept, or after a day.
    """
    pages = _pages(request)
    entry = pages.pop(path, None)
    if entry is None:
        return None
    request.session[KEY] = pages
    return None if _is_old(entry) else QueryDict(entry["words"])


def carry(pages: dict[str, dict], request: HttpRequest, before: User | None) -> None:
    """After signing in, keep what this person typed before; leave what another account typed."""
    mine = (None, before.pk if before else None, request.user.pk)
    request.session[KEY] = {
        path: {**entry, "owner": request.user.pk}
        for path, entry in pages.items()
        if entry["owner"] in mine
    }


def _is_old(entry: dict) -> bool:
    return bool(time.time() - entry["at"] > KEPT.total_seconds())


def _newest(pages: list[tuple[str, dict]]) -> list[tuple[str, dict]]:
    """As many of the newest pages as there is room for; never fewer than one."""
    kept = pages[-MOST_PAGES:]
    while len(kept) > 1 and sum(len(entry["words"]) for _, entry in kept) > MOST_IN_ALL:
        kept = kept[1:]
    return kept


def _pages(request: HttpRequest) -> dict[str, dict]:
    return dict(request.session.get(KEY, {}))


def _size(words: QueryDict) -> int:
    return sum(len(text.encode()) for values in dict(words.lists()).values() for text in values)
