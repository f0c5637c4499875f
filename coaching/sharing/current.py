"""What of a case is shared now, and who reads it."""

from coaching.models import Sharing
from offers.models import Case

THE_TEAM = "Your career center"


def current_sharing(case: Case) -> Sharing | None:
    """The sharing of this case that has not ended, with its switches that are on."""
    found = Sharing.objects.current().filter(case=case).with_switches()
    return found.select_related("centre", "adviser__user").first()


def open_sections(sharing: Sharing) -> set[str]:
    """The switches that are on, of a sharing that was found `with_switches`."""
    return {row.section for row in sharing.sections.all()}


def named_adviser(sharing: Sharing) -> str:
    """The adviser whose case it is, while they still work there; else nothing."""
    adviser = sharing.adviser
    works_there = adviser and adviser.ended_at is None and adviser.user and adviser.user.is_active
    return adviser.name if adviser and works_there else ""


def reader(sharing: Sharing) -> str:
    """Who reads it, as the person is told. Empty when the one they named is gone: nobody does."""
    return THE_TEAM if sharing.team_may_read else named_adviser(sharing)


def whom(sharing: Sharing) -> str:
    """The same in the middle of a sentence."""
    return "your career center" if sharing.team_may_read else named_adviser(sharing)
