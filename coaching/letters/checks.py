"""Checks of a letter's text as the person left it. They point; they never change a word."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from .facts import LetterFacts
from .found import day_pattern, first, plain, without_names

MOST_WORDS = 220


@dataclass(frozen=True, kw_only=True)
class Check:
    """One finding. `ok` is None for a question to think about; `quote` is the text it is about."""

    slug: str
    ok: bool | None
    words: str
    quote: str = ""


Rule = Callable[[str, LetterFacts], Check | None]


class HasRules(Protocol):
    @property
    def rules(self) -> tuple[Rule, ...]: ...


def check(kind: HasRules, body: str, facts: LetterFacts) -> tuple[Check, ...]:
    """Return what this kind of letter's rules say about `body`, in their order."""
    found = (rule(body, facts) for rule in kind.rules)
    return tuple(result for result in found if result is not None)


def says_withdraw(body: str, facts: LetterFacts) -> Check:
    quote = first(r"\bwithdraw\w*", body)
    words = "Says clearly that you withdraw" if quote else "Does not say “withdraw”"
    return Check(slug="withdraw", ok=bool(quote), words=words, quote=quote)


def says_resign(body: str, facts: LetterFacts) -> Check:
    quote = first(r"\bresign\w*", body)
    words = "Says clearly that you resign" if quote else "Does not say “resign”"
    return Check(slug="resign", ok=bool(quote), words=words, quote=quote)


def says_no_to_the_job(body: str, facts: LetterFacts) -> Check:
    """Whatever stage it is: taken back, or given up."""
    return (says_resign if facts.standing == "started" else says_withdraw)(body, facts)


def says_no(body: str, facts: LetterFacts) -> Check:
    quote = first(
        r"\bdeclin\w*|\bnot to (?:take|accept)\b|\b(?:not|cannot|can’t|can't) accept\b", body
    )
    words = "Says clearly that you decline" if quote else "Does not say “decline”"
    return Check(slug="decline", ok=bool(quote), words=words, quote=quote)


def no_withdrawal(body: str, facts: LetterFacts) -> Check | None:
    """Only a yes can be taken back, and there was none."""
    quote = first(r"\bwithdraw\w*|\bmy acceptance\b", body)
    if not quote:
        return None
    words = "Reads as if you had said yes before"
    return Check(slug="no-withdrawal", ok=False, words=words, quote=quote)


def names_last_day(body: str, facts: LetterFacts) -> Check:
    quote = first(day_pattern(facts.last_day), body) if facts.last_day else ""
    words = "Gives your last day" if quote else "Does not give your last day"
    return Check(slug="last-day", ok=bool(quote), words=words, quote=quote)


def names_role(body: str, facts: LetterFacts) -> Check | None:
    if not facts.role:
        return None
    ok = plain(facts.role) in plain(body)
    words = "Names the job" if ok else "Does not name the job"
    return Check(slug="role", ok=ok, words=words, quote=facts.role if ok else "")


def names_date(body: str, facts: LetterFacts) -> Check | None:
    days = [day for day in (facts.accepted_on, facts.due_to_start) if day]
    if not days:
        return None
    quote = next((found for day in days if (found := first(day_pattern(day), body))), "")
    words = "Gives a date" if quote else "Does not say when you accepted or were to start"
    return Check(slug="date", ok=bool(quote), words=words, quote=quote)


def thanks(body: str, facts: LetterFacts) -> Check:
    quote = first(r"\b(thank\w*|grateful|gratitude|appreciate\w*)\b", body)
    words = "Thanks them" if quote else "Does not thank them"
    return Check(slug="thanks", ok=bool(quote), words=words, quote=quote)


def one_apology(body: str, facts: LetterFacts) -> Check:
    found = re.findall(r"\b(?:sorry|apolog\w*|regret\w*)\b", body, re.IGNORECASE)
    if len(found) == 1:
        return Check(slug="apology", ok=True, words="Says sorry once", quote=found[0])
    words = f"Says sorry {len(found)} times. Once is enough" if found else "Does not say sorry"
    return Check(slug="apology", ok=False, words=words, quote=", ".join(found))


def no_other_employer(body: str, facts: LetterFacts) -> Check:
    own = plain(facts.recipient.employer)
    names = (name for secret in facts.secrets for name in _names_of(secret))
    said = next((name for name in names if name not in own and _says(name, body)), "")
    words = "Names another employer" if said else "Does not name another employer"
    quote = _as_typed(said, body) if said else ""
    return Check(slug="other-employer", ok=not said, words=words, quote=quote)


# A whole number, taken at once and never given back: else a long row of "1,1,1,…" would be read
# again from each of its digits.
_NUMBER = r"(?<!\d)(?<!\d[,.])\b\d++(?:[,.]\d++)*+"
_MONEY = re.compile(
    rf"""
    [$€£¥₹]\s?\d[\d,.]*\s?[km]?\b
    | {_NUMBER}\s?(?:k|grand|usd|eur|gbp|dollars?|euros?|pounds?)\b
    | \b\d{{1,3}}(?:,\d{{3}})+\b
    | \b\d+(?:\.\d+)?\s?(?:%|percent)\s(?:more|raise|higher|increase|bonus)
    | \b(?:salary|salaries|wages?|pay|bonus|compensation|stipend)\b
      [^.!?]{{0,40}}?\b(?!20\d\d\b)\d[\d,]{{2,}}
    | {_NUMBER}\s(?:a|per|an)\s(?:year|month|week|day|hour)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def no_pay(body: str, facts: LetterFacts) -> Check:
    found = _MONEY.search(body)
    words = "Gives a pay figure" if found else "Does not give a pay figure"
    quote = found[0].strip(" .,") if found else ""
    return Check(slug="pay", ok=not found, words=words, quote=quote)


_BLAME = (
    r"blam\w+|fault|misled|mislead\w*|lie[ds]?|lying|dishonest\w*|deceiv\w+|deceptive|unfair\w*"
    r"|unprofessional\w*|incompeten\w+|disorgani[sz]ed|disappoint\w+|toxic|rude\w*|terrible"
    r"|awful|underpaid|low pay|bad faith|broken promises?|broke your (?:promise|word)"
    r"|you (?:failed|promised|never)|your failure"
)


def no_blame(body: str, facts: LetterFacts) -> Check:
    quote = first(rf"\b(?:{_BLAME})\b", without_names(body, facts))
    words = "This may read as blame" if quote else "Blames nobody"
    return Check(slug="blame", ok=not quote, words=words, quote=quote)


_HEDGES = (
    r"maybe|perhaps|possibly|might|for now|at this (?:time|point)|for the moment"
    r"|if (?:things|anything|something|circumstances) changes?|reconsider\w*|change my mind"
    r"|not (?:\w+ )?(?:sure|certain)|unsure|uncertain|I guess|I (?:think|believe|feel) I"
    r"|considering withdraw\w*|thinking (?:about|of) withdraw\w*|unless"
    r"|(?:keep|leave) the door open"
    r"|(?:would|I’d|I'd) like to (?:ask|know) (?:if|whether)|temporarily|probably|tentative\w*"
)


def no_hedging(body: str, facts: LetterFacts) -> Check:
    quote = first(rf"\b(?:{_HEDGES})\b", without_names(body, facts))
    words = "This leaves it open. Say it as decided" if quote else "Stands by your decision"
    return Check(slug="hedging", ok=not quote, words=words, quote=quote)


_LAW = (
    r"contract\w*|breach\w*|legal\w*|law|laws|lawful\w*|unlawful\w*|lawyers?|attorneys?|lawsuits?"
    r"|sue|sued|suing|court|liab\w+|at[- ]will|obligat\w+|binding|clauses?|damages|statut\w+"
    r"|estoppel|enforce\w*|non-?compete|my rights"
)


def no_legal_argument(body: str, facts: LetterFacts) -> Check:
    quote = first(rf"\b(?:{_LAW})\b", without_names(body, facts))
    words = "Argues about law. Leave that out here" if quote else "Does not argue about law"
    return Check(slug="law", ok=not quote, words=words, quote=quote)


_HEALTH = (
    r"ill|illness\w*|sick\w*|health|medical\w*|diagnos\w+|surgery|pregnan\w+|depress\w+|anxiety"
    r"|cancer|therapy|divorce\w*|hospital\w*|disabilit\w+"
)


def no_private_detail(body: str, facts: LetterFacts) -> Check | None:
    if facts.reason != "personal":
        return None
    quote = first(rf"\b(?:{_HEALTH})\b", without_names(body, facts))
    words = "Gives a private detail" if quote else "Keeps the private cause private"
    return Check(slug="private-detail", ok=not quote, words=words, quote=quote)


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
    words = "This is not the reason you chose. Keep to what is true" if quote else NO_INVENTED
    return Check(slug="invented", ok=not quote, words=words, quote=quote)


NO_INVENTED = "Gives no other reason than yours"

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
    ok = count < MOST_WORDS
    words = f"{count} words" if ok else f"{count} words. Under {MOST_WORDS} reads better"
    return Check(slug="length", ok=ok, words=words)


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
    *(rule for rule in WITHDRAWAL if rule not in _BESIDE_A_YES),
)


_COMPANY_ENDINGS = {
    "inc", "llc", "ltd", "limited", "corp", "corporation", "co", "company", "plc", "gmbh", "ag",
    "sa", "nv", "bv", "pty", "llp", "group", "holdings",
}  # fmt: skip


def _names_of(employer: str) -> Iterable[str]:
    """Yield the ways a letter may give an employer away: the whole name, and without "Inc."."""
    whole = plain(employer).strip(" .,")
    words = whole.replace(",", " ").split()
    while len(words) > 1 and words[-1].strip(".") in _COMPANY_ENDINGS:
        words.pop()
    return (name for name in dict.fromkeys((whole, " ".join(words))) if len(name) > 1)


def _says(name: str, body: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain(body)))


def _as_typed(name: str, body: str) -> str:
    """Return the words of `body` that say the plain `name`, as the person wrote them."""
    words, count = body.split(), len(name.split())
    runs = (" ".join(words[at : at + count]) for at in range(len(words)))
    return next((run.strip(' .,;:!?()“”"') for run in runs if _says(name, run)), name)
