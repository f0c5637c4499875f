"""What the career centre’s queue knows of a case, kept true: one statement, whatever was saved."""

from django.db.models import Case as Either
from django.db.models import Exists, F, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from coaching.models import NEVER, DeskStep, Outcome, Sharing
from offers.models import Case


def refresh_desk(case: Case) -> None:
    """Set the row of the queue again, from the date, the decision and the closing alone.

    Called wherever one of those is saved, and when sharing begins. A case that is not shared has
    no such row. What is decided needs no place in the queue: it stands with those without a date.
    """
    dates, decisions = case.decision_dates.all(), case.decisions.all()
    rows = Sharing.objects.current().filter(case=case)
    rows.annotate(
        is_closed=Exists(Case.objects.filter(pk=case.pk).exclude(closed_as="")),
        date=Subquery(dates.values("decide_at")[:1]),
        date_set_at=Subquery(dates.values("set_at")[:1]),
        outcome=Subquery(decisions.values("outcome")[:1]),
        decided_at=Subquery(decisions.values("decided_at")[:1]),
    ).update(
        step=Either(
            When(is_closed=True, then=Value(DeskStep.OVER)),
            When(outcome__in=_to_be_told(case), then=Value(DeskStep.TELLING)),
            When(outcome=Outcome.KEEP, then=Value(DeskStep.OVER)),
            When(date=None, then=Value(DeskStep.PAUSE)),
            default=Value(DeskStep.WEIGHING),
        ),
        decides_at=Either(
            When(Q(is_closed=True) | _has_decided(), then=Value(NEVER)),
            default=Coalesce(F("date"), Value(NEVER)),
        ),
    )


def _to_be_told(case: Case) -> list[Outcome]:
    """Who has said yes tells nobody that they keep it; who has not, answers either way."""
    return [Outcome.OUT, Outcome.KEEP] if case.is_not_accepted else [Outcome.OUT]


def _has_decided() -> Q:
    """Having asked for changes, a new date opens deciding again: as in `Facts.decision`."""
    final = Q(outcome__in=[Outcome.KEEP, Outcome.OUT])
    return final | Q(outcome=Outcome.ASK, date_set_at__lte=F("decided_at"))
