"""Facts of nobody, to see how the wording of a letter reads."""

from dataclasses import replace
from datetime import date, datetime

from .facts import (
    Asked,
    Call,
    KnowsIt,
    LetterFacts,
    Recipient,
    Sender,
    Standing,
    Suggested,
    Tone,
)
from .kinds import DECLINE, RESIGN, LetterKind

WRITTEN = date(2025, 12, 1)
FULL = LetterFacts(
    sender=Sender(name="Sam Rivera", phone="555 0100", email="sam@example.org"),
    recipient=Recipient(name="Dana Reyes", employer="Bluebird Analytics"),
    written_on=WRITTEN,
    role="Data Analyst",
    employer="Bluebird Analytics",
    accepted_on=date(2025, 11, 18),
    starts_on=date(2026, 1, 5),
    last_day=date(2025, 12, 15),
    handed_over=("the weekly report", "the client list"),
    call=Call(outcome="spoke", day=WRITTEN),
    liked="I liked how openly you talked about the team.",
    offers=("equipment",),
    asks=(Asked(what="pay", wanted="$74,000 a year", now="$68,000"),),
    why="I would move for this job.",
    terms=("the pay is $68,000 a year", "I start on January 5"),
    by_at=datetime(2025, 12, 8, 10),
    by_day=date(2025, 12, 8),
    deadlines=(date(2025, 12, 8),),
    has_offer_elsewhere=True,
    told=(KnowsIt(name="Dana Reyes", day=WRITTEN),),
    is_campus=True,
    suggested=Suggested(name="Lee Park", reach="lee@example.org", why="knows the work"),
    way="full",
    amount="signing bonus of $3,000",
)
OF_AN_ASK = {"more-time", "speed-up", "ask-update", "ask-writing", "accept"}


def samples_of(kind: LetterKind) -> tuple[LetterFacts, ...]:
    """Everything known, in every tone, with a call and before it: wording must hold in each.

    The warm one after a call is first: it is the one to show.
    """
    standing: Standing = "started" if kind == RESIGN else "accepted"
    if kind.slug in OF_AN_ASK or kind == DECLINE:
        standing = "asked"
    full = replace(FULL, standing=standing, reason=kind.reason or "none")
    tones: tuple[Tone, ...] = ("warm", "short", "formal")
    return tuple(
        replace(full, tone=tone, call=call) for call in (full.call, None) for tone in tones
    )


def plain_sample(kind: LetterKind) -> LetterFacts:
    """The same without what holds only for some: no call yet, and nothing beside the one job."""
    return replace(samples_of(kind)[0], call=None, is_campus=False, has_offer_elsewhere=False)
