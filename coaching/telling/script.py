"""The words of a call, line by line, from the facts. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from look.dates import DAYS

Who = Literal["manager", "recruiter", "referrer", "school"]
Reason = Literal["fit", "personal", "none"]
# What somebody who has started offers: to work their notice, or to stop at once.
Notice = Literal["", "work", "now"]
# To an offer that nobody has said yes to.
Answer = Literal["", "yes", "no"]

END_OF_CALLS = 16  # o'clock: late enough to be reached, early enough for them to act today


@dataclass(frozen=True, kw_only=True)
class ScriptFacts:
    """What the words draw on. What is unknown stays empty, and is left out.

    `me` is the full name; `them` the first name of the person called; `manager` the first name
    of who is hiring, for calls to others. Days come in words.
    """

    who: Who
    me: str
    them: str = ""
    job: str = ""
    employer: str = ""
    manager: str = ""
    phone: str = ""
    reason: Reason = "none"
    has_started: bool = False
    is_agency: bool = False
    returns: bool = False
    return_by: str = ""
    passes_on: bool = False
    last_day: str = ""
    answer: Answer = ""
    notice: Notice = ""

    @property
    def the_job(self) -> str:
        return f"the {self.job} role" if self.job else "the role"

    @property
    def hi(self) -> str:
        return f"Hi {self.them}" if self.them else "Hi"

    @property
    def leaving(self) -> str:
        """What was decided, in one clause: “to withdraw from the Data Analyst role”."""
        if self.answer:
            return f"{'to take' if self.answer == 'yes' else 'not to take'} {self.the_job}"
        how = "leave" if self.has_started else "withdraw from"
        return f"to {how} {self.the_job}"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One step of the call: what it is for, what to say, and a word of advice."""

    heading: str
    say: str
    tip: str = ""


def script(facts: ScriptFacts) -> tuple[Line, ...]:
    return SCRIPTS[facts.who](facts)


def _to_employer(facts: ScriptFacts) -> tuple[Line, ...]:
    return (
        _meeting(facts) if facts.has_started and facts.who == "manager" else _minute(facts),
        Line(
            heading="Say it early",
            say=f"“I’m calling with difficult news. I’ve decided {facts.leaving}.”"
            if not facts.has_started
            else f"“I have difficult news. I’ve decided {facts.leaving}.{_last_day(facts)}”",
            tip="Say it in the first 20 seconds. It is kinder than a long lead-in.",
        ),
        SORRY,
        Line(heading="One short reason", say=REASONS[facts.reason], tip=REASON_TIP),
        LISTEN,
        *_whose_choice(facts),
        Line(
            heading="Offer help",
            say=f"“{_help(facts)}”",
            tip="Name another person only if that person has said yes to it.",
        ),
        _goodbye(facts),
    )


def _to_agency(facts: ScriptFacts) -> tuple[Line, ...]:
    employer = facts.employer or "them"
    return (
        _minute(facts),
        Line(
            heading="Say it early",
            say=f"“I have difficult news. I’ve decided {facts.leaving}.{_last_day(facts)}”",
            tip="Tell them soon. They can often offer someone else for the job.",
        ),
        SORRY,
        Line(heading="One short reason", say=REASONS[facts.reason], tip=REASON_TIP),
        LISTEN,
        Line(
            heading="Agree who tells them",
            say=f"“Will you tell {employer}, or shall I? I’d like to call them myself too.”",
            tip="Ask when they will do it. Call the employer right after that.",
        ),
        Line(
            heading="Thank and close",
            say=f"“Thank you for all you did{_comma(facts.them)}. I’d like to stay in touch.”",
        ),
    )


def _to_recruiter(facts: ScriptFacts) -> tuple[Line, ...]:
    return _to_agency(facts) if facts.is_agency else _to_employer(facts)


def _to_referrer(facts: ScriptFacts) -> tuple[Line, ...]:
    return (
        _minute(facts),
        Line(
            heading="Say it early",
            say=f"“I’ve decided {facts.leaving}. I wanted you to hear it from me.”",
        ),
        Line(
            heading="Thank them",
            say="“You put your name to mine, and I’m grateful. This is not about you.”",
        ),
        Line(
            heading="Say who knows",
            say=f"“I’ve told {facts.manager or 'the team'} myself. You do not have to explain it.”",
            tip="Call the employer first, so that this is true.",
        ),
        LISTEN,
        Line(
            heading="Offer to talk",
            say="“If it makes anything hard for you, call me. I’d like to make it right.”",
        ),
    )


def _to_school(facts: ScriptFacts) -> tuple[Line, ...]:
    where = f" at {facts.employer}" if facts.employer else ""
    return (
        Line(
            heading="Say who you are",
            say=f"“Hello, my name is {facts.me}. I found a job through campus interviews.”",
        ),
        Line(
            heading="Say what changed",
            say=f"“I said yes to {facts.the_job}{where}. I’ve now decided {facts.leaving}.”",
        ),
        Line(heading="Say who knows", say="“I have told the employer myself, by phone.”"),
        Line(
            heading="Ask about the rules",
            say="“What does your policy ask me to do now?”",
            tip="Write down what they say. Each school has its own rules.",
        ),
        Line(heading="Thank and close", say="“Thank you for your help.”"),
    )


SCRIPTS = {
    "manager": _to_employer,
    "recruiter": _to_recruiter,
    "referrer": _to_referrer,
    "school": _to_school,
}

SORRY = Line(
    heading="Say sorry once",
    say="“I know this puts you in a hard spot, and I’m sorry.”",
    tip="Once is enough. More can sound like a door left open.",
)
LISTEN = Line(
    heading="Stop. Listen.",
    say="(Let them talk. Silence is fine.)",
    tip="They may be short with you. It will pass.",
)
REASONS: dict[Reason, str] = {
    "fit": "“It was a hard choice. I’ve found a path that is a closer fit for my work.”",
    "personal": "“It was a hard choice, and the reasons are personal.”",
    "none": "“It was a hard choice, and I gave it a lot of thought.”",
}
REASON_TIP = "Say only what is true. You do not have to say where, or for how much."


def _minute(facts: ScriptFacts) -> Line:
    return Line(
        heading="Ask for a minute",
        say=f"“{facts.hi}, it’s {facts.me}. Do you have two minutes?”",
        tip="If not, ask for a time soon. Do not say why by voicemail.",
    )


def _meeting(facts: ScriptFacts) -> Line:
    return Line(
        heading="Ask to meet",
        say=f"“{facts.hi}, could we talk in private? Ten minutes is enough.”",
        tip="In person or on video is best. Do not give the news by message.",
    )


def _last_day(facts: ScriptFacts) -> str:
    return f" My last day would be {facts.last_day}." if facts.last_day else ""


def _whose_choice(facts: ScriptFacts) -> tuple[Line, ...]:
    """When to stop is the employer's choice: two weeks (S1-29), or sooner in the first days."""
    if not facts.has_started:
        return ()
    if facts.notice == "now":
        say = "“I’d like to stop right away, if you agree. I can stay on if you need me.”"
    else:
        say = "“I can work my notice. If you would rather I stop sooner, I understand.”"
    tip = "Let them choose. Then write down the day they name."
    return (Line(heading="Let them choose the day", say=say, tip=tip),)


def _help(facts: ScriptFacts) -> str:
    offers = ["I’ll send a letter within the hour."]
    if facts.has_started:
        offers.append("I’ll write up my open work, so that it can be handed over.")
    if facts.returns:
        offers.append(f"I’ll return your things{_by(facts.return_by)}.")
    if facts.passes_on:
        offers.append("I could also pass the opening on to people I know.")
    return " ".join(offers)


def _goodbye(facts: ScriptFacts) -> Line:
    return Line(
        heading="Thank and close",
        say=f"“Thank you for everything{_comma(facts.them)}. I hope our paths cross again.”",
    )


def _comma(name: str) -> str:
    return f", {name}" if name else ""


def _by(day: str) -> str:
    return f" by {day}" if day else ""


def best_time(now: datetime) -> str:
    """When to call, from `now` on the clocks where the person is: a weekday before 4pm."""
    if now.weekday() < 5 and now.hour < END_OF_CALLS:
        return "today before 4pm"
    day = now + timedelta(days=1)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return f"{DAYS[day.weekday()]} before 4pm"
