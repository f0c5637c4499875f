"""Names in many scripts, and whether this machine has a font for each."""

from dataclasses import dataclass
from functools import cache

import pytest

from coaching.letters import pdf
from coaching.letters.facts import Recipient, Sender
from coaching.letters.letter import Letter
from tests.letters.ana import TODAY


@dataclass(frozen=True, kw_only=True)
class Name:
    script: str
    words: str
    from_the_right: bool = False


OURS = (
    Name(script="Latin", words="Nguyễn Thị Ánh Łukasz Żółć"),
    Name(script="Cyrillic", words="Юлия Ивановна Щербакова"),
    Name(script="Greek", words="Ελένη Παπαδοπούλου"),
)
"""Drawn by our own typeface."""

OTHERS = (
    Name(script="Chinese", words="王小明 陳美玲"),
    Name(script="Japanese", words="渡辺さくら タナカ"),
    Name(script="Korean", words="김민수 박서연"),
    Name(script="Arabic", words="محمد عبد الله", from_the_right=True),
    Name(script="Hebrew", words="רחל כהן", from_the_right=True),
    Name(script="Devanagari", words="प्रिया शर्मा विक्रम"),
    Name(script="Bengali", words="অনন্যা চট্টোপাধ্যায়"),
    Name(script="Tamil", words="கார்த்திகேயன் பொன்னி"),
    Name(script="Telugu", words="శ్రీనివాస్"),
    Name(script="Thai", words="สมชาย น้ำทิพย์"),
    Name(script="Khmer", words="សុខា"),
    Name(script="Ethiopic", words="አበበ ቢቂላ"),
    Name(script="Georgian", words="ნინო ბერიძე"),
    Name(script="Armenian", words="Արամ Խաչատրյան"),
)
"""Drawn by the fonts of Debian's fonts-noto-core, fonts-noto-cjk and fonts-dejavu-core."""

ALL = (*OURS, *OTHERS)


@cache
def is_drawn(name: Name) -> bool:
    return not pdf.missing(name.words)


def needs_font_for(name: Name) -> None:
    """Skip the test where no font is installed; for what is ours, never."""
    if name in OTHERS and not is_drawn(name):
        pytest.skip(f"no font for {name.script} here: deploy/setup installs one when it may")


def letter_of(name: Name) -> Letter:
    """A letter from, to and about this name."""
    return Letter(
        sender=Sender(name=name.words, address=(name.words,)),
        recipient=Recipient(name=name.words, employer=name.words, address=(name.words,)),
        written_on=TODAY,
        subject=f"Withdrawal of acceptance: {name.words}",
        body=f"Dear {name.words},\n\nThank you, {name.words}.",
    )
