"""Where a centre may say something in its own words, and what must stay in them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from django.utils import timezone
from django.utils.html import format_html, format_html_join

from centres.models import WordingKind, lines_of
from centres.placeholders import problems
from coaching.guidance import FOLDER, HEADING, guidance_from
from coaching.journey.steps import STEPS
from coaching.letters import kinds
from coaching.letters.samples import plain_sample, samples_of
from coaching.letters.wording import draft_in, locked_in, names_of, starting_text, why_refused
from coaching.telling.own_lines import LINES, OwnLine, said
from coaching.telling.script import ScriptFacts

NO_RENEGE = "Say “back out” in talk and “withdraw” in letters. Leave “{}” out"
MOST_LINES, LONGEST_LINE = 10, 160
HELP_LINES = (
    "Who is there for a student on a hard night: your counseling center, a night line, the dean of"
    " students. One to a line: the name, the number or page, and when somebody is there. Students"
    " of your school read them at “Someone to talk to”."
)
# The others follow from what the student asks for, so one wording cannot fit them.
LETTERS = {
    kinds.WITHDRAW_FIT: "Withdraw: a better fit",
    kinds.WITHDRAW_PERSONAL: "Withdraw: personal reasons",
    kinds.WITHDRAW_PLAIN: "Withdraw: no reason",
    kinds.RESIGN: "Resign",
    kinds.DECLINE: "Say no to an offer",
    kinds.MORE_TIME: "",
    kinds.SPEED_UP: "",
    kinds.ASK_UPDATE: "",
    kinds.ASK_WRITING: "",
    kinds.ACCEPT: "",
    kinds.ASK_POLICY: "",
    kinds.TELL_RECRUITER: "A note to the recruiter",
    kinds.TELL_REFERRER: "A note to the person who referred you",
    kinds.TELL_SCHOOL: "A note to the career center",
    kinds.REPLACEMENT: "",
    kinds.KEEP_IN_TOUCH: "",
}


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place: our words, the gaps they may have, what is locked, and how a sample reads."""

    kind: WordingKind
    slug: str
    title: str
    ours: str
    names: tuple[str, ...]
    locked: tuple[str, ...]
    refused: Callable[[str], list[str]]
    sample: Callable[[str], str]
    about: str = ""  # what belongs there, where no words of ours show it

    @property
    def is_drawn(self) -> bool:
        """Its sample is drawn as on the student’s page, and no plain text."""
        return self.kind in (WordingKind.HELP, WordingKind.GUIDANCE)

    @property
    def address(self) -> str:
        return f"{self.kind}-{self.slug}"

    def why_refused(self, text: str) -> list[str]:
        """What keeps the words from being saved; empty when they may be."""
        found = re.search(r"\breneg\w*", text, re.IGNORECASE)
        if found:
            return [NO_RENEGE.format(found[0])]
        return self.refused(text)


@cache
def places() -> dict[str, Place]:
    """Every place, by its address."""
    found = [
        *(_letter(kind, title or kind.title) for kind, title in LETTERS.items()),
        *map(_line, LINES),
        _help_lines(),
        *_introductions(),
    ]
    return {place.address: place for place in found}


def _letter(kind: kinds.LetterKind, title: str) -> Place:
    any_day = date(2025, 12, 1)  # what may be said is the same on every day
    samples = samples_of(kind, any_day)
    return Place(
        kind=WordingKind.LETTER,
        slug=kind.slug,
        title=title,
        ours=starting_text(kind, plain_sample(kind, any_day)),
        names=names_of(kind),
        locked=locked_in(kind),
        refused=lambda text: why_refused(kind, text, samples),
        sample=lambda text: draft_in(kind, samples_of(kind, timezone.localdate())[0], text),
    )


def _line(own: OwnLine) -> Place:
    return Place(
        kind=WordingKind.SCRIPT,
        slug=own.slug,
        title=own.heading,
        ours=own.ours,
        names=own.names,
        locked=own.locked,
        refused=own.why_refused,
        sample=lambda text: f"“{said(own, text, _call_of(timezone.localdate()))}”",
    )


def _call_of(today: date) -> ScriptFacts:
    last = today + timedelta(weeks=2)
    last_day = f"{last:%B} {last.day}"
    return ScriptFacts(
        who="manager", me="Sam Rivera", them="Dana", job="Data Analyst", last_day=last_day
    )


def _help_lines() -> Place:
    return Place(
        kind=WordingKind.HELP,
        slug="lines",
        title="Someone to talk to at your school",
        ours="",
        names=(),
        locked=(),
        refused=_too_many_lines,
        sample=_as_a_list,
        about=HELP_LINES,
    )


def _as_a_list(text: str) -> str:
    lines = format_html_join("", "<li>{}</li>", ((line,) for line in lines_of(text)))
    return format_html("<ul>{}</ul>", lines) if lines else ""


def _too_many_lines(text: str) -> list[str]:
    lines = lines_of(text)
    found = list(problems(text, (), ()))
    if len(lines) > MOST_LINES:
        found.append(f"Write {MOST_LINES} lines or fewer")
    if any(len(line) > LONGEST_LINE for line in lines):
        found.append(f"A line must be {LONGEST_LINE} characters or fewer")
    return found


def _introductions() -> list[Place]:
    """The words under the title of a step, wherever every stage has the same."""
    found = []
    for step in STEPS:
        file = FOLDER / f"{step.slug}.md"
        lead = HEADING.split(file.read_text(encoding="utf-8"))[0].strip() if file.is_file() else ""
        if lead:
            found.append(_introduction(step.slug, step.title, lead))
    return found


def _introduction(slug: str, title: str, lead: str) -> Place:
    return Place(
        kind=WordingKind.GUIDANCE,
        slug=slug,
        title=title,
        ours=lead,
        names=(),
        locked=(),
        refused=lambda text: [*problems(text, (), ()), *_headings(text)],
        sample=lambda text: guidance_from(text).lead,
    )


def _headings(text: str) -> list[str]:
    has_one = any(line.lstrip().startswith("#") for line in text.splitlines())
    return ["Leave out headings, which begin with #"] if has_one else []
