"""The one door to paper: a letter goes in, a tagged PDF comes out.

WeasyPrint runs only in child processes (`press.py`) that know no secrets, fetch nothing, hold at
most 512 MB and have ten seconds for a letter. Two are kept warm, and serve every thread.
"""

import atexit
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from html import escape
from pathlib import Path
from threading import BoundedSemaphore, Timer

from .letter import Letter
from .sheet import to_html

LETTERS_AT_ONCE = 2
SECONDS_TO_START = 60.0
SECONDS_FOR_A_LETTER = 10.0
SECONDS_TO_WAIT = 15.0
MOST_BYTES = 20 * 2**20
MOST_SIGNS_NAMED = 10
LEFT_OUT = "We left out signs that we cannot print, such as emoji."

_CODE = re.compile(r"\(U\+([0-9A-F]{4,6})\)$")
"""How WeasyPrint ends its warning of a sign without a font."""

_PROGRAM = Path(__file__).with_name("press.py")
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH")


class LetterBusy(Exception):
    """Too many letters at once: trying again in a moment will do."""


class LetterFailed(Exception):
    """This letter could not be printed, or took too long."""


class CannotPrint(LetterFailed):
    """No font here draws some of its signs: a box would stand there instead."""

    def __init__(self, signs: str) -> None:
        super().__init__("Some signs cannot be printed.")
        self.signs = signs


class PressStopped(LetterFailed):
    """The press ended before its time was up: something else killed it."""


@dataclass(frozen=True, kw_only=True)
class Printed:
    """`warnings` are WeasyPrint's own, such as a character that no font can draw."""

    pdf: bytes
    pages: int
    warnings: tuple[str, ...]

    @property
    def missing(self) -> str:
        """The signs that came out as a box, each once."""
        found = (_CODE.search(warning) for warning in self.warnings)
        return "".join(dict.fromkeys(chr(int(code[1], 16)) for code in found if code))


def to_pdf(letter: Letter) -> bytes:
    """Return the letter as PDF/UA-1. Raises LetterBusy, or LetterFailed: also for a box in it."""
    printed = print_letter(letter)
    if printed.missing:
        raise CannotPrint(" ".join(printed.missing[:MOST_SIGNS_NAMED]))
    return printed.pdf


def missing(text: str) -> str:
    """The signs of `text` that no font here can draw. Raises LetterBusy or LetterFailed."""
    return _presses.print(f"<p>{escape(text)}</p>", "letter").missing


def print_letter(letter: Letter) -> Printed:
    """Return the PDF and what is known about it. Raises LetterBusy or LetterFailed."""
    return _presses.print(to_html(letter), letter.paper)


def pages_in(pdf: bytes) -> int | None:
    """Count the pages of a finished PDF, in its own list of pages; None when there is none.

    So the count is of the bytes that are kept, and a letter is laid out once.
    """
    for found in _STREAM.finditer(pdf):
        with suppress(zlib.error):
            reader = zlib.decompressobj()
            count = _COUNT.search(reader.decompress(found[1], MOST_BYTES))
            if count:
                return int(count[1])
    return None


_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_COUNT = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count (\d+)")


def print_page(html: str, paper: str) -> Printed:
    """Print a page that is no letter. `html` is ours throughout, and what was typed is clean text
    in it (`paper.clean`). A sign that no font draws is left out, and the page says so. Raises
    LetterBusy or LetterFailed.
    """
    printed = _presses.print(html, paper, "page")
    if printed.missing:
        bare = html.translate(dict.fromkeys(map(ord, printed.missing)))
        said = bare.replace("</body>", f'<p class="quiet">{LEFT_OUT}</p></body>')
        printed = _presses.print(said, paper, "page")
    return printed


def warm() -> None:
    """Start the presses now, so that the first letter is as quick as the others.

    Takes a second or more: call it while a worker starts. Raises LetterFailed when a press
    cannot start, for example because Pango is not installed.
    """
    _presses.warm()


class Press:
    """One child process, printing one letter at a time."""

    def __init__(self) -> None:
        self._room = tempfile.mkdtemp(prefix="letters-")
        self._process = subprocess.Popen(
            # Isolated: this folder is not on its path, nor anyone's PYTHONPATH.
            [sys.executable, "-I", str(_PROGRAM)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._room,
            env=_environment(self._room),
        )
        assert self._process.stdin
        assert self._process.stdout
        self._orders, self._letters = self._process.stdin, self._process.stdout
        self._ready = False

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def wait_until_ready(self) -> None:
        if self._ready:
            return
        with self._within(SECONDS_TO_START):
            self._ready = self._read() == b"ready"

    def print(self, html: str, paper: str, style: str = "letter") -> Printed:
        self.wait_until_ready()
        with self._within(SECONDS_FOR_A_LETTER):
            self._write(json.dumps({"html": html, "paper": paper, "style": style}).encode())
            answer = json.loads(self._read())
            if "failed" in answer:
                raise LetterFailed(answer["failed"])
            return Printed(
                pdf=self._read(), pages=answer["pages"], warnings=tuple(answer["warnings"])
            )

    def stop(self) -> None:
        """End the child, whatever it is doing. Doing so twice is harmless."""
        self._process.kill()
        self._process.wait()
        self._close_pipes()
        shutil.rmtree(self._room, ignore_errors=True)

    def abandon(self) -> None:
        """Let go of a child that belongs to the process we were forked from."""
        self._close_pipes()
        self._process.returncode = 0  # not ours to wait for

    def _close_pipes(self) -> None:
        for pipe in (self._orders, self._letters):
            with suppress(OSError):  # an order it never read
                pipe.close()

    @contextmanager
    def _within(self, seconds: float) -> Iterator[None]:
        """Kill the child after `seconds`: whatever we wait for then ends."""
        end = time.monotonic() + seconds
        watch = Timer(seconds, self._process.kill)
        watch.daemon = True
        watch.start()
        try:
            yield
        except (OSError, EOFError) as error:
            why = PressStopped if time.monotonic() < end else LetterFailed
            raise why("The press stopped.") from error
        finally:
            watch.cancel()
            watch.join()

    def _write(self, body: bytes) -> None:
        self._orders.write(struct.pack(">I", len(body)) + body)
        self._orders.flush()

    def _read(self) -> bytes:
        size = struct.unpack(">I", self._read_exactly(4))[0]
        if size > MOST_BYTES:
            raise LetterFailed("The letter is too large.")
        return self._read_exactly(size)

    def _read_exactly(self, size: int) -> bytes:
        body = self._letters.read(size)
        if len(body) < size:
            raise EOFError
        return body


class Presses:
    """At most so many presses, kept warm between letters. Safe to use from many threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._turns = BoundedSemaphore(most)
        self._idle: list[Press] = []
        self._all: set[Press] = set()

    def print(self, html: str, paper: str, style: str = "letter") -> Printed:
        if not self._turns.acquire(timeout=SECONDS_TO_WAIT):
            raise LetterBusy
        try:
            return self._print_or_try_again(html, paper, style)
        finally:
            self._turns.release()

    def _print_or_try_again(self, html: str, paper: str, style: str) -> Printed:
        """What ended one press need not be the letter: so there is a second try, and no third."""
        with suppress(PressStopped):
            return self._print(html, paper, style)
        try:
            return self._print(html, paper, style)
        except PressStopped as stopped:
            raise LetterBusy from stopped

    def _print(self, html: str, paper: str, style: str) -> Printed:
        press = self._take()
        try:
            printed = press.print(html, paper, style)
        except BaseException:
            self._drop(press)
            raise
        self._keep(press)
        return printed

    def warm(self) -> None:
        started = [self._start() for _ in range(self._most - len(self._idle))]
        for press in started:
            try:
                press.wait_until_ready()
            except LetterFailed:
                for each in started:
                    self._drop(each)
                raise
            self._keep(press)

    def close(self) -> None:
        """Stop every press. The next letter starts a new one."""
        for press in list(self._all):
            self._drop(press)
        self._idle.clear()

    def forget(self) -> None:
        """Start afresh in a forked process: the presses are the parent's."""
        for press in self._all:
            press.abandon()
        self._turns = BoundedSemaphore(self._most)
        self._idle.clear()
        self._all.clear()

    def _take(self) -> Press:
        while self._idle:
            press = self._idle.pop()
            if press.is_alive:
                return press
            self._drop(press)
        return self._start()

    def _start(self) -> Press:
        press = Press()
        self._all.add(press)
        return press

    def _keep(self, press: Press) -> None:
        if len(self._idle) < self._most:
            self._idle.append(press)
        else:
            self._drop(press)

    def _drop(self, press: Press) -> None:
        self._all.discard(press)
        press.stop()


def _environment(room: str) -> dict[str, str]:
    """What a press may know: where programs, libraries and fonts are, and its own folder."""
    passed = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    own = {"LANG": "C.UTF-8", "TMPDIR": room, "XDG_CACHE_HOME": room}
    # One pool of memory: more would claim some 200 MB of address space that lies unused.
    return passed | own | {"MALLOC_ARENA_MAX": "1"}


_presses = Presses(LETTERS_AT_ONCE)
atexit.register(_presses.close)
os.register_at_fork(after_in_child=_presses.forget)
