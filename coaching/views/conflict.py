"""When two tabs changed one page: what is stored, in words, beside what was typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.choices import flatten_choices

from coaching.forms.base import Page


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One question answered differently in two tabs. `stored` is what the other tab saved."""

    question: str
    field_id: str
    stored: str
    typed: str


def differences(form: Page) -> list[Difference]:
    """The questions where the typed answer is not the stored one."""
    return [difference(form, name) for name in form.changed_answers]


def difference(form: Page, name: str) -> Difference:
    bound = form[name]
    return Difference(
        question=str(bound.label),
        field_id=bound.id_for_label or f"{bound.auto_id}_0",
        stored=in_words(bound.field, bound.initial),
        typed=in_words(bound.field, bound.value()),
    )


def in_words(field: forms.Field, value: Any) -> str:
    """An answer as its reader sees it: the label of a choice, “No answer” for nothing."""
    if value is None or value == "" or value == []:
        return "No answer"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if not isinstance(field, forms.ChoiceField):
        return str(value)
    choices: Any = field.choices
    pairs: Iterable[tuple[Any, Any]] = flatten_choices(choices)
    labels = {str(key): str(label) for key, label in pairs}
    chosen: Iterable[Any] = value if isinstance(value, list | tuple) else [value]
    return ", ".join(labels.get(str(key), str(key)) for key in chosen)
