"""Warning signs of a job, and habits of one’s own mind: said back, never added up to a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from coaching.models import Habits, Treated, WarningSigns
from offers.models import Answer, Offer, OfferKind


@dataclass(frozen=True, kw_only=True)
class Sign:
    """One thing to look for. `name` is the column of its answer, and its note stands beside it."""

    name: str
    short: str
    question: str
    hint: str
    # What a yes says, what a no says, and what to do about it when one is not sure.
    seen: str
    unseen: str
    find_out: str

    @property
    def note(self) -> str:
        return f"{self.name}_note"


@dataclass(frozen=True, kw_only=True)
class Screen:
    """What is asked on one page about one job."""

    name: str
    title: str
    signs: tuple[Sign, ...]
    # The hint under “How did they treat you?”; empty where that is not asked.
    treated: str = ""

    def slug(self, number: int) -> str:
        """What its answers about the offer of that number are saved under."""
        return f"flags-{self.name}-{number}"


JOB = Screen(
    name="job",
    title="The job they offer",
    signs=(
        Sign(
            name="role",
            short="the role",
            question="Is the job other than the one you talked about?",
            hint="Set the offer beside what they told you in the interviews.",
            seen="The job is not the one you talked about.",
            unseen="The job is the one you talked about.",
            find_out="Ask them: what would I do in a normal week?",
        ),
        Sign(
            name="pay",
            short="pay and growth",
            question="Are pay, benefits or growth below your floor?",
            hint="Your floor is the least you need. Say yes if it is so even after you asked.",
            seen="The pay, the benefits or the growth is below your floor.",
            unseen="The pay, the benefits and the growth meet your floor.",
            find_out="Ask them: is there room to talk about the pay, the benefits or growth?",
        ),
        Sign(
            name="path",
            short="how you would learn",
            question="Is it unclear how you would learn and move up?",
            hint="Think of training, of feedback on your work, and of the next step up.",
            seen="It is unclear how you would learn, hear how you do, and move up.",
            unseen="It is clear how you would learn and move up.",
            find_out="Ask them: how do people here learn, get feedback and move up?",
        ),
    ),
)
TALKS = Screen(
    name="talks",
    title="How they dealt with you",
    signs=(
        Sign(
            name="talks",
            short="the interviews",
            question="Were the interviews cold, rushed or mixed up?",
            hint="Such as nobody who listened, or two people who told you two things.",
            seen="The interviews were cold, rushed or mixed up.",
            unseen="The interviews were not cold, rushed or mixed up.",
            find_out="Ask to speak with someone on the team. Is it like your talks so far?",
        ),
        Sign(
            name="push",
            short="the push",
            question="Did they push you to say yes before you could think?",
            hint="Or before you could ask what you wanted to know.",
            seen="They pushed you to say yes before you could think.",
            unseen="They did not push you to say yes.",
            find_out="Look back: could you think it over, and ask all you wanted to know?",
        ),
    ),
    treated="From the first call until now. It is often how it feels to work there.",
)
_, PAY, PATH = JOB.signs
_, PUSH = TALKS.signs
SIGNS = JOB.signs + TALKS.signs

# Nobody is interviewed for the job they have; but its people may push them to stay.
JOB_OF_NOW = replace(JOB, title="The job you have", signs=(PAY, PATH))
TALKS_OF_NOW = replace(
    TALKS,
    title="How they deal with you",
    signs=(
        replace(
            PUSH,
            question="Did they push you to stay before you could think?",
            seen="They pushed you to stay before you could think.",
            unseen="They did not push you to stay.",
        ),
    ),
    treated="Think of the last few months.",
)


def screens_of(job: Offer) -> tuple[Screen, Screen]:
    """What is asked about this job, page by page."""
    return (JOB_OF_NOW, TALKS_OF_NOW) if job.kind == OfferKind.CURRENT else (JOB, TALKS)


def signs_of(job: Offer) -> tuple[Sign, ...]:
    return tuple(sign for screen in screens_of(job) for sign in screen.signs)


UNWRITTEN = Sign(
    name="unwritten",
    short="the promise",
    question="Do you count on a promise that is not in writing?",
    hint="Such as a raise, a new title or days at home.",
    seen="You count on a promise that is not in writing.",
    unseen="You count on nothing that is not in writing.",
    find_out="Which promise matters most to you? Where is it written?",
)
HABITS = (
    Sign(
        name="fix_later",
        short="fixing it later",
        question="Do you tell yourself, “I can fix this later”?",
        hint="About something in the job that you do not like.",
        seen="You tell yourself that you can fix it later.",
        unseen="You do not tell yourself that you can fix it later.",
        find_out="Who would have to agree to the change, and by when?",
    ),
    Sign(
        name="any_offer",
        short="any offer",
        question="Do you tell yourself that any offer is better than none?",
        hint="Even when your gut says something else.",
        seen="You tell yourself that any offer is better than none.",
        unseen="You do not tell yourself that any offer is better than none.",
        find_out="If you had two more offers, would you still want this one?",
    ),
    UNWRITTEN,
    Sign(
        name="title",
        short="the title",
        question="Do you like the title more than the work?",
        hint="Picture the work of a normal day, and how much of it there is.",
        seen="You like the title more than the work.",
        unseen="You like the work at least as much as the title.",
        find_out="How would your hours go in a normal week? Would you like that?",
    ),
    Sign(
        name="stress",
        short="the stress",
        question="Do you call the stress “normal”?",
        hint="Stress about a new job is common. It can also be a sign.",
        seen="You call the stress “normal.”",
        unseen="You do not call the stress “normal.”",
        find_out="Would you tell a friend that this much of it is normal?",
    ),
)

TREATED: dict[str, str] = {
    Treated.WELL: "They treated you well.",
    Treated.MIXED: "They treated you well at times, and badly at times.",
    Treated.BADLY: "They treated you badly.",
}


@dataclass(frozen=True, kw_only=True)
class Said:
    """One sign as it was answered, with the person’s own note."""

    sign: Sign
    note: str


@dataclass(frozen=True, kw_only=True)
class Mirror:
    """Every sign in one of four places, in the order in which they are asked."""

    yes: tuple[Said, ...]
    unsure: tuple[Said, ...]
    no: tuple[Said, ...]
    open: tuple[Said, ...]


def mirror(signs: Sequence[Sign], row: WarningSigns | Habits | None) -> Mirror:
    """What `row` says to each of `signs`; without a row all are open."""
    return Mirror(
        yes=_answered(signs, row, Answer.YES),
        unsure=_answered(signs, row, Answer.UNKNOWN),
        no=_answered(signs, row, Answer.NO),
        open=_answered(signs, row, ""),
    )


def _answered(
    signs: Iterable[Sign], row: WarningSigns | Habits | None, answer: str
) -> tuple[Said, ...]:
    return tuple(
        Said(sign=sign, note=getattr(row, sign.note, ""))
        for sign in signs
        if getattr(row, sign.name, "") == answer
    )
