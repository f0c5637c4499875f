"""What the queue can be narrowed to. Each choice is one of ours; no column is ever named by it."""

from typing import Any, ClassVar

from django import forms

from centres.models import Membership
from coaching.models import AskedFor, DeskStep
from look.fields import HouseField, LineField
from look.forms import HouseForm
from review.queue import Filters

ME, NOBODY = "me", "nobody"


class Narrow(HouseField, forms.ChoiceField):
    """A select whose first choice leaves nothing out."""

    def __init__(self, anything: str, choices: Any = (), **kwargs: Any) -> None:
        offered = [("", anything), *choices]
        super().__init__(choices=offered, required=False, quiet=True, **kwargs)


class FilterForm(HouseForm):
    buttons: ClassVar = (("", "Apply", "btn btn--second btn--small"),)

    q = LineField(label="Name, employer or case", required=False, quiet=True)
    step = Narrow("Any step", DeskStep.choices, label="Step")
    who = Narrow("Anyone", label="With")
    asked = Narrow("Anything", AskedFor.choices, label="Asked for")

    def __init__(self, *args: Any, member: Membership, team: list[Membership], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.member = member
        if not team:
            del self.fields["who"]
            return
        others = [(str(one.pk), one.name) for one in team if one != member]
        self.fields["who"].choices = [
            *self.fields["who"].choices, (ME, "Me"), (NOBODY, "No one yet"), *others
        ]  # fmt: skip

    @property
    def words(self) -> str:
        return self.cleaned_data.get("q", "") if self.is_valid() else ""

    @property
    def filters(self) -> Filters:
        """Nothing is left out while something is wrong."""
        if not self.is_valid():
            return Filters()
        chosen = self.cleaned_data
        return Filters(
            step=chosen["step"], adviser=self._adviser(chosen.get("who")), asked_for=chosen["asked"]
        )

    def _adviser(self, who: str | None) -> int | None:
        if not who:
            return None
        named = {ME: self.member.pk, NOBODY: Filters.NO_ONE}
        return named[who] if who in named else int(who)
