"""Facts of nobody, to see how the wording of a letter reads."""

from dataclasses import replace
from datetime import date, datetime, timedelta

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

OF_AN_ASK = {"more-time", "speed-up", "ask-update", "ask-writing", "accept"}


def samples_of(kind: LetterKind, today: date) -> tuple[LetterFacts, ...]:
    """Everything known, in every tone, with a call and before it: wording must hold in each.

    The warm one after a call is first: it is the one to show.
    """
    standing: Standing = "started" if kind == RESIGN else "accepted"
    if kind.slug in OF_AN_ASK or kind == DECLINE:
        standing = "asked"
    full = replace(_full(today), standing=standing, reason=kind.reason or "none")
    tones: tuple[Tone, ...] = ("warm", "short", "formal")
    return tuple(
        replace(full, tone=tone, call=call) for call in (full.call, None) for tone in tones
    )


def plain_sample(kind: LetterKind, today: date) -> LetterFacts:
    """The same without what holds only for some: no call yet, and nothing beside the one job."""
    return replace(
        samples_of(kind, today)[0], call=None, is_campus=False, has_offer_elsewhere=False
    )


def _full(today: date) -> LetterFacts:
    """Written today; what is to come falls on Mondays."""
    monday = today + timedelta(days=7 - today.weekday())
    starts_on = monday + timedelta(weeks=4)
    return LetterFacts(
        sender=Sender(name="Sam Rivera", phone="555 0100", email="sam@example.org"),
        recipient=Recipient(name="Dana Reyes", employer="Bluebird Analytics"),
        written_on=today,
        role="Data Analyst",
        employer="Bluebird Analytics",
        accepted_on=today - timedelta(days=13),
        starts_on=starts_on,
        last_day=monday + timedelta(weeks=1),
        handed_over=("the weekly report", "the client list"),
        call=Call(outcome="spoke", day=today),
        liked="I liked how openly you talked about the team.",
        offers=("equipment",),
        asks=(Asked(what="pay", wanted="$74,000 a year", now="$68,000"),),
        why="I would move for this job.",
        terms=("the pay is $68,000 a year", f"I start on {starts_on:%B} {starts_on.day}"),
        by_at=datetime(monday.year, monday.month, monday.day, 10),
        by_day=monday,
        deadlines=(monday,),
        has_offer_elsewhere=True,
        told=(KnowsIt(name="Dana Reyes", day=today),),
        is_campus=True,
        suggested=Suggested(name="Lee Park", reach="lee@example.org", why="knows the work"),
        way="full",
        amount="signing bonus of $3,000",
    )
