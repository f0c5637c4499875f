"""Paper for tests that do not look into it: one page is pressed, and handed out again and again."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from coaching.letters.pdf import Presses, Printed

_pressed: dict[tuple[str, str], Printed] = {}


@contextmanager
def pressed_once() -> Iterator[None]:
    """The first page of a paper and style is real. Whether a sign can be drawn is still asked."""
    press = Presses.print

    def again(self: Presses, html: str, paper: str, style: str = "letter") -> Printed:
        if html.startswith("<p>"):
            return press(self, html, paper, style)
        if (paper, style) not in _pressed:
            _pressed[paper, style] = press(self, html, paper, style)
        return _pressed[paper, style]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Presses, "print", again)
        yield
