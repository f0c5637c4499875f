"""Who is safe to tell, and when: a fixed rule for everybody in the loop (S1-12, S1-13). Pure."""

from dataclasses import dataclass
from enum import StrEnum

from offers.models import Answer, Role


class When(StrEnum):
    """In the order of the page: what can be done now comes first."""

    KNOWS = "They know already"
    SAFE = "Safe now"
    QUIETLY = "Safe now, if they keep it to themselves"
    CHOICE = "Any time, your choice"
    SAME_DAY = "On the day you tell the employer"
    AFTER = "Only after you decide"


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where somebody stands.

    `knows`: they were told what was decided. `is_there`: of the first employer.
    `works_for_both`: on another offer, and of the first employer as well. `is_at_work_now`: where
    the person still works. `agency` and `knows_there` (whether they know somebody at the first
    employer) are an Answer, or empty while open.
    """

    role: Role
    knows: bool = False
    is_there: bool = False
    works_for_both: bool = False
    is_at_work_now: bool = False
    agency: str = ""
    knows_there: str = ""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """When to tell somebody, and why in one sentence."""

    when: When
    why: str


TOLD = Rule(when=When.KNOWS, why="You told them.")
MANAGER = Rule(when=When.AFTER, why="A doubt you share now cannot be taken back.")
RECRUITER = Rule(when=When.AFTER, why="They work for the employer, so what they hear is passed on.")
AGENCY = Rule(
    when=When.AFTER, why="This agency works for the employer. Once you decide, it hears first."
)
WHOSE_AGENCY = Rule(
    when=When.AFTER, why="We do not know who pays them, so count them with the employer."
)
REFERRER = Rule(
    when=When.SAME_DAY,
    why="They put their name to yours, so tell them yourself, and thank them.",
)
BOTH = Rule(when=When.AFTER, why="They also work with the first employer.")
NOW_AT_WORK = Rule(
    when=When.AFTER, why="They may start to plan without you while you are still there."
)
LANDLORD = Rule(when=When.AFTER, why="A lease is hard to take back, so wait until you are sure.")
RELOCATION = Rule(
    when=When.AFTER, why="They often work for the employer, so what they hear can be passed on."
)
SCHOOL = Rule(
    when=When.CHOICE, why="They know its rules and have seen this before. Ask if it stays private."
)
OTHER_RECRUITER = Rule(
    when=When.SAFE, why="They can know that you have an offer, and some can move faster."
)
OTHER_MANAGER = Rule(
    when=When.SAFE, why="They can know by when you must answer, if the date is a real one."
)
OTHER_REFERRER = Rule(
    when=When.SAFE, why="They helped you to this other job, and like to hear how it goes."
)
MENTOR = Rule(when=When.SAFE, why="They are on your side, and have no part in either job.")
FAMILY = Rule(when=When.SAFE, why="They live with what you choose, and can help you think.")
SOMEBODY = Rule(when=When.CHOICE, why="You know them best. Ask yourself whom they talk to.")
THEY_TALK = Rule(
    when=When.QUIETLY, why="They know someone at the first employer, so ask them to tell no one."
)

OF_ANOTHER_OFFER = {
    Role.MANAGER: OTHER_MANAGER,
    Role.RECRUITER: OTHER_RECRUITER,
    Role.REFERRER: OTHER_REFERRER,
}
OF_THEIR_OWN = {
    Role.SCHOOL: SCHOOL,
    Role.MENTOR: MENTOR,
    Role.FAMILY: FAMILY,
    Role.BOSS: NOW_AT_WORK,
    Role.LANDLORD: LANDLORD,
    Role.RELOCATION: RELOCATION,
    Role.OTHER: SOMEBODY,
}
BY_AGENCY = {Answer.YES: AGENCY, Answer.UNKNOWN: WHOSE_AGENCY}


def rule_for(place: Place) -> Rule:
    """The one rule. Nobody of the first employer ever hears before the decision."""
    if place.knows:
        return TOLD
    if place.is_there:
        return _there(place)
    if place.works_for_both:
        return BOTH
    if place.is_at_work_now:
        return NOW_AT_WORK
    rule = OF_THEIR_OWN.get(place.role) or OF_ANOTHER_OFFER[place.role]
    may_talk = rule.when is When.SAFE and place.knows_there == Answer.YES
    return THEY_TALK if may_talk else rule


def _there(place: Place) -> Rule:
    if place.role == Role.REFERRER:
        return REFERRER
    if place.role == Role.RECRUITER and place.agency:
        return BY_AGENCY.get(Answer(place.agency), RECRUITER)
    return MANAGER if place.role == Role.MANAGER else RECRUITER
