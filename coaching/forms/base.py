"""What every page of a case shares: it knows what it is about, how to find it, how to save it."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db import models

from look.forms import HouseForm, HouseModelForm
from offers.models import Case


class Page(forms.BaseForm):
    """One page's questions, about `case` and perhaps about one thing in it (`about`)."""

    # Pages that cannot be kept half answered, such as a date.
    can_wait: ClassVar[bool] = True

    def __init__(self, *args: Any, case: Case, version: int = 0, **kwargs: Any) -> None:
        self.case = case
        super().__init__(*args, **kwargs)
        self.fields["version"] = forms.CharField(
            required=False, initial=str(version), widget=forms.HiddenInput
        )

    def save(self) -> Any:
        """Write the answers to their rows."""
        raise NotImplementedError

    @property
    def posted_version(self) -> int:
        """The version the page was opened with; -1, which nothing matches, when tampered with."""
        text = str(self.data.get(self.add_prefix("version"), "0") or "0")
        return int(text) if text.isdecimal() and len(text) < 10 else -1

    @property
    def changed_answers(self) -> list[str]:
        """Questions whose typed answer differs from the one now stored."""
        return [name for name in self.changed_data if name != "version"]

    @property
    def is_as_stored(self) -> bool:
        """Saving these answers would change nothing, such as a second click."""
        return not self.changed_answers

    @property
    def can_be_kept_half_done(self) -> bool:
        """True when nothing is wrong but that some questions are still open."""
        found = [error for errors in self.errors.as_data().values() for error in errors]
        return self.can_wait and all(error.code == "required" for error in found)


class ValuesPage(Page, HouseForm):
    """A page over several rows. It reads them in `stored` and writes them in `save`."""

    def __init__(self, *args: Any, case: Case, about: Any = None, **kwargs: Any) -> None:
        self.about = about
        kwargs.setdefault("initial", self.stored(case, about))
        super().__init__(*args, case=case, **kwargs)

    @classmethod
    def stored(cls, case: Case, about: Any) -> dict[str, Any]:
        """The answers as they are now, by question."""
        return {}


class RowPage(Page, HouseModelForm):
    """A page over one row. It writes only its own columns, so two tabs cannot undo each other."""

    # Columns set in `clean` or `set_columns` beside the questions of the form.
    also: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, case: Case, about: Any = None, **kwargs: Any) -> None:
        kwargs.setdefault("instance", self.instance_for(case, about))
        super().__init__(*args, case=case, **kwargs)

    @classmethod
    def instance_for(cls, case: Case, about: Any) -> models.Model:
        """The row this page is about, new or stored."""
        return case

    @property
    def is_as_stored(self) -> bool:
        """By what would be written: an answer that another one makes moot is no difference."""
        if super().is_as_stored:
            return True
        if self.instance.pk is None or not self.is_valid():
            return False
        self.set_columns()
        stored = type(self.instance)._base_manager.get(pk=self.instance.pk)
        return all(getattr(stored, name) == getattr(self.instance, name) for name in self.columns)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that this page writes."""
        answered = (name for name in self._meta.fields or () if name in self.cleaned_data)
        return (*answered, *self.also)

    def set_columns(self) -> None:
        """Turn answers into columns where they are not one and the same."""

    def save(self, commit: bool = True) -> models.Model:
        self.set_columns()
        row: models.Model = self.instance
        if row.pk is None:
            row.save()
        else:
            row.save(update_fields=self.columns)
        return row


def one_of[Row: models.Model](case: Case, name: str, model: type[Row]) -> Row:
    """The case's one row of this model: the stored one, or a new one that is not saved yet."""
    return getattr(case, name, None) or model(case=case)
