"""What a reader finds in a PDF: its words, and how it is built."""

import io
import unicodedata

import pikepdf
import pypdfium2

from coaching.letters.letter import Letter
from coaching.letters.paper import BREAK


def words_on(pdf: bytes) -> list[str]:
    """The words of all pages in reading order, page numbers left out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    count = len(texts)
    numbers = {f"{number} of {count}" for number in range(2, count + 1)}
    rows = [row for text in texts for row in text.splitlines() if row.strip() not in numbers]
    # Where a line turns at a hyphen, pdfium gives a mark of its own.
    return _words(" ".join(rows).replace("\x02", "-"))


def words_of(letter: Letter) -> list[str]:
    """The words the letter ought to show, from the letterhead to the name."""
    parts = (
        letter.sender.name,
        *letter.contact,
        letter.day,
        *letter.addressee,
        letter.subject,
        letter.body,
        letter.close,
        letter.sender.name,
    )
    return _words(" ".join(parts))


def _words(text: str) -> list[str]:
    """The words of `text`; the dots of the letterhead are ornament."""
    return unicodedata.normalize("NFC", text.replace(BREAK, "").replace("·", " ")).split()


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def keys_in(document: pikepdf.Pdf) -> set[str]:
    """Every dictionary key used anywhere in the file."""
    found: set[str] = set()
    for each in document.objects:
        if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            found |= set(each.keys())
    return found


def fonts_in(document: pikepdf.Pdf) -> dict[str, bool]:
    """The name of each font, and whether its letters are in the file."""
    return {
        str(each.FontName): any(key in each for key in ("/FontFile", "/FontFile2", "/FontFile3"))
        for each in document.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
    }
