from datetime import date
from typing import Any

from coaching.forms.questions import FriendForm
from coaching.journey.facts import Facts
from coaching.models import RealReason
from coaching.weigh.friend import Job, Story, retell
from coaching.weigh.questions import BY_NAME
from offers.models import Answer, Offer, OfferKind
from offers.pay import base_of

from .questions import QuestionView


class FriendView(QuestionView):
    """The last question to sit with, under the person’s own story told as a friend’s (S1-22)."""

    form_class = FriendForm
    template_name = "coaching/friend.html"
    related = ("reflection", "real_reason", "situation")
    about = BY_NAME["friend"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(story=retell(story_of(self.facts)), **kwargs)


def story_of(facts: Facts) -> Story:
    reason = getattr(facts.case, "real_reason", None) or RealReason()
    situation, kinds = facts.situation, {offer.kind for offer in facts.offers}
    return Story(
        stage=facts.case.stage,
        first=job_of(facts, facts.accepted) if facts.accepted else None,
        others=tuple(job_of(facts, offer) for offer in facts.others),
        has_current=OfferKind.CURRENT in kinds,
        has_interview=OfferKind.INTERVIEW in kinds,
        has_nothing=OfferKind.NOTHING in kinds,
        signed=situation.signed == Answer.YES,
        paid=situation.money == Answer.YES,
        visa=situation.visa == Answer.YES,
        referred=situation.referred == Answer.YES,
        quit_other=situation.quit_other == Answer.YES,
        reasons=tuple(reason.chosen),
        still=reason.still,
    )


def job_of(facts: Facts, offer: Offer) -> Job:
    """What is known of one offer, in days from today where the person is."""
    pay, writing = getattr(offer, "pay", None), getattr(offer, "writing", None)
    terms = pay.terms if pay else None
    base = base_of(terms) if terms else None
    ends_on = offer.ends_at.astimezone(facts.case.zone).date() if offer.ends_at else None
    return Job(
        title=offer.title,
        a_year=base.amount if base else None,
        currency=terms.currency if terms else "",
        is_guess=base is not None and base.is_guess,
        is_in_writing=writing.is_in_writing if writing and writing.rung else None,
        ends_in=_days_to(facts, ends_on),
        starts_in=_days_to(facts, offer.starts_on),
    )


def _days_to(facts: Facts, day: date | None) -> int | None:
    return (day - facts.local_now.date()).days if day else None
