"""What the offers pay, beside each other: bars, the working, how far apart. Never which is best."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from offers.exchange import Exchange
from offers.figure import Figure, Line, to_the_unit
from offers.models import Offer, OfferKind
from offers.money import format_money
from offers.pay import (
    BASE,
    COSTS,
    EXTRAS,
    LABELS,
    LEAVE,
    WEEKS,
    Terms,
    first_year,
    leave_worth,
    typical_year,
)
from offers.regions import usual_currency

MARKS = ("a", "b", "c", "d")
FIRST, TYPICAL = "the first year", "a typical year"
NO_RATE = "No bar: it needs the rate between the currencies."
NOTHING_LEFT = "No bar: the costs take all of it."


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One offer in one kind of year. `firm` and `extra` are widths such as "78.7%".

    `why_none` says why there is nothing to draw; else it is empty.
    """

    offer: Offer
    mark: str
    figure: Figure
    why_none: str
    firm: str
    extra: str
    has_guesses: bool
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the working over all offers, each with its currency."""

    label: str
    cells: tuple[tuple[str, Line | None], ...]


@dataclass(frozen=True, kw_only=True)
class Year:
    """One kind of year over all offers; `name` is “the first year” or “a typical year”.

    `beside` are lines that are shown and never added.
    """

    slug: str
    name: str
    bars: tuple[Bar, ...]
    rows: tuple[Row, ...]
    beside: tuple[Row, ...]
    gaps: tuple[str, ...]


def priced(offers: Sequence[Offer]) -> dict[Offer, Terms]:
    """The offers whose base pay is known, and what was typed about them. The accepted one first."""
    found = ((offer, offer.pay.terms) for offer in accepted_first(offers) if _has_pay(offer))
    return {offer: terms for offer, terms in found if terms is not None}


def unpriced(offers: Sequence[Offer]) -> list[Offer]:
    known = priced(offers)
    return [offer for offer in offers if offer.is_job and offer not in known]


def own_currency(offers: Sequence[Offer]) -> str:
    """The currency everything is set against: the first employer’s, or the first one typed.

    While none was typed it is what is usual where the person is.
    """
    with_pay = [offer.pay.currency for offer in accepted_first(offers) if _has_pay(offer)]
    if with_pay:
        return with_pay[0]
    return usual_currency(offers[0].case.time_zone if offers else "")


def other_currencies(offers: Sequence[Offer]) -> list[str]:
    """Those that need a rate, each once, in order."""
    found = dict.fromkeys(terms.currency for terms in priced(offers).values())
    return [currency for currency in found if currency != own_currency(offers)]


def accepted_first(offers: Sequence[Offer]) -> list[Offer]:
    return sorted(offers, key=lambda offer: offer.kind != OfferKind.ACCEPTED)


def both_years(offers: Sequence[Offer], exchange: Exchange) -> tuple[Year, ...]:
    """The first year and a typical one, on one scale. Empty while nothing is priced."""
    known = priced(offers)
    if not known:
        return ()
    years = {
        FIRST: _figures(known, first_year),
        TYPICAL: _figures(known, typical_year),
    }
    every = (figure for figures in years.values() for figure in figures.values())
    widest = max((_drawn(figure, exchange) or Decimal(0) for figure in every), default=Decimal(0))
    return tuple(
        Year(
            slug=f"y{place}",
            name=name,
            bars=tuple(
                _bar(offer, figure, exchange, widest, name, guessed=known[offer].has_guesses)
                for offer, figure in figures.items()
            ),
            rows=tuple(_rows(list(figures.values()))),
            beside=tuple(_beside(list(known.values()))),
            gaps=tuple(_gaps(figures, exchange)),
        )
        for place, (name, figures) in enumerate(years.items(), 1)
    )


def _figures(known: Mapping[Offer, Terms], rule: Callable[[Terms], Figure]) -> dict[Offer, Figure]:
    return {offer: rule(terms) for offer, terms in known.items()}


def _has_pay(offer: Offer) -> bool:
    return offer.is_job and hasattr(offer, "pay")


def _drawn(figure: Figure, exchange: Exchange) -> Decimal | None:
    return exchange.of(figure.exact, figure.currency)


def _bar(
    offer: Offer,
    figure: Figure,
    exchange: Exchange,
    widest: Decimal,
    name: str,
    *,
    guessed: bool,
) -> Bar:
    whole = _drawn(figure, exchange)
    firm, extra, why_none = Decimal(0), Decimal(0), ""
    if whole is None:
        why_none = NO_RATE
    elif whole <= 0:
        why_none = NOTHING_LEFT
    else:
        firm = exchange.of(figure.of((BASE, *COSTS)), figure.currency) or firm
        firm = min(max(firm, Decimal(0)), whole)
        extra = whole - firm
    return Bar(
        offer=offer,
        mark=MARKS[offer.number - 1],
        figure=figure,
        why_none=why_none,
        firm=_percent(firm, widest),
        extra=_percent(extra, widest),
        has_guesses=guessed or figure.rests_on_guesses,
        sentence=_sentence(offer, figure, name),
    )


def _percent(part: Decimal, whole: Decimal) -> str:
    """As text, so that no locale can change it."""
    return f"{part / whole * 100:.1f}%" if whole else "0%"


def _sentence(offer: Offer, figure: Figure, name: str) -> str:
    """The bar in words."""

    def shown(amount: Decimal) -> str:
        return format_money(to_the_unit(amount), figure.currency)

    parts = f"pay {shown(figure.of((BASE,)))}, extras {shown(figure.of(EXTRAS))}"
    costs = f"costs {shown(-figure.of(COSTS))}"
    return f"{offer} in {name}: {parts}, {costs}, total {shown(figure.exact)}."


def _rows(figures: Sequence[Figure]) -> Iterator[Row]:
    """The lines that any of them has, in the order of the form."""
    for label in LABELS:
        cells = tuple((figure.currency, figure.line(label)) for figure in figures)
        if any(line for _, line in cells):
            yield Row(label=label, cells=cells)


def _beside(known: Sequence[Terms]) -> Iterator[Row]:
    """What days off are worth, where anybody has some."""
    cells = tuple((terms.currency, leave_worth(terms)) for terms in known)
    if any(line for _, line in cells):
        yield Row(label=LEAVE, cells=cells)


def _gaps(figures: Mapping[Offer, Figure], exchange: Exchange) -> Iterator[str]:
    """How far each other offer is from the first one, in the first one’s currency."""
    (first, own), *others = figures.items()
    mine = _drawn(own, exchange)
    for offer, figure in others:
        theirs = _drawn(figure, exchange)
        if mine is None or theirs is None:
            continue
        gap = theirs - mine
        if not to_the_unit(gap):
            yield f"{offer} comes to the same as {first}."
            continue
        more = "more" if gap > 0 else "less"
        year = format_money(to_the_unit(abs(gap)), exchange.into)
        week = format_money(to_the_unit(abs(gap) / WEEKS), exchange.into)
        rated = "" if figure.currency == exchange.into else " At the rate you gave."
        yield f"{offer} comes to {year} {more} than {first}. That is about {week} a week.{rated}"
