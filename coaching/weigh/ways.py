"""Every way to go, in the words of where the person stands. Keeping one’s word is first."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from offers.models import Stage


class Wants(StrEnum):
    """What a way needs to be there at all."""

    NOTHING = "nothing"
    OTHER_OFFER = "another offer"
    CURRENT_JOB = "a job held now"
    JOB_LEFT = "a job given up for this one"


@dataclass(frozen=True, kw_only=True)
class Way:
    """One option on the board. `key` names it in addresses and rows, and never changes."""

    key: str
    title: str
    hint: str = ""
    # What it may cost a person's name, said where it is easily missed.
    cost: str = ""
    # Whether it lets go of the first employer; None where it may end either way.
    leaves: bool | None = False
    wants: Wants = Wants.NOTHING

    @property
    def is_own(self) -> bool:
        return self.key.startswith(OWN)

    @property
    def has_script(self) -> bool:
        return self.key == REOPEN


OWN, REOPEN = "own-", "reopen"

CHANGE = Way(key="change", title="Ask to change something", hint="The pay, the hours or the place.")
BACK_TO_OLD_JOB = Way(
    key="back",
    title="Ask to go back to the job you left",
    hint="Ask what made you leave, and if that has changed.",
    leaves=True,
    wants=Wants.JOB_LEFT,
)
ASK_AGAIN = Way(
    key=REOPEN,
    title="Ask if a job you turned down is still open",
    hint="It costs little to ask. They may say that it is gone.",
    leaves=None,
)

BOARD = {
    Stage.NOT_ACCEPTED: (
        Way(key="keep", title="Say yes", hint="Take the job, and mean it."),
        CHANGE,
        Way(key="later", title="Ask to start later", hint="Ask for another first day."),
        Way(key="time", title="Ask for more time", hint="A normal thing to ask."),
        Way(
            key="out-for-other",
            title="Say no, for the other offer",
            hint="Get the other one in writing first.",
            leaves=True,
            wants=Wants.OTHER_OFFER,
        ),
        Way(
            key="out",
            title="Say no, with nothing else lined up",
            hint="A full choice, too. Tell them early and kindly.",
            leaves=True,
        ),
        Way(
            key="current",
            title="Say no, and stay in the job you have now",
            hint="Ask what made you look, and if that has changed.",
            leaves=True,
            wants=Wants.CURRENT_JOB,
        ),
        BACK_TO_OLD_JOB,
        ASK_AGAIN,
    ),
    Stage.ACCEPTED: (
        Way(key="keep", title="Keep the job", hint="Honor the commitment, as you said you would."),
        CHANGE,
        Way(key="later", title="Start later", hint="Ask for another first day."),
        Way(
            key="try",
            title="Start, then leave with notice",
            hint="See how it is, and go if it is wrong.",
            cost="It can hurt your name more than an early no. By then they have trained you.",
            leaves=True,
        ),
        Way(
            key="out-for-other",
            title="Back out for the other offer",
            hint="Get that one in writing first. Then tell them soon and kindly.",
            leaves=True,
            wants=Wants.OTHER_OFFER,
        ),
        Way(
            key="out",
            title="Back out with nothing lined up",
            hint="A full choice, too. Tell them soon and kindly.",
            leaves=True,
        ),
        Way(
            key="current",
            title="Back out, and stay in the job you have now",
            hint="Ask what made you look, and if that has changed.",
            leaves=True,
            wants=Wants.CURRENT_JOB,
        ),
        BACK_TO_OLD_JOB,
        ASK_AGAIN,
    ),
    Stage.STARTED: (
        Way(key="keep", title="Stay", hint="Honor the commitment, as you said you would."),
        Way(
            key="match",
            title="Ask them to match the other offer",
            hint="Say what it is about, such as the pay. They can say no.",
            wants=Wants.OTHER_OFFER,
        ),
        CHANGE,
        Way(
            key="try",
            title="Stay three months, then look again",
            hint="The first weeks are hard in most jobs.",
            cost="A later goodbye costs them more, and they may say so.",
        ),
        Way(
            key="notice",
            title="Leave, and offer two weeks’ notice",
            hint="Let them choose if you work it. Your papers may ask for more.",
            leaves=True,
        ),
        Way(
            key="longer",
            title="Give longer notice",
            hint="Leave, but give them more time.",
            leaves=True,
        ),
        Way(
            key="now",
            title="Leave now",
            hint="Tell them in person. Read first what your papers say on notice.",
            cost="It can hurt your name. They may not hire you again.",
            leaves=True,
        ),
        Way(
            key="out",
            title="Leave with nothing lined up",
            hint="A full choice, too. Give notice and hand over well.",
            leaves=True,
        ),
        BACK_TO_OLD_JOB,
        ASK_AGAIN,
    ),
}

KEEP_OR_LEAVE = {
    Stage.NOT_ACCEPTED: ("say yes", "say no"),
    Stage.ACCEPTED: ("keep the job", "back out"),
    Stage.STARTED: ("stay", "leave"),
}


def board(stage: str, there: Iterable[Wants] = (), own: Iterable[str] = ()) -> tuple[Way, ...]:
    """All options of somebody at `stage` (S1-6): those given (S4-7: the kept promise first), then
    their own in their order. `there` says what they have beside the first job.
    """
    has = {Wants.NOTHING, *there}
    given = [way for way in BOARD[Stage(stage)] if way.wants in has]
    return (*given, *(Way(key=own_key(words), title=words, leaves=None) for words in own))


def own_key(words: str) -> str:
    """Made of the words: an option of one’s own keeps its answers when others move up."""
    return f"{OWN}{sha256(words.encode()).hexdigest()[:12]}"


def keep_or_leave(stage: str) -> tuple[str, str]:
    """What to do about the job, either way: "keep the job" and "back out"."""
    return KEEP_OR_LEAVE[Stage(stage)]
