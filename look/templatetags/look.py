"""What templates ask of the house look: ``{% load look %}``."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.forms import BaseForm, BoundField
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from look import calling, dates, layout, markup

register = template.Library()

ALWAYS = "Only you, always"
UNTIL_SHARED = "Only you can see this"


class Once(template.Node):
    def __init__(self, inside: template.NodeList) -> None:
        self.inside = inside
        self.written = mark_safe("")

    def render(self, context: template.Context) -> SafeString:
        if not self.written:
            self.written = self.inside.render(context.new())
        return self.written


@register.tag
def once(parser: template.base.Parser, token: template.base.Token) -> Once:
    """Write what is inside for the first page, and keep it for all that follow.

    Inside there is neither a person nor a case: what is kept is the same for everyone.
    """
    inside = parser.parse(("endonce",))
    parser.delete_first_token()
    return Once(inside)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A drawing from the sprite in ``look/icons.html``, hidden from screen readers."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="#i-{}"/></svg>', name)


@register.simple_tag(takes_context=True)
def privacy(
    context: template.Context, mark: str, readers: Mapping[str, str] | None = None
) -> SafeString:
    """Who can see this page: N is the person alone for ever, O and B until they share.

    `readers`, else those in the context, say in words who else reads it, by mark.
    """
    known = readers if readers is not None else context.get("readers") or {}
    if mark in known:
        return format_html('<span class="tag">{}{}</span>', icon("eye"), known[mark])
    words = ALWAYS if mark == "N" else UNTIL_SHARED
    return format_html('<span class="tag tag--private">{}{}</span>', icon("lock"), words)


@register.simple_tag(takes_context=True)
def nav_link(context: template.Context, name: str, words: str) -> SafeString:
    """A link of the header, marked when the person is on that very page."""
    url = reverse(name)
    request = context.get("request")
    current = request is not None and request.path == url
    here = mark_safe(' aria-current="page"') if current else ""
    return format_html('<a href="{}"{}>{}</a>', url, here, words)


@register.simple_tag
def questions(form: BaseForm) -> SafeString:
    """The questions of a form; already drawn where ``{% crispy %}`` has done so."""
    return getattr(form, "form_html", None) or layout.questions(form)


@register.simple_tag
def question(field: BoundField) -> SafeString:
    return markup.question(field)


@register.simple_tag
def problems(*forms: Any) -> SafeString:
    """The summary of what is wrong in these forms and formsets; those not there are skipped."""
    return markup.problems(*(form for form in forms if form))


@register.filter
def moment(value: dt.datetime | None, zone: ZoneInfo | str) -> str:
    return dates.moment(value, zone, _today(zone)) if value else ""


@register.filter
def full_moment(value: dt.datetime | None, zone: ZoneInfo | str) -> str:
    return dates.full_moment(value, zone) if value else ""


@register.filter
def brief(value: dt.datetime | None, zone: ZoneInfo | str) -> str:
    return dates.brief(value, zone, _today(zone)) if value else ""


def _today(zone: ZoneInfo | str) -> dt.date:
    return timezone.localdate(timezone=ZoneInfo(zone) if isinstance(zone, str) else zone)


@register.filter
def clock(value: dt.datetime | dt.time | None, zone: ZoneInfo | str = "") -> str:
    return dates.clock(value, zone) if value else ""


@register.filter
def day(value: dt.date | None, today: dt.date | None = None) -> str:
    """With its year when that is not the year of ``today``, which a page of a case can give."""
    return dates.day(value, today or timezone.localdate()) if value else ""


@register.filter
def with_numbers(words: str) -> SafeString:
    """A line that somebody typed, with its phone numbers to press."""
    return calling.with_numbers(words)
