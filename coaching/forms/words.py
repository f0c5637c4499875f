from typing import Any, ClassVar

from django.core.exceptions import ValidationError

from coaching.letters import paper
from coaching.models import Letter
from look.fields import TextField
from offers.models import Case

from .base import ValuesPage


class WordsForm(ValuesPage):
    """Every word of the letter `about`, from the greeting to the last paragraph."""

    can_wait = False
    buttons: ClassVar = (("go", "Save these words", "btn"),)

    words = TextField(
        label="Your letter",
        help_text="Leave an empty line between paragraphs. The date, your name and address, and"
        " “Sincerely” are added for you.",
        max_length=paper.MOST_CHARACTERS,
        error="Enter the words of your letter",
    )

    def __init__(self, *args: Any, case: Case, draft: str, **kwargs: Any) -> None:
        self.draft = draft
        super().__init__(*args, case=case, **kwargs)
        self.initial["words"] = self.about.words or draft
        self.fields["words"].widget.attrs["rows"] = 22

    def clean_words(self) -> str:
        """As paper holds them: nothing is cut, since the length was checked first."""
        words = paper.clean(self.cleaned_data["words"])
        if not words:
            raise ValidationError(self.fields["words"].error_messages["required"])
        if words.count("\n") + 1 >= paper.MOST_LINES:
            raise ValidationError(f"“Your letter” must be under {paper.MOST_LINES} lines")
        return words

    @property
    def is_as_stored(self) -> bool:
        """Two texts are one when paper would show them alike."""
        return self.is_valid() and self.cleaned_data["words"] == self.initial["words"]

    def save(self) -> Letter:
        """Words that are still the draft's go on following the answers."""
        letter: Letter = self.about
        words = self.cleaned_data["words"]
        letter.words = "" if words == self.draft else words
        letter.save(update_fields=["words"])
        return letter
