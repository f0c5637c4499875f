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
    if facts.answer == "yes":
        return ()
    if facts.who == "referrer":
        return FROM_A_REFERRER
    if facts.who == "school":
        return FROM_A_SCHOOL
    if facts.answer == "no":
        return TO_A_NO
    of_agency = FROM_AN_AGENCY if facts.who == "recruiter" and facts.is_agency else ()
    return (*_to_leaving(facts), *of_agency)


FROM_AN_AGENCY = (
    Reply(
        they="“Do not call them. I will tell them.”",
        say="“Thank you. When will you tell them? I’d like to say it myself after that.”",
        tip="Write down when they will do it. Then call the employer too.",
    ),
)
FROM_A_REFERRER = (
    Reply(
        they="“You have put me in a bad spot.”",
        say="“I understand, and I’m sorry. I told them that this was my choice alone.”",
        tip="Say it only once you have told them so.",
    ),
    Reply(
        they="“Why did you change your mind?”",
        say="“It was a hard choice. I’d rather keep the rest private for now.”",
    ),
    Reply(
        they="“Shall I talk to them for you?”",
        say="“That is kind. I have told them myself, so there is nothing you have to do.”",
    ),
)
FROM_A_SCHOOL = (
    Reply(
        they="“You may lose the use of our job board.”",
        say="“I understand. Could you send me that rule, and tell me how long it would last?”",
        tip="Ask if someone can look at your case. Stay polite.",
    ),
    Reply(
        they="“Did you tell the employer?”",
        say="“Yes, by phone, and I sent a letter.”",
        tip="Say it only if it is true.",
    ),
)


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
