"""What a person can’t give up, beside each job: as answered, never summed up (S3-14)."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from offers.models import Answer, Case, Offer


@dataclass(frozen=True, kw_only=True)
class Cell:
    """What one job says to one need; an empty answer is still open."""

    offer: Offer
    answer: str

    @property
    def is_no(self) -> bool:
        return self.answer == Answer.NO

    @property
    def is_yes(self) -> bool:
        return self.answer == Answer.YES


@dataclass(frozen=True, kw_only=True)
class Need:
    """One row of the table."""

    number: int
    words: str
    cells: tuple[Cell, ...]

    @property
    def is_missed(self) -> bool:
        return any(cell.is_no for cell in self.cells)

    @property
    def is_answered(self) -> bool:
        return all(cell.answer for cell in self.cells)


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One thing to find out from one employer, or to ask them to change."""

    offer: Offer
    words: str
    # They were asked for a change already.
    is_asked: bool = False


def needs(case: Case, jobs: Sequence[Offer]) -> tuple[Need, ...]:
    """Every need, in the person's order, with a cell for each job. Asks the database once."""
    given: defaultdict[tuple[int, str], dict[int, str]] = defaultdict(dict)
    rows = case.must_haves.values_list("number", "words", "answers__offer_id", "answers__answer")
    for number, words, offer, answer in rows:
        given[number, words][offer] = answer
    return tuple(
        Need(
            number=number,
            words=words,
            cells=tuple(Cell(offer=job, answer=answers.get(job.pk, "")) for job in jobs),
        )
        for (number, words), answers in given.items()
    )


def to_ask(table: Iterable[Need]) -> tuple[Ask, ...]:
    """One line for each “I don’t know”."""
    return _all_with(table, Answer.UNKNOWN)


def to_change(table: Iterable[Need], asked: Container[int]) -> tuple[Ask, ...]:
    """One line for each “No”; `asked` holds the numbers of the offers that were asked already."""
    found = _all_with(table, Answer.NO)
    return tuple(replace(ask, is_asked=ask.offer.number in asked) for ask in found)


def open_at(table: Iterable[Need], offer: Offer) -> tuple[Need, ...]:
    """Needs that this job does not meet, as far as the person knows."""
    unmet = (Answer.NO, Answer.UNKNOWN, "")
    return tuple(
        need
        for need in table
        if any(cell.offer == offer and cell.answer in unmet for cell in need.cells)
    )


def _all_with(table: Iterable[Need], answer: str) -> tuple[Ask, ...]:
    return tuple(
        Ask(offer=cell.offer, words=need.words)
        for need in table
        for cell in need.cells
        if cell.answer == answer
    )
