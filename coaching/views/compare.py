from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from coaching.journey.facts import Facts
from coaching.journey.steps import COMPARE
from coaching.models import Criterion
from coaching.weigh.asking import promises
from coaching.weigh.comparison import Line, Mark
from coaching.weigh.dumbbell import LETTERS, PATHS, TICKS, row
from coaching.weigh.needs import needs, to_ask, to_change
from coaching.weigh.sensitivity import alone_in_words, pair_in_words
from coaching.weigh.topics import in_a_sentence
from offers.models import Offer, OfferKind

from .read import ReadView

FEWEST = 3


@dataclass(frozen=True, kw_only=True)
class Job:
    """One job in the key of the picture: its shape, its name, where it stands."""

    letter: str
    path: str
    name: str
    note: str


@dataclass(frozen=True, kw_only=True)
class Pair:
    """What would change the picture of these two."""

    names: str
    sentences: tuple[str, ...]


class CompareView(ReadView):
    """Your offers, side by side: the picture, and what would change it. Nothing is summed up."""

    template_name = "coaching/compare.html"
    step = COMPARE

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        jobs = self.facts.jobs
        criteria = self.case.criteria.exclude(weight=None).prefetch_related("ratings")
        lines = in_order(line for one in criteria if (line := line_of(one, jobs)).is_rated)
        names, table = [str(job) for job in jobs], needs(self.facts.must_haves, jobs)
        return super().get_context_data(
            jobs=keys(self.facts),
            ticks=TICKS,
            rows=[row(line, names) for line in lines] if len(lines) >= FEWEST else [],
            pairs=pairs(lines, names),
            alone=alone_in_words(lines) if len(jobs) == 1 else (),
            needs=table,
            to_ask=to_ask(table),
            to_change=to_change(table, self.facts.asked),
            promises=promises(self.facts.asks.values()) if self.facts.has_begun_to_ask else (),
            next_step=self.journey.after(COMPARE),
            **kwargs,
        )


def keys(facts: Facts) -> list[Job]:
    return [
        Job(letter=letter, path=PATHS[letter], name=str(job), note=note(job, facts))
        for letter, job in zip(LETTERS, facts.jobs, strict=False)
    ]


def note(job: Offer, facts: Facts) -> str:
    if job.kind == OfferKind.ACCEPTED:
        return "said yes"
    return "not in writing" if job in facts.unwritten else ""


def line_of(criterion: Criterion, jobs: Sequence[Offer]) -> Line:
    """What was said about one thing, with a mark for each job that has a rating."""
    given = {
        row.offer_id: Mark(score=row.score, is_guess=row.is_guess)
        for row in criterion.ratings.all()
        if row.score
    }
    return Line(
        title=str(criterion),
        in_a_sentence=in_a_sentence(criterion),
        weight=criterion.weight or 0,
        marks=tuple(given.get(job.pk) for job in jobs),
    )


def in_order(lines: Iterable[Line]) -> list[Line]:
    """What matters most comes first."""
    return sorted(lines, key=lambda line: -line.weight)


def pairs(lines: Sequence[Line], names: Sequence[str]) -> list[Pair]:
    """The first job beside each of the others."""
    first = next(iter(names), "")
    return [
        Pair(names=f"{first} and {other}", sentences=pair_in_words(lines, 0, place))
        for place, other in enumerate(names[1:], 1)
    ]
