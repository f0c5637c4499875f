"""The staff side beside a whole case: a career centre, who works there, and what Ana shares."""

from centres.models import Centre, Membership
from centres.publishing import draft_of
from coaching.models import Section
from offers.models import Case
from tests.factories import centre, in_force, lead, policy, shared


def whole_desk(case: Case) -> Membership:
    """Everything that a page of staff can be about, shared with a lead. Returns her."""
    fay = lead(centre("lakeside"), "fay")
    shared(case, fay, *Section, name="Ana Silva", programme="Senior, Statistics")
    add_policies(fay.centre)
    return fay


def add_policies(of: Centre) -> None:
    """A policy in force with every kind of rule, and a draft of its next version."""
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
