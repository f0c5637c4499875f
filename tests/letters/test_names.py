"""Names from anywhere: no box on paper, and what is read off it again is what was typed."""

import re
import unicodedata

import pypdfium2
import pytest

from coaching.letters import pdf, signs
from coaching.letters.pdf import CannotPrint, LetterBusy, Presses, print_letter, to_pdf
from coaching.letters.sheet import to_html
from coaching.letters.signs import EVERYDAY, missing_signs, sign_checks
from tests.letters.ana import letter
from tests.letters.names import ALL, OTHERS, OURS, Name, letter_of, needs_font_for
from tests.letters.reading import fonts_in, opened, words_of, words_on

NOBODY_CAN, NOR_THIS = "\U0002ebf0", "\U0002ebf1"  # Chinese signs of 2023
CAN_READ = {"ids": lambda name: name.script}


def rows_of(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return [unicodedata.normalize("NFC", row.strip()) for row in text.splitlines()]


@pytest.mark.mission("S1-28")
@pytest.mark.parametrize("name", ALL, **CAN_READ)
def test_a_name_is_drawn_without_a_box_and_reads_as_it_was_typed(name):
    needs_font_for(name)
    written = letter_of(name)
    sheet = print_letter(written)
    assert sheet.warnings == ()
    assert sheet.pages == 1
    # Alone on its line: sender, address, recipient, employer, street, signature.
    assert rows_of(sheet.pdf).count(unicodedata.normalize("NFC", name.words)) == 6
    if name.from_the_right:
        # In an English line pdfium guesses the order of the words anew; none may be lost.
        assert letters_of(words_on(sheet.pdf)) == letters_of(words_of(written))
    else:
        assert words_on(sheet.pdf) == words_of(written)


def letters_of(words: list[str]) -> list[str]:
    return sorted(re.sub(r"[,.:]", "", word) for word in words)


@pytest.mark.parametrize("name", OURS, **CAN_READ)
def test_our_own_typeface_draws_latin_greek_and_cyrillic(name):
    fonts = fonts_in(opened(to_pdf(letter_of(name))))
    assert all("Source-Serif-4" in font for font in fonts)


@pytest.mark.parametrize("name", OTHERS, **CAN_READ)
def test_every_font_that_draws_a_name_is_in_the_file(name):
    needs_font_for(name)
    assert all(fonts_in(opened(to_pdf(letter_of(name)))).values())


# What no font here can draw


def test_the_typeface_draws_each_sign_that_is_never_asked_about():
    """One by one, so that a later version of the font cannot lose one unseen."""
    everyday = "".join(sign for sign in map(chr, range(0x21, 0x3000)) if EVERYDAY.fullmatch(sign))
    text = "".join(sign for sign in everyday if unicodedata.category(sign) != "Cf")
    assert len(text) > 500
    sheet = print_letter(letter(" ".join(text)))
    assert sheet.missing == ""
    assert all("Source-Serif-4" in font for font in fonts_in(opened(sheet.pdf)))


@pytest.mark.mission("S1-28")
def test_a_letter_with_a_box_in_it_never_leaves():
    with pytest.raises(CannotPrint) as why:
        to_pdf(letter(f"Dear {NOBODY_CAN}, {NOBODY_CAN}\n\nThank you."))
    assert why.value.signs == NOBODY_CAN


def test_the_check_names_the_signs_once_in_their_order():
    written = letter(f"Dear \ue000{NOBODY_CAN}é “Żółć”,\n\n{NOR_THIS} {NOBODY_CAN} ok")
    assert missing_signs(written) == f"{NOBODY_CAN} {NOR_THIS}"
    (check,) = sign_checks(written)
    assert check.ok is False
    assert check.quote == f"{NOBODY_CAN} {NOR_THIS}"


def test_a_sign_in_the_letterhead_or_the_subject_is_found_too():
    name = Name(script="new", words=NOBODY_CAN)
    assert missing_signs(letter_of(name)) == NOBODY_CAN


@pytest.mark.parametrize("name", ALL, **CAN_READ)
def test_a_name_that_can_be_drawn_gets_no_warning(name):
    needs_font_for(name)
    assert sign_checks(letter_of(name)) == ()


def test_an_ordinary_letter_asks_the_press_nothing(monkeypatch):
    monkeypatch.setattr(pdf, "missing", None)
    assert sign_checks(letter()) == ()


def test_a_sign_is_asked_about_once(monkeypatch):
    asked = []
    monkeypatch.setattr(signs, "_drawn", {})
    monkeypatch.setattr(pdf, "missing", lambda text: asked.append(text) or "ก")
    assert missing_signs(letter("Dear กข ก,")) == missing_signs(letter("ข ก")) == "ก"
    assert asked == ["ก ข"]


def test_while_the_press_is_busy_the_page_opens_all_the_same(monkeypatch):
    def busy(text):
        raise LetterBusy

    monkeypatch.setattr(signs, "_drawn", {})
    monkeypatch.setattr(pdf, "missing", busy)
    assert sign_checks(letter("Dear ก,")) == ()


def test_without_those_fonts_the_press_still_prints_and_says_what_it_cannot(tmp_path, monkeypatch):
    (tmp_path / "none").mkdir()
    config = tmp_path / "fonts.conf"
    config.write_text(
        f'<?xml version="1.0"?><fontconfig><dir>{tmp_path}/none</dir>'
        f"<cachedir>{tmp_path}/cache</cachedir></fontconfig>"
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    presses = Presses(1)
    try:
        assert presses.print(to_html(letter()), "letter").warnings == ()
        for name in OURS:
            assert presses.print(to_html(letter_of(name)), "letter").missing == ""
        sheet = presses.print(to_html(letter("Dear 王小明 สมชาย,")), "letter")
        assert set(sheet.missing) == set("王小明สมชาย")
    finally:
        presses.close()
