"""What a person typed, made safe to keep: same letters, no invisible tricks."""

import re
import unicodedata

# Control characters (all but line feed and tab), lone surrogates, and the bidirectional
# overrides that can make text read differently from what it says. Joiners, direction marks
# and isolates stay: names and emoji need them.
INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e]")
LINE_BREAKS = re.compile(r"\r\n?")
BETWEEN_LINES = re.compile(r"[\n\t\u2028\u2029]+")


def clean_text(text: str) -> str:
    """Text of many lines: NFC, line feeds only, nothing invisible, no space around it."""
    visible = INVISIBLE.sub("", LINE_BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", visible).strip()


def clean_line(text: str) -> str:
    """The same on one line: breaks and tabs become one space."""
    return BETWEEN_LINES.sub(" ", clean_text(text)).strip()
