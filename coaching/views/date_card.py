from typing import Any

from coaching.journey.facts import Facts
from look.arc import arc
from look.dates import DAYS, span


def date_card(facts: Facts) -> dict[str, Any] | None:
    """The decision date in words, and the arc from the day the first one was set to that day."""
    if facts.date is None:
        return None
    decide_at, zone, local = facts.date.decide_at, facts.case.zone, facts.date.local
    is_today = local.date() == facts.local_now.date()
    return {
        "when": local,
        "until": "later today" if is_today else DAYS[local.weekday()],
        "away": span(decide_at, facts.now, zone),
        "arc": arc(begun=facts.dates[-1].set_at, now=facts.now, decide_at=decide_at, zone=zone),
    }
