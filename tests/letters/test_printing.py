"""The letter on paper: one tagged page, our fonts inside, the words as typed."""

from dataclasses import replace

import pypdfium2
import pytest

from coaching.letters.facts import Recipient, Sender
from coaching.letters.letter import Letter
from coaching.letters.pdf import print_letter, to_pdf
from tests.letters.ana import BODY, FACTS, TODAY, letter
from tests.letters.reading import fonts_in, keys_in, opened, words_of, words_on

SIZES = {"letter": (612, 792), "a4": (595.28, 841.89)}


@pytest.fixture(scope="module", params=["letter", "a4"])
def printed(request):
    written = letter(paper=request.param)
    return written, print_letter(written)


def test_an_ordinary_letter_is_one_page_of_the_chosen_paper(printed):
    written, sheet = printed
    document = opened(sheet.pdf)
    box = [float(side) for side in document.pages[0].MediaBox]
    assert sheet.pages == 1
    assert box == pytest.approx([0, 0, *SIZES[written.paper]], abs=0.1)


def test_the_words_on_paper_are_the_words_of_the_letter(printed):
    written, sheet = printed
    assert words_on(sheet.pdf) == words_of(written)
    assert sheet.warnings == ()


def test_a_screen_reader_finds_structure_language_title_and_author(printed):
    _, sheet = printed
    document = opened(sheet.pdf)
    assert document.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in document.Root
    assert str(document.Root.Lang) == "en-US"
    assert document.Root.ViewerPreferences.DisplayDocTitle
    assert str(document.docinfo.Title) == "Withdrawal of acceptance: Data Analyst"
    assert str(document.docinfo.Author) == "Ana Okafor"
    with document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_the_fonts_are_in_the_file(printed):
    _, sheet = printed
    fonts = fonts_in(opened(sheet.pdf))
    assert len(fonts) == 2
    assert all(fonts.values())
    assert all("Source-Serif-4" in name for name in fonts)


def test_the_file_links_to_nothing_and_names_no_product(printed):
    _, sheet = printed
    assert not keys_in(opened(sheet.pdf)) & {"/URI", "/JS", "/EmbeddedFiles", "/AF", "/Launch"}
    with opened(sheet.pdf).open_metadata() as metadata:
        assert "Second Thoughts" not in str(metadata)
    assert "Second Thoughts" not in str(opened(sheet.pdf).docinfo)


@pytest.mark.parametrize("name", ["Łukasz Żółć", "Nguyễn Thị Ánh", "Şule Güneş", "Đỗ Ước", "Zoë"])
def test_names_from_many_languages_are_drawn(name):
    written = Letter(
        sender=Sender(name=name),
        recipient=Recipient(name=name, employer=name),
        written_on=TODAY,
        subject=name,
        body=f"Dear {name},\n\nThank you, “{name}” – it’s me…",
    )
    sheet = print_letter(written)
    assert sheet.warnings == ()
    assert words_on(sheet.pdf) == words_of(written)
    assert all("Source-Serif-4" in font for font in fonts_in(opened(sheet.pdf)))


@pytest.mark.parametrize("name", ["Юлия Иванова", "Ελένη Παπαδοπούλου"])
def test_other_alphabets_fall_back_on_the_systems_fonts(name):
    sheet = print_letter(letter(f"Dear {name},"))
    assert sheet.warnings == ()
    assert name in " ".join(words_on(sheet.pdf))


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_long_employer_keeps_the_letter_on_one_page(paper):
    employer = "Bundesversicherungsaufsichtsamtsverwaltungsgesellschaftshaus"
    assert len(employer) == 60
    written = Letter(
        sender=FACTS.sender,
        recipient=Recipient(name="Dana Reyes", employer=employer),
        written_on=TODAY,
        subject=f"Withdrawal of acceptance: {employer}",
        body=BODY,
        paper=paper,
    )
    sheet = print_letter(written)
    assert sheet.pages == 1
    assert words_on(sheet.pdf) == words_of(written)


def test_only_later_pages_are_numbered():
    sheet = print_letter(letter("A line of the letter.\n" * 90))
    document = pypdfium2.PdfDocument(sheet.pdf)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert sheet.pages == len(texts) == 3
    assert " of 3" not in texts[0]
    assert "2 of 3" in texts[1]
    assert "3 of 3" in texts[2]


def test_a_letter_with_hardly_anything_is_still_a_page():
    bare = Letter(
        sender=Sender(name=""), recipient=Recipient(), written_on=TODAY, subject="", body=""
    )
    assert to_pdf(bare).startswith(b"%PDF-1.7")


def test_a_long_address_has_its_own_line_under_the_name():
    address = ("218 Linden Street, Apartment 4, Building North", "Columbus, Ohio 43215")
    written = replace(letter(), sender=replace(FACTS.sender, address=address))
    page = pypdfium2.PdfDocument(to_pdf(written))[0]
    rows = page.get_textpage().get_text_bounded().splitlines()
    assert rows[1] == ", ".join(address)
    assert rows[2].split() == ["(614)", "555-0142", "·", "ana.okafor@example.com"]
