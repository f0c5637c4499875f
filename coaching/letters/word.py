"""A letter for a word processor: the same words as on paper, for whoever wants to change them.

python-docx builds it from parts, so what was typed is only ever text: no template language stands
between, and there is nothing to escape (docs/decisions/0018).
"""

import io

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from .letter import Letter
from .paper import paragraphs
from .sheet import contact_rows

TYPE = "Times New Roman"
"""On every machine, or its like; signs it lacks come from the machine's other fonts."""

PAPERS = {
    "letter": (Mm(215.9), Mm(279.4), (Mm(27), Mm(34), Mm(24))),
    "a4": (Mm(210), Mm(297), (Mm(30), Mm(31), Mm(26))),
}
LEFT_BEHIND = (
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
"""Parts of python-docx's first page that say nothing of a letter; the last is 438 KB unpacked."""

GRAY = RGBColor(0x4A, 0x4A, 0x52)


def to_docx(letter: Letter) -> bytes:
    """Return the letter as DOCX: address block, day, subject and words as on paper."""
    document = docx.Document()
    _undress(document)
    _say_whose(document, letter)
    _set_paper(document, letter.paper)
    _dress(document)
    rows = [
        ("Letter Name", letter.sender.name),
        ("Letter Contact", "\n".join(contact_rows(letter))),
        ("Letter Day", letter.day),
        ("Letter To", "\n".join(letter.addressee)),
        ("Heading 1", letter.subject),
        *(("Normal", paragraph) for paragraph in paragraphs(letter.body)),
        ("Letter Close", letter.close),
        ("Letter Sign", letter.sender.name),
    ]
    for style, text in rows:
        if text:
            document.add_paragraph(text, style=style)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _undress(document: Document) -> None:
    """Take off what python-docx's first page brings: a hundred styles, and a picture of itself."""
    for style in list(document.styles):
        if style.name not in ("Normal", "Heading 1"):
            style.delete()
    for rels in (document.part.package.rels, document.part.rels):
        for key in [key for key, one in rels.items() if one.reltype in LEFT_BEHIND]:
            del rels[key]


def _say_whose(document: Document, letter: Letter) -> None:
    about = document.core_properties
    about.author = about.last_modified_by = letter.sender.name
    about.title = letter.subject
    about.comments = ""
    about.language = "en-US"


def _set_paper(document: Document, paper: str) -> None:
    (section,) = document.sections
    section.page_width, section.page_height, (top, side, bottom) = PAPERS[paper]
    section.top_margin, section.bottom_margin = top, bottom
    section.left_margin = section.right_margin = side


def _dress(document: Document) -> None:
    styles = document.styles
    normal = styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _type(normal, 11.5)
    _space(normal, after=8.25)
    normal.paragraph_format.widow_control = True
    name = _style(document, "Letter Name", 17, after=3)
    name.paragraph_format.keep_with_next = True
    contact = _style(document, "Letter Contact", 9, after=0, line=13)
    contact.font.color.rgb = GRAY
    _rule_above(_style(document, "Letter Day", 11.5, before=9, after=16.5))
    _style(document, "Letter To", 11.5, after=16.5)
    heading = styles["Heading 1"]
    assert isinstance(heading, ParagraphStyle)
    _type(heading, 11.5)
    heading.font.bold, heading.font.color.rgb = True, RGBColor(0x16, 0x16, 0x1A)
    _space(heading, after=7.75)
    close = _style(document, "Letter Close", 11.5, before=16.5, after=0)
    close.paragraph_format.keep_with_next = True
    _style(document, "Letter Sign", 11.5, before=41.25, after=0)


def _style(
    document: Document, name: str, size: float, *, before: float = 0, after: float, line: float = 0
) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    _type(style, size)
    _space(style, before=before, after=after, line=line)
    return style


def _space(style: ParagraphStyle, *, before: float = 0, after: float, line: float = 0) -> None:
    room = style.paragraph_format
    room.space_before, room.space_after = Pt(before), Pt(after)
    # At least, never exactly: tall scripts would lose their heads.
    room.line_spacing_rule, room.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(line or 16.5)


def _type(style: ParagraphStyle, size: float) -> None:
    """Set typeface and size, for scripts from right to left and from East Asia too."""
    style.font.name, style.font.size = TYPE, Pt(size)
    look = style.element.get_or_add_rPr()
    fonts = look.find(qn("w:rFonts"))
    for key in list(fonts.attrib):
        if key.endswith("Theme"):
            del fonts.attrib[key]
    for key in ("w:cs", "w:eastAsia"):
        fonts.set(qn(key), TYPE)
    for old in look.findall(qn("w:szCs")):
        look.remove(old)
    complex_size = OxmlElement("w:szCs")
    complex_size.set(qn("w:val"), str(round(size * 2)))
    look.find(qn("w:sz")).addnext(complex_size)


def _rule_above(style: ParagraphStyle) -> None:
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for key, value in (("val", "single"), ("sz", "4"), ("space", "18"), ("color", "9A9AA2")):
        top.set(qn(f"w:{key}"), value)
    borders.append(top)
    room = style.element.get_or_add_pPr()
    room.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")
