"""People the answers speak of whom nobody has named yet."""

from offers.models import Answer, Role

from .facts import Facts


def missing(facts: Facts) -> list[Role]:
    """Their roles, in the order of the list below. Somebody who hired must always be named."""
    named = {contact.role for contact in facts.to_tell}
    wanted = {
        Role.MANAGER: not named & {Role.MANAGER, Role.RECRUITER},
        Role.RECRUITER: facts.situation.agency == Answer.YES,
        Role.REFERRER: facts.situation.referred == Answer.YES,
        Role.SCHOOL: facts.situation.has_school_to_tell,
    }
    return [role for role in wanted if wanted[role] and role not in named]
