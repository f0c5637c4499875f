"""What an employer's answer comes to, and what of it is only a promise. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coaching.models import Ask, AskedTerm, Granted, Heard, What
from offers.models import Offer


class Result(StrEnum):
    """How an ask came out (S0-23)."""

    OPEN = "open"
    MATCHED = "matched"
    PARTLY = "partly"
    REFUSED = "refused"
    NO_ANSWER = "no answer"

    @property
    def leads_back_to_deciding(self) -> bool:
        """Nothing changed, so the choice is the one it was before."""
        return self in (Result.REFUSED, Result.NO_ANSWER)

    @property
    def gives_something(self) -> bool:
        return self in (Result.MATCHED, Result.PARTLY)


def result_of(heard: str, granted: Sequence[str]) -> Result:
    """Read from what they said to each ask: all of it, none of it, or something between.

    `heard` is a Heard; `granted` holds a Granted for each ask, or "" where it is still open.
    """
    if heard == Heard.NOTHING:
        return Result.NO_ANSWER
    if heard != Heard.ANSWERED or not any(granted):
        return Result.OPEN
    if all(one == Granted.YES for one in granted):
        return Result.MATCHED
    if any(one in (Granted.YES, Granted.PART) for one in granted):
        return Result.PARTLY
    return Result.REFUSED if all(granted) else Result.OPEN


MEANS = {
    Result.OPEN: ("You have not written down their answer yet", ""),
    Result.MATCHED: (
        "They said yes to all of it",
        "Until you have it in writing, it is a promise. Look at your jobs again with it in mind.",
    ),
    Result.PARTLY: (
        "They said yes to part of it",
        "Is that part enough for you? Look at your jobs again with it in mind.",
    ),
    Result.REFUSED: (
        "They said no",
        "No harm is done. You asked kindly, and now you know. The choice is yours, as before.",
    ),
    Result.NO_ANSWER: (
        "They did not answer",
        "You can ask once more by phone. Or decide on what you know today.",
    ),
}


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One thing that was promised: spoken, or already in black and white."""

    offer: Offer
    what: str
    words: str
    is_written: bool
    is_part: bool


def result(ask: Ask) -> Result:
    return result_of(ask.heard, [term.granted for term in ask.terms.all()])


def promises(asks: Iterable[Ask]) -> tuple[Promise, ...]:
    """What employers said yes to, in full or in part, in the order it was asked."""
    return tuple(
        _promise(ask, term)
        for ask in asks
        if ask.heard == Heard.ANSWERED
        for term in ask.terms.all()
        if term.granted in (Granted.YES, Granted.PART)
    )


def _promise(ask: Ask, term: AskedTerm) -> Promise:
    return Promise(
        offer=ask.offer,
        what=What(term.what).label,
        words=term.offered or term.wanted,
        is_written=term.is_written,
        is_part=term.granted == Granted.PART,
    )
