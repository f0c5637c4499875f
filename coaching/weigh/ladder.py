"""How firm an offer is: the rungs from an ad to a job that nothing stands before. Never a forecast.

An employer's word can fall through on any rung. Each says what one has in hand, and what is
missing (S1-16, S1-31, S4-11).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from offers.models import AcceptedHow, Offer, OfferKind, Rung, Writing

from .reasons import in_a_row

SEEN = {
    "saw_pay": "the pay",
    "saw_start": "the start day",
    "saw_place": "the place",
    "saw_conditions": "what must happen first",
}


@dataclass(frozen=True, kw_only=True)
class Step:
    """One rung: its name, and what it means to stand on it."""

    title: str
    means: str


LADDER = (
    Step(title="A job ad, or nothing yet", means="Nobody has offered you anything."),
    Step(title="You are talking", means="They may like you. It can end on any day."),
    Step(title="They told you", means="It can change, and it is hard to show to anyone."),
    Step(title="In an e-mail", means="You can read the terms, and hold on to them."),
    Step(title="Signed by both", means="You both said yes. A check can still stand in the way."),
    Step(title="Every condition met", means="Nothing has to happen first any more."),
)
PLACES = {Rung.NONE: 0, Rung.TALK: 1, Rung.SPOKEN: 2, Rung.EMAIL: 3, Rung.SIGNED: 4}
TOP = len(LADDER) - 1
ACCEPTED = {
    AcceptedHow.PHONE: PLACES[Rung.SPOKEN],
    AcceptedHow.EMAIL: PLACES[Rung.EMAIL],
    AcceptedHow.PORTAL: PLACES[Rung.EMAIL],
    AcceptedHow.SIGNED: PLACES[Rung.SIGNED],
}


@dataclass(frozen=True, kw_only=True)
class Place:
    """One rung of the drawn ladder, with who stands on it. `number` counts from below."""

    number: int
    step: Step
    offers: tuple[Offer, ...]


def standing(offer: Offer) -> int | None:
    """Where on LADDER an offer stands; None while nobody said. A job said yes to: by how."""
    if offer.kind == OfferKind.ACCEPTED:
        return ACCEPTED.get(AcceptedHow(offer.accepted_how)) if offer.accepted_how else None
    writing: Writing | None = getattr(offer, "writing", None)
    if writing is None or not writing.rung:
        return None
    return TOP if writing.is_clear else PLACES[Rung(writing.rung)]


def ladder(offers: Iterable[Offer]) -> tuple[Place, ...]:
    """Every rung, the firmest first, as a ladder is seen."""
    standings = [(offer, standing(offer)) for offer in offers]
    return tuple(
        Place(
            number=number + 1,
            step=LADDER[number],
            offers=tuple(offer for offer, at in standings if at == number),
        )
        for number in range(TOP, -1, -1)
    )


def still_missing(writing: Writing) -> Iterator[str]:
    """What is not in hand yet, the first thing to ask for first."""
    if not writing.is_in_writing:
        yield "You do not have it in writing."
        return
    unread = [words for name, words in SEEN.items() if not getattr(writing, name)]
    if unread:
        yield f"You have not read {in_a_row(unread)} in black and white."
    if writing.rung != Rung.SIGNED:
        yield "It is not signed by both of you."
    for condition in writing.conditions_open:
        yield f"{condition}: not settled yet."
    if writing.conditions_left:
        yield f"You wrote: {writing.conditions_left}"
