"""What a person answered about their doubt, said back in one or two sentences.

It says what was said and nothing more: no label, no score, no advice to stay or to go.
"""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import shorten

from coaching.models import PRESSURES, Belief, HowAlike, HowItCame, HowMuch, HowMuchBetter
from offers.models import Answer

from .reasons import in_a_row

CAME = {
    HowItCame.UNASKED: "They came to you.",
    HowItCame.PENDING: "You had applied before, and were waiting.",
    HowItCame.ASKED: "You went looking after your yes.",
    HowItCame.UNKNOWN: "You do not know how to put how it came.",
}
ALIKE = {
    HowAlike.VERY: "It is much the same work",
    HowAlike.PARTLY: "It is partly the same work",
    HowAlike.HARDLY: "It is hardly the same work",
    HowAlike.UNKNOWN: "You do not know how alike the work is",
}
BETTER = {
    HowMuchBetter.FAR: "and far better, all in all.",
    HowMuchBetter.SOMEWHAT: "and somewhat better, all in all.",
    HowMuchBetter.SAME: "and about as good, all in all.",
    HowMuchBetter.UNKNOWN: "and you do not know yet if it is better.",
}

BOUND_BY_THE_FIRST = (
    "You feel bound only because this yes came first. "
    "That it came first says nothing about which job fits you."
)
FOR_OTHERS = (
    "Part of your yes is there for somebody else. "
    "You can care about people and still say no to them."
)
HARD_TO_SAY_NO = "No is a hard word for you. Many kind people find it hard, and it gets easier."
KNOWS = "If nobody minded, you would know what you want. That is worth writing down."
KNOWS_NOT = "You would not know what you want even if nobody minded. So more facts may help."
NOT_THIS = "Pleasing others does not seem to be what moves you. Then it is something else."

NO_PUSH = "None of these push you. Good to know."
LONGEST = 160  # of what is quoted; all of it is on its own page
MOST_NAMED = 3  # a longer row is hard to read, and the answers are on their page

# How each source stands in a sentence.
PUSHES = {
    "sunk_time": "your time so far",
    "missing_out": "fear of missing out",
    "what_next": "fear of what comes next",
    "family": "family",
    "recruiter": "a recruiter",
    "myself": "yourself",
    "safe_option": "the “safe” option",
}


def later_offer(came: str, alike: str, better: str) -> str:
    """How it came and what it is like; values of HowItCame, HowAlike and HowMuchBetter."""
    like = f"{ALIKE[HowAlike(alike)]}, {BETTER[HowMuchBetter(better)]}"
    return f"{CAME[HowItCame(came)]} {like}"


def pleasing(
    *, hard_to_say_no: str, for_others: str, only_first: str, if_nobody_minded: str
) -> str:
    """What stands out, and whether they know what they want; each is an Answer, or open."""
    found = [
        words
        for words, applies in (
            (BOUND_BY_THE_FIRST, only_first == Answer.YES),
            (FOR_OTHERS, for_others == Answer.YES),
            (HARD_TO_SAY_NO, hard_to_say_no == Answer.YES),
        )
        if applies
    ]
    first = found[0] if found else NOT_THIS
    then = {Answer.YES: KNOWS, Answer.NO: KNOWS_NOT}.get(Answer(if_nobody_minded or "unknown"), "")
    return f"{first} {then}".strip()


def pressure(given: Mapping[str, str]) -> str:
    """One sentence; `given` maps names of PRESSURES to a HowMuch. An open one is left out."""
    a_lot = [PUSHES[name] for name in PRESSURES if given.get(name) == HowMuch.A_LOT]
    some = [PUSHES[name] for name in PRESSURES if given.get(name) == HowMuch.SOME]
    if not a_lot:
        return f"Some push comes from {_named(some)}." if some else NO_PUSH
    first = f"A lot of push comes from {_named(a_lot)}"
    if not some:
        return f"{first}."
    fits = len(a_lot) + len(some) <= MOST_NAMED
    return f"{first}, and some from {in_a_row(some) if fits else f'{len(some)} more'}."


def _named(pushes: Sequence[str]) -> str:
    if len(pushes) <= MOST_NAMED:
        return in_a_row(pushes)
    return f"{len(pushes)} of these {len(PUSHES)} things"


def counter_offer(left_because: str, what_changed: str) -> tuple[str, ...]:
    """The two answers, in the person's own words; one that was left open is left out."""
    lines = (("You wanted to leave", left_because), ("What has changed", what_changed))
    return tuple(f"{about}: “{_short(words)}”" for about, words in lines if words)


def beliefs(rows: Iterable[Belief]) -> tuple[str, ...]:
    """Each sentence, and what it was turned into."""
    return tuple(
        f"“{row}” is now “{_short(row.fairer)}”" if row.fairer else f"“{row}”" for row in rows
    )


def _short(words: str) -> str:
    return shorten(words, LONGEST, placeholder="…")
