from typing import Any, ClassVar

from coaching.models import PastedTerms
from look.fields import TextField
from offers.models import Case

from .base import RowPage, one_of


class ClausesForm(RowPage):
    """The text of a letter or contract, to be read by rules on our own machine."""

    buttons: ClassVar = (
        ("go", "Find what to ask", "btn"),
        ("later", "Save and come back later", "btn btn--link"),
    )

    words = TextField(
        label="Paste the text here",
        help_text="Up to 20,000 characters, about eight pages. Leave out names if you like.",
        max_length=PastedTerms.MOST_LETTERS,
        error="Enter the text of your letter or contract",
    )

    class Meta:
        model = PastedTerms
        fields = ("words",)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.fields["words"].widget.attrs["rows"] = 16

    @classmethod
    def instance_for(cls, case: Case, about: Any) -> PastedTerms:
        return one_of(case, "pasted_terms", PastedTerms)
