"""The letters there are. A new one is an entry here and a template beside the others."""

from dataclasses import dataclass
from enum import StrEnum

from .check import Rule
from .checks import DECLINING, RESIGNATION, WITHDRAWAL
from .facts import LetterFacts, Reason
from .later_checks import COMING_BACK, IN_TOUCH, RELEASING, REPAYING, SUGGESTING
from .moving_checks import TO_LANDLORD, TO_RELOCATION
from .note_checks import TO_RECRUITER, TO_REFERRER, TO_SCHOOL
from .safe_checks import ACCEPTING, ASKING, FOR_NEWS, FOR_POLICY, FOR_SPEED, FOR_TIME, FOR_WRITING


class Opens(StrEnum):
    """When a letter may be made, by the server’s own clock of the journey."""

    NOW = "now"
    DECIDED = "once it is decided"
    CLOSED = "once the case is closed"


@dataclass(frozen=True, kw_only=True)
class LetterKind:
    """One kind of letter: its wording's file, what its subject says, what is checked.

    Until a decision only a letter that `opens` now can be made. `title` and `purpose` are for the
    list of those; `to` names the kinds of offer, `first` the role that gets it where both are
    named, `asks` the answers that it draws on. Its subject says which job where it `names_job`.
    """

    slug: str
    about: str
    rules: tuple[Rule, ...]
    reason: Reason | None = None
    opens: Opens = Opens.DECIDED
    title: str = ""
    purpose: str = ""
    to: tuple[str, ...] = ()
    first: str = "manager"
    asks: tuple[str, ...] = ()
    names_job: bool = True

    @property
    def template(self) -> str:
        return f"{self.slug}.txt"

    def subject(self, facts: LetterFacts) -> str:
        """The bold line above the greeting, the e-mail's subject and the PDF's title."""
        return f"{self.about}: {facts.role}" if facts.role and self.names_job else self.about


def _withdrawal(slug: str, reason: Reason) -> LetterKind:
    return LetterKind(slug=slug, about="Withdrawal of acceptance", rules=WITHDRAWAL, reason=reason)


WITHDRAW_FIT = _withdrawal("withdraw-fit", "fit")
WITHDRAW_PERSONAL = _withdrawal("withdraw-personal", "personal")
WITHDRAW_PLAIN = _withdrawal("withdraw-plain", "none")

WITHDRAWALS = (WITHDRAW_FIT, WITHDRAW_PERSONAL, WITHDRAW_PLAIN)

RESIGN = LetterKind(slug="resign", about="Resignation", rules=RESIGNATION)

DECLINE = LetterKind(slug="decline", about="Declining your offer", rules=DECLINING)

ASK_TERMS = LetterKind(
    slug="ask-terms",
    about="A question about my terms",
    rules=ASKING,
    opens=Opens.NOW,
    title="Ask for other terms",
    purpose="One or two exact points, and a day to answer by. A no is fine.",
    to=("accepted", "other"),
    asks=("liked",),
)
MORE_TIME = LetterKind(
    slug="more-time",
    about="Time to answer",
    rules=FOR_TIME,
    opens=Opens.NOW,
    title="Ask for more time",
    purpose="A few more days, with the day and time by which you will answer.",
    to=("accepted", "other"),
    asks=("by_at",),
)
SPEED_UP = LetterKind(
    slug="speed-up",
    about="My timeline",
    rules=FOR_SPEED,
    opens=Opens.NOW,
    title="Ask if they can decide sooner",
    purpose="You are mid-interview and have a deadline. Some can speed up if they know.",
    to=("interview",),
    first="recruiter",
    asks=("by_day", "liked"),
)
ASK_UPDATE = LetterKind(
    slug="ask-update",
    about="A short question",
    rules=FOR_NEWS,
    opens=Opens.NOW,
    title="Ask how things stand",
    purpose="You have not heard for a while. One kind question is fine.",
    to=("interview", "other"),
    first="recruiter",
    asks=("liked",),
)
ASK_WRITING = LetterKind(
    slug="ask-writing",
    about="The offer in writing",
    rules=FOR_WRITING,
    opens=Opens.NOW,
    title="Ask for the offer in writing",
    purpose="The terms as you heard them, and the day you need them by.",
    to=("other",),
    asks=("by_day",),
)
ACCEPT = LetterKind(
    slug="accept",
    about="Accepting your offer",
    rules=ACCEPTING,
    title="Say yes, once it is in writing",
    purpose="A clear yes to the terms as you know them. It counts once you have the letter.",
    to=("other",),
    asks=("by_day",),
)

ASK_POLICY = LetterKind(
    slug="ask-policy",
    about="A question about your policy",
    rules=FOR_POLICY,
    opens=Opens.NOW,
    title="Ask your career center",
    purpose="What their policy asks of a student who said yes. It names nothing that you plan.",
    to=("accepted",),
    first="school",
)

SAFE = (ASK_TERMS, MORE_TIME, SPEED_UP, ASK_UPDATE, ASK_WRITING, ACCEPT, ASK_POLICY)
"""Letters that say of nobody that they go."""

TELL_RECRUITER = LetterKind(
    slug="recruiter-note", about="My decision", rules=TO_RECRUITER, asks=("reason", "liked")
)
TELL_REFERRER = LetterKind(
    slug="referrer-note", about="My decision", rules=TO_REFERRER, asks=("liked",)
)
TELL_SCHOOL = LetterKind(slug="school-note", about="A change of plan", rules=TO_SCHOOL)

REPLACEMENT = LetterKind(
    slug="replacement",
    about="A suggestion",
    rules=SUGGESTING,
    title="Suggest somebody for the job",
    purpose="Somebody who knows of it and said yes. It fills the gap you leave.",
)
RELEASE = LetterKind(
    slug="release",
    about="Ending my agreement",
    rules=RELEASING,
    title="Ask to be let go early",
    purpose="Both sides agree that it ends, and on which day. It can be sooner than a notice.",
    asks=("by_day",),
)
REPAY = LetterKind(
    slug="repay",
    about="What you paid me",
    rules=REPAYING,
    title="Settle money they paid you",
    purpose="Ask for the sum in writing. Offer to pay, or ask if they will let it go.",
    asks=("way", "amount", "by_day"),
)
TAKE_BACK = LetterKind(
    slug="take-back",
    about="My resignation",
    rules=COMING_BACK,
    title="Take back a resignation",
    purpose="Ask to stay in the job that you gave notice in. They may say yes or no.",
    asks=("liked",),
)
TELL_LANDLORD = LetterKind(
    slug="landlord-note",
    about="A change of plan",
    rules=TO_LANDLORD,
    title="Write to your landlord",
    purpose="What it means for your lease, and by when they must know. It names no employer.",
    names_job=False,
    asks=("by_day",),
)
TELL_RELOCATION = LetterKind(
    slug="relocation-note",
    about="My move",
    rules=TO_RELOCATION,
    title="Stop what is planned for your move",
    purpose="To the relocation agent: book no more, and list what is booked and what it costs.",
    asks=("by_day",),
)
KEEP_IN_TOUCH = LetterKind(
    slug="keep-in-touch",
    about="Hello from me",
    rules=IN_TOUCH,
    opens=Opens.CLOSED,
    title="Keep in touch",
    purpose="A few kind lines, once the news has settled. They ask for nothing.",
    names_job=False,
    asks=("liked",),
)

FURTHER = (
    REPLACEMENT,
    RELEASE,
    REPAY,
    TAKE_BACK,
    TELL_LANDLORD,
    TELL_RELOCATION,
    KEEP_IN_TOUCH,
)
"""Letters that go beside the one about the decision, or after it."""

KINDS = (
    *WITHDRAWALS,
    RESIGN,
    DECLINE,
    ASK_TERMS,
    MORE_TIME,
    SPEED_UP,
    ASK_UPDATE,
    ASK_WRITING,
    ACCEPT,
    ASK_POLICY,
    TELL_RECRUITER,
    TELL_REFERRER,
    TELL_SCHOOL,
    *FURTHER,
)


def withdrawal_for(reason: Reason) -> LetterKind:
    """Return the withdrawal letter that says as much about why as the person chose."""
    return next(kind for kind in WITHDRAWALS if kind.reason == reason)
