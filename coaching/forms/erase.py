"""Erasing everything of one’s own."""

from django.core.exceptions import ValidationError

from look.fields import LineField
from look.forms import HouseForm

WORD = "delete"
WRONG = f"Type the word “{WORD}” as it stands here"


class EraseForm(HouseForm):
    """Typing a word keeps a stray click from erasing a person."""

    word = LineField(
        label=f"Type the word “{WORD}” to go on",
        error=WRONG,
        autocomplete="off",
        max_length=20,
    )
    word.widget.attrs["autocapitalize"] = "off"

    def clean_word(self) -> str:
        word = self.cleaned_data["word"].strip("“”\"' ").lower()
        if word != WORD:
            raise ValidationError(WRONG)
        return word
