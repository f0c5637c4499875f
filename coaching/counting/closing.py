"""The line of one case: written as it closes, taken back while it is in no total yet."""

import uuid

from django.db.models import QuerySet

from centres.employer_names import key
from centres.models import Employer, EndedAs, Pattern, Tally
from centres.terms import term_of
from coaching.journey.facts import Facts
from coaching.models import Counted, Sharing
from offers.models import Case, ClosedAs

ENDS = {
    ClosedAs.HONORED: EndedAs.KEPT,
    ClosedAs.RENEGOTIATED: EndedAs.KEPT,
    ClosedAs.WITHDRAWN: EndedAs.WITHDRAWN,
    ClosedAs.RESIGNED: EndedAs.WITHDRAWN,
    ClosedAs.ACCEPTED: EndedAs.SAID_YES,
    ClosedAs.DECLINED: EndedAs.SAID_NO,
}


def count_in(
    facts: Facts, sharing: Sharing, end: ClosedAs, *, days_given: int | None, reason: str
) -> None:
    """Write the line of this case. What is in a total already stays as it was counted."""
    case, day = facts.case, facts.now.astimezone(sharing.centre.zone).date()
    if Counted.objects.filter(case=case).exists():
        return
    tally = Tally.objects.create(
        centre=sharing.centre,
        person=person_of(case, sharing),
        term=term_of(day),
        closed_on=day,
        programme=sharing.programme,
        employer=employer_of(facts),
        ended_as=ENDS[end],
        days_given=days_given,
        reason=reason,
    )
    Counted.objects.create(case=case, tally=tally, reason=reason, at=facts.now)


def person_of(case: Case, sharing: Sharing) -> uuid.UUID:
    """The same as on another line of theirs in these totals, if there is one."""
    theirs = Tally.objects.filter(counted__case__owner=case.owner_id, centre=sharing.centre_id)
    return theirs.values_list("person", flat=True).first() or uuid.uuid4()


def employer_of(facts: Facts) -> str:
    """The first employer; without a yes yet, whom the decision was about, else the first offer."""
    decided = facts.decision.offer if facts.decision else None
    offer = facts.accepted or decided or next(iter(facts.jobs), None)
    return offer.employer if offer else ""


def take_back(case: Case) -> None:
    """The case is open again: its line goes, unless a total holds it already."""
    Tally.objects.waiting().filter(counted__case=case).delete()


def take_out(cases: QuerySet[Case]) -> None:
    """The cases are about to be erased. A line in a total stays, without words of their own."""
    theirs = Tally.objects.filter(counted__case__in=cases)
    theirs.waiting().delete()
    for tally in theirs:
        tally.employer = tally.employer if is_known(tally) else ""
        tally.programme = tally.programme if is_shown(tally) else ""
        tally.save(update_fields=["employer", "programme"])


def is_known(tally: Tally) -> bool:
    """The name stands on the school’s own list, so that it says nothing of one person."""
    employers = Employer.objects.filter(centre=tally.centre_id)
    return employers.filter(spellings__key=key(tally.employer)).exists()


def is_shown(tally: Tally) -> bool:
    patterns = Pattern.objects.filter(count__centre=tally.centre_id)
    return patterns.filter(programme__iexact=tally.programme).exists()
