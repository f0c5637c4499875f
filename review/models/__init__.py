"""What only staff keep: an employer’s complaint, and what was done about it."""

from .disclosure import Basis, Disclosure, RecordedConsent
from .incident import (
    LONGEST_ACCOUNT,
    Incident,
    IncidentChange,
    IncidentState,
    IncidentStep,
    Step,
)

__all__ = [
    "LONGEST_ACCOUNT",
    "Basis",
    "Disclosure",
    "Incident",
    "IncidentChange",
    "IncidentState",
    "IncidentStep",
    "RecordedConsent",
    "Step",
]
