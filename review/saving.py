"""Two of the staff may have one page open: who saves second is shown what the first one wrote."""

from typing import Any, ClassVar

from django import forms
from django.db import IntegrityError, models, transaction
from django.http import HttpResponse
from django.views.generic.edit import FormView

from look.forms import Button, HouseForm

from .door import Desk


class RowForm(HouseForm):
    """Questions about one row. It knows the version that it was opened with."""

    buttons: ClassVar[tuple[Button, ...]] = (("go", "Save", "btn"),)

    def __init__(self, *args: Any, version: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"] = forms.CharField(
            required=False, initial=str(version), widget=forms.HiddenInput
        )

    @property
    def opened_with(self) -> int:
        """-1, which no row has, where it was tampered with."""
        text = str(self.cleaned_data.get("version") or "")
        return int(text) if text.isdecimal() and len(text) < 10 else -1

    @property
    def answers(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class RowDesk(Desk, FormView):
    """A page that changes one row, in `row`; it may be unsaved. `also` is written along."""

    form_class: type[RowForm]
    row: Any

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.row, name) for name in self.form_class.base_fields}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"version": self.row.version}

    def also(self) -> dict[str, Any]:
        return {}

    def form_valid(self, form: Any) -> HttpResponse:
        values = form.answers | self.also()
        if all(getattr(self.row, name) == value for name, value in form.answers.items()):
            return super().form_valid(form)  # nothing new, such as a second click
        if not self.keep(form, values):
            return self.show_both(form)
        return super().form_valid(form)

    @transaction.atomic
    def keep(self, form: RowForm, values: dict[str, Any]) -> bool:
        """Save over the version that was opened; False if somebody was first."""
        return save_over(self.row, form.opened_with, values)

    def show_both(self, form: RowForm) -> HttpResponse:
        stored = type(self.row)._base_manager.filter(pk=self.row.pk).first() or self.row
        fresh = self.request.POST.copy()
        fresh["version"] = str(stored.version)
        again = self.form_class(**self.get_form_kwargs() | {"data": fresh})
        differing = [
            (str(again.fields[name].label), shown(stored, name), shown_typed(value))
            for name, value in form.answers.items()
            if getattr(stored, name) != value
        ]
        context = self.get_context_data(form=again, conflict=differing)
        return self.render_to_response(context, status=409)


def shown(row: models.Model, name: str) -> str:
    value = getattr(row, name)
    return str(getattr(row, f"get_{name}_display", lambda: value)() or "Nothing")


def shown_typed(value: Any) -> str:
    return str(value) if value not in (None, "") else "Nothing"


def save_over(row: Any, version: int, values: dict[str, Any]) -> bool:
    """By one conditional UPDATE, or a new row where there was none."""
    model = type(row)
    for name, value in values.items():
        setattr(row, name, value)
    if row.pk is None:
        row.version = 1
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            return False
        return True
    mine = model._base_manager.filter(pk=row.pk, version=version)
    return bool(mine.update(version=version + 1, **values))
