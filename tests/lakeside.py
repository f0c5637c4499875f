"""A career centre with a policy in force that has every kind of rule, and a draft of the next."""

from centres.models import Centre
from centres.publishing import draft_of
from tests.factories import centre, in_force, policy


def lakeside() -> Centre:
    """The one school of the tests’ world, made once."""
    found = Centre.objects.filter(slug="lakeside").first()
    return found or _new()


def _new() -> Centre:
    of = centre("lakeside")
    version = policy(of)
    version.pre_clearances.create(role="a coach", lead_days=2)
    version.tasks.create(what="apology", within_days=7)
    version.consequences.create(what="job-board", lasts="up-to", days=365)
    version.mitigations.create(reason="exploding")
    version.employer_notices.create(whom="both employers", basis="policy")
    version.appeals.create(role="dean", within_days=14)
    version.reinstatements.create(role="dean", after="a talk")
    version.offer_floors.create(title="Any offer", least=2, unit="weeks")
    version.employer_sanctions.create(words="We call an employer that takes an offer back")
    draft_of(in_force(version).policy)
    return of
