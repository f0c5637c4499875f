"""The list of students: a file to look at, then what becomes of those who are not in it."""

from typing import Any, ClassVar

from django.core.files.uploadedfile import UploadedFile

from centres.models import Missing
from centres.student_file import IN_PARTS, MOST_BYTES, NoList, Read, read
from look.fields import FilePick, PickOne
from look.forms import HouseForm
from look.text import clean_line
from review.uploads import InMemory

TOO_LARGE = f"The file must be {MOST_BYTES // 1024**2} MB or smaller. {IN_PARTS}"


class RosterFileForm(HouseForm):
    """Reads the file; `found` holds its rows and what is wrong in them."""

    buttons: ClassVar = (("go", "Look at the list", "btn"),)

    file = FilePick(
        label="List of students",
        help_text=(
            "A CSV file of up to 50,000 rows and 10 MB. The first row names the columns: E-mail, "
            "Name, Program, Year. Only E-mail has to be there."
        ),
        error="Choose a file",
        accept=".csv,text/csv,text/plain",
    )
    found: Read

    def __init__(self, *args: Any, upload: InMemory, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.upload = upload

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and self.upload.is_too_large:
            self.errors.pop("file", None)
            self.add_error("file", TOO_LARGE)

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        try:
            self.found = read(file.read(), clean_line)
        except NoList as problem:
            self.add_error("file", str(problem))
        return file


class TakeOverForm(HouseForm):
    buttons: ClassVar = (("go", "Take over the list", "btn"),)

    missing = PickOne(
        label="Who is on the list now, but not in this file?",
        choices=Missing.choices,
        hints={Missing.MARK: "They cannot join by the list any more. Who has joined stays."},
        initial=Missing.KEEP,
        error="Choose what becomes of them",
    )
