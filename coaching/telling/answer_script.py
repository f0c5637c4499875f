"""The words of a call that answers an offer, line by line. Pure."""

from .script import LISTEN, REASON_TIP, REASONS, Line, ScriptFacts


def answer_script(facts: ScriptFacts) -> tuple[Line, ...]:
    """A yes or a no; to who hires, or to the friend who put in a good word."""
    if facts.who == "referrer":
        return _to_referrer(facts)
    return _yes(facts) if facts.answer == "yes" else _no(facts)


def _minute(facts: ScriptFacts) -> Line:
    return Line(
        heading="Ask for a minute",
        say=f"“{facts.hi}, it’s {facts.me}. Do you have two minutes?”",
    )


def _yes(facts: ScriptFacts) -> tuple[Line, ...]:
    return (
        _minute(facts),
        Line(
            heading="Ask your last question",
            say="“Before I answer, I have one question.”",
            tip="Ask it now, if a must-have is still open. Leave this line out if none is.",
        ),
        Line(
            heading="Say yes",
            say=f"“I’ve thought it through, and I’m glad to say yes to {facts.the_job}.”",
            tip="Say back the pay, the start day and the place, as you understood them.",
        ),
        Line(
            heading="Ask for the letter",
            say="“Could you send me all of that in a letter? I’ll sign it and send it back.”",
        ),
        Line(
            heading="Ask what comes next",
            say="“What do you need from me, and by when?”",
            tip="Write down what they say.",
        ),
        Line(heading="Thank and close", say=f"“Thank you{_comma(facts.them)}. Goodbye.”"),
    )


def _no(facts: ScriptFacts) -> tuple[Line, ...]:
    return (
        _minute(facts),
        Line(
            heading="Say it early",
            say=f"“Thank you for your offer. I’ve decided {facts.leaving}.”",
            tip="Say it in the first 20 seconds. It is kinder than a long lead-in.",
        ),
        Line(heading="One short reason", say=REASONS[facts.reason], tip=REASON_TIP),
        LISTEN,
        Line(
            heading="Stay with your no",
            say="“I’ll send you a few lines today, so that you have it in writing.”",
            tip="Leave out “maybe” and “for now.” A clear no lets them ask someone else.",
        ),
        Line(
            heading="Thank and close",
            say=f"“Thank you for your time{_comma(facts.them)}. I hope our paths cross again.”",
        ),
    )


def _to_referrer(facts: ScriptFacts) -> tuple[Line, ...]:
    return (
        _minute(facts),
        Line(
            heading="Say it early",
            say=f"“I’ve decided {facts.leaving}. I wanted you to hear it from me.”",
        ),
        Line(
            heading="Thank them",
            say="“You put your name to mine, and I’m grateful.”",
        ),
        Line(
            heading="Say who knows",
            say=f"“I’ve told {facts.manager or 'the team'} myself.”",
            tip="Call the employer first, so that this is true.",
        ),
        LISTEN,
    )


def _comma(name: str) -> str:
    return f", {name}" if name else ""
