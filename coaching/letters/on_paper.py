"""From a template to the HTML of a page on paper: what was typed is clean, bounded text in it."""

from dataclasses import fields, is_dataclass
from typing import Any

from django.template.loader import render_to_string

from .paper import clean, with_breaks


def on_paper(template: str, **context: Any) -> str:
    """Render templates/papers/<template>. It shows text, lists and dataclasses of text only."""
    return render_to_string(f"papers/{template}", {name: fit(context[name]) for name in context})


def fit(value: Any) -> Any:
    """The same value, each text in it as the press can take it. Other objects are left out."""
    if isinstance(value, str):
        return with_breaks(clean(value))
    if isinstance(value, (list, tuple)):
        return [fit(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: fit(getattr(value, one.name)) for one in fields(value)}
    return value if value is None or isinstance(value, (bool, int)) else ""
