"""Words to leave or to write where a call does not reach, or a letter is too much. Pure."""

from .script import ScriptFacts


def voicemail(facts: ScriptFacts) -> str:
    """What to leave on the machine: a name, a number, and no news."""
    number = f" My number is {facts.phone}." if facts.phone else ""
    about = "your offer" if facts.answer else "my work" if facts.has_started else "my start"
    return (
        f"“{facts.hi}, it’s {facts.me}.{number}"
        f" Could you call me back? It is about {about}. Thank you.”"
    )


def message(facts: ScriptFacts) -> str:
    """A short text to copy, for those who get no letter; empty for the others."""
    if facts.answer == "yes":
        return _yes_to_referrer(facts) if facts.who == "referrer" else _yes(facts)
    if facts.who == "referrer":
        return (
            f"{facts.hi},\n\n"
            f"I wanted you to hear it from me: I have decided {facts.leaving}. "
            f"I have told {facts.manager or 'the team'} myself.\n\n"
            "Thank you for putting your name to mine. None of this is your fault, and you do not "
            "have to explain it to anyone. If it makes things hard for you, call me.\n\n"
            f"{facts.me}"
        )
    if facts.who == "school":
        where = f" at {facts.employer}" if facts.employer else ""
        return (
            "Hello,\n\n"
            f"I accepted {facts.the_job}{where}, which I found through campus interviews. "
            f"I have now decided {facts.leaving}, and have told the employer myself.\n\n"
            "What does your policy ask me to do? I will do it.\n\n"
            f"Thank you for your help,\n{facts.me}"
        )
    return ""


def _yes(facts: ScriptFacts) -> str:
    """A short line of acceptance, which asks for the letter."""
    return (
        f"{facts.hi},\n\n"
        f"Thank you for the offer. I am glad to say yes to {facts.the_job}.\n\n"
        "Could you send me the letter, with the pay, the start day and the place? I will sign it "
        "and send it back.\n\n"
        f"I look forward to working with you.\n{facts.me}"
    )


def _yes_to_referrer(facts: ScriptFacts) -> str:
    return (
        f"{facts.hi},\n\n"
        f"I wanted you to hear it from me: I have decided {facts.leaving}. "
        "Thank you for putting your name to mine.\n\n"
        f"{facts.me}"
    )
