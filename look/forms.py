"""The bases of every form in the house.

A form may declare

- ``layout``: field names and parts from :mod:`look.layout`, in order (default: every field);
- ``as_h1``: the field whose label is the page's heading;
- ``buttons``: name, words and classes of each button.

Nothing is built per request: one helper serves every form, and the layout is read off the form.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import ModelFormMetaclass

from look.fields import (
    ClockField,
    DayField,
    EmailLine,
    LineField,
    PickOne,
    TextField,
)
from look.layout import Part, WholeForm, named, unplaced
from look.words import teach

Button = tuple[str, str, str]

SAVE = ("go", "Save and continue", "btn")
LATER = ("later", "Save and come back later", "btn btn--link")

FIELD_CLASSES: tuple[tuple[type[models.Field[Any, Any]], type[forms.Field]], ...] = (
    (models.EmailField, EmailLine),
    (models.URLField, forms.URLField),
    (models.SlugField, forms.SlugField),
    (models.CharField, LineField),
    (models.TextField, TextField),
    (models.DateTimeField, forms.DateTimeField),
    (models.DateField, DayField),
    (models.TimeField, ClockField),
)


class HouseHelper(FormHelper):
    """crispy's helper for the pack ``st``; the same one for every form, so never changed."""

    layout = WholeForm()
    form_action = ""  # back to its own page; crispy would look up a URL by this name

    def get_attributes(self, template_pack: str = "st") -> dict[str, Any]:
        return self._attributes

    @cached_property
    def _attributes(self) -> dict[str, Any]:
        return super().get_attributes("st")


class House(forms.BaseForm):
    """What the bases share; mix it into a form from elsewhere to bring that into the house."""

    layout: ClassVar[tuple[str | Part, ...]] = ()
    as_h1: str = ""
    buttons: ClassVar[tuple[Button, ...]] = (SAVE, LATER)
    helper: ClassVar[FormHelper] = HouseHelper()
    use_required_attribute = False

    @property
    def page_order(self) -> list[str]:
        """The fields in the order in which the page asks them."""
        placed = [name for name in named(self.layout) if name in self.fields]
        return placed + unplaced(self)

    def full_clean(self) -> None:
        if self.is_bound:
            for bound in self:
                teach(bound.field, str(bound.label))
        super().full_clean()

    def require(self, *names: str) -> None:
        """Within ``clean``: these fields need an answer, since another answer asked for them."""
        for name in names:
            missing = self.cleaned_data.get(name) in self.fields[name].empty_values
            if missing and name not in self.errors:
                words = self.fields[name].error_messages["required"]
                self.add_error(name, ValidationError(words, code="required"))


def house_field(field: models.Field[Any, Any], **kwargs: Any) -> forms.Field | None:
    """The form field for a model's field: ours wherever there is one."""
    if field.choices:
        return field.formfield(choices_form_class=PickOne, **kwargs)
    if isinstance(field, models.TextField):
        kwargs = {"widget": TextField.widget, **kwargs}  # Django would name its own, unasked
    for kind, form_class in FIELD_CLASSES:
        if isinstance(field, kind):
            return field.formfield(**{"form_class": form_class, **kwargs})
    return field.formfield(**kwargs)


class HouseModelFormMetaclass(ModelFormMetaclass):
    """Makes :func:`house_field` the default of ``Meta.formfield_callback``."""

    def __new__(
        mcs, name: str, bases: tuple[type, ...], attrs: dict[str, Any], **kwargs: Any
    ) -> type:
        meta = attrs.get("Meta")
        if meta is not None and not hasattr(meta, "formfield_callback"):
            meta.formfield_callback = staticmethod(house_field)
        return super().__new__(mcs, name, bases, attrs, **kwargs)


class HouseForm(House, forms.Form):
    """A form in the house's look and words."""


class HouseModelForm(House, forms.ModelForm, metaclass=HouseModelFormMetaclass):
    """A model form in the house's look and words."""

    def validate_constraints(self) -> None:
        """Ask about those rules of the table that have words for a person.

        The others only repeat what each question checks by itself. Asking the database about them
        would cost one statement a question, and it holds them anyway.
        """
        left_out = self._get_validation_exclusions()
        for rule in self._meta.model._meta.constraints:
            if rule.violation_error_message == rule.default_violation_error_message:
                continue
            try:
                rule.validate(self._meta.model, self.instance, exclude=left_out)
            except ValidationError as problem:
                self._update_errors(problem)
