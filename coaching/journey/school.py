"""What the rules of the person’s school mean for their case. They never shut a door by themselves.

Only for somebody who says that a school is theirs, and by the version of the day they said yes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects

from centres import policy_words
from centres.models import RULES, PolicyVersion, value
from centres.policies import (
    OfferFloor,
    OfferType,
    PreClearance,
    Scope,
    consequences_for,
    due,
    floors_for,
    has_consequences,
    is_exploding,
)
from centres.policy_words import BACKING_OUT, Going, Part
from offers.models import Answer, Offer, OfferKind, Stage

from .facts import Facts

NOT_CAMPUS = "It is only about jobs found through the school. You said that yours was not."


@dataclass(frozen=True, kw_only=True)
class Asks:
    """One policy as it stands for this person: what it means for them, part by part."""

    version: PolicyVersion
    parts: tuple[Part, ...]
    # What may follow now, each with how sure it is: for the pages before deciding.
    follows: tuple[str, ...]
    if_you: str
    talks: tuple[str, ...]
    # Whom the school tells of it: nobody ought to learn that only afterwards.
    tells: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TooShort:
    """An offer that ran out sooner than the school asks employers to let it."""

    offer: Offer
    asks: str
    gave: str


@dataclass(frozen=True, kw_only=True)
class ToDo:
    """A task of the school, once somebody backs out."""

    words: str
    bare: str
    by: date | None
    key: int
    # False for a task in the school’s own words.
    is_ours: bool


GOING = {
    Stage.NOT_ACCEPTED: Going(bare="go back on a yes", ing="going back on a yes"),
    Stage.ACCEPTED: BACKING_OUT,
    Stage.STARTED: Going(bare="leave", ing="leaving"),
}


def going(facts: Facts) -> Going:
    return GOING[Stage(facts.case.stage)]


def kind_of(facts: Facts) -> OfferType:
    kind: OfferType = facts.at_school.kind or "any"  # type: ignore[assignment]
    return kind


def asks(facts: Facts) -> tuple[Asks, ...]:
    """Every policy that stood on the day of the yes, as it is for this person."""
    prefetch_related_objects(facts.school_rules, *RULES)
    kind = kind_of(facts)
    nothing_follows = not any(has_consequences(one.rules(), kind) for one in reaching(facts))
    return tuple(_asks(version, facts, nothing_follows) for version in facts.school_rules)


def _asks(version: PolicyVersion, facts: Facts, nothing_follows: bool) -> Asks:
    rules, kind = version.rules(), kind_of(facts)
    why_not = why_it_is_not_theirs(version, facts)
    if why_not:
        only = Part(heading="What it means for you", lines=(why_not,))
        return Asks(version=version, parts=(only,), follows=(), if_you="", talks=())
    return Asks(
        version=version,
        parts=policy_words.parts(
            rules, kind, backed_out_on(facts), going(facts), alone=nothing_follows
        ),
        follows=tuple(policy_words.for_kind(one, kind) for one in consequences_for(rules, kind, 1)),
        if_you=going(facts).bare,
        talks=tuple(map(policy_words.talk, rules.pre_clearances)),
        tells=tuple(map(policy_words.notice, rules.employer_notices)),
    )


def why_it_is_not_theirs(version: PolicyVersion, facts: Facts) -> str:
    """Why a policy does not reach this yes, in words; empty when it does, or may."""
    kind = kind_of(facts)
    if not value(Scope, version).covers(kind):
        return f"It is not about {policy_words.KINDS[kind][0]}."
    if version.channel == "campus" and facts.situation.campus == Answer.NO:
        return NOT_CAMPUS
    return ""


def reaching(facts: Facts) -> list[PolicyVersion]:
    return [one for one in facts.school_rules if not why_it_is_not_theirs(one, facts)]


def rules_of(facts: Facts, name: str) -> Iterator[tuple[Any, int]]:
    """The rules of one kind that reach this person, as plain values, with their ids."""
    versions = reaching(facts)
    prefetch_related_objects(versions, name)
    for version in versions:
        for row in getattr(version, name).all():
            yield value(RULES[name], row), row.pk


def talks_to_have(facts: Facts) -> list[PreClearance]:
    """Talks that the school asks for before deciding, unless they were had."""
    if not facts.school_rules or facts.at_school.talked:
        return []
    return [one for one, _ in rules_of(facts, "pre_clearances")]


# Once they back out


def backed_out_on(facts: Facts) -> date | None:
    """The day they decided so: tasks count from it, and so are never told too late."""
    if facts.decision is None or not facts.is_leaving:
        return None
    return facts.decision.decided_at.astimezone(facts.case.zone).date()


def to_do(facts: Facts) -> list[ToDo]:
    """The school’s tasks for somebody who has decided to back out; those due first come first."""
    since = backed_out_on(facts)
    if since is None or not facts.school_rules:
        return []
    found = [
        ToDo(
            words=policy_words.task_by(one, since),
            bare=policy_words.to_do(one),
            by=due(one, since),
            key=key,
            is_ours=one.what != "other",
        )
        for one, key in rules_of(facts, "tasks")
    ]
    return sorted(found, key=lambda one: (one.by is None, one.by or since))


# How long they had


def offers_with_time(facts: Facts) -> list[Offer]:
    """Offers of which one can say how long there was to answer."""
    return [one for one in facts.offers if one.kind in (OfferKind.ACCEPTED, OfferKind.OTHER)]


def too_short(facts: Facts) -> list[TooShort]:
    """Offers with less time to answer than the school asks employers to give."""
    if not facts.school_rules or not facts.answer_times:
        return []
    found = (_too_short(offer, facts) for offer in offers_with_time(facts))
    return [one for one in found if one]


def _too_short(offer: Offer, facts: Facts) -> TooShort | None:
    time = facts.answer_times.get(offer.pk)
    if time is None:
        return None
    floors = floors_of(offer, time.made_on, facts)
    if not is_exploding(floors, time.made_on, time.wanted_by):
        return None
    asks_, gave = policy_words.too_short(floors, time.made_on, time.wanted_by)
    return TooShort(offer=offer, asks=asks_, gave=gave)


def floors_of(offer: Offer, made_on: date, facts: Facts) -> tuple[OfferFloor, ...]:
    """The floors of the school that hold for this offer."""
    found = [one for one, _ in rules_of(facts, "offer_floors")]
    is_first = offer.kind == OfferKind.ACCEPTED
    campus = {Answer.YES: True, Answer.NO: False}.get(Answer(facts.situation.campus or "unknown"))
    kind: OfferType = kind_of(facts) if is_first else "any"
    return floors_for(found, made_on, kind, is_campus=campus if is_first else None)


def guideline(offer: Offer, facts: Facts) -> str:
    """The school’s guideline as one says it to an employer; empty where it does not help."""
    time = facts.answer_times.get(offer.pk)
    if time is None or not facts.school_rules:
        return ""
    floors = floors_of(offer, time.made_on, facts)
    if not is_exploding(floors, time.made_on, time.wanted_by):
        return ""
    return policy_words.guideline(floors, time.made_on)
