"""The screens of “Check what you signed”, in their order: a reading task each, no conclusions."""

from collections.abc import Collection
from dataclasses import dataclass

from coaching.models import SignedTerms
from offers.models import Answer, Case, School, Situation


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One screen. `asks` are columns of SignedTerms to answer; `words` holds what was copied."""

    name: str
    title: str
    asks: tuple[str, ...]
    words: str
    asks_for_a_day: bool = False

    @property
    def slug(self) -> str:
        """What its answer is saved under."""
        return f"signed-{self.name}"

    @property
    def fields(self) -> tuple[str, ...]:
        day = ("tell_by",) if self.asks_for_a_day else ()
        return (*self.asks, *day, self.words)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One question of a screen: in full, how to find the answer, and in short for its error."""

    label: str
    help_text: str
    subject: str


SIGNATURE = Paper(name="signature", title="Did you sign?", asks=("signed",), words="signed_words")
START = Paper(
    name="notice",
    title="Start and notice",
    asks=("start_by", "notice"),
    words="notice_words",
    asks_for_a_day=True,
)
# Once the work has begun there is a last pay to ask about, and no first day any more.
LAST_PAY = Paper(
    name="notice",
    title="Notice and last pay",
    asks=("notice", "final_pay"),
    words="notice_words",
    asks_for_a_day=True,
)
REPAY = Paper(name="repay", title="The word “repay”", asks=("repay",), words="repay_words")
MONEY = Paper(name="money", title="Money they paid you", asks=("money",), words="money_words")
OTHER_WORK = Paper(
    name="other-work", title="Other work", asks=("other_work",), words="other_work_words"
)
VISA = Paper(name="visa", title="Visa or work permit", asks=("visa",), words="visa_words")
SCHOOL = Paper(name="school", title="Your school’s rule", asks=("campus",), words="campus_words")

ASKED = {
    "signed": Asked(
        label="Did you sign a contract or a letter?",
        help_text="A click on a website can count. So can an e-mail.",
        subject="sign a contract",
    ),
    "start_by": Asked(
        label="Did you agree to start by a day?",
        help_text="Find the word “start.” Does it say what follows if you do not?",
        subject="start by a day",
    ),
    "notice": Asked(
        label="Do you have to give notice, or stay for a set time?",
        help_text="Find the words “notice” and “term.” How early must you tell them, and how?",
        subject="give notice",
    ),
    "final_pay": Asked(
        label="Do they name your last pay?",
        help_text="Find the word “final.” What may they keep back, and what of days off?",
        subject="last pay",
    ),
    "repay": Asked(
        label="Do you have to pay money back?",
        help_text="Find the word “repay” or “return.” What does it say?",
        subject="pay money back",
    ),
    "money": Asked(
        label="Did they pay you for signing or moving?",
        help_text="Find the words “bonus” and “moving.” Has any of it reached you yet?",
        subject="money for signing or moving",
    ),
    "other_work": Asked(
        label="Are there jobs you may not take?",
        help_text="Find “other work” or “compete.” Which jobs does it name?",
        subject="jobs you may not take",
    ),
    "visa": Asked(
        label="Do your papers name your visa or permit?",
        help_text="Find the words “visa,” “permit” or “sponsor.” What do they say?",
        subject="visa or permit",
    ),
    "campus": Asked(
        label="Does your school have a rule about this?",
        help_text="Look at what your career center says about saying yes to an offer.",
        subject="rule of your school",
    ),
}


def papers_for(case: Case, situation: Situation) -> tuple[Paper, ...]:
    """The screens of this person: a visa and a school only where there may be one."""
    found = [SIGNATURE, LAST_PAY if case.has_started else START, REPAY, MONEY, OTHER_WORK]
    if situation.visa in (Answer.YES, Answer.UNKNOWN):
        found.append(VISA)
    if situation.school == School.STUDENT:
        found.append(SCHOOL)
    return tuple(found)


def next_open(after: Paper, papers: tuple[Paper, ...], saved: Collection[str]) -> Paper | None:
    """The next screen that was never saved, round the end to the start; None when all were."""
    place = papers.index(after) + 1
    in_turn = (*papers[place:], *papers[:place])
    return next((paper for paper in in_turn if paper.slug not in saved), None)


@dataclass(frozen=True, kw_only=True)
class Said:
    """One screen as it was answered, to be read again. `answers` are questions and what was said;
    `is_open` while nothing was said yet."""

    paper: Paper
    answers: tuple[tuple[str, str], ...]
    words: str
    is_open: bool


def said(paper: Paper, terms: SignedTerms) -> Said:
    given = [(name, getattr(terms, name)) for name in paper.asks]
    answers = [(ASKED[name].label, Answer(answer).label) for name, answer in given if answer]
    return Said(
        paper=paper,
        answers=tuple(answers),
        words=getattr(terms, paper.words),
        is_open=len(answers) < len(given),
    )
