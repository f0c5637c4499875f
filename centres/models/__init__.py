"""Everything kept about a career centre itself."""

from .centre import Centre, EmailDomain, new_join_code
from .employer import Employer, EmployerMove, EmployerSpelling
from .enrolment import Enrolment, JoinedHow
from .invitation import Invitation
from .membership import Membership, MembershipRole
from .outreach import LONGEST_AGREED, Outreach
from .pattern import Count, DaysGiven, EndedAs, Pattern, Reason, ReasonShare
from .retention import Retention
from .roster import ListState, Missing, Roster, Student
from .sign_in import SchoolSignIn
from .tally import LONGEST_GIVEN, Tally

__all__ = [
    "LONGEST_AGREED",
    "LONGEST_GIVEN",
    "Count",
    "DaysGiven",
    "Employer",
    "EmployerMove",
    "EmployerSpelling",
    "EndedAs",
    "Outreach",
    "Pattern",
    "Reason",
    "ReasonShare",
    "Retention",
    "Tally",
from .policy import (
    LONGEST_SUMMARY,
    RULES,
    Channel,
    Policy,
    PolicyState,
    PolicyTone,
    PolicyVersion,
    PublishedStands,
    in_force_on,
    value,
)
from .policy_rules import (
    Appeal,
    Begins,
    Consequence,
    ConsequenceKind,
    EmployerNotice,
    EmployerSanction,
    FloorUnit,
    Lasts,
    MitigatingReason,
    Mitigation,
    NoticeBasis,
    Offence,
    OfferFloor,
    OfferType,
    PreClearance,
    Reinstatement,
    Rule,
    Sureness,
    Task,
    TaskKind,
)
from .wording import LONGEST_WORDING, Wording, WordingKind

__all__ = [
    "LONGEST_WORDING",
    "Wording",
    "WordingKind",
    "Centre",
    "EmailDomain",
    "Enrolment",
    "Invitation",
    "JoinedHow",
    "ListState",
    "Membership",
    "MembershipRole",
    "SchoolSignIn",
    "Missing",
    "Roster",
    "Student",
    "Appeal",
    "Begins",
    "Channel",
    "Consequence",
    "ConsequenceKind",
    "EmployerNotice",
    "EmployerSanction",
    "FloorUnit",
    "Lasts",
    "LONGEST_SUMMARY",
    "MitigatingReason",
    "Mitigation",
    "NoticeBasis",
    "Offence",
    "OfferFloor",
    "OfferType",
    "Policy",
    "PolicyState",
    "PolicyTone",
    "PolicyVersion",
    "PreClearance",
    "PublishedStands",
    "RULES",
    "Reinstatement",
    "Rule",
    "Sureness",
    "Task",
    "TaskKind",
    "in_force_on",
    "new_join_code",
    "value",
]
