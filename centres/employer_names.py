"""When two spellings of an employer are surely the same, and when they may be."""

import re
import unicodedata
from difflib import SequenceMatcher

# Forms of a company, which people leave out as often as not.
FORMS = frozenset(
    {"ag", "bv", "co", "company", "corp", "corporation", "gmbh", "inc", "incorporated", "kg"}
    | {"limited", "llc", "llp", "ltd", "nv", "plc", "pty", "sa", "se", "spa", "srl"}
)
NOT_A_LETTER = re.compile(r"[\W_]+")
DOTS_AND_QUOTES = re.compile(r"[.'’]")
ALIKE = 0.85  # of the letters, in their order
LONGEST_KEY = 240
LONG_ENOUGH = 4  # letters of a first word that says something by itself


def key(name: str) -> str:
    """Spellings with the same key are one: "The Northgate Bank, Inc." and "northgate bank"."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ")
    words = NOT_A_LETTER.sub(" ", DOTS_AND_QUOTES.sub("", plain)).split()
    kept = words[1:] if words[:1] == ["the"] else words
    while kept and kept[-1] in FORMS:
        kept = kept[:-1]
    return (" ".join(kept or words) or plain.strip())[:LONGEST_KEY]


def look_alike(one: str, other: str) -> bool:
    """Two keys that somebody may have meant the same by: a slip of the pen, or a word more."""
    if one == other or not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    if long.startswith(f"{short} ") and len(short.split()[0]) >= LONG_ENOUGH:
        return True
    return SequenceMatcher(None, one, other).ratio() >= ALIKE
