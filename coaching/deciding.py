"""Saving a decision, and going past a door knowingly."""

from django.db import transaction
from django.utils import timezone

from coaching.journey.desk import refresh_desk
from coaching.journey.facts import Facts
from coaching.models import Decision, Gate, GoneAhead, Sharing
from coaching.sharing.waiting import set_waiting
from coaching.telling.order import add_school
from offers.models import Case, Offer


@transaction.atomic
def save_decision(facts: Facts, outcome: str, offer: Offer | None = None) -> Decision:
    """Keep the outcome; the same outcome again is the same decision, also at the same moment.

    With several offers on the table, `offer` is the one that is said yes to.
    A decision to leave brings the school into the list of people to tell (S2-24).
    """
    Case.objects.select_for_update().get(pk=facts.case.pk)  # the second click waits, then reads
    current = facts.case.decisions.first()
    is_same = current is not None and current.outcome == outcome
    if current and is_same and current.offer_id == (offer.pk if offer else None):
        return current
    decision = Decision.objects.create(
        case=facts.case, outcome=outcome, offer=offer, decided_at=timezone.now()
    )
    if decision.is_out and not facts.case.is_not_accepted:
        add_school(facts.case)
    refresh_desk(facts.case)
    for sharing in Sharing.objects.current().filter(case=facts.case):
        set_waiting(sharing)
    return decision


def go_ahead(case: Case, gate: Gate, *, about: object = "", why: str = "") -> None:
    """Write down that the person read why a door was shut, and went through. Once is enough."""
    GoneAhead.objects.get_or_create(
        case=case, gate=gate, about=str(about), defaults={"why": why, "at": timezone.now()}
    )
