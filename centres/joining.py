"""Students say which school is theirs: by its code, their address there, or its list.

It makes nobody staff, and shows staff nothing.
"""

from allauth.account.models import EmailAddress
from django.db.models import Q

from accounts.models import User

from .models import Centre, Enrolment, JoinedHow, ListState, Student


class OtherSchool(Exception):
    """They belong to another school, and to one at a time."""


def by_code(typed: str) -> Centre | None:
    """The centre with this code, as somebody reads it off a poster: case, spaces, dashes aside."""
    code = "".join(letter for letter in typed.lower() if letter.isalnum())
    return Centre.objects.filter(join_code=code).first() if code else None


def offered(user: User) -> dict[Centre, JoinedHow]:
    """The schools that a proved address of theirs belongs to, by the school’s list first."""
    proved = EmailAddress.objects.filter(user_id=user.pk, verified=True)
    emails = [email.lower() for email in proved.values_list("email", flat=True)]
    if not emails:
        return {}
    listed = Student.objects.filter(
        email__in=emails, is_gone=False, roster__state=ListState.CURRENT
    )
    found = {
        student.roster.centre: JoinedHow.ROSTER
        for student in listed.select_related("roster__centre")
    }
    domains = Q()
    for email in emails:
        domains |= Q(domains__domain__iexact=email.rpartition("@")[2])
    for centre in Centre.objects.filter(domains):
        found.setdefault(centre, JoinedHow.DOMAIN)
    return found


def school_of(user: User) -> Enrolment | None:
    return Enrolment.objects.select_related("centre").filter(user_id=user.pk).first()


def join(user: User, centre: Centre, how: JoinedHow) -> None:
    """Harmless a second time. OtherSchool when they have one already."""
    enrolment, _ = Enrolment.objects.get_or_create(
        user=user, defaults={"centre": centre, "how": how}
    )
    if enrolment.centre_id != centre.pk:
        raise OtherSchool
