"""The letter for a word processor: the words of the paper, and LibreOffice opens it clean."""

import io
import shutil
import subprocess
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.letters.pdf import print_letter
from coaching.letters.word import to_docx
from tests.letters.ana import BODY, letter
from tests.letters.names import ALL, letter_of, needs_font_for
from tests.letters.reading import opened as opened_pdf
from tests.letters.reading import words_of, words_on
from tests.letters.test_hostile_letters import MARKUP

MM = 36_000
OFFICE = shutil.which("soffice")
NO_OFFICE = (
    "LibreOffice is not installed: apt-get install --no-install-recommends libreoffice-writer"
)


def opened(content: bytes):
    return docx.Document(io.BytesIO(content))


def words_in(content: bytes) -> list[str]:
    rows = (paragraph.text for paragraph in opened(content).paragraphs)
    return " ".join(rows).replace("·", " ").split()


@pytest.mark.mission("S1-28")
def test_it_says_what_the_paper_says_in_the_same_order():
    written = letter()
    document = opened(to_docx(written))
    assert words_in(to_docx(written)) == words_of(written) == words_on(print_letter(written).pdf)
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles[:5] == ["Letter Name", "Letter Contact", "Letter Day", "Letter To", "Heading 1"]
    assert styles[5:] == ["Normal"] * len(BODY.split("\n\n")) + ["Letter Close", "Letter Sign"]


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_paper_is_the_one_chosen(paper):
    (section,) = opened(to_docx(letter(paper=paper))).sections
    size = (section.page_width / MM, section.page_height / MM)
    assert size == pytest.approx({"letter": (215.9, 279.4), "a4": (210, 297)}[paper], abs=0.1)


def test_it_names_the_person_and_no_product():
    content = to_docx(letter())
    about = opened(content).core_properties
    assert (about.author, about.title) == ("Ana Okafor", "Withdrawal of acceptance: Data Analyst")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        everything = b"".join(package.read(name) for name in package.namelist())
        assert "docProps/thumbnail.jpeg" not in package.namelist()
    for word in (b"Second Thoughts", b"python-docx", b"http://example"):
        assert word not in everything
    assert len(content) < 15_000


def test_scripts_from_the_right_have_the_same_size():
    """Word takes it from a setting of its own, which would stay at 11."""
    for style in opened(to_docx(letter())).styles:
        if style.name.startswith(("Normal", "Heading", "Letter")):
            look = style.element.rPr
            assert look.find(qn("w:szCs")).get(qn("w:val")) == str(round(style.font.size.pt * 2))


@pytest.mark.parametrize("typed", MARKUP)
def test_markup_is_only_words(typed):
    written = letter(f"Dear {typed},\n\n{typed}")
    assert words_in(to_docx(written)) == words_of(written)
    document = opened(to_docx(written))
    assert not document.element.xpath("//w:hyperlink | //w:fldChar | //w:instrText | //w:object")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_whatever_is_typed_can_be_opened_again(text):
    written = letter(text)
    assert words_in(to_docx(written)) == words_of(written)


# With LibreOffice, where there is one


@cache
def room() -> Path:
    """One profile for all of its runs: making one takes longer than a letter."""
    return Path(tempfile.mkdtemp(prefix="office-"))


@pytest.fixture(scope="module", autouse=True)
def cleared():
    yield
    shutil.rmtree(room(), ignore_errors=True)
    room.cache_clear()


def on_paper(content: bytes, folder: Path) -> bytes:
    source = folder / "letter.docx"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={room().as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, source]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return source.with_suffix(".pdf").read_bytes()


@pytest.mark.skipif(OFFICE is None, reason=NO_OFFICE)
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_libreoffice_opens_it_on_one_page_with_the_same_words(paper, tmp_path):
    written = letter(paper=paper)
    made = on_paper(to_docx(written), tmp_path)
    assert words_on(made) == words_of(written)
    assert len(opened_pdf(made).pages) == 1


@pytest.mark.skipif(OFFICE is None, reason=NO_OFFICE)
def test_libreoffice_draws_names_from_anywhere(tmp_path):
    """All in one letter; what is read from right to left is looked at by eye."""
    names = [name for name in ALL if not name.from_the_right]
    for name in names:
        needs_font_for(name)
    content = to_docx(letter("\n".join(name.words for name in names)))
    assert words_in(content) == words_of(letter("\n".join(name.words for name in names)))
    made = "".join(words_on(on_paper(content, tmp_path)))
    for name in names[:6]:  # LibreOffice, too, puts shapes for letters in the others
        assert name.words.replace(" ", "") in made, name.script


def test_a_name_of_each_script_is_in_the_file_as_typed():
    for name in ALL:
        assert words_in(to_docx(letter_of(name))) == words_of(letter_of(name))
