"""Layout objects for crispy: how the questions of a form stand to each other.

A form names them in ``layout``, mixed with plain field names. Each one draws itself through
:mod:`look.markup`, and skips a field that this form does not have.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from django.forms import BaseForm
from django.utils.safestring import SafeString

from look import markup


class Part(Protocol):
    """What a layout object can do: say which fields it draws, and draw them."""

    names: tuple[str, ...]

    def render(
        self, form: BaseForm, context: Any = None, template_pack: str = "", **kwargs: Any
    ) -> str: ...


class Picks:
    """Radios or checkboxes, some of which reveal more questions when chosen.

    ``reveal`` maps a choice's value to the field names (or parts) shown beneath it.
    """

    def __init__(
        self,
        name: str,
        *,
        reveal: Mapping[Any, Iterable[str | Part]] | None = None,
        scale: bool = False,
    ) -> None:
        self.name = name
        self.scale = scale
        self.reveal = {str(value): tuple(parts) for value, parts in (reveal or {}).items()}
        self.names = (name, *named(part for parts in self.reveal.values() for part in parts))

    def render(
        self, form: BaseForm, context: Any = None, template_pack: str = "", **kwargs: Any
    ) -> str:
        if self.name not in form.fields:
            return ""
        beneath = {value: draw(form, parts) for value, parts in self.reveal.items()}
        shown = {value: drawn for value, drawn in beneath.items() if drawn}
        return markup.question(form[self.name], scale=self.scale, reveal=shown)


class Scale(Picks):
    """Radios in a row, from one end to the other."""

    def __init__(self, name: str) -> None:
        super().__init__(name, scale=True)


class Pair:
    """Short questions side by side where there is room."""

    def __init__(self, *parts: str | Part) -> None:
        self.parts = parts
        self.names = tuple(named(parts))

    def render(
        self, form: BaseForm, context: Any = None, template_pack: str = "", **kwargs: Any
    ) -> str:
        drawn = draw(form, self.parts)
        return markup.pair(drawn) if drawn else ""


class Group(Pair):
    """Questions about one person or thing, under a heading of their own."""

    def __init__(self, heading: str, *parts: str | Part) -> None:
        super().__init__(*parts)
        self.heading = heading

    def render(
        self, form: BaseForm, context: Any = None, template_pack: str = "", **kwargs: Any
    ) -> str:
        drawn = draw(form, self.parts)
        return markup.group(self.heading, drawn) if drawn else ""


class WholeForm:
    """What ``{% crispy form %}`` draws inside the form tag: the questions, then the buttons."""

    fields = ("questions", "buttons")  # crispy takes a layout of no fields for no layout

    def render(
        self, form: BaseForm, context: Any = None, template_pack: str = "", **kwargs: Any
    ) -> SafeString:
        return questions(form) + markup.actions(getattr(form, "buttons", ()))


def questions(form: BaseForm) -> SafeString:
    """Every question of a form: those its ``layout`` names, then the rest in the form's order.

    So a field added while the form was made, or forgotten in the layout, is still asked.
    """
    parts: tuple[str | Part, ...] = getattr(form, "layout", ())
    return draw(form, (*parts, *unplaced(form)))


def unplaced(form: BaseForm) -> list[str]:
    """The fields that the form's layout does not name."""
    placed = set(named(getattr(form, "layout", ())))
    return [name for name in form.fields if name not in placed]


def draw(form: BaseForm, parts: Iterable[str | Part]) -> SafeString:
    """These parts one after the other."""
    return SafeString("".join(_drawn(form, parts)))


def _drawn(form: BaseForm, parts: Iterable[str | Part]) -> Iterator[str]:
    for part in parts:
        if not isinstance(part, str):
            yield part.render(form)
        elif part in form.fields:
            yield markup.question(form[part])


def named(parts: Iterable[str | Part]) -> Iterator[str]:
    """The names of the fields in these parts."""
    for part in parts:
        if isinstance(part, str):
            yield part
        else:
            yield from part.names
