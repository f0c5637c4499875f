"""A letter in the words of a career centre, with the must-haves of the letter locked in.

Such wording is plain text with named gaps (`centres.placeholders`). What a gap holds comes from
our own templates: a gap that our template prints, or a part that it includes.
"""

import re
from functools import cache

from django.conf import settings
from django.template import engines

from centres.placeholders import fill, problems

from . import paper
from .check import Check, check
from .draft import PARAGRAPH, draft, reflow, words_of
from .facts import LetterFacts
from .kinds import LetterKind

FOLDER = settings.BASE_DIR / "templates" / "letters"
PART = re.compile(r'\{% include "parts/([a-z]+)\.txt" %\}')
PRINTED = re.compile(r"\{\{ ([a-z_]+) \}\}")
# Where each says the one clear sentence, with the job and its dates.
LOCKED = ("greeting", "statement", "decided")
# A part that our templates include only in some cases, and what says so.
ONLY_IF = {"named": "named_in_letter"}
# Facts that are whole sentences, or none.
SENTENCES = ("liked", "reason_sentence", "guideline", "why", "why_them", "asks")
# Printed as a day, and a part with the same name, which says more.
NOT_PRINTED = "called"


@cache
def source_of(kind: LetterKind) -> str:
    return (FOLDER / kind.template).read_text(encoding="utf-8")


def blocks_of(kind: LetterKind) -> tuple[str, ...]:
    """Gaps that hold whole sentences: the parts of our own template."""
    return tuple(dict.fromkeys(PART.findall(source_of(kind))))


def names_of(kind: LetterKind) -> tuple[str, ...]:
    """Every gap that wording of this letter may have."""
    printed = (name for name in PRINTED.findall(source_of(kind)) if name != NOT_PRINTED)
    return (*dict.fromkeys(printed), *blocks_of(kind))


def locked_in(kind: LetterKind) -> tuple[str, ...]:
    """Gaps that wording of this letter must keep."""
    return tuple(name for name in LOCKED if name in names_of(kind))


def starting_text(kind: LetterKind, sample: LetterFacts) -> str:
    """Our own wording as text with gaps: what is edited first.

    `sample` says nothing that holds only for some, such as that the job was found on campus.
    """
    shown = {name: f"{{{{ {name} }}}}" for name in names_of(kind)}
    template = engines["letters"].from_string(
        PART.sub(lambda part: shown[part[1]], source_of(kind))
    )
    return reflow(template.render(words_of(sample) | shown))


def draft_in(kind: LetterKind, facts: LetterFacts, text: str) -> str:
    """The first wording in a centre’s words. Nothing in text or facts is read as template."""
    known = {name: str(value) for name, value in words_of(facts).items() if value}
    for block in blocks_of(kind):
        known[block] = _part(block, facts)
    return paper.clean(fill(text, known, (*blocks_of(kind), *SENTENCES)))


def _part(block: str, facts: LetterFacts) -> str:
    words = words_of(facts)
    if block in ONLY_IF and not words[ONLY_IF[block]]:
        return ""
    rendered = engines["letters"].get_template(f"parts/{block}.txt").render(words)
    return " ".join(rendered.replace(PARAGRAPH, " ").split())


def newly_broken(kind: LetterKind, facts: LetterFacts, text: str) -> tuple[Check, ...]:
    """Must-haves that our own wording keeps with these facts, and this text does not."""
    kept = {one.slug for one in check(kind, draft(kind, facts), facts) if one.ok is not False}
    found = check(kind, draft_in(kind, facts, text), facts)
    ours = {one.slug for one in check(kind, draft(kind, facts), facts)}
    return tuple(
        one for one in found if one.ok is False and (one.slug in kept or one.slug not in ours)
    )


def why_refused(kind: LetterKind, text: str, samples: tuple[LetterFacts, ...]) -> list[str]:
    """Everything that keeps this text from being saved, each in words; empty when it may."""
    found = list(problems(text, names_of(kind), locked_in(kind)))
    if found:
        return found
    broken = (one for facts in samples for one in newly_broken(kind, facts, text))
    return list(dict.fromkeys(f"{one.words}{_quoted(one)}" for one in broken))


def _quoted(one: Check) -> str:
    return f": “{one.quote}”" if one.quote else ""


def first_draft(kind: LetterKind, facts: LetterFacts, text: str = "") -> str:
    """The first wording: a centre’s, as long as it keeps every must-have for this person."""
    if text and not newly_broken(kind, facts, text):
        return draft_in(kind, facts, text)
    return draft(kind, facts)
