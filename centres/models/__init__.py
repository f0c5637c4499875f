"""Everything kept about a career centre itself."""

from .centre import Centre, EmailDomain, new_join_code
from .enrolment import Enrolment, JoinedHow
from .invitation import Invitation
from .membership import Membership, MembershipRole
from .sign_in import SchoolSignIn

__all__ = [
    "Centre",
    "EmailDomain",
    "Enrolment",
    "Invitation",
    "JoinedHow",
    "Membership",
    "MembershipRole",
    "SchoolSignIn",
    "new_join_code",
]
