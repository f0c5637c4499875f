"""A case with something in every table, and one word of its owner in every text.

Whoever meets that word where only the owner may read has found a leak.
"""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from accounts.models import User
from coaching.models import (
    GOALS,
    PRESSURES,
    AnswerTime,
    Ask,
    AskedTerm,
    AtSchool,
    Belief,
    Bridge,
    CalendarFeed,
    CheckIn,
    Circle,
    Comes,
    CounterOffer,
    Criterion,
    Decision,
    DecisionNote,
    DiaryLine,
    ExchangeRate,
    Feeling,
    FirstDays,
    FurtherKind,
    FurtherLetter,
    FurtherLetterVersion,
    Gate,
    GoneAhead,
    Granted,
    Habits,
    HandedOver,
    Happened,
    Heard,
    HelperComment,
    HelperLink,
    HelperPart,
    HelperView,
    Helps,
    Horizon,
    HowMuch,
    HowRepaid,
    JobKind,
    Kind,
    LaterOffer,
    Leaning,
    LeavingCost,
    Letter,
    Letterhead,
    LetterVersion,
    LookBack,
    MustHave,
    MustHaveAnswer,
    NextOfferLine,
    Notice,
    NoticeEnds,
    NoticeOffered,
    NoticeUnit,
    Odds,
    OfferTiming,
    OptionCase,
    Outcome,
    OwnOption,
    PastedTerms,
    Pleasing,
    Point,
    Position,
    Pressure,
    Rating,
    RealReason,
    Reflection,
    Reminders,
    RestsOn,
    SafeKind,
    SafeLetter,
    SafeLetterVersion,
    Sentence,
    Serves,
    Side,
    SignedTerms,
    Suggestion,
    Taking,
    Taxed,
    Thought,
    Told,
    Topic,
    Treated,
    Trusted,
    Turn,
    Undo,
    WarningSigns,
    Weight,
    What,
)
from coaching.weigh.closer import CLOSER
from coaching.weigh.questions import QUESTIONS
from coaching.weigh.ways import own_key
from offers.models import (
    AcceptedHow,
    Answer,
    AnswerWanted,
    Case,
    Contact,
    DecisionDate,
    Ends,
    Met,
    Offer,
    OfferKind,
    Pay,
    Role,
    Rung,
    School,
    Situation,
    Stage,
    Writing,
)
from tests.factories import (
    PAPERS,
    accepted_offer,
    case_of,
    decision_date,
    enrolled,
    manager,
    person,
)
from tests.lakeside import lakeside
from tests.shared_case import share_once

MONDAY = datetime(2025, 12, 1, 15, 0, tzinfo=UTC)  # 10:00 in New York
THREE_DAYS = timedelta(days=3)
HOUR = timedelta(hours=1)
BEFORE = MONDAY - THREE_DAYS

# One syllable each, and in no sentence of ours.
ANAS_WORD, BOS_WORD = "Quince", "Sorrel"


class When(StrEnum):
    """Where on the way the person is."""

    WAITING = "waiting for the date"
    DECIDING = "deciding"
    TELLING = "telling people"
    TOLD = "everyone knows"


def anas_case(when: When = When.TELLING, **fields: Any) -> Case:
    return whole_case(person("ana"), ANAS_WORD, when, **fields)


def whole_case(
    owner: User, word: str, when: When = When.TELLING, *, outcome: str = Outcome.OUT, **fields: Any
) -> Case:
    """The case as it is at MONDAY, `when` on its way; `outcome` is what was decided, if it was."""
    fields = {"answer_wanted": AnswerWanted.NO, "answer_by": MONDAY + 4 * THREE_DAYS} | fields
    pages = (
        "pause",
        "date",
        "clock",
        "situation",
        "why",
        "options",
        *PAPERS,
        "leaving-cost",
        "clauses",
        "you",
        "notice",
        "handover",
    )
    offers = [f"{page}-{n}" for n in (1, 2, 3) for page in ("basics", "pay", "people")]
    writings = ["in-writing-2", "in-writing-3"]
    asked = [question.slug for question in QUESTIONS]
    case = case_of(owner, pages=(*pages, *offers, *writings, *asked), **fields)
    add_offers(case, word)
    add_answers(case, word)
    has_come = when != When.WAITING
    add_date(case, MONDAY - HOUR if has_come else MONDAY + THREE_DAYS)
    if when in (When.TELLING, When.TOLD):
        is_yes = case.is_not_accepted and outcome == Outcome.KEEP
        offer = case.offers.get(number=1) if is_yes else None
        Decision.objects.create(
            case=case, outcome=outcome, decided_at=MONDAY - HOUR / 2, offer=offer
        )
    add_telling(case, word, everyone=when == When.TOLD)
    add_asking(case, word)
    look_back(case, word)
    go_to_school(case)
    if has_come:
        go_past_the_gate(case, word)
    share_once(case, word, MONDAY)
    return case


def add_offers(case: Case, word: str) -> None:
    kind = OfferKind.OTHER if case.stage == Stage.NOT_ACCEPTED else OfferKind.ACCEPTED
    first = accepted_offer(
        case,
        employer=f"{word} Labs",
        title=f"{word} clerk",
        place=f"{word} Falls",
        starts_on=date(2025, 10, 6) if case.has_started else date(2026, 1, 5),
        accepted_on=date(2025, 9, 18),
        accepted_how=AcceptedHow.SIGNED,
    )
    first.kind = kind
    first.save()
    Pay.objects.create(
        offer=first, base=68000, moving=2000, moving_paid=Answer.NO, equity=8000, equity_years=4,
        equity_cliff=12, leave_days=20,
    )  # fmt: skip
    others = [
        Offer.objects.create(
            case=case,
            number=number,
            kind=OfferKind.OTHER,
            employer=f"{word} Farms {number}",
            title=f"{word} guide",
            place=f"{word} Point",
            ends=Ends.ON,
            ends_at=MONDAY + 3 * THREE_DAYS,
        )
        for number in (2, 3)
    ]
    for offer in others:
        currency = "EUR" if offer.number == 3 else "USD"
        Pay.objects.create(offer=offer, base=71000, likely_bonus=2000, currency=currency)
        Writing.objects.create(
            offer=offer,
            rung=Rung.SPOKEN,
            keeps=3,
            background=Met.NO,
            conditions_left=f"A {word} check",
        )
        manager(offer, name=f"Lee {word}", title=f"{word} chief", email=f"lee@{word}.example")
    for role, name in ((Role.MANAGER, "Dana"), (Role.RECRUITER, "Kim"), (Role.REFERRER, "Sam")):
        Contact.objects.create(
            case=case,
            offer=first,
            role=role,
            name=f"{name} {word}",
            title=f"{word} lead",
            email=f"{name}@{word}.example",
            phone="212 555 0100 ext. 7",
            agency=f"{word} Search" if role == Role.RECRUITER else "",
        )
    Contact.objects.create(case=case, role=Role.SCHOOL)


def add_answers(case: Case, word: str) -> None:
    """What was weighed, and what is for the person alone."""
    no = dict.fromkeys(("agency", "visa", "money", "quit_other"), Answer.NO)
    yes = dict.fromkeys(("campus", "referred", "signed"), Answer.YES)
    Situation.objects.create(case=case, school=School.STUDENT, **no, **yes)
    copied = [field.name for field in SignedTerms._meta.fields if field.name.endswith("_words")]
    SignedTerms.objects.create(
        case=case, signed=Answer.YES, repay=Answer.YES, notice=Answer.NO, other_work=Answer.NO,
        start_by=Answer.UNKNOWN, final_pay=Answer.NO, money=Answer.NO, campus=Answer.UNKNOWN,
        **dict.fromkeys(copied, f"{word} is what it says."),
    )  # fmt: skip
    LeavingCost.objects.create(
        case=case, bonus=5000, how=HowRepaid.BY_MONTH, tax=Taxed.UNKNOWN, months_bound=12
    )
    Notice.objects.create(
        case=case, contract=Answer.YES, length=3, unit=NoticeUnit.MONTHS,
        ends=NoticeEnds.MONTH_END, offered=NoticeOffered.WORK,
    )  # fmt: skip
    HandedOver.objects.create(
        case=case, number=1, what=f"The {word} list", who=f"Jo {word}", where=f"Room {word}"
    )
    ExchangeRate.objects.create(case=case, currency="EUR", into="USD", value=Decimal("1.08"))
    PastedTerms.objects.create(case=case, words=f"Pay back what {word} gave you.")
    Feeling.objects.create(case=case, weight=2, forced=Answer.NO, pull_gut=True)
    RealReason.objects.create(
        case=case, gut=True, gut_noticed=f"They hid {word}.", first=f"I saw {word}.",
        still=Answer.NO,
    )  # fmt: skip
    look_closer(case, word)
    texts = [field for question in QUESTIONS for field in question.fields]
    Reflection.objects.create(case=case, **dict.fromkeys(texts, f"I like {word}."))
    for number in (1, 2):
        OwnOption.objects.create(case=case, number=number, words=f"Go to {word} {number}.")
    picture_options(case, word)
    add_warnings(case, word)
    weigh_jobs(case, word)
    weigh_bridges(case, word)
    for days in (2, 1, 0):
        day = (MONDAY - timedelta(days=days)).date()
        DiaryLine.objects.create(case=case, day=day, keep=2, leave=4, line=f"A {word} day.")
    case.saved_pages.create(slug=f"diary-{MONDAY.date()}", saved_at=MONDAY - HOUR)
    CalendarFeed.objects.create(case=case)
    let_somebody_read_along(case, word)
    Reminders.objects.create(case=case, date=True, diary=True, asked_at=MONDAY - HOUR)
    DecisionNote.objects.create(
        case=case, choice=Outcome.OUT, sure=4, because=f"I want {word}.", note=f"Trust {word}."
    )
    case.saved_pages.create(slug="decide", saved_at=MONDAY - HOUR)
    Leaning.objects.create(
        case=case, choice=Outcome.KEEP, sure=3, because=f"{word} calls.", sealed_at=BEFORE
    )
    case.saved_pages.create(slug="leaning", saved_at=BEFORE)


def look_back(case: Case, word: str) -> None:
    """What comes after, and when the second offer is expected."""
    LookBack.objects.create(
        case=case, led_dates=True, missed_sign=Answer.YES, sign=f"{word} hid it.",
        rushed=Answer.YES, feels=3, helped=f"{word} helped.", to_self=f"Ask {word}.",
        regret=Answer.NO,
    )  # fmt: skip
    for days, score in ((30, 4), (90, 2)):
        CheckIn.objects.create(
            case=case, days=days, deciding=score, deciding_words=f"I asked {word}.",
            outcome=5 - score, outcome_words=f"{word} went well.",
        )  # fmt: skip
    NextOfferLine.objects.create(case=case, number=1, words=f"I ask {word}.", is_ticked=True)
    OfferTiming.objects.create(
        offer=case.offers.get(number=2), comes=Comes.ON, expected_on=date(2025, 12, 15), good_days=7
    )
    for slug in ("after", "check-in-30", "check-in-90", "next-offer-lines", "timing-2"):
        case.saved_pages.create(slug=slug, saved_at=MONDAY - HOUR)


def go_to_school(case: Case) -> None:
    """Their school has rules, and one offer gave less time than it asks employers for."""
    enrolled(case.owner, lakeside())
    AtSchool.objects.create(case=case, kind=JobKind.INTERNSHIP, talked=True)
    made = MONDAY.date()
    AnswerTime.objects.create(
        offer=case.offers.get(number=2), made_on=made, wanted_by=made + timedelta(days=2)
    )
    for slug in ("school", "answer-time-2"):
        case.saved_pages.create(slug=slug, saved_at=BEFORE)


def let_somebody_read_along(case: Case, word: str) -> None:
    """A helper who may read and comment on one part."""
    link = HelperLink.objects.create(
        case=case, name=f"Jo {word}", may_comment=True, made_at=BEFORE, ends_at=MONDAY + THREE_DAYS
    )
    HelperPart.objects.create(link=link, part="compare")
    HelperView.objects.create(link=link, part="compare", at=BEFORE)
    HelperComment.objects.create(link=link, part="compare", words=f"I think {word}.", at=BEFORE)
    case.saved_pages.create(slug="helper", saved_at=BEFORE)


def picture_options(case: Case, word: str) -> None:
    """The first option whole, one of their own half done; points for and against both ways."""
    texts = {"best": f"I get {word}.", "worst": f"I lose {word}.", "between": f"Half {word}."}
    more = ("gives_up", "if_worst", "then_what", "leads")
    OptionCase.objects.create(
        case=case, option="keep", best_odds=Odds.LIKELY, worst_odds=Odds.UNLIKELY, undo=Undo.YES,
        **dict.fromkeys(GOALS, Serves.HELPS), **texts, **dict.fromkeys(more, f"More {word}."),
    )  # fmt: skip
    OptionCase.objects.create(case=case, option=own_key(f"Go to {word} 1."), **texts)
    for position in Position:
        for horizon, side in ((Horizon.NOW, Side.FOR), (Horizon.LATER, Side.AGAINST)):
            at = {"position": position, "horizon": horizon, "side": side, "number": 1}
            Point.objects.create(case=case, words=f"The {word} way", **at)
        case.saved_pages.create(slug=f"for-and-against-{position}", saved_at=MONDAY - HOUR)


def add_warnings(case: Case, word: str) -> None:
    """Signs of the first job alone, habits, a fear and a fact."""
    signs = ("role", "pay", "path", "talks", "push")
    notes = {f"{name}_note": f"{word}." for name in signs}
    answers = dict.fromkeys(signs, Answer.YES) | {"pay": Answer.UNKNOWN, "path": Answer.NO}
    WarningSigns.objects.create(
        offer=case.offers.first(),
        treated=Treated.BADLY,
        treated_note=f"{word} hung up.",
        **answers,
        **notes,
    )
    habits = ("fix_later", "any_offer", "unwritten", "title", "stress")
    notes = {f"{name}_note": f"{word}." for name in habits}
    Habits.objects.create(case=case, **dict.fromkeys(habits, Answer.YES), **notes)
    Thought.objects.create(
        case=case, number=1, words=f"I lose {word}.", kind=Kind.FEAR, would_show=f"Ask {word}."
    )
    Thought.objects.create(
        case=case, number=2, words=f"{word} said so.", kind=Kind.FACT, rests_on=RestsOn.PROMISE
    )
    for slug in ("flags-job-1", "flags-talks-1", "flags-you", "fears-1", "fears-2"):
        case.saved_pages.create(slug=slug, saved_at=MONDAY - HOUR)


def look_closer(case: Case, word: str) -> None:
    """Each page about the doubt, filled in."""
    LaterOffer.objects.create(case=case, came="unasked", alike="very", better="far")
    CounterOffer.objects.create(case=case, left_because=f"No {word}.", what_changed=f"{word}.")
    texts = ("speaks_for", "speaks_against", "fairer")
    Belief.objects.create(
        case=case, number=1, sentence=Sentence.OWN, words=f"They need {word}",
        to_a_friend=Answer.NO, **dict.fromkeys(texts, f"I see {word}."),
    )  # fmt: skip
    asked = ("hard_to_say_no", "for_others", "only_first", "if_nobody_minded")
    Pleasing.objects.create(case=case, **dict.fromkeys(asked, Answer.YES))
    Pressure.objects.create(case=case, **dict.fromkeys(PRESSURES, HowMuch.SOME))
    lines = ("learn_1", "learn_2", "learn_3", "person", "ask_1", "ask_2", "ask_3")
    FirstDays.objects.create(case=case, **dict.fromkeys(lines, f"More {word}"))
    Trusted.objects.create(
        case=case, number=1, name=f"Mo {word}", helps=Helps.FIELD, said=f"Ask for {word}."
    )
    for slug in ("belief-1", "trusted-1", *(one.slug for one in CLOSER if one.slug != "beliefs")):
        case.saved_pages.create(slug=slug, saved_at=MONDAY - HOUR)


def weigh_jobs(case: Case, word: str) -> None:
    """Must-haves and ratings, some open, some guessed, for each of the three jobs."""
    offers = list(case.offers.all())
    for number, answers in ((1, (Answer.NO, Answer.YES, Answer.UNKNOWN)), (3, (Answer.YES,))):
        row = MustHave.objects.create(case=case, number=number, words=f"Near {word} {number}")
        for offer, answer in zip(offers, answers, strict=False):
            MustHaveAnswer.objects.create(must_have=row, offer=offer, answer=answer)
    for weight, topic in enumerate((Topic.PAY, Topic.WORK, Topic.PEOPLE, Topic.OWN_1), 1):
        own = f"More {word}" if topic.is_own else ""
        row = Criterion.objects.create(case=case, topic=topic, words=own, weight=weight)
        for offer, score in zip(offers, (weight, 3, None), strict=True):
            Rating.objects.create(criterion=row, offer=offer, score=score, is_guess=score == 3)
        case.saved_pages.create(slug=f"rate-{topic}", saved_at=MONDAY - HOUR)
    case.saved_pages.create(slug="must-haves", saved_at=MONDAY - HOUR)


def weigh_bridges(case: Case, word: str) -> None:
    """Ties to a person, to the field and to a circle of one’s own; and a mentor in the loop."""
    Contact.objects.create(
        case=case, role=Role.MENTOR, place=1, name=f"Jo {word}", informed=f"By {word}",
        knows_there=Answer.YES, knows=f"Dana {word}",
    )  # fmt: skip
    dana = case.contacts.get(role=Role.MANAGER, offer__number=1)
    said = {"taking": Taking.LASTING, "taking_words": f"I know {word}.", "helps": f"Call {word}"}
    Bridge.objects.create(case=case, contact=dana, weight=Weight.LOT, **said)
    Bridge.objects.create(case=case, circle=Circle.FIELD, weight=Weight.LOW, close_knit=Answer.YES)
    Bridge.objects.create(case=case, circle=Circle.OWN_1, name=f"The {word} choir")
    for slug in ("bridge-1-manager", "bridge-field", "circles", "loop-other-1"):
        case.saved_pages.create(slug=slug, saved_at=MONDAY - HOUR)


def add_date(case: Case, decide_at: datetime) -> None:
    row = decision_date(case, decide_at)
    DecisionDate.objects.filter(pk=row.pk).update(set_at=decide_at - THREE_DAYS)


def go_past_the_gate(case: Case, word: str) -> None:
    date_set = case.decision_dates.get()
    gone = {"case": case, "why": f"I know {word}.", "at": MONDAY - HOUR}
    GoneAhead.objects.create(gate=Gate.DECIDE, about=str(date_set.pk), **gone)
    if case.has_started:
        GoneAhead.objects.create(gate=Gate.NOT_IN_WRITING, **gone)


SAYS = {Stage.NOT_ACCEPTED: "decline", Stage.ACCEPTED: "withdraw", Stage.STARTED: "resign"}


def add_asking(case: Case, word: str) -> None:
    """What two employers are asked for, what one promised, and letters that may leave now."""
    offers = list(case.offers.all())
    for offer, still in zip(offers, (Answer.YES, Answer.NO), strict=False):
        ask = Ask.objects.create(
            case=case, offer=offer, still=still, why=f"I live near {word}.", heard=Heard.ANSWERED,
            only_pay=Answer.YES, reply_by=MONDAY + 2 * HOUR,
        )  # fmt: skip
        texts = {"now": f"{word} 1", "wanted": f"{word} 2", "offered": f"{word} 3"}
        AskedTerm.objects.create(ask=ask, what=What.PAY, granted=Granted.PART, **texts)
        case.saved_pages.create(slug=f"ask-{offer.number}", saved_at=MONDAY - HOUR)
    words = f"Dear Dana,\n\nCould we talk? I think of {word}.\n\nThank you."
    letter = SafeLetter.objects.create(
        case=case, offer=offers[0], kind=SafeKind.ASK_TERMS, liked=f"I like {word}.", words=words
    )
    SafeLetterVersion.objects.create(
        letter=letter, number=1, paper=letter.paper, subject=f"My {word} letter", words=words,
        pdf=b"%PDF-1.7 " + word.encode(), sha256="0" * 64, made_at=MONDAY,
        docx=b"PK" + word.encode(),
    )  # fmt: skip


def add_further_letter(case: Case, word: str) -> None:
    """Somebody for the job who said yes to it, and a letter beside the one of the decision."""
    Suggestion.objects.create(
        case=case, name=f"Sam {word}", reach=f"{word}@sam.example", why=f"Knows {word}",
        in_letter=True, said_yes_at=MONDAY - HOUR,
    )  # fmt: skip
    words = f"Dear Dana,\n\nI {SAYS[Stage(case.stage)]}. I think of {word}.\n\nThank you."
    letter = FurtherLetter.objects.create(
        case=case,
        kind=FurtherKind.RELEASE,
        liked=f"I like {word}.",
        amount=f"a bonus for {word}",
        words=words,
    )
    FurtherLetterVersion.objects.create(
        letter=letter, number=1, paper=letter.paper, subject=f"My {word} letter", words=words,
        pdf=b"%PDF-1.7 " + word.encode(), docx=b"PK" + word.encode(), sha256="0" * 64,
        made_at=MONDAY,
    )  # fmt: skip


def add_telling(case: Case, word: str, *, everyone: bool) -> None:
    """The rows of telling. Before a decision they are what a change of mind left behind."""
    head = {"name": f"Ana {word}", "street": f"1 {word} Way", "town": f"{word} Falls"}
    Letterhead.objects.create(case=case, phone="212 555 0123", email=f"a@{word}.example", **head)
    first = case.contacts.get(role=Role.MANAGER, offer__number=1)
    letter = Letter.objects.create(
        case=case,
        contact=first,
        reason="fit",
        reason_words=f"near {word}",
        liked=f"I liked {word}.",
        words=f"Dear Dana,\n\nI {SAYS[Stage(case.stage)]}. I think of {word}.\n\nThank you.",
    )
    LetterVersion.objects.create(
        letter=letter,
        number=1,
        paper=letter.paper,
        subject=f"My {word} letter",
        words=letter.words,
        pdf=b"%PDF-1.7 " + word.encode(),
        docx=b"PK" + word.encode(),
        sha256="0" * 64,
        made_at=MONDAY,
    )
    add_further_letter(case, word)
    Turn.objects.create(contact=first, number=1)
    what, texts = Happened.VOICEMAIL, {}
    if everyone:
        what = Happened.SPOKE
        texts = {"said": f"They like {word}.", "asked": f"Send {word} back."}
    for contact in case.contacts.all():
        Told.objects.create(contact=contact, what=what, at=MONDAY - HOUR / 4, **texts)
