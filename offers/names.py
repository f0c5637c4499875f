"""A person's name, as people write it: what to call them, and how to begin a letter. Pure.

Names differ by culture and cannot be taken apart for sure. When unsure, the whole name is used.
"""

TITLES = {
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "sir", "dame", "hon",
    "herr", "frau", "mme", "sr", "sra",
}  # fmt: skip
PARTICLES = {
    "von", "van", "vom", "zu", "zur", "der", "den", "ter", "ten", "de", "del", "della", "di", "da",
    "do", "dos", "das", "du", "des", "la", "le", "los", "las", "y", "e", "bin", "bint", "ibn",
    "ben", "al", "el", "af", "av", "st.",
}  # fmt: skip
AFTER_A_NAME = {"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "mba"}


def first_name(name: str) -> str:
    """Return "Dana" of "Dr. Dana Reyes"; the whole name where a first name is not sure."""
    titles, rest = _parts(name)
    unsure = len(rest) < 2 if titles else not rest
    if unsure or _is_initial(rest[0]) or rest[0] in PARTICLES:
        return " ".join(name.split())
    return rest[0]


def polite_name(name: str) -> str:
    """Return "Dr. von Ahlen" of "Dr. Mia von Ahlen", "Dana" of "Dana Reyes"; empty if unknown.

    A title goes with the family name, which keeps its particles.
    """
    titles, rest = _parts(name)
    if not rest:
        return ""
    if not titles:
        return first_name(name)
    return " ".join((*titles, *_family(rest)))


def _parts(name: str) -> tuple[list[str], list[str]]:
    """The titles before a name, and the name itself without degrees after it."""
    family, comma, given = name.partition(",")
    if comma and not {_bare(word) for word in given.split()} & AFTER_A_NAME:
        name = f"{given} {family}"
    words = name.replace(",", " ").split()
    count = next((at for at, word in enumerate(words) if _bare(word) not in TITLES), len(words))
    rest = words[count:]
    while len(rest) > 1 and _bare(rest[-1]) in AFTER_A_NAME:
        rest.pop()
    return words[:count], rest


def _family(rest: list[str]) -> list[str]:
    """From the first particle on; else the last of two words; else all of them."""
    first, *others = rest
    later = [word for word in others if not _is_initial(word)]
    particle = next((at for at, word in enumerate(later) if word in PARTICLES), None)
    if particle is not None:
        return later[particle:]
    return later if len(later) == 1 else [first, *others]


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def _bare(word: str) -> str:
    return word.replace(".", "").casefold()
