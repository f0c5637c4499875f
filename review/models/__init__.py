"""What only staff keep: notes, who took a case, an employer’s complaint and what came of it."""

from .assignment import Assignment
from .disclosure import BEFORE_TELLING, Basis, Disclosure, RecordedConsent
from .first_reply import FirstReply
from .incident import (
    LONGEST_ACCOUNT,
    Incident,
    IncidentChange,
    IncidentState,
    IncidentStep,
    Step,
)
from .staff_note import LONGEST_NOTE, MOST_NOTES, StaffNote

__all__ = [
    "BEFORE_TELLING",
    "LONGEST_ACCOUNT",
    "LONGEST_NOTE",
    "MOST_NOTES",
    "Assignment",
    "Basis",
    "Disclosure",
    "FirstReply",
    "Incident",
    "IncidentChange",
    "IncidentState",
    "IncidentStep",
    "RecordedConsent",
    "StaffNote",
    "Step",
]
