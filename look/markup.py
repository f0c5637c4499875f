"""The one place where the markup of forms is written.

Plain functions over bound fields. Every value is escaped where it enters the string, and none
is ever read as a template. A widget says by its ``template_name`` what it is; a widget not known
here draws itself.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.forms import BaseForm, BoundField
from django.forms.formsets import BaseFormSet
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

ALERT = '<svg class="icon" aria-hidden="true"><use href="#i-alert"/></svg>'
OPTIONAL = ' <span class="opt">(optional)</span>'

# Never written: browsers would cut pasted text, or stop a form before the server can explain.
UNWANTED = frozenset({"maxlength", "minlength", "required", "class", "id"})


def question(
    bound: BoundField, *, scale: bool = False, reveal: Mapping[str, str] | None = None
) -> SafeString:
    """One field with its label, help and error.

    ``scale`` lays radios in a row; ``reveal`` maps a choice's value to markup shown beneath that
    choice, and must be safe already (it comes from this module).
    """
    widget = bound.field.widget
    if widget.is_hidden:
        return mark_safe(bound.as_widget())
    kind = widget.template_name
    error = _first_error(bound)
    if kind in PICKS:
        return mark_safe(_group(bound, error, _picks(bound, PICKS[kind], reveal or {}), scale))
    if kind == "django/forms/widgets/checkbox.html":
        return mark_safe(_single_checkbox(bound, error))
    write = WRITERS.get(kind)
    if write is not None:
        return mark_safe(_labelled(bound, error, write(bound, _attributes(bound, error))))
    control = str(bound.as_widget())
    if widget.use_fieldset:
        return mark_safe(_group(bound, error, control, False))
    return mark_safe(_labelled(bound, error, control))


def pair(questions: Iterable[str]) -> SafeString:
    """Questions side by side where there is room."""
    return mark_safe(f'<div class="pair">{"".join(questions)}</div>')


def actions(buttons: Iterable[tuple[str, str, str]]) -> SafeString:
    """The buttons under a form, each as name, words and classes."""
    written = "".join(
        f'<button type="submit" name="{escape(name)}" value="1" class="{escape(classes)}">'
        f"{conditional_escape(words)}</button>"
        for name, words, classes in buttons
    )
    return mark_safe(f'<div class="actions">{written}</div>' if written else "")


def problems(*asked: BaseForm | BaseFormSet | None) -> SafeString:
    """The summary of every error in these forms, each linked to its field; "" without any."""
    items = "".join(_problem_items(asked))
    if not items:
        return mark_safe("")
    return mark_safe(
        '<div class="problem" role="alert" aria-labelledby="problem-h" tabindex="-1" '
        'id="problem" autofocus><h2 id="problem-h">There is a problem</h2>'
        f"<ul>{items}</ul></div>"
    )


def _problem_items(asked: Iterable[BaseForm | BaseFormSet | None]) -> Iterator[str]:
    for form in asked:
        if isinstance(form, BaseFormSet):
            for error in form.non_form_errors():
                yield f"<li>{conditional_escape(error)}</li>"
            yield from _problem_items(form.forms)
        elif form is not None and form.errors:
            for error in form.non_field_errors():
                yield f"<li>{conditional_escape(error)}</li>"
            for bound in form:
                for error in form.errors.get(bound.name, ()):
                    yield _problem_item(bound, error)


def _problem_item(bound: BoundField, error: str) -> str:
    if bound.is_hidden:
        return f"<li>{conditional_escape(error)}</li>"
    first = "_0" if bound.field.widget.template_name in PICKS else ""
    return f'<li><a href="#{escape(_id(bound))}{first}">{conditional_escape(error)}</a></li>'


def _labelled(bound: BoundField, error: str, control: str) -> str:
    id_ = escape(_id(bound))
    return (
        f'<div class="q{" q--bad" if error else ""}" id="div_{id_}">'
        f'<label for="{id_}"{_heading(bound)}</label>{_help(bound)}{_error(bound, error)}'
        f"{control}</div>"
    )


def _group(bound: BoundField, error: str, control: str, scale: bool) -> str:
    classes = f"q{' q--scale' if scale else ''}{' q--bad' if error else ''}"
    return (
        f'<fieldset class="{classes}" id="div_{escape(_id(bound))}"{_described(bound, error)}>'
        f"<legend{_heading(bound)}</legend>{_help(bound)}{_error(bound, error)}{control}</fieldset>"
    )


def _single_checkbox(bound: BoundField, error: str) -> str:
    checked = " checked" if bound.field.widget.check_test(bound.value()) else ""
    id_ = escape(_id(bound))
    return (
        f'<div class="q{" q--bad" if error else ""}" id="div_{id_}">{_error(bound, error)}'
        f'<div class="picks"><div class="pick">'
        f'<input type="checkbox" name="{escape(bound.html_name)}"{checked}'
        f"{_attributes(bound, error)}>"
        f'<label for="{id_}">{conditional_escape(bound.label)}</label>'
        f"{_help(bound, 'hint')}</div></div></div>"
    )


def _heading(bound: BoundField) -> str:
    """The end of a label's or legend's opening tag, and what it says."""
    label = conditional_escape(bound.label)
    field = bound.field
    optional = "" if field.required or getattr(field, "quiet", False) else OPTIONAL
    if getattr(bound.form, "as_h1", None) == bound.name:
        return f' class="as-h1"><h1>{label}</h1>{optional}'
    return f">{label}{optional}"


def _help(bound: BoundField, classes: str = "help") -> str:
    if not bound.help_text:
        return ""
    help_text = conditional_escape(bound.help_text)
    return f'<div class="{classes}" id="{escape(_id(bound))}_helptext">{help_text}</div>'


def _error(bound: BoundField, error: str) -> str:
    if not error:
        return ""
    return (
        f'<p class="err" id="{escape(_id(bound))}_error">{ALERT}'
        f'<span><span class="vh">Error: </span>{conditional_escape(error)}</span></p>'
    )


def _picks(bound: BoundField, kind: str, reveal: Mapping[str, str]) -> str:
    field = bound.field
    hints: Mapping[Any, str] = getattr(field, "hints", {})
    chosen = {str(value) for value in field.widget.format_value(bound.value())}
    name, id_ = escape(bound.html_name), escape(_id(bound))
    disabled = " disabled" if field.disabled else ""
    written = []
    for index, (value, label) in enumerate(_flat(field.widget.choices)):
        text = "" if value is None else str(value)
        checked = " checked" if text in chosen else ""
        hint, linked = _hint(hints.get(value), f"{id_}_{index}")
        written.append(
            f'<div class="pick"><input type="{kind}" name="{name}" value="{escape(text)}" '
            f'id="{id_}_{index}"{checked}{disabled}{linked}>'
            f'<label for="{id_}_{index}">{conditional_escape(label)}</label>{hint}</div>'
        )
        if text in reveal:
            written.append(f'<div class="reveal">{reveal[text]}</div>')
    return f'<div class="picks">{"".join(written)}</div>'


def _hint(hint: str | None, id_: str) -> tuple[str, str]:
    if not hint:
        return "", ""
    written = f'<span class="hint" id="{id_}_hint">{conditional_escape(hint)}</span>'
    return written, f' aria-describedby="{id_}_hint"'


def _flat(choices: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    for value, label in choices:
        if isinstance(label, (list, tuple)):
            yield from label
        else:
            yield value, label


def _input(bound: BoundField, attributes: str) -> str:
    widget = bound.field.widget
    value = widget.format_value(bound.value())
    return _typed(bound, attributes, "" if value is None else value)


def _password(bound: BoundField, attributes: str) -> str:
    value = bound.value() if bound.field.widget.render_value else None
    return _typed(bound, attributes, value or "")


def _typed(bound: BoundField, attributes: str, value: str) -> str:
    held = f' value="{escape(value)}"' if value != "" else ""
    kind = bound.field.widget.input_type
    return f'<input type="{kind}" name="{escape(bound.html_name)}"{held}{attributes}>'


def _textarea(bound: BoundField, attributes: str) -> str:
    value = bound.field.widget.format_value(bound.value())
    # HTML drops the first line break inside a textarea; this one is there to be dropped.
    text = "" if value is None else escape(value)
    return f'<textarea name="{escape(bound.html_name)}"{attributes}>\n{text}</textarea>'


def _select(bound: BoundField, attributes: str) -> str:
    widget = bound.field.widget
    chosen = {str(value) for value in widget.format_value(bound.value())}
    many = " multiple" if widget.allow_multiple_selected else ""
    options = "".join(_options(widget.choices, chosen))
    return f'<select name="{escape(bound.html_name)}"{many}{attributes}>{options}</select>'


def _options(choices: Iterable[tuple[Any, Any]], chosen: set[str]) -> Iterator[str]:
    for value, label in choices:
        if isinstance(label, (list, tuple)):
            inner = "".join(_options(label, chosen))
            yield f'<optgroup label="{escape(value)}">{inner}</optgroup>'
            continue
        text = "" if value is None else str(value)
        selected = " selected" if text in chosen else ""
        yield f'<option value="{escape(text)}"{selected}>{conditional_escape(label)}</option>'


def _attributes(bound: BoundField, error: str) -> str:
    widget = bound.field.widget
    own = widget.attrs
    written = [f' id="{escape(_id(bound))}"']
    if widget.template_name != "django/forms/widgets/checkbox.html":
        written.append(f' class="{_classes(widget)}"')
    if error:
        written.append(' aria-invalid="true"')
    if bound.field.disabled:
        written.append(" disabled")
    if "aria-describedby" not in own:
        written.append(_described(bound, error))
    for name, value in own.items():
        if name in UNWANTED or value is None or value is False:
            continue
        written.append(f" {name}" if value is True else f' {name}="{escape(value)}"')
    return "".join(written)


def _classes(widget: Any) -> str:
    kind = getattr(widget, "input_type", "")
    size = f" in--{kind}" if kind in ("date", "time") else ""
    own = widget.attrs.get("class")
    return f"in{size} {escape(own)}" if own else f"in{size}"


def _described(bound: BoundField, error: str) -> str:
    id_ = escape(_id(bound))
    named = [f"{id_}_helptext"] if bound.help_text else []
    if error:
        named.append(f"{id_}_error")
    return f' aria-describedby="{" ".join(named)}"' if named else ""


def _first_error(bound: BoundField) -> str:
    errors = bound.form.errors.get(bound.name)
    return errors[0] if errors else ""


def _id(bound: BoundField) -> str:
    return bound.field.widget.attrs.get("id") or bound.auto_id


PICKS = {
    "django/forms/widgets/radio.html": "radio",
    "django/forms/widgets/checkbox_select.html": "checkbox",
}

WRITERS: dict[str, Callable[[BoundField, str], str]] = {
    f"django/forms/widgets/{name}.html": _input
    for name in ("text", "email", "tel", "url", "search", "number", "date", "time", "input")
} | {
    "django/forms/widgets/password.html": _password,
    "django/forms/widgets/textarea.html": _textarea,
    "django/forms/widgets/select.html": _select,
}
