"""Everything kept about a career centre itself."""

from .centre import Centre, EmailDomain, new_join_code
from .enrolment import Enrolment, JoinedHow
from .invitation import Invitation
from .membership import Membership, MembershipRole
from .sign_in import SchoolSignIn
from .roster import ListState, Missing, Roster, Student

__all__ = [
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
