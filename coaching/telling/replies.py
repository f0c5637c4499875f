"""What they may say on the phone, and what to say then. Pure."""

from dataclasses import dataclass

from .script import ScriptFacts


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What they may say, and what to say then."""

    they: str
    say: str
    tip: str = ""


def replies(facts: ScriptFacts) -> tuple[Reply, ...]:
    """What they may say. Each answer is short, and stands by the decision (S2-17)."""
    if facts.who not in ("manager", "recruiter") or facts.answer == "yes":
        return ()
    return TO_A_NO if facts.answer == "no" else _to_leaving(facts)


TO_A_NO = (
    Reply(
        they="“What would it take for you to join us?”",
        say="“Thank you, that means a lot. I’ve made my decision, and it is final.”",
        tip="Say more only if you knew before this call what would change your mind.",
    ),
    Reply(they="“Where are you going?”", say="“I’d rather keep that private for now.”"),
    Reply(
        they="“Take another week.”",
        say="“That is kind. More time would not change my answer.”",
    ),
    Reply(
        they="“We are disappointed.”",
        say="“I understand. I wanted you to hear it as soon as I was sure.”",
        tip="Do not defend yourself.",
    ),
)


def _to_leaving(facts: ScriptFacts) -> tuple[Reply, ...]:
    return (
        Reply(
            they="“What would it take to keep you?”",
            say="“Thank you, that means a lot. I’ve made my decision, and it is final.”",
        ),
        Reply(they="“Where are you going?”", say="“I’d rather keep that private for now.”"),
        Reply(
            they="“This is very unprofessional.”",
            say="“I understand why you’re upset. I wanted you to hear it as soon as I was sure.”",
            tip="Do not defend yourself.",
        ),
        Reply(
            they="“You signed a contract.”",
            say="“I hear you. Could you put that in writing? I’ll read it right away.”",
            tip="Answer nothing more now. Then ask someone who knows the law.",
        ),
        Reply(
            they="“We can pay you more.”",
            say="“That is generous, and I’m grateful. My decision stands.”",
            tip="Say more only if you knew before this call what would change your mind.",
        ),
        Reply(
            they="They get angry",
            say=f"“I understand. I’ve decided {facts.leaving}. Thank you for your time. Goodbye.”",
            tip="Say your line once more, then end the call kindly.",
        ),
        Reply(
            they="“You have to talk to my boss.”",
            say="“Of course. Tell me when. My answer will be the same.”",
            tip="Once is enough.",
        ),
    )
