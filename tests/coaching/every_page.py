"""Every page, found in the URLconf, and a case in which it is open.

A new page is found by itself. One whose address needs something new has to be told what, here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms import BoundField
from django.test import Client
from django.urls import get_resolver, resolve, reverse
from django.utils import timezone

from accounts.models import User
from coaching.models import (
    GOALS,
    AnswerTime,
    Appointment,
    Ask,
    AskedTerm,
    AtSchool,
    Bridge,
    CheckIn,
    Circle,
    Criterion,
    Decision,
    DecisionNote,
    ExchangeRate,
    FirstDays,
    FurtherKind,
    FurtherLetter,
    Happened,
    HelperLink,
    Helps,
    Horizon,
    JobKind,
    Kind,
    LeavingCost,
    Letter,
    Letterhead,
    MustHave,
    NextOfferLine,
    Notice,
    NoticeOffered,
    Odds,
    OptionCase,
    Outcome,
    PastedTerms,
    Point,
    Position,
    Rating,
    Reading,
    RealReason,
    Reminders,
    SafeKind,
    SafeLetter,
    Serves,
    Side,
    SignedTerms,
    Suggestion,
    Thought,
    Told,
    Topic,
    Trusted,
    Undo,
    What,
)
from coaching.views.page import PageView
from coaching.weigh.questions import QUESTIONS
from offers.models import (
    AcceptedHow,
    Answer,
    Case,
    Contact,
    Offer,
    Pay,
    Rung,
    School,
    Situation,
    Stage,
)
from tests.factories import (
    PAPERS,
    accepted_offer,
    case_of,
    decision_date,
    enrolled,
    manager,
    other_offer,
)
from tests.lakeside import lakeside

ROUTES = {
    name: found[0][0]
    for name, found in get_resolver("coaching.urls").reverse_dict.items()
    if isinstance(name, str)
}
# The name of every page, and the parts of its address.
ADDRESSES = {name: parts for name, (_, parts) in ROUTES.items()}
# What is no page: its address ends like a file, such as letter.pdf.
FILES = {name for name, (route, _) in ROUTES.items() if "." in route.rpartition("/")[2]}
DONE = (
    "clock",
    "pause",
    "date",
    "offers-1",
    "situation",
    "why",
    "options",
    *PAPERS,
    "leaving-cost",
    "clauses",
    "first-days",
    "questions-giving-up",
    "handover",
)


@dataclass(frozen=True, kw_only=True)
class Full:
    """A case with everything in it that an address can name."""

    case: Case
    manager: Contact
    letter: Letter
    safe: SafeLetter
    further: FurtherLetter

    def _which(self, name: str) -> Letter | SafeLetter | FurtherLetter:
        by_name = {"safe-letter": self.safe, "further-letter": self.further}
        found = (row for start, row in by_name.items() if name.startswith(start))
        return next(found, self.letter)

    def _token(self, name: str) -> str:
        row = self.case.helper_links.get() if name.startswith("helper") else self.case.reminders
        return row.token

    @staticmethod
    def _newest(rows: QuerySet) -> int:
        """Where nothing is shared there is none, and no page of it: tests/browser has those."""
        newest = rows.last()
        return newest.pk if newest else 0

    def addresses(self, name: str) -> Iterator[str]:
        """Where the page `name` may be: where an address names an offer, each of them."""
        parts = {
            "code": self.case.code,
            "name": QUESTIONS[0].name,
            "topic": Topic.PAY,
            "key": self.manager.key,
            "paper": "notice",
            "guide": "the-call",
            "place": "germany",
            "option": "keep",
            "position": Position.OUT,
            "who": self.manager.pk,
            "told": self._newest(self.manager.told.all()),
            "which": self._which(name).pk,
            "kind": SafeKind.ASK_TERMS,
            "more": FurtherKind.RELEASE,
            "days": 30,
            "token": self._token(name),
            "part": "compare",
            "school": "lakeside",
            "appointment": self._newest(Appointment.objects.filter(sharing__case=self.case)),
            "reading": self._newest(Reading.objects.filter(sharing__case=self.case)),
            "note": 0,
        }
        for number in (1, 2):
            wanted = {part: (parts | {"number": number})[part] for part in ADDRESSES[name]}
            yield reverse(f"coaching:{name}", kwargs=wanted)


def full_case(owner: User, *, leaving: bool, stage: str = Stage.ACCEPTED) -> Full:
    """The date has come; and with `leaving`, the person has decided to back out."""
    now = timezone.now()
    case = case_of(owner, stage=stage, pages=DONE)
    Situation.objects.create(
        case=case, school=School.STUDENT, **dict.fromkeys(("visa", "money"), Answer.NO)
    )
    accepted = accepted_offer(
        case, accepted_on=now.date() - timedelta(days=9), accepted_how=AcceptedHow.SIGNED
    )
    Pay.objects.create(
        offer=accepted, base=68_000, signing_bonus=3_000, signing_paid=Answer.YES, travel_month=200
    )
    other = other_offer(case, rung=Rung.SIGNED)
    Pay.objects.create(
        offer=other, currency="EUR", base=74_500, equity=40_000, equity_years=4, leave_days=25
    )
    ExchangeRate.objects.create(case=case, currency="EUR", into="USD", value="1.08")
    LeavingCost.objects.create(case=case, bonus=3_000)
    Notice.objects.create(case=case, contract=Answer.NO, offered=NoticeOffered.WORK)
    rate_three(case, accepted, other)
    picture_two(case)
    decision_date(case, now - timedelta(hours=1))
    SignedTerms.objects.create(case=case, repay=Answer.NO)
    MustHave.objects.create(case=case, number=1, words="Days at home")
    Thought.objects.create(case=case, number=1, words="Nobody will call", kind=Kind.FEAR)
    PastedTerms.objects.create(case=case, words="You must repay it. No notice is needed.")
    RealReason.objects.create(case=case, pay=True, still=Answer.NO)
    FirstDays.objects.create(case=case, learn_1="The names of the team")
    Trusted.objects.create(case=case, number=1, name="Aunt Rosa", helps=Helps.FAMILY)
    Letterhead.objects.create(case=case, name="Ana Silva")
    enrolled(owner, lakeside())
    AtSchool.objects.create(case=case, kind=JobKind.INTERNSHIP, talked=True)
    made_on = now.date() - timedelta(days=9)
    AnswerTime.objects.create(
        offer=accepted, made_on=made_on, wanted_by=made_on + timedelta(days=2)
    )
    Reminders.objects.create(case=case, date=True, asked_at=now)
    link = HelperLink.objects.create(case=case, made_at=now, ends_at=now + timedelta(days=30))
    link.parts.create(part="compare")
    person = manager(accepted)
    letter = Letter.objects.create(case=case, contact=person)
    Bridge.objects.create(case=case, contact=person, weight="lot", taking="lasting")
    Bridge.objects.create(case=case, circle=Circle.FIELD, weight="low", close_knit=Answer.YES)
    NextOfferLine.objects.create(case=case, number=1, words="Ask for a day")
    CheckIn.objects.create(case=case, days=30, deciding=4, outcome=2)
    safe = ask_for_more_pay(accepted, other)
    suggest_sam(case)
    further = FurtherLetter.objects.create(case=case, kind=FurtherKind.RELEASE)
    if leaving:
        Decision.objects.create(case=case, outcome=Outcome.OUT, decided_at=now)
        Told.objects.create(contact=person, what=Happened.VOICEMAIL, at=now)
        DecisionNote.objects.create(case=case, choice=Outcome.OUT, sure=4, still=Answer.YES)
    return Full(case=case, manager=person, letter=letter, safe=safe, further=further)


def suggest_sam(case: Case) -> None:
    """Somebody for the job, who said yes to being named."""
    Suggestion.objects.create(
        case=case,
        name="Sam Lee",
        reach="sam@example.org",
        why="knows it",
        said_yes_at=timezone.now(),
    )


def ask_for_more_pay(accepted: Offer, other: Offer) -> SafeLetter:
    """The first employer is asked; the other one would not settle it."""
    case, by = accepted.case, timezone.now() + timedelta(days=2)
    Ask.objects.create(case=case, offer=other, still=Answer.NO)
    ask = Ask.objects.create(
        case=case, offer=accepted, still=Answer.YES, only_pay=Answer.YES, reply_by=by
    )
    AskedTerm.objects.create(ask=ask, what=What.PAY, wanted="$74,000 a year")
    return SafeLetter.objects.create(case=case, offer=accepted, kind=SafeKind.ASK_TERMS)


def picture_two(case: Case) -> None:
    """Two options to see beside each other, one whole; and a point against each way."""
    texts = dict.fromkeys(("best", "worst", "between", "gives_up", "if_worst", "leads"), "A word")
    odds = {"best_odds": Odds.LIKELY, "worst_odds": Odds.LIKELY, "undo": Undo.PARTLY}
    goals = dict(zip(GOALS, Serves, strict=True))
    OptionCase.objects.create(case=case, option="keep", **texts, **odds, **goals)
    OptionCase.objects.create(case=case, option="out", worst="They are let down")
    for position in Position:
        at = {"horizon": Horizon.NOW, "side": Side.AGAINST, "number": 1}
        Point.objects.create(case=case, position=position, words="A long way", **at)


def full_cases(owner: User) -> Iterator[Full]:
    """Cases in one of which every page opens, each made when it is asked for.

    Their owner is a student of a school.
    """
    yield full_case(owner, leaving=False)
    yield full_case(owner, leaving=True)
    yield full_case(owner, leaving=True, stage=Stage.STARTED)
    yield full_case(owner, leaving=False, stage=Stage.NOT_ACCEPTED)


def rate_three(case: Case, *offers: Offer) -> None:
    """Enough for a picture, with a guess in it."""
    for score, topic in enumerate((Topic.PAY, Topic.WORK, Topic.PLACE), 1):
        row = Criterion.objects.create(case=case, topic=topic, weight=score)
        for place, offer in enumerate(offers):
            Rating.objects.create(criterion=row, offer=offer, score=score + place, is_guess=place)


def names_of_questions() -> list[str]:
    """The pages that ask something."""
    return sorted(name for name in ADDRESSES if issubclass(_view(name), PageView))


def _view(name: str) -> type:
    sample = dict.fromkeys(ADDRESSES[name], "1")
    return getattr(resolve(reverse(f"coaching:{name}", kwargs=sample)).func, "view_class", object)


def open_page(client: Client, name: str, cases: Iterable[Full]) -> tuple[Full, Any]:
    """The page `name` in the first of these cases in which it opens."""
    for full in cases:
        for address in full.addresses(name):
            page = client.get(address)
            if page.status_code == 200:
                return full, page
    raise AssertionError(f"“{name}” opens in none of the cases")


def answers_to(form: forms.BaseForm, case: Case) -> dict[str, Any]:
    """What the page shows, and something fitting where it shows nothing yet."""
    shown = {bound.html_name: _answer(bound) for bound in form}
    if "code" in shown:
        shown["code"] = case.code
    return shown


def _answer(bound: BoundField) -> Any:
    # The date that is set has come, so it can only be moved.
    shown = None if bound.name == "when" else bound.value()
    if shown not in (None, "", []) or not isinstance(bound.field, forms.ChoiceField):
        return "" if shown is None else shown
    return next(str(value) for value, _ in bound.field.choices if value != "")
