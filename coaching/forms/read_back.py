"""What a page asked, and what was answered: its form read as words instead of drawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.forms import BoundField, ChoiceField

from coaching.journey.facts import Facts
from look.dates import clock, full_day, full_moment
from look.forms import House
from look.layout import Group, Pair, Part, Picks, named

from .base import Page

Parts = Iterable[str | Part]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One question, as it was asked, and what was answered."""

    question: str
    words: str


def read_back(form: Page, facts: Facts) -> Iterator[Answer]:
    """Every question that has an answer, in the order of the page."""
    assert isinstance(form, House)
    headings = dict(_headings(form.layout))
    hidden = set(_not_asked(form, form.layout))
    scales = {part.name for part in form.layout if isinstance(part, Picks) and part.scale}
    for name in form.page_order:
        bound = form[name]
        if bound.is_hidden or name in hidden:
            continue
        words = _on_a_scale(bound) if name in scales else in_words(bound, facts)
        if words:
            heading = headings.get(name, "")
            label = str(bound.label)
            yield Answer(question=f"{heading}: {label}" if heading else label, words=words)


def _headings(layout: Parts) -> Iterator[tuple[str, str]]:
    """Each question that stands under a heading within its page, and that heading."""
    for part in layout:
        if isinstance(part, Group):
            yield from ((name, part.heading) for name in part.names)


def _not_asked(form: House, layout: Parts) -> Iterator[str]:
    """Questions beneath a choice that was not made: on the page they do not show, either."""
    for part in layout:
        if isinstance(part, Picks) and part.name in form.fields:
            chosen = _chosen(form[part.name])
            for value, parts in part.reveal.items():
                if value in chosen:
                    yield from _not_asked(form, parts)
                else:
                    yield from named(parts)
        elif isinstance(part, Pair):
            yield from _not_asked(form, part.parts)


def in_words(bound: BoundField, facts: Facts) -> str:
    """What a question holds, as somebody reads it; empty while it is open."""
    if isinstance(bound.field, ChoiceField):
        return "\n".join(_labels(bound))
    value = bound.initial
    if value is True:
        return "Yes"
    if isinstance(value, datetime):
        return full_moment(value, facts.case.zone)
    if isinstance(value, date):
        return full_day(value)
    if isinstance(value, time):
        return clock(value)
    shown = bound.value()
    return "" if shown in (None, False, "") else str(shown)


def _on_a_scale(bound: BoundField) -> str:
    """ "2 of 5", where the ends alone have words."""
    label = next(_labels(bound), "")
    return f"{label} of {len(list(_choices(bound)))}" if label.isdecimal() else label


def _labels(bound: BoundField) -> Iterator[str]:
    """The words of each choice that was made."""
    chosen = _chosen(bound)
    for value, label in _choices(bound):
        if str(value) in chosen and value not in ("", None):
            yield str(label)


def _chosen(bound: BoundField) -> set[str]:
    value = bound.value()
    several = value if isinstance(value, list | tuple | set) else [value]
    return {str(getattr(one, "value", one)) for one in several}


def _choices(bound: BoundField) -> Iterator[tuple[Any, Any]]:
    """What can be chosen, without the headings that some stand under."""
    field: Any = bound.field
    for value, label in field.choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield value, label
