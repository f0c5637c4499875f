"""A letter as the HTML the press reads: our own few tags around escaped plain text.

Flat on purpose, and line ends stay line ends (the style sheet keeps them): every element more,
even a <br>, is paid for in layout.
"""

from html import escape

from .letter import Letter
from .paper import paragraphs, with_breaks

DOT = "\u2002·\u2002"
LONGEST_CONTACT = 90
"""Characters that fit on the line under the name, on either paper."""


def to_html(letter: Letter) -> str:
    """Return the whole page. What the person typed is text here, never markup or a link."""
    parts = [
        _p(letter.sender.name, "name"),
        _p("\n".join(contact_rows(letter)), "contact"),
        _p(letter.day, "day"),
        _p("\n".join(letter.addressee), "to"),
        f"<h1>{_text(letter.subject)}</h1>" if letter.subject else "",
        *(_p(paragraph) for paragraph in paragraphs(letter.body)),
        _p(letter.close, "close"),
        _p(letter.sender.name, "sign"),
    ]
    head = _HEAD.format(title=escape(letter.subject), author=escape(letter.sender.name))
    return head + "".join(parts)


_HEAD = (
    '<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta name="author" content="{author}"></head><body>'
)


def contact_rows(letter: Letter) -> tuple[str, ...]:
    """What stands under the name: on one line where it fits, else the address has its own."""
    together = DOT.join(letter.contact)
    if len(together) <= LONGEST_CONTACT:
        return (together,)
    address, *rest = letter.contact
    return (address, DOT.join(rest))


def _p(text: str, name: str = "") -> str:
    if not text:
        return ""
    attribute = f' class="{name}"' if name else ""
    return f"<p{attribute}>{_text(text)}</p>"


def _text(text: str) -> str:
    return escape(with_breaks(text))
