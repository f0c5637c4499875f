"""Letters written to break the press: bounded in time, and only ever text."""

import socket
from dataclasses import replace
from threading import Thread

import pytest

from coaching.letters.facts import Recipient, Sender
from coaching.letters.letter import Letter
from coaching.letters.pdf import print_letter
from tests.letters.ana import TODAY, letter
from tests.letters.reading import keys_in, opened, words_of, words_on

MARKUP = [
    "<link rel=attachment href=file:///etc/passwd>",
    "<img src=file:///etc/passwd>",
    "<a href='javascript:alert(1)'>press</a> <a href=file:///etc/passwd>here</a>",
    "<style>@import url(file:///etc/passwd); @color-profile x { src: url(x) }</style>",
    "</p></body><iframe src=file:///proc/self/environ></iframe>",
    "<svg><image href=file:///etc/hostname /></svg> &lt;b&gt; &#60;",
    "{{7*7}} {% now 'Y' %} ${7*7}",
    "[press](https://example.com) https://example.com/?a=1&b=2",
]


@pytest.fixture
def listener():
    """A server on this machine that remembers whether anyone called."""
    calls = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)

        def listen():
            try:
                while True:
                    server.accept()[0].close()
                    calls.append("called")
            except (TimeoutError, OSError):
                return

        thread = Thread(target=listen)
        yield server.getsockname()[1], thread, calls


def run_together(words):
    """The words without spaces, as long ones turn the line."""
    return "".join(words)


@pytest.mark.parametrize("typed", MARKUP)
def test_markup_is_only_words(typed):
    everywhere = Letter(
        sender=Sender(name=typed, address=(typed,), phone="1", email=typed),
        recipient=Recipient(name=typed, title=typed, employer=typed, address=(typed,)),
        written_on=TODAY,
        subject=typed,
        body=f"{typed}\n\n{typed}",
    )
    sheet = print_letter(everywhere)
    document = opened(sheet.pdf)
    assert run_together(words_on(sheet.pdf)) == run_together(words_of(everywhere))
    assert len(document.attachments) == 0
    assert not keys_in(document) & {"/URI", "/JS", "/EmbeddedFiles", "/AF", "/Filespec"}


def test_nothing_is_fetched_from_the_network(listener):
    port, thread, calls = listener
    thread.start()
    address = f"http://127.0.0.1:{port}/x"
    print_letter(letter(f"<img src={address}><link rel=stylesheet href={address}> {address}"))
    thread.join()
    assert calls == []


@pytest.mark.parametrize(
    "typed",
    [
        "\n" * 20_000,
        "a\n" * 20_000,
        "x" * 100_000,
        "x y " * 50_000,
        "Z" + "\u0301\u0323\u0316" * 20_000,
        "Z\u0301\u0323\u0316\u0334\u0335" * 4_000,
        "\u202e\u2066\u200f" * 9_000,
        "🙂👩‍👩‍👧" * 4_000,
        "שלום עולם " * 1_000,
        "漢字" * 5_000,
        "\x00\x1b\ud800\ufffe" * 1_000,
        "<p>" * 5_000,
    ],
    ids=range(12),
)
def test_no_typed_text_holds_the_press_up(typed):
    sheet = print_letter(letter(typed))
    assert sheet.pages <= 20
    assert opened(sheet.pdf).Root.MarkInfo.Marked


@pytest.mark.parametrize("typed", ["x" * 100_000, "漢" * 9_000, "Z\u0301\u0323" * 9_000])
def test_no_letterhead_holds_the_press_up(typed):
    flooded = replace(
        letter(),
        sender=Sender(name=typed, address=(typed,) * 9_000, phone=typed, email=typed),
        recipient=Recipient(name=typed, title=typed, employer=typed, address=(typed,) * 9_000),
        subject=typed,
    )
    assert print_letter(flooded).pages <= 4


@pytest.mark.parametrize("typed", ["a\n" * 20_000, "x" * 100_000, "line one\nline two\n\nnext"])
def test_what_is_left_of_a_flood_is_all_on_paper(typed):
    written = letter(typed)
    assert run_together(words_on(print_letter(written).pdf)) == run_together(words_of(written))
