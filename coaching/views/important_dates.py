from dataclasses import dataclass
from datetime import date, datetime

from coaching.journey.facts import Facts
from coaching.journey.school import to_do
from coaching.models import Section, Sharing
from coaching.sharing.current import open_sections
from coaching.telling.standing import heard_no
from look.dates import clock, short_day


@dataclass(frozen=True, kw_only=True)
class ImportantDate:
    when: str
    what: str
    is_decision: bool = False


def important_dates(facts: Facts, sharing: Sharing | None = None) -> list[ImportantDate]:
    """The dates of the case that are still to come, soonest first; none of a job that is over.

    For the person; or for those who read `sharing`, in the same words: the talks of that one alone,
    and of what was signed only while the papers are shared.
    """
    zone, today = facts.case.zone, facts.local_now.date()
    found: list[tuple[datetime | date, str, bool]] = []
    if facts.case.answer_by:
        found.append((facts.case.answer_by.astimezone(zone), "Someone wants an answer", False))
    if facts.date and not facts.decision:
        found.append((facts.date.local, "Decision date", True))
    has_papers = sharing is None or Section.PAPERS in open_sections(sharing)
    terms = facts.signed_terms if has_papers else None
    if terms and terms.tell_by:
        found.append((terms.tell_by, "Tell them by then, the papers say", False))
    for talk in facts.talks:
        if talk.agreed_for and (sharing is None or talk.sharing_id == sharing.pk):
            whom = f" with {talk.member}" if talk.member else ""
            found.append((talk.agreed_for.astimezone(zone), f"Talk{whom}", False))
    for offer in facts.offers:
        if heard_no(facts, offer):
            continue
        if offer.ends_at:
            found.append((offer.ends_at.astimezone(zone), f"{offer} offer ends", False))
        if offer.starts_on:
            found.append((offer.starts_on, f"{offer} start day", False))
    found += [(one.by, f"{one.bare}, the school asks", False) for one in to_do(facts) if one.by]
    found = [row for row in found if day_of(row[0]) >= today]
    found.sort(key=lambda row: (day_of(row[0]), in_day(row[0])))
    return [
        ImportantDate(when=in_short(when), what=what, is_decision=mine)
        for when, what, mine in found
    ]


def day_of(when: datetime | date) -> date:
    return when.date() if isinstance(when, datetime) else when


def in_day(when: datetime | date) -> int:
    return when.hour * 60 + when.minute if isinstance(when, datetime) else 0


def in_short(when: datetime | date) -> str:
    if isinstance(when, datetime):
        return f"{short_day(when)}, {clock(when)}"
    return short_day(when)
