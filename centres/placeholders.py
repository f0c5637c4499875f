"""Text with named gaps, such as “Thank you, {{ them }}.” It is data: nothing in it is ever run.

A gap is filled with what we know, once, and what fills it is never read again. There is no other
syntax: no filters, no tags, no attributes.
"""

import re
from collections.abc import Collection, Iterator, Mapping

GAP = re.compile(r"\{\{ ?([a-z_]{1,40}) ?\}\}")
SYNTAX = re.compile(r"\{\{[^}\n]{0,40}\}{0,2}|\{[%#][^}\n]{0,40}\}?|\}\}|[%#]\}")
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


def gaps_in(text: str) -> list[str]:
    """The names of its gaps, in their order."""
    return GAP.findall(text)


def problems(text: str, allowed: Collection[str], required: Collection[str]) -> Iterator[str]:
    """What keeps this text from being saved, in words."""
    rest = GAP.sub("", text)
    found = SYNTAX.search(rest)
    if found:
        yield f"Take out “{found[0].strip()}”. Only a name that you can use stands in brackets"
    unknown = next((name for name in gaps_in(text) if name not in allowed), None)
    if unknown:
        yield f"Take out “{{{{ {unknown} }}}}”. It is not one of the names you can use"
    for name in required:
        if name not in gaps_in(text):
            yield f"Keep “{{{{ {name} }}}}”. The words cannot do without it"


def fill(text: str, known: Mapping[str, str], blocks: Collection[str] = ()) -> str:
    """The text with its gaps filled, paragraphs by empty lines.

    A sentence with a gap that nothing is known for is left out. `blocks` are gaps that hold whole
    sentences, so what stands beside them does not depend on them.
    """
    paragraphs = (_fill(paragraph, known, blocks) for paragraph in re.split(r"\n\s*\n", text))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _fill(paragraph: str, known: Mapping[str, str], blocks: Collection[str]) -> str:
    whole = "|".join(map(re.escape, blocks)) or "(?!)"
    parts = re.split(rf"(\{{\{{ ?(?:{whole}) ?\}}\}})", paragraph)
    sentences = (one for part in parts for one in SENTENCE_END.split(part.strip()))
    kept = (one for one in sentences if all(known.get(name) for name in gaps_in(one)))
    return " ".join(GAP.sub(lambda gap: known[gap[1]], one) for one in kept if one)
