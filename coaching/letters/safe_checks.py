"""Checks of the letters that may leave before a decision. They say nothing of going."""

from unicodedata import normalize

from .check import Check, Rule, either, gives_day, leaves_out, quoted, says
from .checks import (
    names_role,
    no_gap,
    no_other_employer,
    no_pay,
    short,
    thanks,
)
from .facts import LetterFacts
from .found import first, plain, without

MANY_ASKS = 2

_JOB = r"(?:the|this|that|your|my) (?:job|offer|role|position|post|company|team)"
# To ask for another first day, one may say which day is too soon.
_AT_ALL = r"(?! (?:before|until|till|by|on|so|that|in|at|as)\b)"
LEAVING = (
    r"withdraw\w*|resign\w*|rescind\w*|reneg\w*|back(?:ed|ing)?[ -]out|step(?:ping)? down"
    r"|pull(?:ed|ing)? out|turn(?:ing)? (?:it|this|the (?:job|offer|role)) down"
    rf"|decline (?:the|your|this) \w+|leav(?:e|ing) {_JOB}"
    r"|(?:give|giving|gave|hand(?:ing)? in) (?:my )?notice|quit(?:ting)?"
    r"|(?:tak(?:e|ing)|took) back my (?:yes|word|acceptance)|cancel\w* my (?:acceptance|contract)"
    r"|no longer (?:take|accept|join|start)|(?:not|never|won[’']t) be joining"
    rf"|(?:not|never|won[’']t) be (?:starting|able to start){_AT_ALL}"
    r"|(?:cannot|can[’']t|will not|won[’']t|not going to)"
    rf" (?:(?:take|accept|join|start) {_JOB}|join you|work for you)"
)


def says_leaving(text: str, *names: str) -> str:
    """The first words of `text` that take a yes back or end a job; empty when there are none.

    No letter of this kind may say so, decided or not, whatever the person typed, and wherever its
    lines break. `names` are left out: a “Withdrawals Clerk” is called what they are.
    """
    in_one_line = " ".join(normalize("NFKC", without(text, names)).split())
    return first(rf"\b(?:{LEAVING})\b", in_one_line)


def no_leaving(body: str, facts: LetterFacts) -> Check:
    quote = says_leaving(body, *facts.own_names)
    yes, no = "Says nothing of going", "This says that you go. Leave that out here"
    return either("leaving", not quote, yes=yes, no=no, quote=quote)


_THREATS = (
    r"or else|otherwise I|unless|if (?:you|we) (?:cannot|can[’']t|do not|don[’']t|refuse)[^.?!]*"
    r"\bI (?:will|shall|would|must|have to)\b|I (?:may|might|could|will have to) (?:leave|go)"
    r"|walk away|look elsewhere|deal[- ]?breaker|last chance|ultimatum|final offer|demand\w*"
)
_PRESSURE = (
    r"as soon as possible|asap|urgent\w*|immediately|at once|right away|you (?:must|have to)"
    r"|I (?:must|need to) (?:insist|know now)|hurry|no later than"
)

no_threat = leaves_out("threat", _THREATS, fine="Holds no threat", said="This may read as a threat")
no_pressure = leaves_out(
    "pressure",
    rf"{_PRESSURE}|{_THREATS}",
    fine="Puts no pressure on them",
    said="This may read as pressure",
)
is_keen = says(
    "keen",
    r"keen|glad|look(?:ing)? forward|excited|interested|I like",
    yes="Says that you are keen",
    no="Does not say that you are keen",
)


def asks_exactly(body: str, facts: LetterFacts) -> Check:
    left_out = [one.wanted for one in facts.asks if plain(one.wanted) not in plain(body)]
    return either(
        "asks",
        bool(facts.asks) and not left_out,
        yes="Names what you ask for",
        no="Does not name all that you ask for",
        quote=", ".join(left_out),
    )


def few_asks(body: str, facts: LetterFacts) -> Check | None:
    if len(facts.asks) <= MANY_ASKS:
        return None
    words = f"You ask for {len(facts.asks)} things. One or two are easier to say yes to"
    return Check(slug="few", ok=None, words=words)


takes_no = says(
    "no",
    r"I understand|I will understand|no is fine|may not be possible",
    yes="Takes a no kindly",
    no="Does not say that a no is fine",
)

names_moment = gives_day(
    "moment",
    lambda facts: facts.by_at.date() if facts.by_at else None,
    yes="Gives a day and time",
    no="Does not give a day and time",
)
names_day = gives_day(
    "day", lambda facts: facts.by_day, yes="Gives the day", no="Does not give a day"
)
promises_an_answer = says(
    "promise",
    r"I (?:will|[’']ll) (?:write|call|answer|be in touch|reply)",
    yes="Promises an answer by then",
    no="Does not promise an answer by then",
)


def deadline_is_real(body: str, facts: LetterFacts) -> Check | None:
    """The day must be one that the person told us of: a made-up deadline is a lie."""
    if facts.by_day is None:
        return None
    if facts.by_day in facts.deadlines:
        return Check(slug="deadline", ok=True, words="The deadline is one you told us of")
    words = "Is this deadline real? Name only a true one"
    return Check(slug="deadline", ok=None, words=words)


def asks_for_news(body: str, facts: LetterFacts) -> Check:
    return quoted(
        "question", first(r"[^.?!]*\?", body), yes="Asks a question", no="Asks no question"
    )


def names_terms(body: str, facts: LetterFacts) -> Check:
    said = any(plain(term) in plain(body) for term in facts.terms)
    yes, no = "Names the terms as you know them", "Does not name the terms you heard"
    return either("terms", said, yes=yes, no=no)


no_other_job = leaves_out(
    "other-job",
    r"(?:another|other|second|my (?:current|present|new)) (?:job|offer|employer|position|role)"
    r"|already (?:accepted|said yes|work\w*)|(?:the )?job I have",
    fine="Says nothing of another job",
    said="Speaks of another job",
)
says_yes = says("yes", r"accept|say yes|my yes", yes="Says a clear yes", no="Does not say yes")
waits_for_the_letter = says(
    "condition",
    r"(?:once|when|as soon as) I have the signed letter|in writing",
    yes="Your yes waits for the letter",
    no="Your yes does not wait for the letter",
)


ASKING: tuple[Rule, ...] = (
    no_gap,
    no_leaving,
    is_keen,
    asks_exactly,
    few_asks,
    names_moment,
    takes_no,
    thanks,
    no_threat,
    no_other_employer,
    short,
)
FOR_TIME: tuple[Rule, ...] = (
    no_gap,
    no_leaving,
    thanks,
    names_moment,
    promises_an_answer,
    no_other_employer,
    no_pay,
    short,
)
FOR_SPEED: tuple[Rule, ...] = (
    no_gap,
    no_leaving,
    names_role,
    is_keen,
    names_day,
    deadline_is_real,
    asks_for_news,
    no_pressure,
    no_other_employer,
    no_pay,
    short,
)
FOR_NEWS: tuple[Rule, ...] = (
    no_gap,
    no_leaving,
    names_role,
    is_keen,
    asks_for_news,
    thanks,
    no_pressure,
    no_other_employer,
    no_pay,
    short,
)
FOR_WRITING: tuple[Rule, ...] = (
    no_gap,
    no_leaving,
    is_keen,
    names_terms,
    names_day,
    no_other_job,
    no_other_employer,
    no_pressure,
    short,
)
FOR_POLICY: tuple[Rule, ...] = (
    no_gap,
    no_leaving,
    names_role,
    asks_for_news,
    thanks,
    no_other_employer,
    no_pay,
    short,
)
ACCEPTING: tuple[Rule, ...] = (
    no_gap,
    says_yes,
    no_leaving,
    names_terms,
    waits_for_the_letter,
    thanks,
    no_other_job,
    no_other_employer,
    short,
)
