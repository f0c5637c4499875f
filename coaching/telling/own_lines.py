"""Lines of the call in the words of a career centre. What each line is for stays."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from centres.models import WordingKind
from centres.placeholders import fill, problems

from .script import Line, ScriptFacts

TO_AN_EMPLOYER = ("manager", "recruiter")


@dataclass(frozen=True, kw_only=True)
class OwnLine:
    """One line that may be said in other words: by its heading in the script.

    `must` is a pattern that stands in it exactly once, and `why` says so.
    """

    slug: str
    heading: str
    ours: str
    names: tuple[str, ...]
    locked: tuple[str, ...]
    must: str
    why: str

    def why_refused(self, text: str) -> list[str]:
        found = list(problems(text, self.names, self.locked))
        if not found and len(re.findall(self.must, text, re.IGNORECASE)) != 1:
            found.append(self.why)
        return found


LINES = (
    OwnLine(
        slug="minute",
        heading="Ask for a minute",
        ours="Hi {{ them }}, it’s {{ me }}. Do you have two minutes?",
        names=("them", "me"),
        locked=("me",),
        must=r"minutes?",
        why="Ask for a minute, or two minutes. Say it once",
    ),
    OwnLine(
        slug="early",
        heading="Say it early",
        ours="I’m calling with difficult news. I’ve decided {{ leaving }}.",
        names=("them", "leaving", "last_day"),
        locked=("leaving",),
        must=r"\bdecided\b",
        why="Say “decided” once, so that it is clear",
    ),
    OwnLine(
        slug="sorry",
        heading="Say sorry once",
        ours="I know this puts you in a hard spot, and I’m sorry.",
        names=("them",),
        locked=(),
        must=r"\b(?:sorry|apolog\w+)\b",
        why="Say sorry once, and no more",
    ),
    OwnLine(
        slug="close",
        heading="Thank and close",
        ours="Thank you for everything, {{ them }}. I hope our paths cross again.",
        names=("them",),
        locked=(),
        must=r"\bthank",
        why="Thank them once",
    ),
)
BY_HEADING = {line.heading: line for line in LINES}


def said(own: OwnLine, text: str, facts: ScriptFacts) -> str:
    known = {"me": facts.me, "them": facts.them, "leaving": facts.leaving}
    return fill(text, known | {"last_day": facts.last_day})


def in_own_words(
    lines: tuple[Line, ...], facts: ScriptFacts, wording: Mapping[tuple[str, str], str]
) -> tuple[Line, ...]:
    """The script to an employer with the lines of a centre, where it has any."""
    if facts.who not in TO_AN_EMPLOYER:
        return lines
    return tuple(_in_own_words(line, facts, wording) for line in lines)


def _in_own_words(line: Line, facts: ScriptFacts, wording: Mapping[tuple[str, str], str]) -> Line:
    own = BY_HEADING.get(line.heading)
    text = wording.get((WordingKind.SCRIPT, own.slug), "") if own else ""
    say = said(own, text, facts) if own and text else ""
    kept = own and re.search(own.must, say, re.IGNORECASE)
    return replace(line, say=f"“{say}”") if kept else line
