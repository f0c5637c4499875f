"""What staff say about one paragraph of a letter."""

from typing import Any, ClassVar

from coaching.models.reading import LONGEST_REMARK, LONGEST_SUGGESTION
from look.fields import TextField, TokenField
from look.forms import HouseForm
from look.text import clean_text

SAY_ONE = "Enter a comment, or words to suggest"


class NoteForm(HouseForm):
    """A comment, other words, or both. The same form sent twice is one note.

    What is suggested begins as the paragraph; left as it is, it suggests nothing.
    """

    buttons: ClassVar = (("go", "Save the note", "btn"),)

    comment = TextField(
        label="Your comment",
        help_text="Say what is good, too. They read it once you have read the whole letter.",
        max_length=LONGEST_REMARK,
        required=False,
        quiet=True,
    )
    suggestion = TextField(
        label="Words you would put there",
        help_text=(
            "Change what stands here, or leave it. Your words take the place of the whole"
            " paragraph, if the student wants that."
        ),
        max_length=LONGEST_SUGGESTION,
        required=False,
        quiet=True,
    )
    token = TokenField()

    def __init__(self, *args: Any, paragraph: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.paragraph = clean_text(paragraph)
        if len(self.paragraph) <= LONGEST_SUGGESTION:
            self.fields["suggestion"].initial = self.paragraph

    def clean_suggestion(self) -> str:
        words: str = self.cleaned_data["suggestion"]
        return "" if words == self.paragraph else words

    def clean(self) -> dict[str, Any]:
        super().clean()
        said = self.cleaned_data
        if not self.errors and not (said["comment"] or said["suggestion"]):
            self.add_error("comment", SAY_ONE)
        return said
