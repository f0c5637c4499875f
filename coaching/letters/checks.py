"""Checks of the letters about the decision; the other letters share many of them."""

import re

from .check import Check, Rule, either, gives_day, leaves_out, quoted, says
from .employer_names import named
from .facts import LetterFacts
from .found import day_pattern, first, plain, without_names
from .pay_figure import pay_compared, pay_figure

MOST_WORDS = 220

says_withdraw = says(
    "withdraw", r"withdraw\w*", yes="Says clearly that you withdraw", no="Does not say “withdraw”"
)
says_resign = says(
    "resign", r"resign\w*", yes="Says clearly that you resign", no="Does not say “resign”"
)


def says_no_to_the_job(body: str, facts: LetterFacts) -> Check:
    """Whatever stage it is: taken back, or given up."""
    return (says_resign if facts.standing == "started" else says_withdraw)(body, facts)


says_no = says(
    "decline",
    r"declin\w*|not to (?:take|accept)|(?:not|cannot|can’t|can't) accept",
    yes="Says clearly that you decline",
    no="Does not say “decline”",
)


def no_withdrawal(body: str, facts: LetterFacts) -> Check | None:
    """Only a yes can be taken back, and there was none."""
    quote = first(r"\bwithdraw\w*|\bmy acceptance\b", body)
    if not quote:
        return None
    words = "Reads as if you had said yes before"
    return Check(slug="no-withdrawal", ok=False, words=words, quote=quote)


names_last_day = gives_day(
    "last-day",
    lambda facts: facts.last_day,
    yes="Gives your last day",
    no="Does not give your last day",
)


def names_role(body: str, facts: LetterFacts) -> Check | None:
    if not facts.role:
        return None
    quote = facts.role if plain(facts.role) in plain(body) else ""
    return quoted("role", quote, yes="Names the job", no="Does not name the job")


def names_date(body: str, facts: LetterFacts) -> Check | None:
    days = [day for day in (facts.accepted_on, facts.due_to_start) if day]
    if not days:
        return None
    quote = next((found for day in days if (found := first(day_pattern(day), body))), "")
    no = "Does not say when you accepted or were to start"
    return quoted("date", quote, yes="Gives a date", no=no)


thanks = says(
    "thanks",
    r"thank\w*|grateful|gratitude|appreciate\w*",
    yes="Thanks them",
    no="Does not thank them",
)


def one_apology(body: str, facts: LetterFacts) -> Check:
    found = _apologies(body)
    many = f"Says sorry {len(found)} times. Once is enough"
    return either(
        "apology",
        len(found) == 1,
        yes="Says sorry once",
        no=many if found else "Does not say sorry",
        quote=", ".join(found),
    )


def no_second_apology(body: str, facts: LetterFacts) -> Check | None:
    """Where there is nothing to be sorry for; once does no harm."""
    return one_apology(body, facts) if len(_apologies(body)) > 1 else None


def _apologies(body: str) -> list[str]:
    return re.findall(r"\b(?:sorry|apolog\w*|regret\w*)\b", body, re.IGNORECASE)


def no_other_employer(body: str, facts: LetterFacts) -> Check:
    """A name that only they have is one; an ordinary word in small letters may be."""
    quote, certain = named(body, facts.secrets, own=facts.own_names)
    said = "Names another employer" if certain else "Is this another employer?"
    return Check(
        slug="other-employer",
        ok=(False if certain else None) if quote else True,
        words=said if quote else "We did not find another employer’s name",
        quote=quote,
    )


def no_pay(body: str, facts: LetterFacts) -> Check:
    figure = pay_figure(body)
    said = "Gives a pay figure" if figure else "Speaks of the pay. Leave that out"
    quote = figure or pay_compared(body)
    return either("pay", not quote, yes="We did not find any pay", no=said, quote=quote)


no_blame = leaves_out(
    "blame",
    r"blam\w+|fault|misled|mislead\w*|lie[ds]?|lying|dishonest\w*|deceiv\w+|deceptive|unfair\w*"
    r"|unprofessional\w*|incompeten\w+|disorgani[sz]ed|disappoint\w+|toxic|rude\w*|terrible"
    r"|awful|underpaid|low pay|bad faith|broken promises?|broke your (?:promise|word)"
    r"|you (?:failed|promised|never)|your failure",
    fine="Blames nobody",
    said="This may read as blame",
)
no_hedging = leaves_out(
    "hedging",
    r"maybe|perhaps|possibly|might|for now|at this (?:time|point)|for the moment"
    r"|if (?:things|anything|something|circumstances) changes?|reconsider\w*|change my mind"
    r"|not (?:\w+ )?(?:sure|certain)|unsure|uncertain|I guess|I (?:think|believe|feel) I"
    r"|considering withdraw\w*|thinking (?:about|of) withdraw\w*|unless"
    r"|(?:keep|leave) the door open"
    r"|(?:would|I’d|I'd) like to (?:ask|know) (?:if|whether)|temporarily|probably|tentative\w*",
    fine="Stands by your decision",
    said="This leaves it open. Say it as decided",
)
no_legal_argument = leaves_out(
    "law",
    r"contract\w*|breach\w*|legal\w*|law|laws|lawful\w*|unlawful\w*|lawyers?|attorneys?|lawsuits?"
    r"|sue|sued|suing|court|liab\w+|at[- ]will|obligat\w+|binding|clauses?|damages|statut\w+"
    r"|estoppel|enforce\w*|non-?compete|my rights",
    fine="Does not argue about law",
    said="Argues about law. Leave that out here",
)
_no_health = leaves_out(
    "private-detail",
    r"ill|illness\w*|sick\w*|health|medical\w*|diagnos\w+|surgery|pregnan\w+|depress\w+|anxiety"
    r"|cancer|therapy|divorce\w*|hospital\w*|disabilit\w+",
    fine="Keeps the private cause private",
    said="Gives a private detail",
)


def no_private_detail(body: str, facts: LetterFacts) -> Check | None:
    return _no_health(body, facts) if facts.reason == "personal" else None


_INVENTED = (
    r"(?:family|medical|personal) (?:emergency|emergencies|crisis|crises|tragedy)|bereavement"
    r"|unforeseen|(?:beyond|outside) my control|no fault of my own|accidents?|funeral|passed away"
    r"|my (?:mother|father|wife|husband|partner|parents?|child|children|son|daughter)"
    r" (?:is|are|has|was)"
    r"|(?:visa|permit) (?:was|is|has been) (?:denied|refused|rejected)|doctors?|moving away"
    r"|(?:have|has|need) to (?:move|relocate)|relocat\w+"
    r"|(?:family|medical|health) (?:reasons?|issues?)"
)


def no_invented_reason(body: str, facts: LetterFacts) -> Check:
    """A reason that was not the one chosen in the answers: it must be true, or stay out (S2-12)."""
    text = without_names(body, facts)
    own = facts.reason_words.strip(" .")
    if own:
        text = re.sub(re.escape(own), " ", text, flags=re.IGNORECASE)
    pattern = _INVENTED
    if facts.reason != "personal":
        pattern = rf"{_INVENTED}|(?:personal|private) (?:reasons?|circumstances)"
    quote = first(rf"\b(?:{pattern})\b", text)
    return either(
        "invented",
        not quote,
        yes="Gives no other reason than yours",
        no="This is not the reason you chose. Keep to what is true",
        quote=quote,
    )


_ADDRESS = re.compile(r"[^\s@<>()]{1,64}@[^\s@<>()]{1,255}")


def no_other_address(body: str, facts: LetterFacts) -> Check | None:
    """Somebody's address in the letter who is neither side, nor said yes to being named."""
    known = {facts.sender.email, facts.recipient.email}
    known |= {facts.suggested.reach} if facts.suggested else set()
    known = {plain(one) for one in known}
    found = (one[0].strip(".,;:!?") for one in _ADDRESS.finditer(body))
    quote = next((one for one in found if plain(one) not in known), "")
    if not quote:
        return None
    words = "You give somebody’s address. Did they say yes?"
    return Check(slug="address", ok=None, words=words, quote=quote)


def short(body: str, facts: LetterFacts) -> Check:
    count = len(body.split())
    yes, no = f"{count} words", f"{count} words. Under {MOST_WORDS} reads better"
    return either("length", count < MOST_WORDS, yes=yes, no=no)


def no_gap(body: str, facts: LetterFacts) -> Check | None:
    """A blank that was never filled in, such as "[date]"; nothing to say when there is none."""
    quote = first(r"\[[^\]\n]{0,60}\]|_{3,}", body)
    if not quote:
        return None
    return Check(slug="gap", ok=False, words="Has a blank to fill in", quote=quote)


_PEOPLE = (
    r"pass the opening on[^.!?]*|\w* ?classmates?|someone (?:I know|who)|people (?:I know|who)"
    r"|a friend(?: of mine)?|recommend(?:ing)? [^.!?]*|refer(?:ring)? [^.!?]*|former colleagues?"
)


def offers_people(body: str, facts: LetterFacts) -> Check | None:
    quote = first(rf"\b(?:{_PEOPLE})", body)
    if not quote:
        return None
    words = "You offer to bring in other people. Have you asked them?"
    return Check(slug="people", ok=None, words=words, quote=quote)


NEVER: tuple[Rule, ...] = (
    no_other_employer,
    no_pay,
    no_private_detail,
    no_invented_reason,
    no_other_address,
)
"""What no letter may say to anybody who hears that the person goes."""

WITHDRAWAL: tuple[Rule, ...] = (
    no_gap,
    says_withdraw,
    names_role,
    names_date,
    thanks,
    one_apology,
    no_other_employer,
    no_pay,
    no_private_detail,
    no_invented_reason,
    no_blame,
    no_hedging,
    no_legal_argument,
    short,
    offers_people,
    no_other_address,
)

RESIGNATION: tuple[Rule, ...] = (
    no_gap,
    says_resign,
    names_last_day,
    *(rule for rule in WITHDRAWAL if rule not in (no_gap, says_withdraw, names_date)),
)

_BESIDE_A_YES = (no_gap, says_withdraw, names_date, one_apology)
DECLINING: tuple[Rule, ...] = (
    no_gap,
    says_no,
    no_withdrawal,
    no_second_apology,
    *(rule for rule in WITHDRAWAL if rule not in _BESIDE_A_YES),
)
