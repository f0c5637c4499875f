"""The press: a program of its own that turns a letter's HTML into a PDF.

Nothing of the project imports it and it imports nothing of the project. `pdf.py` starts it, and
speaks with it in frames over its input and output: a length (4 bytes, big-endian), then as many
bytes. It gets JSON `{"html": …, "paper": "letter" | "a4", "style": "letter" | "page"}` and answers
with JSON `{"pages": …, "warnings": […]}` or `{"failed": …}`, then, unless it failed, a frame of
PDF.
"""

import gc
import json
import logging
import os
import re
import resource
import shutil
import signal
import struct
import sys
from pathlib import Path
from typing import Any, BinaryIO

import pydyf
from weasyprint import CSS, HTML, draw
from weasyprint.text.ffi import ffi
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

HERE = Path(__file__).resolve().parent
FONTS = {path.as_uri(): path for path in sorted((HERE / "fonts").glob("*.woff2"))}
# By style and paper. A letter has the margins of a letter; a page of notes says its own.
PAPERS = {
    ("letter", "letter"): "@page { size: Letter; margin: 27mm 34mm 24mm }",
    ("letter", "a4"): "@page { size: A4; margin: 30mm 31mm 26mm }",
    ("page", "letter"): "@page { size: Letter }",
    ("page", "a4"): "@page { size: A4 }",
}
MOST_DIFFERENT_CHARACTERS = 90
MOST_MEMORY = 512 * 2**20
MOST_SECONDS = 20
"""Longer than the parent waits: this ends a letter whose parent is gone."""

SPECIMEN = (
    '<!doctype html><html lang="en-US"><head><title>Ąễ</title></head><body>'
    '<p class="name">Ąễ</p><p class="contact">1</p><p class="day">1</p><p class="to">Ą</p>'
    '<h1>Ąễ</h1><p>Every fi and ffl, 0123456789. Ą ễ “”’</p><p class="close">.</p>'
)


class OwnFontsOnly(URLFetcher):
    """Gives out our own font files, and nothing else from anywhere."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url not in FONTS:
            raise ValueError("A letter fetches nothing.")
        return URLFetcherResponse(url, FONTS[url].read_bytes(), {"Content-Type": "font/woff2"})


BEYOND_ONE_TO_ONE = re.compile(
    # From Devanagari to Lao and on to Khmer: signs that change shape or place beside others.
    "[\u0900-\u0fff\u1000-\u109f\u1780-\u17ff\u1a20-\u1aff\ua8e0-\ua8ff\ua9e0-\ua9ff\uaa60-\uaa7f]"
)


def say_what_is_drawn() -> None:
    """Keep the words beside their shapes, line by line, in scripts where shapes are not letters.

    WeasyPrint names one text for each shape. In Devanagari or Thai one shape stands for several
    letters, or before the letter it follows: without /ActualText a reader finds other words.
    """
    drawing: Any = draw  # it was not made to be changed: the tests of names hold us to it
    shapes_only = drawing.draw_text

    def draw_text(stream: Any, textbox: Any, *rest: Any) -> None:
        if not BEYOND_ONE_TO_ONE.search(textbox.text):
            shapes_only(stream, textbox, *rest)
            return
        words = pydyf.String(textbox.text)
        stream.begin_marked_content("Span", pydyf.Dictionary({"ActualText": words}))
        shapes_only(stream, textbox, *rest)
        stream.end_marked_content()

    drawing.draw_text = draw_text


class Complaints(logging.Handler):
    """Keeps what WeasyPrint warns about while it prints one letter."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


class Press:
    """Everything that letters share: fonts, parsed style sheets, the fetcher.

    Made once: WeasyPrint would otherwise read certificates, fonts and styles for every letter,
    which is more than half of the work.
    """

    def __init__(self) -> None:
        self.fetcher = OwnFontsOnly()
        self.fonts = FontConfiguration()
        self.styles = {
            (style, paper): self._parsed(
                f"{(HERE / style).with_suffix('.css').read_text()}\n{page}"
            )
            for (style, paper), page in PAPERS.items()
        }

    def _parsed(self, style: str) -> CSS:
        return CSS(
            string=style,
            base_url=f"{HERE.as_uri()}/",
            url_fetcher=self.fetcher,
            font_config=self.fonts,
        )

    def print(self, html: str, paper: str, style: str = "letter") -> tuple[bytes, int]:
        """Return the PDF and its number of pages."""
        document = HTML(string=html, url_fetcher=self.fetcher).render(
            font_config=self.fonts, stylesheets=[self.styles[style, paper]], pdf_variant="pdf/ua-1"
        )
        return document.write_pdf(pdf_variant="pdf/ua-1"), len(document.pages)


def warm_press() -> Press:
    """Return a press that has printed once on each paper, so that the next letter is quick."""
    press = Press()
    # WeasyPrint names a C type by how many different characters a letter has, and each new name
    # takes 2 ms to read: a letter of two fonts would wait for two.
    for characters in range(1, MOST_DIFFERENT_CHARACTERS):
        ffi.typeof(f"hb_codepoint_t[{characters}]")
    for style, paper in PAPERS:
        press.print(SPECIMEN, paper, style)
    gc.collect()
    gc.freeze()  # what is shared lives for ever: never look through it again
    return press


def read_frame(stream: BinaryIO) -> bytes | None:
    head = stream.read(4)
    if len(head) < 4:
        return None
    return stream.read(struct.unpack(">I", head)[0])


def write_frame(stream: BinaryIO, body: bytes) -> None:
    stream.write(struct.pack(">I", len(body)) + body)
    stream.flush()


def main() -> None:
    """Print letters until the input ends: the parent has closed it, or is gone."""
    orders, letters = sys.stdin.buffer, sys.stdout.buffer
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    complaints = Complaints()
    log = logging.getLogger("weasyprint")
    log.handlers = [complaints]
    say_what_is_drawn()
    press = warm_press()
    write_frame(letters, b"ready")
    while order := read_frame(orders):
        complaints.said.clear()
        signal.alarm(MOST_SECONDS)
        try:
            pdf, pages = press.print(**json.loads(order))
        except Exception as error:
            # The name alone: a message could quote the letter.
            write_frame(letters, json.dumps({"failed": type(error).__name__}).encode())
            break
        write_frame(letters, json.dumps({"pages": pages, "warnings": complaints.said}).encode())
        write_frame(letters, pdf)
        signal.alarm(0)
    shutil.rmtree(os.getcwd(), ignore_errors=True)


if __name__ == "__main__":
    main()
