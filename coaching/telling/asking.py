"""The words of a call that asks for other terms: polite, humble, and ready for a no (S0-22)."""

from dataclasses import dataclass

from coaching.journey.facts import Facts
from coaching.journey.safe_letters import recipient_of
from coaching.letters.draft import question_of
from coaching.letters.kinds import ASK_TERMS
from coaching.models import Ask, Letterhead
from look.dates import moment
from offers.models import Answer

from .replies import Reply
from .safe_letters import asked_of, standing_with
from .script import Line


@dataclass(frozen=True, kw_only=True)
class CallFacts:
    """What the call draws on, in words: `asks` are whole questions, `by` is a day and time."""

    me: str
    them: str
    job: str
    standing: str
    asks: tuple[str, ...]
    why: str
    only_pay: bool
    by: str


def lines(facts: CallFacts) -> tuple[Line, ...]:
    hi = f"Hi {facts.them}" if facts.them else "Hi"
    return (
        Line(
            heading="Ask for a minute",
            say=f"“{hi}, it’s {facts.me}. Do you have five minutes?”",
            tip="If not, ask when it suits them. Do not ask by voicemail.",
        ),
        Line(heading="Begin with what is good", say=f"“{_good(facts)}”", tip="Say what is true."),
        Line(
            heading="Ask for the exact thing",
            say=f"“I want to ask you something. {' '.join(facts.asks)}”",
            tip="Name it once. Then stop, and let them think.",
        ),
        Line(
            heading="Say why",
            say=f"“{_why(facts)}”",
            tip="One true reason. Do not say that you may leave.",
        ),
        Line(
            heading="Make a no easy",
            say="“If it can’t be done, I understand. Thank you for looking at it.”",
            tip="Mean it. They can say no, and no harm is done.",
        ),
        Line(
            heading="Name a day",
            say=f"“Could you let me know{f' by {facts.by}' if facts.by else ''}?”",
        ),
        Line(
            heading="Thank and close",
            say="“Thank you for your time. I will send this by e-mail, so you have it.”",
        ),
    )


def _good(facts: CallFacts) -> str:
    if facts.standing == "started":
        return "I am glad to be on the team, and I like the work."
    role = f"the {facts.job} role" if facts.job else "the role"
    if facts.standing == "accepted":
        return f"I am glad about {role} and the team."
    return f"Thank you for offering me {role}. I am keen to join you."


def _why(facts: CallFacts) -> str:
    honest = "The pay is the one thing. All the rest is right for me." if facts.only_pay else ""
    return " ".join(part for part in (facts.why, honest) if part) or (
        "It matters to me, and I want this to work."
    )


REPLIES = (
    Reply(
        they="“We can’t do that.”",
        say="“I understand. Thank you for telling me, and for looking at it.”",
        tip="Do not ask twice. Write it down, and decide on your date.",
    ),
    Reply(
        they="“We could do part of it.”",
        say="“Thank you. May I think about that until tomorrow? Could you send it by e-mail?”",
        tip="You do not have to answer on the phone.",
    ),
    Reply(
        they="“Do you have another offer?”",
        say="“I would like to talk about this job. This is what would make it right for me.”",
        tip="Do not make one up, and do not name one.",
    ),
    Reply(
        they="“Will you go if we say no?”",
        say="“I am asking because I want this to work.”",
        tip="Make no threat. You have not decided, and you owe no answer now.",
    ),
    Reply(
        they="“You agreed to these terms.”",
        say="“I did, and I know that. I only want to ask if there is room.”",
    ),
    Reply(
        they="“Yes, that works.”",
        say="“Thank you, that means a lot. Could you put it in an e-mail for me?”",
        tip="Until it is in writing, it is a promise.",
    ),
)


def call_facts(ask: Ask, facts: Facts) -> CallFacts:
    """The call says what the letter says."""
    head: Letterhead | None = getattr(facts.case, "letterhead", None)
    person = recipient_of(ASK_TERMS, ask.offer, facts)
    by = ask.reply_by
    return CallFacts(
        me=head.name if head else "[your name]",
        them=person.first_name if person else "",
        job=ask.offer.title,
        standing=standing_with(ask.offer),
        asks=tuple(question_of(one) for one in asked_of(ask)),
        why=ask.why,
        only_pay=ask.only_pay == Answer.YES,
        by=moment(by, facts.case.zone, facts.local_now.date()) if by else "",
    )
