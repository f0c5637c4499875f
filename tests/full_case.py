"""As much as one person may have: 4 offers, 8 rated things, 60 diary days, 12 people, long names.

And its counterpart, a case that has been begun and holds nothing: the two ends of every page.
"""

from datetime import datetime, timedelta

from accounts.models import User
from coaching.models import Criterion, DiaryLine, MustHave, MustHaveAnswer, Rating, Topic
from offers.models import Answer, Case, Contact, Offer, OfferKind, Pay, Role, Writing
from tests.factories import case_of, decision_date

LONG_NAMES = (
    "Bluebird Analytics and Daughters Limited",
    "Harborlight Health Services of Tennessee",
    "The Grand Northern Observatory Institute",
    "Łukasiewicz-Fernández Brothers Carpentry",
)
PEOPLE = 12
DIARY_DAYS = 60


def empty_case(owner: User) -> Case:
    """Past its pause, one unnamed job: the least with which the pages of weighing are open."""
    case = case_of(owner, pages=("pause",))
    Offer.objects.create(case=case, number=1, kind=OfferKind.ACCEPTED)
    return case


def full_case(owner: User, now: datetime) -> Case:
    """Everything at its limit, `now` being somewhere before the decision date."""
    case = case_of(owner, pages=("pause", "date", "situation", "why", "options", "must-haves"))
    offers = [_offer(case, number, name) for number, name in enumerate(LONG_NAMES, 1)]
    for number in range(PEOPLE):
        offer = offers[number % len(offers)]
        role = (Role.MANAGER, Role.RECRUITER, Role.REFERRER)[number // len(offers)]
        Contact.objects.create(case=case, offer=offer, role=role, name=f"Person number {number}")
    for place, topic in enumerate(Topic):
        words = f"A thing of my own, the {place}th" if topic.is_own else ""
        row = Criterion.objects.create(case=case, topic=topic, words=words, weight=1 + place % 4)
        Rating.objects.bulk_create(
            Rating(criterion=row, offer=offer, score=1 + (place + offer.number) % 5, is_guess=True)
            for offer in offers
        )
    for number in range(1, 6):
        must = MustHave.objects.create(case=case, number=number, words=f"Must have, the {number}th")
        answers = (Answer.YES, Answer.NO, Answer.UNKNOWN, Answer.YES)
        for offer, answer in zip(offers, answers, strict=True):
            MustHaveAnswer.objects.create(must_have=must, offer=offer, answer=answer)
    DiaryLine.objects.bulk_create(
        DiaryLine(case=case, day=now.date() - timedelta(days=n), keep=1 + n % 5, leave=5 - n % 5)
        for n in range(DIARY_DAYS)
    )
    decision_date(case, now + timedelta(days=3))
    return case


def _offer(case: Case, number: int, employer: str) -> Offer:
    kind = OfferKind.ACCEPTED if number == 1 else OfferKind.OTHER
    title = "Senior Data Analyst, Northern Division"
    offer = Offer.objects.create(
        case=case, number=number, kind=kind, employer=employer, title=title
    )
    Pay.objects.create(offer=offer, base=68000 + 1000 * number, signing_bonus=5000)
    if kind == OfferKind.OTHER:
        Writing.objects.create(offer=offer, rung="spoken")
    return offer
