"""Advice beside the questions, from Markdown files that editors change without touching code.

In `templates/guidance/<slug>.md`, the text before the first `## ` heading is the lead, shown under
the page's title; each `## ` heading begins a part that is folded away until somebody opens it.
"""

import re
from dataclasses import dataclass
from functools import cache

import nh3
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

FOLDER = settings.BASE_DIR / "templates" / "guidance"
HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
TAGS = {"a", "blockquote", "br", "em", "li", "ol", "p", "strong", "ul"}
MARKDOWN = MarkdownIt("commonmark", {"html": False})


@dataclass(frozen=True, kw_only=True)
class Fold:
    heading: str
    body: SafeString


@dataclass(frozen=True, kw_only=True)
class Guidance:
    lead: SafeString
    folds: tuple[Fold, ...]


@cache
def guidance_for(slug: str, stage: str = "") -> Guidance:
    """The advice for the page `slug`, for a person at `stage` of their case.

    A file of that stage's own, `<slug>.<stage>.md`, comes before the one all stages share. Both
    names are from our own code and never from a request. Raises FileNotFoundError when nobody
    has written either: a page without guidance is a mistake.
    """
    own = FOLDER / f"{slug}.{stage}.md"
    file = own if own.is_file() else FOLDER / f"{slug}.md"
    return guidance_from(file.read_text(encoding="utf-8"))


def guidance_from(markdown: str) -> Guidance:
    lead, *parts = HEADING.split(markdown)
    return Guidance(
        lead=_safe_html(lead),
        folds=tuple(
            Fold(heading=heading, body=_safe_html(body))
            for heading, body in zip(parts[::2], parts[1::2], strict=True)
        ),
    )


def _safe_html(markdown: str) -> SafeString:
    """Cleaned twice: markdown-it escapes tags and refuses script links, nh3 keeps only TAGS."""
    html = nh3.clean(
        MARKDOWN.render(markdown),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"https", "mailto", "tel"},
        link_rel=None,
    )
    return mark_safe(html.strip())
