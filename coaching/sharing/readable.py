"""Which letters staff may read now: the switch is on, and the gate of the person is open."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from coaching.journey.facts import Facts, is_told
from coaching.journey.gates import why_telling_is_shut
from coaching.models import FAMILIES, Decision, Outcome, Reading, Section, SharedSection, Sharing
from offers.models import Stage

# What was decided last is for telling: the rule of one case, for many.
IS_TOLD = Q(
    *(
        Q(decided=outcome, sharing__case__stage__in=[one for one in Stage if is_told(outcome, one)])
        for outcome in Outcome
    ),
    _connector=Q.OR,
)


def why_not_now(reading: Reading, facts: Facts) -> str:
    """Before a decision there are safe letters only: the gate of the person is that of staff."""
    return why_telling_is_shut(facts) if reading.section == Section.TELLING else ""


def readable(sharings: QuerySet[Sharing]) -> QuerySet[Reading]:
    """The readings of these that staff may open: `why_not_now` has nothing against them."""
    on = SharedSection.objects.filter(sharing=OuterRef("sharing"), ended_at=None)
    decisions = Decision.objects.filter(case=OuterRef("sharing__case")).values("outcome")
    opened = Q()
    for family, section in FAMILIES.items():
        one = Q(Exists(on.filter(section=section)), **{f"{family}__isnull": False})
        opened |= one & IS_TOLD if section == Section.TELLING else one
    rows = Reading.objects.filter(sharing__in=sharings)
    return rows.alias(decided=Subquery(decisions[:1])).filter(opened)
