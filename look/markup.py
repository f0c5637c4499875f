"""The one place where the markup of forms is written.

Plain functions over bound fields. Every value is escaped where it enters the string, and none
is ever read as a template. A widget says by its ``template_name`` what it is; a widget not known
here draws itself.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from django.forms import BaseForm, BoundField, Field
from django.forms.formsets import BaseFormSet
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

ALERT = '<svg class="icon" aria-hidden="true"><use href="#i-alert"/></svg>'
OPTIONAL = ' <span class="opt">(optional)</span>'

# Written elsewhere or not at all: with the limits, browsers would cut what a person pastes, or
# stop a form before the server can explain.
NOT_COPIED = frozenset({"id", "class", "required", "maxlength", "minlength", "cols"})

HIDDEN = "django/forms/widgets/hidden.html"
CHECKBOX = "django/forms/widgets/checkbox.html"
PICKS = {
    "django/forms/widgets/radio.html": "radio",
    "django/forms/widgets/checkbox_select.html": "checkbox",
}


class Asked(NamedTuple):
    """What is written about one field more than once.

    ``name`` and ``id`` are escaped. ``error`` is the first one: a person mends one at a time, and
    reads the same words in the summary and beside the field.
    """

    bound: BoundField
    field: Field
    widget: Any  # each kind of widget has attributes of its own
    name: str
    id: str
    error: str


def question(
    bound: BoundField, *, scale: bool = False, reveal: Mapping[str, str] | None = None
) -> SafeString:
    """One field with its label, help and error.

    ``scale`` lays radios in a row; ``reveal`` maps a choice's value to markup shown beneath that
    choice, and must be safe already (it comes from this module).
    """
    asked = _asked(bound)
    kind = asked.widget.template_name
    if kind == HIDDEN:
        return SafeString(_hidden(asked))
    if asked.widget.is_hidden:
        return SafeString(bound.as_widget())
    if kind in PICKS:
        return SafeString(_group(asked, _picks(asked, PICKS[kind], reveal or {}), scale=scale))
    if kind == CHECKBOX:
        return SafeString(_single_checkbox(asked))
    if kind in WRITERS:
        return SafeString(_labelled(asked, WRITERS[kind](asked)))
    wrap = _group if asked.widget.use_fieldset else _labelled
    return SafeString(wrap(asked, bound.as_widget()))


def pair(questions: str) -> SafeString:
    """Questions side by side where there is room. They must be safe already."""
    return SafeString(f'<div class="pair">{questions}</div>')


def group(heading: str, questions: str) -> SafeString:
    """Questions about one thing, under its own heading. They must be safe already."""
    legend = html.escape(heading)
    return SafeString(f'<fieldset class="about"><legend>{legend}</legend>{questions}</fieldset>')


def actions(buttons: Iterable[tuple[str, str, str]]) -> SafeString:
    """The buttons under a form, each as name, words and classes."""
    written = "".join(
        f'<button type="submit" name="{html.escape(name)}" value="1"'
        f' class="{html.escape(classes)}">{_text(words)}</button>'
        for name, words, classes in buttons
    )
    return SafeString(f'<div class="actions">{written}</div>' if written else "")


def problems(*forms: BaseForm | BaseFormSet[Any]) -> SafeString:
    """The summary of what is wrong in these forms, each linked to its field; "" without any."""
    items = "".join(_problems(forms))
    if not items:
        return SafeString("")
    return SafeString(
        '<div class="problem" role="alert" aria-labelledby="problem-h" tabindex="-1" '
        'id="problem" autofocus><h2 id="problem-h">There is a problem</h2>'
        f"<ul>{items}</ul></div>"
    )


def _problems(forms: Iterable[BaseForm | BaseFormSet[Any]]) -> Iterator[str]:
    for form in forms:
        if isinstance(form, BaseFormSet):
            yield from (f"<li>{_text(error)}</li>" for error in form.non_form_errors())
            yield from _problems(form.forms)
        elif form.errors:
            yield from (f"<li>{_text(error)}</li>" for error in form.non_field_errors())
            asked = (_asked(form[name]) for name in getattr(form, "page_order", form.fields))
            yield from (_problem(one) for one in asked if one.error)


def _problem(asked: Asked) -> str:
    if asked.widget.is_hidden:
        return f"<li>{_text(asked.error)}</li>"
    first = "_0" if asked.widget.template_name in PICKS else ""
    return f'<li><a href="#{asked.id}{first}">{_text(asked.error)}</a></li>'


def _asked(bound: BoundField) -> Asked:
    field = bound.field
    errors = bound.form.errors.get(bound.name)
    return Asked(
        bound=bound,
        field=field,
        widget=field.widget,
        name=html.escape(bound.html_name),
        id=html.escape(field.widget.attrs.get("id") or bound.auto_id),
        error=str(errors[0]) if errors else "",
    )


def _labelled(asked: Asked, control: str) -> str:
    return (
        f'<div class="{_question_classes(asked)}" id="div_{asked.id}">'
        f'<label for="{asked.id}"{_heading(asked)}</label>'
        f"{_help(asked, 'help')}{_error(asked)}{control}</div>"
    )


def _group(asked: Asked, control: str, *, scale: bool = False) -> str:
    described = _described(asked)
    return (
        f'<fieldset class="{_question_classes(asked)}{" q--scale" if scale else ""}"'
        f' id="div_{asked.id}"{described}><legend{_heading(asked)}</legend>'
        f"{_help(asked, 'help')}{_error(asked)}{control}</fieldset>"
    )


def _single_checkbox(asked: Asked) -> str:
    checked = " checked" if asked.widget.check_test(asked.bound.value()) else ""
    return (
        f'<div class="{_question_classes(asked)}" id="div_{asked.id}">{_error(asked)}'
        f'<div class="picks"><div class="pick">'
        f'<input type="checkbox" name="{asked.name}"{checked} id="{asked.id}"{_state(asked)}>'
        f'<label for="{asked.id}">{_text(asked.bound.label)}</label>'
        f"{_help(asked, 'hint')}</div></div></div>"
    )


def _question_classes(asked: Asked) -> str:
    return "q q--bad" if asked.error else "q"


def _heading(asked: Asked) -> str:
    """The end of a label's or legend's opening tag, and what it says."""
    bound, label = asked.bound, _text(asked.bound.label)
    required = asked.field.required or getattr(asked.field, "quiet", False)
    optional = "" if required else OPTIONAL
    if getattr(bound.form, "as_h1", "") == bound.name:
        return f' class="as-h1"><h1>{label}</h1>{optional}'
    return f">{label}{optional}"


def _help(asked: Asked, classes: str) -> str:
    if not asked.bound.help_text:
        return ""
    words = _text(asked.bound.help_text)
    return f'<div class="{classes}" id="{asked.id}_helptext">{words}</div>'


def _error(asked: Asked) -> str:
    if not asked.error:
        return ""
    return (
        f'<p class="err" id="{asked.id}_error">{ALERT}'
        f'<span><span class="vh">Error: </span>{_text(asked.error)}</span></p>'
    )


def _described(asked: Asked) -> str:
    named = [f"{asked.id}_helptext"] if asked.bound.help_text else []
    if asked.error:
        named.append(f"{asked.id}_error")
    return f' aria-describedby="{" ".join(named)}"' if named else ""


class Picking(NamedTuple):
    """What all choices of one question share."""

    asked: Asked
    kind: str
    reveal: Mapping[str, str]
    hints: Mapping[Any, str]
    chosen: set[str]


def _picks(asked: Asked, kind: str, reveal: Mapping[str, str]) -> str:
    hints: Mapping[Any, str] = getattr(asked.field, "hints", {})
    picking = Picking(asked, kind, reveal, hints, _chosen(asked))
    written, count = [], 0
    for value, label in asked.widget.choices:
        if isinstance(label, list | tuple):
            written.append(_named_picks(picking, count, value, label))
            count += len(label)
        else:
            written.append(_pick(picking, count, value, label))
            count += 1
    return f'<div class="picks">{"".join(written)}</div>'


def _named_picks(
    picking: Picking, first: int, heading: Any, choices: Iterable[tuple[Any, Any]]
) -> str:
    """Choices under a heading of their own. Their numbers run on, from `first`."""
    head = f"{picking.asked.id}_from_{first}"
    written = "".join(_pick(picking, index, *choice) for index, choice in enumerate(choices, first))
    return (
        f'<div class="picks picks--named" role="group" aria-labelledby="{head}">'
        f'<p class="picks__head" id="{head}">{_text(heading)}</p>{written}</div>'
    )


def _pick(picking: Picking, index: int, value: Any, label: Any) -> str:
    asked, text = picking.asked, _value(value)
    id_ = f"{asked.id}_{index}"
    checked = " checked" if text in picking.chosen else ""
    disabled = " disabled" if asked.field.disabled else ""
    hint, described = _hint(picking.hints.get(value, ""), id_)
    beneath = f'<div class="reveal">{picking.reveal[text]}</div>' if text in picking.reveal else ""
    return (
        f'<div class="pick"><input type="{picking.kind}" name="{asked.name}"'
        f' value="{html.escape(text)}" id="{id_}"{checked}{disabled}{described}>'
        f'<label for="{id_}">{_text(label)}</label>{hint}</div>{beneath}'
    )


def _hint(hint: str, id_: str) -> tuple[str, str]:
    """The hint under one choice, and the attribute that links the choice to it."""
    if not hint:
        return "", ""
    written = f'<span class="hint" id="{id_}_hint">{_text(hint)}</span>'
    return written, f' aria-describedby="{id_}_hint"'


def _hidden(asked: Asked) -> str:
    value = asked.widget.format_value(asked.bound.value())
    return f'<input type="hidden" name="{asked.name}"{_held(value)} id="{asked.id}">'


def _input(asked: Asked) -> str:
    return _typed(asked, asked.widget.format_value(asked.bound.value()))


def _password(asked: Asked) -> str:
    return _typed(asked, asked.bound.value() if asked.widget.render_value else None)


def _typed(asked: Asked, value: str | None) -> str:
    kind = asked.widget.input_type
    return f'<input type="{kind}" name="{asked.name}"{_held(value)}{_attributes(asked)}>'


def _held(value: Any) -> str:
    return "" if value in ("", None) else f' value="{html.escape(str(value))}"'


def _textarea(asked: Asked) -> str:
    value = asked.widget.format_value(asked.bound.value())
    text = "" if value is None else html.escape(str(value))
    # HTML drops the first line break inside a textarea; this one is there to be dropped.
    return f'<textarea name="{asked.name}"{_attributes(asked)}>\n{text}</textarea>'


def _select(asked: Asked) -> str:
    many = " multiple" if asked.widget.allow_multiple_selected else ""
    options = "".join(_options(asked.widget.choices, _chosen(asked)))
    return f'<select name="{asked.name}"{many}{_attributes(asked)}>{options}</select>'


def _options(choices: Iterable[tuple[Any, Any]], chosen: set[str]) -> Iterator[str]:
    for value, label in choices:
        if isinstance(label, (list, tuple)):
            inner = "".join(_options(label, chosen))
            yield f'<optgroup label="{html.escape(str(value))}">{inner}</optgroup>'
            continue
        text = _value(value)
        selected = " selected" if text in chosen else ""
        yield f'<option value="{html.escape(text)}"{selected}>{_text(label)}</option>'


def _chosen(asked: Asked) -> set[str]:
    return {str(value) for value in asked.widget.format_value(asked.bound.value())}


def _value(value: Any) -> str:
    return "" if value is None else str(value)


def _attributes(asked: Asked) -> str:
    return f' id="{asked.id}" class="{_control_classes(asked.widget)}"{_state(asked)}'


def _state(asked: Asked) -> str:
    """What a control says about its errors and help, and the attributes of its own widget."""
    own = asked.widget.attrs
    state = ' aria-invalid="true"' if asked.error else ""
    if asked.field.disabled:
        state += " disabled"
    if "aria-describedby" not in own:
        state += _described(asked)
    return state + "".join(
        f" {name}" if value is True else f' {name}="{html.escape(str(value))}"'
        for name, value in own.items()
        if name not in NOT_COPIED and value is not None and value is not False
    )


def _control_classes(widget: Any) -> str:
    kind = getattr(widget, "input_type", "")
    size = f" in--{kind}" if kind in ("date", "time", "number") else ""
    own = widget.attrs.get("class")
    return f"in{size} {html.escape(own)}" if own else f"in{size}"


def _text(words: Any) -> str:
    """Escaped, unless the words are marked safe. Plain strings skip Django's slower way."""
    return html.escape(words) if type(words) is str else conditional_escape(words)


WRITERS: dict[str, Callable[[Asked], str]] = {
    **{
        f"django/forms/widgets/{name}.html": _input
        for name in (
            "text",
            "email",
            "tel",
            "url",
            "search",
            "number",
            "date",
            "time",
            "input",
            "file",
        )
    },
    "django/forms/widgets/password.html": _password,
    "django/forms/widgets/textarea.html": _textarea,
    "django/forms/widgets/select.html": _select,
}
