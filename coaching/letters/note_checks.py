"""Checks of the notes to others than who hires: a recruiter, a referrer, the career center."""

import re

from .check import Check, Rule, either, leaves_out, quoted, says
from .checks import (
    NEVER,
    names_role,
    no_blame,
    no_gap,
    no_hedging,
    no_legal_argument,
    one_apology,
    says_no_to_the_job,
    short,
    thanks,
)
from .facts import LetterFacts
from .found import first, plain, questions

_tells_them = says(
    "told",
    r"I (?:will|[’']ll|am going to) (?:tell|call|write)",
    yes="Says that you tell them yourself",
    no="Does not say who tells the employer",
)


def says_who_knows(body: str, facts: LetterFacts) -> Check:
    """Who has been told, and when; or that the person tells them."""
    if not facts.told:
        return _tells_them(body, facts)
    left_out = [one.name for one in facts.told if plain(one.name) not in plain(body)]
    yes, no = "Says who knows, and since when", "Does not say who knows"
    return either("told", not left_out, yes=yes, no=no, quote=", ".join(left_out))


keeps_the_tie = says(
    "tie",
    r"stay in touch|keep in touch|work(?:ing)? with you again|hear from you|other roles|future",
    yes="Looks ahead with them",
    no="Does not look ahead with them",
)
hides_nothing = leaves_out(
    "secret",
    r"between (?:us|you and me)|confidential\w*|secret\w*|(?:do not|don[’']t) (?:tell|mention|say)"
    r"|keep (?:this|it) (?:quiet|private|to yourself)"
    r"|not (?:tell|mention (?:it|this) to) (?:them|anyone)"
    r"|discreet\w*|off the record",
    fine="Asks nobody to hide it",
    said="This asks them to hide it. They cannot do that for you",
    in_names=True,
)


def same_day(body: str, facts: LetterFacts) -> Check:
    """From the facts: the employer and the referrer hear of it on one day."""
    if any(one.day == facts.written_on for one in facts.told):
        return Check(slug="same-day", ok=True, words="You tell them the same day")
    words = "Tell them on the same day as the employer"
    return Check(slug="same-day", ok=None, words=words)


_NOT_THEIRS = (
    r"(?:none of (?:this|it) is|(?:this|it) is (?:not|in no way)|(?:this|it) isn[’']t)"
    r" your fault"
)
says_not_their_fault = says(
    "fault",
    _NOT_THEIRS,
    yes="Says it is not their fault",
    no="Does not say that it is not their fault",
)


def no_blame_beside_it(body: str, facts: LetterFacts) -> Check:
    """“None of this is your fault” is the opposite of blame."""
    return no_blame(re.sub(rf"\b{_NOT_THEIRS}", " ", body, flags=re.IGNORECASE), facts)


offers_to_talk = says(
    "talk", r"talk|call me|meet|speak", yes="Offers to talk", no="Does not offer to talk"
)
asks_no_favor = leaves_out(
    "favor",
    r"(?:could|can|would|will) you (?:\w+ )?(?:explain|tell (?:them|the)|speak (?:to|with)"
    r"|talk (?:to|with) them|let them know|put in a (?:good )?word"
    r"|apologi[sz]e|pass (?:it|this) on)"
    r"|explain (?:it|this) (?:to them )?for me|on my behalf|tell them for me",
    fine="Asks them to explain nothing",
    said="This asks them to explain for you. Do that yourself",
    in_names=True,
)
names_what_was_accepted = says(
    "accepted",
    r"I (?:had )?accepted|said yes",
    yes="Says what you accepted",
    no="Does not say what you accepted",
)


def asks_the_policy(body: str, facts: LetterFacts) -> Check:
    asked = (one for one in questions(body) if first(r"\b(?:policy|policies|rules?)\b", one))
    yes, no = "Asks what their policy needs", "Does not ask what their policy needs"
    return quoted("policy", next(asked, ""), yes=yes, no=no)


no_excuses = leaves_out(
    "excuse",
    r"(?:had|have) no (?:other )?choice|not my fault|(?:was|were|felt) (?:forced|pushed|pressured)"
    r"|(?:could|can)(?:no|n[’'])t help|anyone would|everyone does|only because|they made me"
    r"|did(?: no|n[’'])t know (?:about )?the (?:policy|rules?)|nobody told me|was not aware"
    r"|it[’'] ?s only|just a",
    fine="Makes no excuses",
    said="This may read as an excuse",
)

TO_RECRUITER: tuple[Rule, ...] = (
    no_gap,
    says_no_to_the_job,
    names_role,
    says_who_knows,
    thanks,
    keeps_the_tie,
    one_apology,
    hides_nothing,
    *NEVER,
    no_blame,
    no_hedging,
    no_legal_argument,
    short,
)
TO_REFERRER: tuple[Rule, ...] = (
    no_gap,
    says_no_to_the_job,
    same_day,
    says_who_knows,
    thanks,
    says_not_their_fault,
    offers_to_talk,
    asks_no_favor,
    *NEVER,
    no_blame_beside_it,
    no_hedging,
    no_legal_argument,
    short,
)
TO_SCHOOL: tuple[Rule, ...] = (
    no_gap,
    names_what_was_accepted,
    names_role,
    says_no_to_the_job,
    says_who_knows,
    asks_the_policy,
    thanks,
    no_excuses,
    *NEVER,
    no_blame,
    no_hedging,
    short,
)
