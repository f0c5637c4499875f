"""Where a letter gives an employer away: by the whole name, or by a word that is only theirs."""

import re
from collections.abc import Iterable, Iterator

from .found import plain

_FORMS = {
    "inc", "llc", "ltd", "limited", "corp", "corporation", "co", "company", "plc", "gmbh", "mbh",
    "ag", "kg", "ug", "se", "sa", "sas", "sarl", "srl", "spa", "nv", "bv", "ab", "as", "oy", "kk",
    "pty", "pte", "pvt", "private", "llp", "lp", "group", "holding", "holdings", "&", "and",
}  # fmt: skip
# These stand at either end, and often without a space.
_FORMS_UNSPACED = re.compile("株式会社|有限会社|合同会社|有限公司|주식회사|[(]株[)]")
# What many firms are called, and what a letter may say without meaning any of them.
_COMMON_WORDS = """
    the of for in at to on by a an our your my we you it its all one two new old first next
    best better good great big bright open free true fair fit kind thank thanks team role roles
    job jobs work works career careers people person position offer day days time times year years
    home house place world life care early start late today choice future path north south east
    west northern southern eastern western central united general national international global
    american european british german state city town county public royal university college
    school institute academy center centre office offices agency authority council department
    government ministry service services solutions systems system software technologies technology
    tech data digital cloud labs lab studio studios media design creative consulting consultants
    advisors advisory partners partner associates capital finance financial bank banking savings
    trust insurance investments ventures fund funds pay payments money credit health healthcare
    medical hospital clinic pharma sciences science research analytics engineering energy power
    electric water food foods market markets store stores shop retail logistics transport motors
    products industries industrial manufacturing construction building property properties estate
    management marketing communications networks network security group hotel hotels travel law
    legal foundation society club church learning education training
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_SHORTEST = 3


def named(body: str, employers: Iterable[str], own: Iterable[str]) -> tuple[str, bool]:
    """Return the words that name one of `employers`, as typed, and whether that is certain.

    Words in small letters may be words like any other. `own` is what the letter is about
    and whom it goes to: the words of that are no secret.
    """
    ours = _bare(" ".join(own))
    employers = tuple(employers)
    whole = (name for one in employers for name in _whole(one) if name not in ours)
    for name in whole:
        if _says(name, body):
            typed = _as_typed(name, body)
            return typed, typed != typed.lower() or not _COMMON.issuperset(name.split())
    words = (word for one in employers for word in _only_theirs(one, ours))
    found = [_as_typed(word, body) for word in words if _says(word, body)]
    certain = next((word for word in found if word != word.lower()), "")
    return certain or next(iter(found), ""), bool(certain)


def _whole(employer: str) -> Iterator[str]:
    """The whole name, and the name without "Inc."."""
    whole = _bare(employer)
    words = whole.replace(",", " ").split()
    while len(words) > 1 and _is_form(words[-1]):
        words.pop()
    while len(words) > 1 and _is_form(words[0]):
        words.pop(0)
    yield from (name for name in dict.fromkeys((whole, " ".join(words))) if len(name) > 1)


def _only_theirs(employer: str, ours: str) -> Iterator[str]:
    for word in re.findall(r"[^\s,;/()]+", _bare(employer)):
        bare = word.strip(".'&-")
        if len(bare) < _SHORTEST or bare.isdigit() or _is_form(bare) or bare in _COMMON:
            continue
        if not _says(bare, ours):
            yield bare


def _is_form(word: str) -> bool:
    return word.replace(".", "") in _FORMS


def _bare(text: str) -> str:
    return " ".join(_FORMS_UNSPACED.sub(" ", plain(text)).split()).strip(" .,")


def _says(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", _bare(text)))


def _as_typed(name: str, body: str) -> str:
    """Return the words of `body` that say the plain `name`, as the person wrote them."""
    words, count = body.split(), len(name.split())
    runs = (" ".join(words[at : at + count]) for at in range(len(words)))
    return next((run.strip(' .,;:!?()“”"') for run in runs if _says(name, run)), name)
