"""What staff read of the totals: sums of whole groups, and nothing else (decision 27)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from centres.models import Centre, Count, DaysGiven, Employer, EndedAs, Pattern, ReasonShare
from centres.terms import in_words

LONGEST_BAR = 90  # percent of the room
TOGETHER = OTHER_EMPLOYERS, OTHER_TERMS = "Other employers", "Other terms"
Ends = tuple[str, list[tuple[str, int]]]  # a name, and how many ended in which way


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A row of a picture: what it is of, how long it is, and what it says."""

    name: str
    percent: int = 0
    width: int = 0
    words: str = ""
    employer: Employer | None = None
    is_first: bool = False

    @property
    def is_hidden(self) -> bool:
        return not self.words


@dataclass(frozen=True, kw_only=True)
class Share:
    """Of accepted offers whose end may be told: how many were withdrawn, and how many kept."""

    withdrawn: int
    kept: int

    @property
    def offers(self) -> int:
        return self.withdrawn + self.kept

    @property
    def percent(self) -> int:
        return round(100 * self.withdrawn / self.offers) if self.offers else 0


class Figures:
    """The totals of one school as last counted; of one term or programme, if one is asked for."""

    def __init__(self, centre: Centre, term: str = "", programme: str = "") -> None:
        self.centre = centre
        self.term, self.programme = term, programme

    @cached_property
    def count(self) -> Count | None:
        return Count.objects.filter(centre=self.centre).first()

    @cached_property
    def all_groups(self) -> list[Pattern]:
        rows = Pattern.objects.filter(count__centre=self.centre)
        return list(rows.select_related("employer"))

    @cached_property
    def groups(self) -> list[Pattern]:
        """The whole groups of which the asked-for term and programme may be told."""
        return [
            group
            for group in self.all_groups
            if self.term in ("", group.term) and self.programme in ("", group.programme)
        ]

    @property
    def terms(self) -> list[tuple[str, str]]:
        found = {group.term for group in self.all_groups} - {""}
        return [(term, in_words(term)) for term in sorted(found, reverse=True)]

    @property
    def programmes(self) -> list[str]:
        return sorted({group.programme for group in self.all_groups} - {""})

    def total(self, ended_as: str = "", *, among: Iterable[Pattern] | None = None) -> int:
        chosen = self.groups if among is None else among
        return sum(group.offers for group in chosen if ended_as in ("", group.ended_as))

    def share(self, among: Iterable[Pattern]) -> Share:
        chosen = list(among)
        return Share(
            withdrawn=self.total(EndedAs.WITHDRAWN, among=chosen),
            kept=self.total(EndedAs.KEPT, among=chosen),
        )

    def of_employer(self, employer: Employer | None) -> list[Pattern]:
        return [group for group in self.groups if group.employer == employer]

    def shares_by_employer(self) -> list[Bar]:
        """Largest share first; then, by name, those of which nothing may be told."""
        employers: list[Employer | None] = list(self.centre.employers.counted())
        shares = {one: self.share(self.of_employer(one)) for one in (*employers, None)}
        return bars(
            (str(one) if one else OTHER_EMPLOYERS, share, one) for one, share in shares.items()
        )

    def shares_by_term(self, employer: Employer) -> list[Bar]:
        groups = self.of_employer(employer)
        terms = sorted({group.term for group in groups}, reverse=True)
        shares = {one: self.share(group for group in groups if group.term == one) for one in terms}
        names = {one: in_words(one) if one else OTHER_TERMS for one in terms}
        return bars((names[one], share, None) for one, share in shares.items())

    def reasons(self, employer: Employer | None = None) -> list[Bar]:
        rows = ReasonShare.objects.filter(count__centre=self.centre, employer=employer)
        return [
            Bar(
                name=row.get_reason_display(),
                percent=row.percent,
                width=row.percent,
                words=f"{row.percent}%",
            )
            for row in rows
        ]

    def deadlines(self) -> list[DaysGiven]:
        """Of each employer, the shortest first."""
        rows = DaysGiven.objects.filter(count__centre=self.centre, employer__isnull=False)
        return list(rows.select_related("employer"))

    def days_given(self, employer: Employer | None = None) -> int | None:
        rows = DaysGiven.objects.filter(count__centre=self.centre, employer=employer)
        return rows.values_list("days", flat=True).first()

    def by_term(self) -> list[Ends]:
        return self.ends_by(lambda group: group.term_in_words, sorted_by=lambda group: group.term)

    def by_programme(self) -> list[Ends]:
        """Those that are told, by name; then all others together."""
        return self.ends_by(
            lambda group: group.programme or "Several programs",
            sorted_by=lambda group: (not group.programme, group.programme.casefold()),
        )

    def ends_by(
        self, name: Callable[[Pattern], str], *, sorted_by: Callable[[Pattern], Any]
    ) -> list[Ends]:
        names = dict.fromkeys(name(group) for group in sorted(self.groups, key=sorted_by))
        return [
            (one, self.ends_among([group for group in self.groups if name(group) == one]))
            for one in names
        ]

    def ends_among(self, groups: list[Pattern]) -> list[tuple[str, int]]:
        """How many ended in which way; 0 where it is not told."""
        return [(label, self.total(value, among=groups)) for value, label in EndedAs.choices]


def drawn(numbers: Iterable[tuple[str, int]]) -> list[Bar]:
    """A bar for each number that may be told, drawn against the largest."""
    shown = [(name, number) for name, number in numbers if number]
    most = max((number for _, number in shown), default=1)
    return [
        Bar(name=name, width=round(LONGEST_BAR * number / most), words=str(number))
        for name, number in shown
    ]


def bars(shares: Iterable[tuple[str, Share, Employer | None]]) -> list[Bar]:
    """A bar for each share, the largest first, drawn against the largest.

    What only stands together ranks with none: it comes last.
    """
    rows = sorted(
        shares,
        key=lambda row: (row[0] in TOGETHER, -bool(row[1].withdrawn), -row[1].percent, row[0]),
    )
    most = max((share.percent for _, share, _ in rows if share.withdrawn), default=0)
    return [
        Bar(
            name=name,
            percent=share.percent,
            width=round(LONGEST_BAR * share.percent / most) if most else 0,
            words=f"{share.withdrawn} of {share.offers}" if share.withdrawn else "",
            employer=employer,
            is_first=place == 0 and bool(share.withdrawn) and name not in TOGETHER,
        )
        for place, (name, share, employer) in enumerate(rows)
    ]
