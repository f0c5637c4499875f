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
    "new_join_code",
]
