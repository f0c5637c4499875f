"""The first leaning of a case, and whether its seal is open: the one door to it for everybody."""

from coaching.models import Leaning
from coaching.weigh.leaning import Seal, seal

from .facts import Facts


def sealed_in(facts: Facts) -> Leaning | None:
    leaning: Leaning | None = getattr(facts.case, "leaning", None)
    return leaning


def seal_on(facts: Facts) -> Seal:
    """Whether the leaning of this case may be read now."""
    note, page = getattr(facts.case, "decision_note", None), facts.pages.get("decide")
    return seal(
        now=facts.now,
        decide_at=facts.date.decide_at if facts.date else None,
        chosen_at=page.saved_at if page and note and note.choice else None,
        has_decided=facts.decision is not None,
    )


def opened(facts: Facts) -> Leaning | None:
    """The leaning, once its seal is open: the one door to it for every page."""
    leaning = sealed_in(facts)
    return leaning if leaning and seal_on(facts) is Seal.OPEN else None
