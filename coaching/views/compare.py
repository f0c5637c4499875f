from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from coaching.journey.facts import Facts
from coaching.journey.steps import COMPARE
from coaching.models import Rating, Topic
from coaching.weigh.asking import promises
from coaching.weigh.comparison import Line, Mark
from coaching.weigh.dumbbell import LETTERS, PATHS, row
from coaching.weigh.needs import to_ask, to_change
from coaching.weigh.sensitivity import alone_in_words, pair_in_words
from coaching.weigh.topics import in_a_sentence
from offers.models import Case, Offer, OfferKind

from .read import ReadView

FEWEST = 3
OF_A_RATING = (
    "criterion__weight",
    "criterion_id",
    "criterion__topic",
    "criterion__words",
    "offer_id",
    "score",
    "is_guess",
)


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
        lines, names = rated_lines(self.case, jobs), [str(job) for job in jobs]
        table = self.facts.needs
        return super().get_context_data(
            jobs=keys(self.facts),
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
    return "not in writing" if job in facts.said_unwritten else ""


def rated_lines(case: Case, jobs: Sequence[Offer]) -> list[Line]:
    """What was said about each rated thing; what matters most comes first. Asks once."""
    given: defaultdict[tuple[int, int, str, str], dict[int, Mark]] = defaultdict(dict)
    rows = Rating.objects.filter(criterion__case=case).values_list(*OF_A_RATING)
    for weight, pk, topic, words, offer, score, is_guess in rows:
        if weight is not None and score is not None:
            given[-weight, pk, topic, words][offer] = Mark(score=score, is_guess=is_guess)
    lines = (
        Line(
            title=words or Topic(topic).label,
            in_a_sentence=in_a_sentence(topic, words),
            weight=-below,
            marks=tuple(marks.get(job.pk) for job in jobs),
        )
        for (below, _, topic, words), marks in sorted(given.items())
    )
    return [line for line in lines if line.is_rated]


def pairs(lines: Sequence[Line], names: Sequence[str]) -> list[Pair]:
    """The first job beside each of the others."""
    first = next(iter(names), "")
    return [
        Pair(names=f"{first} and {other}", sentences=pair_in_words(lines, 0, place))
        for place, other in enumerate(names[1:], 1)
    ]
