"""A policy as students read it: whole plain sentences, made from its rules. Pure.

What a school typed stands in them as it is. Staff see the same sentences before they publish.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from look.dates import MONTHS, day

from .policies import (
    Appeal,
    Basis,
    Channel,
    Consequence,
    EmployerNotice,
    EmployerSanction,
    Mitigation,
    OfferFloor,
    OfferType,
    PreClearance,
    Reinstatement,
    Scope,
    Task,
    Version,
    What,
    Why,
    consequences_for,
    due,
    earliest_end,
)


@dataclass(frozen=True, kw_only=True)
class Going:
    """What going is called, as one says it at one’s own stage: “If you back out”."""

    bare: str = "back out"
    ing: str = "backing out"


BACKING_OUT = Going()


@dataclass(frozen=True, kw_only=True)
class Part:
    """Sentences under one heading."""

    heading: str
    lines: tuple[str, ...]


def parts(
    version: Version,
    kind: OfferType = "any",
    backed_out_on: date | None = None,
    going: Going = BACKING_OUT,
    *,
    alone: bool = True,
) -> tuple[Part, ...]:
    """The whole policy, without what it is silent about.

    For one kind of job only what is about it; and with the day of backing out, tasks have theirs.
    It is not `alone` where another policy that counts for the same student has consequences.
    """
    found = (
        Part(heading=heading, lines=tuple(lines))
        for heading, lines in _sections(version, kind, backed_out_on, going, alone).items()
    )
    return tuple(part for part in found if part.lines)


def _sections(
    version: Version, kind: OfferType, backed_out_on: date | None, going: Going, alone: bool
) -> dict[str, Iterable[str]]:
    first, later = consequences_for(version, kind, 1), _later(version, kind)
    day_ = backed_out_on
    return {
        "What it is about": about(version.scope, going),
        "Before you decide": map(talk, version.pre_clearances),
        f"If you {going.bare}": (
            task_by(one, day_) if day_ else task(one) for one in version.tasks
        ),
        "What may follow": [
            *([HELPS if alone else HELPS_HERE] if version.tone == "supportive" else ()),
            *(for_kind(one, kind) for one in first),
        ],
        "If it is not the first time": (for_kind(one, kind) for one in later),
        "What may count for you": map(mitigation, version.mitigations),
        "Whom the school tells": map(notice, version.employer_notices),
        "If you think it is unfair": map(appeal, version.appeals),
        "How to be let back in": map(reinstatement, version.reinstatements),
        "What it asks of employers": (
            *map(floor, version.offer_floors),
            *map(sanction, version.employer_sanctions),
        ),
    }


HELPS = "Nothing follows. They are there to help."
HELPS_HERE = "They are there to help. What may follow stands in another policy of your school."


def _later(version: Version, kind: OfferType) -> list[Consequence]:
    """What follows only the second time, or later than that."""
    first = consequences_for(version, kind, 1)
    again = (*consequences_for(version, kind, 2), *consequences_for(version, kind, 3))
    return [one for one in dict.fromkeys(again) if one not in first]


# Whom and what it is about

KINDS: dict[OfferType, tuple[str, str]] = {
    "full-time": ("a full-time job", "full-time jobs"),
    "internship": ("an internship", "internships"),
    "co-op": ("a co-op", "co-ops"),
}


def about(scope: Scope, going: Going = BACKING_OUT) -> Iterator[str]:
    if scope.programmes:
        yield _sentence(f"It is for {scope.programmes}")
    kinds = [many for kind, (_, many) in KINDS.items() if scope.covers(kind)]
    if len(kinds) < len(KINDS):
        yield _sentence(f"It is about {_in_a_row(kinds)} only")
    if scope.channel == "campus":
        yield "It is only about jobs found through the school."
    if scope.on_considering:
        yield f"It counts as soon as you think of {going.ing}."
    if scope.on_report:
        yield "It also counts when an employer tells the school."
    if scope.spoken_counts:
        yield "A yes by phone counts, too."
    if scope.search_is_breach:
        yield "It asks you to stop your search once you said yes."
    if scope.other_dates_allowed:
        yield "Two jobs are fine if their dates do not overlap."


# Before, and after


def talk(one: PreClearance) -> str:
    first = f"Talk to {the(one.role)} before you decide."
    if one.talks > 1:
        first = f"Talk to {the(one.role)} {one.talks} times before you decide."
    return f"{first} Ask for it {_days(one.lead_days)} ahead." if one.lead_days else first


def task(one: Task) -> str:
    """What to do, and within how many days of backing out."""
    by = f" within {_days(one.within_days)}" if one.within_days else ""
    by = " on the same day" if one.within_days == 0 else by
    return _with_the_rest(one, by)


def task_by(one: Task, withdrawn_on: date) -> str:
    """The same with its last day: “Meet the dean by Thursday, December 4.”"""
    last = due(one, withdrawn_on)
    return _with_the_rest(one, f" by {day(last, withdrawn_on)}" if last else "")


def _with_the_rest(one: Task, by: str) -> str:
    what = to_do(one)
    if one.sureness == "may":
        what = f"They may ask you to {what[0].lower()}{what[1:]}"
    more = one.words if one.what != "other" else ""
    or_else = f"If not: {one.or_else}" if one.or_else else ""
    return _joined(f"{what}{by}", more, or_else)


def to_do(one: Task) -> str:
    """The bare task, without a full stop: “Meet the dean”."""
    if one.what == "meeting":
        return f"Meet {the(one.who or 'career office')}"
    if one.what == "apology":
        return f"Write to {the(one.who or 'employer')} to say sorry"
    if one.what == "copy":
        return f"Send a copy to {the(one.who or 'career office')}"
    words = one.words.rstrip(" .")
    return f"{words[:1].upper()}{words[1:]}"


FOLLOWS: dict[What, tuple[str, str]] = {
    "job-board": ("You lose the job board", "You may lose the job board"),
    "interviews": ("You lose campus interviews", "You may lose campus interviews"),
    "services": ("You lose all help of the office", "You may lose all help of the office"),
    "alumni": ("You lose help after you finish", "You may lose help after you finish"),
    "note": ("A note goes into your file", "A note may go into your file"),
    "credit": ("You get no credit for the work", "You may get no credit for the work"),
    "diploma": ("Your diploma is held back", "Your diploma may be held back"),
    "conduct": ("The conduct office looks at it", "The conduct office may look at it"),
}


def consequence(one: Consequence) -> str:
    """What may follow, without for whom: “You lose the job board at once, for up to 1 year.”"""
    when = "after a meeting" if one.begins == "after-meeting" else ""
    ends = _lasting(one)
    more = one.words if one.what not in ("other", "referral") else ""
    whole = ", ".join(part for part in (f"{_follows(one)} {when}".strip(), ends) if part)
    return _if_so(more, _joined(whole))


def _follows(one: Consequence) -> str:
    is_sure = one.sureness == "will"
    words = one.words.rstrip(" .")
    if one.what == "fine":
        amount = money(one.amount or Decimal(0), one.currency)
        return f"You {'' if is_sure else 'may '}pay a fine of up to {amount}"
    if one.what == "referral":
        return f"The case {'goes' if is_sure else 'may go'} to {the(words)}"
    if one.what == "other":
        return f"{words[:1].upper()}{words[1:]}"
    return FOLLOWS[one.what][0 if is_sure else 1]


def _lasting(one: Consequence) -> str:
    if one.lasts == "days":
        return f"for {_days(one.days or 0)}"
    if one.lasts == "up-to":
        return f"for up to {_days(one.days or 0)}"
    if one.lasts == "until-lifted":
        return f"until {the(one.lifted_by)} lifts it"
    return "for good" if one.lasts == "permanent" else ""


def for_kind(one: Consequence, kind: OfferType) -> str:
    """As somebody reads it who knows which kind of job theirs is."""
    return of_whom(one if kind == "any" else replace(one, offer_type="any"))


def of_whom(one: Consequence) -> str:
    """With the kind of job and the offence it is for: “For an internship: you lose …”"""
    kind = f"For {KINDS[one.offer_type][0]}" if one.offer_type != "any" else ""
    time = TIMES.get(one.offence, "")
    before = ", ".join(part for part in (kind, time) if part)
    said = consequence(one)
    if not before:
        return said
    return f"{before[0].upper()}{before[1:]}: {said[0].lower()}{said[1:]}"


TIMES = {"first": "the first time", "second": "the second time", "later": "any time after that"}

WHYS: dict[Why, str] = {
    "exploding": "They gave you too little time to answer.",
    "role-changed": "The job changed after you said yes.",
    "health": "Your health stands in the way.",
    "family": "Your family needs you.",
    "safety": "The job is not safe for you.",
}


def mitigation(one: Mitigation) -> str:
    if one.reason == "other":
        return _sentence(one.words)
    return _joined(WHYS[one.reason], one.words)


BASES: dict[Basis, str] = {
    "consent": "",
    "policy": "The policy says that it may.",
    "law": "The law asks for it.",
}


def notice(one: EmployerNotice) -> str:
    tells = f"The school tells {the(one.whom)}"
    if one.basis == "consent":
        tells = f"If you say yes to it first, the school tells {the(one.whom)}"
    return _if_so(one.words, _joined(tells, BASES[one.basis]))


def appeal(one: Appeal) -> str:
    by = f" within {_days(one.within_days)}" if one.within_days else ""
    return f"Write to {the(one.role)}{by}."


def reinstatement(one: Reinstatement) -> str:
    after = one.after.rstrip(" .")
    return f"Ask {the(one.role)} to let you back in{f' after {after}' if after else ''}."


# What employers are asked


def floor(one: OfferFloor) -> str:
    """“Fall jobs: an offer made from August 1 to December 31 is open until October 15 …”"""
    made = (
        ""
        if (one.from_day, one.to_day) == (101, 1231)
        else f" made from {day_of_year(one.from_day)} to {day_of_year(one.to_day)}"
    )
    whose = CHANNELS[one.channel]
    return _joined(
        f"{one.title.rstrip(' .:')}: an offer{made}{whose} is open {_open(one)}", one.words
    )


CHANNELS: dict[Channel, str] = {"any": "", "campus": " by a campus employer"}


def _open(one: OfferFloor) -> str:
    if one.fixed is not None and one.days is not None:
        return f"until {day_of_year(one.fixed)} or for {_days(one.days)}, the later of the two"
    if one.fixed is not None:
        return f"until {day_of_year(one.fixed)} at least"
    return f"for at least {_days(one.days or 0)}"


def sanction(one: EmployerSanction) -> str:
    return _sentence(one.words)


def too_short(floors: Sequence[OfferFloor], made_on: date, ends_on: date) -> tuple[str, str]:
    """What the school asks for, and what was given. Only for an offer that is exploding."""
    given = (ends_on - made_on).days
    return (
        f"Your school asks employers {_least(floors, made_on)}.",
        f"This one gave {given}." if given else "This one wanted an answer the same day.",
    )


def guideline(floors: Sequence[OfferFloor], made_on: date) -> str:
    """The same as the student may say it to the employer."""
    return f"My school asks employers {_least(floors, made_on)}."


def _least(floors: Sequence[OfferFloor], made_on: date) -> str:
    earliest = earliest_end(floors, made_on)
    assert earliest  # it is exploding, so a floor holds
    days = (earliest - made_on).days
    if any(one.days == days for one in floors):
        return f"for at least {days} days"
    return f"to wait until {day(earliest, made_on)}"


def day_of_year(number: int) -> str:
    """ "October 15" for 1015."""
    return f"{MONTHS[number // 100 - 1]} {number % 100}"


# How it is put

UNITS = ((365, "year"), (7, "week"), (1, "day"))
OWN_ARTICLE = ("the ", "a ", "an ", "your ", "their ", "both ", "any ", "every ", "each ", "all ")
SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}


def _days(count: int) -> str:
    """ "3 weeks" for 21; "10 days" for 10."""
    length, unit = next((one for one in UNITS if count and count % one[0] == 0), UNITS[-1])
    many = count // length
    return f"{many} {unit}{'' if many == 1 else 's'}"


def money(amount: Decimal, currency: str) -> str:
    figure = f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
    return f"{SIGNS[currency]}{figure}" if currency in SIGNS else f"{figure} {currency}"


def the(role: str) -> str:
    """ "the dean" for "dean"; what has a word of its own before it, such as "a coach", keeps it."""
    role = role.strip(" .")
    if role.lower().startswith(OWN_ARTICLE):
        return f"{role[0].lower()}{role[1:]}"  # it goes on within a sentence
    return f"the {role}"


def _in_a_row(words: list[str]) -> str:
    return " and ".join(words)


CONDITIONS = ("if ", "only if ", "when ", "only when ", "unless ", "as long as ")


def _if_so(words: str, said: str) -> str:
    """With what the school added: a condition stands before what it is for, the rest after it."""
    words = words.strip()
    if not words.lower().startswith(CONDITIONS):
        return _joined(said, words)
    return _sentence(f"{words.rstrip(' .')}: {said[0].lower()}{said[1:]}")


def _sentence(words: str) -> str:
    words = words.strip()
    ended = words if words[-1:] in ".?…”" else f"{words}."
    return f"{ended[:1].upper()}{ended[1:]}"


def _joined(*sentences: str) -> str:
    return " ".join(_sentence(one) for one in sentences if one)
