"""Checks of the letters that may leave before a decision. They say nothing of going."""

from unicodedata import normalize

from .checks import (
    Check,
    Rule,
    names_role,
    no_gap,
    no_other_employer,
    no_pay,
    short,
    thanks,
)
from .facts import LetterFacts
from .found import day_pattern, first, plain, without, without_names

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
    words = "This says that you go. Leave that out here" if quote else "Says nothing of going"
    return Check(slug="leaving", ok=not quote, words=words, quote=quote)


_THREATS = (
    r"or else|otherwise I|unless|if (?:you|we) (?:cannot|can[’']t|do not|don[’']t|refuse)[^.?!]*"
    r"\bI (?:will|shall|would|must|have to)\b|I (?:may|might|could|will have to) (?:leave|go)"
    r"|walk away|look elsewhere|deal[- ]?breaker|last chance|ultimatum|final offer|demand\w*"
)


def no_threat(body: str, facts: LetterFacts) -> Check:
    quote = first(rf"\b(?:{_THREATS})\b", without_names(body, facts))
    words = "This may read as a threat" if quote else "Holds no threat"
    return Check(slug="threat", ok=not quote, words=words, quote=quote)


_PRESSURE = (
    r"as soon as possible|asap|urgent\w*|immediately|at once|right away|you (?:must|have to)"
    r"|I (?:must|need to) (?:insist|know now)|hurry|no later than"
)


def no_pressure(body: str, facts: LetterFacts) -> Check:
    quote = first(rf"\b(?:{_PRESSURE}|{_THREATS})\b", without_names(body, facts))
    words = "This may read as pressure" if quote else "Puts no pressure on them"
    return Check(slug="pressure", ok=not quote, words=words, quote=quote)


def is_keen(body: str, facts: LetterFacts) -> Check:
    quote = first(r"\b(?:keen|glad|look(?:ing)? forward|excited|interested|I like)\b", body)
    words = "Says that you are keen" if quote else "Does not say that you are keen"
    return Check(slug="keen", ok=bool(quote), words=words, quote=quote)


def asks_exactly(body: str, facts: LetterFacts) -> Check:
    left_out = [one.wanted for one in facts.asks if plain(one.wanted) not in plain(body)]
    if left_out or not facts.asks:
        words = "Does not name all that you ask for"
        return Check(slug="asks", ok=False, words=words, quote=", ".join(left_out))
    return Check(slug="asks", ok=True, words="Names what you ask for")


def few_asks(body: str, facts: LetterFacts) -> Check | None:
    if len(facts.asks) <= MANY_ASKS:
        return None
    words = f"You ask for {len(facts.asks)} things. One or two are easier to say yes to"
    return Check(slug="few", ok=None, words=words)


def takes_no(body: str, facts: LetterFacts) -> Check:
    quote = first(r"\b(?:I understand|I will understand|no is fine|may not be possible)\b", body)
    words = "Takes a no kindly" if quote else "Does not say that a no is fine"
    return Check(slug="no", ok=bool(quote), words=words, quote=quote)


def names_moment(body: str, facts: LetterFacts) -> Check:
    """The exact day and time of the letter, as they were answered."""
    pattern = day_pattern(facts.by_at.date()) if facts.by_at else ""
    quote = first(pattern, body) if pattern else ""
    words = "Gives a day and time" if quote else "Does not give a day and time"
    return Check(slug="moment", ok=bool(quote), words=words, quote=quote)


def names_day(body: str, facts: LetterFacts) -> Check:
    quote = first(day_pattern(facts.by_day), body) if facts.by_day else ""
    words = "Gives the day" if quote else "Does not give a day"
    return Check(slug="day", ok=bool(quote), words=words, quote=quote)


def promises_an_answer(body: str, facts: LetterFacts) -> Check:
    quote = first(r"\bI (?:will|[’']ll) (?:write|call|answer|be in touch|reply)\b", body)
    words = "Promises an answer by then" if quote else "Does not promise an answer by then"
    return Check(slug="promise", ok=bool(quote), words=words, quote=quote)


def deadline_is_real(body: str, facts: LetterFacts) -> Check | None:
    """The day must be one that the person told us of: a made-up deadline is a lie."""
    if facts.by_day is None:
        return None
    if facts.by_day in facts.deadlines:
        return Check(slug="deadline", ok=True, words="The deadline is one you told us of")
    words = "Is this deadline real? Name only a true one"
    return Check(slug="deadline", ok=None, words=words)


def asks_for_news(body: str, facts: LetterFacts) -> Check:
    quote = first(r"[^.?!]*\?", body)
    words = "Asks a question" if quote else "Asks no question"
    return Check(slug="question", ok=bool(quote), words=words, quote=quote)


def names_terms(body: str, facts: LetterFacts) -> Check:
    said = bool(facts.terms) and any(plain(term) in plain(body) for term in facts.terms)
    words = "Names the terms as you know them" if said else "Does not name the terms you heard"
    return Check(slug="terms", ok=said, words=words)


_OTHER_JOB = (
    r"(?:another|other|second|my (?:current|present|new)) (?:job|offer|employer|position|role)"
    r"|already (?:accepted|said yes|work\w*)|(?:the )?job I have"
)


def no_other_job(body: str, facts: LetterFacts) -> Check:
    quote = first(rf"\b(?:{_OTHER_JOB})\b", without_names(body, facts))
    words = "Speaks of another job" if quote else "Says nothing of another job"
    return Check(slug="other-job", ok=not quote, words=words, quote=quote)


def says_yes(body: str, facts: LetterFacts) -> Check:
    quote = first(r"\b(?:accept|say yes|my yes)\b", body)
    words = "Says a clear yes" if quote else "Does not say yes"
    return Check(slug="yes", ok=bool(quote), words=words, quote=quote)


def waits_for_the_letter(body: str, facts: LetterFacts) -> Check:
    quote = first(r"\b(?:once|when|as soon as) I have the signed letter\b|\bin writing\b", body)
    words = "Your yes waits for the letter" if quote else "Your yes does not wait for the letter"
    return Check(slug="condition", ok=bool(quote), words=words, quote=quote)


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
