from typing import Any, ClassVar

from django.utils import timezone

from coaching.journey.outcomes import leaning_choices
from coaching.models import Lean, Leaning
from look.fields import LineField, PickOne
from look.layout import Scale
from offers.models import Case

from .base import RowPage, one_of
from .decide import HOW_SURE, SURENESS


class LeaningForm(RowPage):
    """Where the person leans before weighing, said once. N."""

    can_wait = False
    also = ("sealed_at",)
    layout: ClassVar = ("choice", Scale("sure"), "because")
    buttons: ClassVar = (("go", "Seal my answer", "btn"),)

    choice = PickOne(label="If you had to say today", error="Choose where you lean today")
    sure = PickOne(
        label="How sure are you?",
        help_text="Leave this open if you don’t know where you lean.",
        choices=SURENESS,
        coerce=int,
        empty_value=None,
        required=False,
        quiet=True,
        error=HOW_SURE,
    )
    because = LineField(label="Why, in one line", required=False)

    class Meta:
        model = Leaning
        fields = ("choice", "sure", "because")

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.fields["choice"].choices = leaning_choices(case.stage)

    @classmethod
    def instance_for(cls, case: Case, about: object) -> Leaning:
        return one_of(case, "leaning", Leaning)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        choice = answers.get("choice")
        if choice == Lean.UNKNOWN:
            answers["sure"] = None
        elif choice and "sure" not in self.errors and answers.get("sure") is None:
            self.add_error("sure", HOW_SURE)
        return answers

    def set_columns(self) -> None:
        self.instance.sealed_at = timezone.now()
