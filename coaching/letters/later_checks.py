"""Checks of the notes to others than who hires, and of the letters that come after the decision."""

import re
from collections.abc import Iterator

from .checks import (
    Check,
    Rule,
    names_role,
    no_blame,
    no_gap,
    no_hedging,
    no_invented_reason,
    no_legal_argument,
    no_other_address,
    no_other_employer,
    no_pay,
    no_private_detail,
    one_apology,
    says_no_to_the_job,
    short,
    thanks,
)
from .facts import LetterFacts
from .found import day_pattern, first, plain, without_names


def _found(pattern: str, body: str, slug: str, yes: str, no: str) -> Check:
    """What the letter must say: `yes` where it does, `no` where it does not."""
    quote = first(rf"\b(?:{pattern})\b", body)
    return Check(slug=slug, ok=bool(quote), words=yes if quote else no, quote=quote)


def _questions(body: str) -> Iterator[str]:
    """Every sentence that asks. Cut first and searched then: one pattern would read it over."""
    for found in re.finditer(r"[^.?!]++[.?!]?", body):
        if found[0].endswith("?"):
            yield found[0].strip()


def _absent(pattern: str, body: str, slug: str, fine: str, found: str) -> Check:
    """What the letter must never say."""
    quote = first(rf"\b(?:{pattern})\b", body)
    return Check(slug=slug, ok=not quote, words=found if quote else fine, quote=quote)


# To a recruiter or an agency, a referrer, the career center


def says_who_knows(body: str, facts: LetterFacts) -> Check:
    """Who has been told, and when; or that the person tells them."""
    if not facts.told:
        will = r"I (?:will|[’']ll|am going to) (?:tell|call|write)"
        yes, no = "Says that you tell them yourself", "Does not say who tells the employer"
        return _found(will, body, "told", yes, no)
    left_out = [one.name for one in facts.told if plain(one.name) not in plain(body)]
    words = "Does not say who knows" if left_out else "Says who knows, and since when"
    return Check(slug="told", ok=not left_out, words=words, quote=", ".join(left_out))


_LATER = r"stay in touch|keep in touch|work(?:ing)? with you again|hear from you|other roles|future"


def keeps_the_tie(body: str, facts: LetterFacts) -> Check:
    yes, no = "Looks ahead with them", "Does not look ahead with them"
    return _found(_LATER, body, "tie", yes, no)


_SECRET = (
    r"between (?:us|you and me)|confidential\w*|secret\w*|(?:do not|don[’']t) (?:tell|mention|say)"
    r"|keep (?:this|it) (?:quiet|private|to yourself)"
    r"|not (?:tell|mention (?:it|this) to) (?:them|anyone)"
    r"|discreet\w*|off the record"
)


def hides_nothing(body: str, facts: LetterFacts) -> Check:
    found = "This asks them to hide it. They cannot do that for you"
    return _absent(_SECRET, body, "secret", "Asks nobody to hide it", found)


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


def says_not_their_fault(body: str, facts: LetterFacts) -> Check:
    yes, no = "Says it is not their fault", "Does not say that it is not their fault"
    return _found(_NOT_THEIRS, body, "fault", yes, no)


def no_blame_beside_it(body: str, facts: LetterFacts) -> Check:
    """“None of this is your fault” is the opposite of blame."""
    return no_blame(re.sub(rf"\b{_NOT_THEIRS}", " ", body, flags=re.IGNORECASE), facts)


def offers_to_talk(body: str, facts: LetterFacts) -> Check:
    yes, no = "Offers to talk", "Does not offer to talk"
    return _found(r"talk|call me|meet|speak", body, "talk", yes, no)


_EXPLAIN = (
    r"(?:could|can|would|will) you (?:\w+ )?(?:explain|tell (?:them|the)|speak (?:to|with)"
    r"|talk (?:to|with) them|let them know|put in a (?:good )?word"
    r"|apologi[sz]e|pass (?:it|this) on)"
    r"|explain (?:it|this) (?:to them )?for me|on my behalf|tell them for me"
)


def asks_no_favor(body: str, facts: LetterFacts) -> Check:
    found = "This asks them to explain for you. Do that yourself"
    return _absent(_EXPLAIN, body, "favor", "Asks them to explain nothing", found)


def names_what_was_accepted(body: str, facts: LetterFacts) -> Check:
    quote = first(r"\bI (?:had )?accepted\b|\bsaid yes\b", body)
    words = "Says what you accepted" if quote else "Does not say what you accepted"
    return Check(slug="accepted", ok=bool(quote), words=words, quote=quote)


def asks_the_policy(body: str, facts: LetterFacts) -> Check:
    asked = (one for one in _questions(body) if first(r"\b(?:policy|policies|rules?)\b", one))
    quote = next(asked, "")
    words = "Asks what their policy needs" if quote else "Does not ask what their policy needs"
    return Check(slug="policy", ok=bool(quote), words=words, quote=quote)


_EXCUSES = (
    r"(?:had|have) no (?:other )?choice|not my fault|(?:was|were|felt) (?:forced|pushed|pressured)"
    r"|(?:could|can)(?:no|n[’'])t help|anyone would|everyone does|only because|they made me"
    r"|did(?: no|n[’'])t know (?:about )?the (?:policy|rules?)|nobody told me|was not aware"
    r"|it[’'] ?s only|just a"
)


def no_excuses(body: str, facts: LetterFacts) -> Check:
    text = without_names(body, facts)
    return _absent(_EXCUSES, text, "excuse", "Makes no excuses", "This may read as an excuse")


# Somebody else for the job


def names_them(body: str, facts: LetterFacts) -> Check:
    one = facts.suggested
    said = one is not None and plain(one.name) in plain(body)
    words = "Names who you suggest" if said else "Does not name who you suggest"
    return Check(slug="named", ok=said, words=words, quote=one.name if one and said else "")


def says_how_to_reach_them(body: str, facts: LetterFacts) -> Check:
    one = facts.suggested
    said = one is not None and plain(one.reach) in plain(body)
    words = "Says how to reach them" if said else "Does not say how to reach them"
    return Check(slug="reach", ok=said, words=words)


def has_their_yes(body: str, facts: LetterFacts) -> Check:
    """The page that names somebody keeps nothing without their yes."""
    said = facts.suggested is not None
    words = "They said yes to being named" if said else "Nobody said yes to being named"
    return Check(slug="yes", ok=said, words=words)


def says_why_them(body: str, facts: LetterFacts) -> Check | None:
    one = facts.suggested
    if one is None:
        return None
    said = plain(one.why).rstrip(".") in plain(body)
    words = "Says in one line why them" if said else "Does not say why them"
    return Check(slug="why", ok=said, words=words)


# Ending it early, money, coming back, later on


def asks_release(body: str, facts: LetterFacts) -> Check:
    asks = r"mutual\w*|by agreement|release me|end it early|agree to end"
    return _found(asks, body, "release", "Asks to end it by agreement", "Does not ask for an end")


def names_end(body: str, facts: LetterFacts) -> Check:
    quote = first(day_pattern(facts.by_day), body) if facts.by_day else ""
    words = "Names the day" if quote else "Names no day"
    return Check(slug="day", ok=bool(quote), words=words, quote=quote)


def asks_for_writing(body: str, facts: LetterFacts) -> Check:
    yes, no = "Asks for an answer in writing", "Does not ask for an answer in writing"
    return _found(r"in writing|by e-?mail|written", body, "writing", yes, no)


_DEMANDS = (
    r"you (?:must|have to|need to|are obliged)|I (?:demand|insist|expect you)|or else|my rights?"
    r"|otherwise I|lawyers?|attorneys?|su(?:e|ing)|courts?|illegal\w*|unless you|final offer"
)


def no_demand(body: str, facts: LetterFacts) -> Check:
    text = without_names(body, facts)
    found = "This may read as a demand"
    return _absent(_DEMANDS, text, "demand", "Asks, and demands nothing", found)


def says_how_to_settle(body: str, facts: LetterFacts) -> Check:
    ways = r"waiv\w+|in parts|instal?lments?|in full|each month|a month|pay (?:it )?back|repay\w*"
    return _found(ways, body, "way", "Says what you propose", "Does not say what you propose")


def admits_nothing(body: str, facts: LetterFacts) -> Check:
    """What is owed is for the papers, and perhaps a lawyer, to say."""
    admits = r"I (?:admit|owe|know that I owe|am liable|am (?:legally )?obliged)|my debt|I broke"
    found = "This says that you owe it. Wait until you have it in writing"
    return _absent(admits, body, "owe", "Leaves open what you owe", found)


def takes_it_back(body: str, facts: LetterFacts) -> Check:
    back = r"take back (?:\w+ ){1,3}(?:resignation|notice)|withdraw my (?:resignation|notice)|stay"
    yes, no = "Says clearly that you want to stay", "Does not say that you want to stay"
    return _found(back, body, "back", yes, no)


def asks_them(body: str, facts: LetterFacts) -> Check:
    """They need not agree, so it is a question."""
    quote = next(_questions(body), "")
    words = "Asks, since they may say no" if quote else "Asks nothing. They may say no"
    return Check(slug="question", ok=bool(quote), words=words, quote=quote)


_BARGAIN = r"raise|more pay|promot\w+|better terms|condition\w*|only if|counter-?offer|match\w*"


def no_bargain(body: str, facts: LetterFacts) -> Check:
    text = without_names(body, facts)
    found = "This bargains. Ask for that later"
    return _absent(_BARGAIN, text, "bargain", "Bargains for nothing", found)


_REOPENS = (
    r"second thoughts|wrong (?:decision|choice)|(?:was|made) a mistake|take me back|regret\w*"
    r"|(?:is|are) (?:the|that|my) (?:job|role|position) still|openings?|vacanc\w+|hire me"
    r"|looking for (?:a|another|new)|reconsider\w*"
)


def asks_for_nothing(body: str, facts: LetterFacts) -> Check:
    text = without_names(body, facts)
    found = "This opens the old question again, or asks for a job"
    return _absent(_REOPENS, text, "nothing", "Asks for nothing", found)


_NEVER: tuple[Rule, ...] = (
    no_other_employer,
    no_pay,
    no_private_detail,
    no_invented_reason,
    no_other_address,
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
    *_NEVER,
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
    *_NEVER,
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
    *_NEVER,
    no_blame,
    no_hedging,
    short,
)
SUGGESTING: tuple[Rule, ...] = (
    no_gap,
    has_their_yes,
    names_them,
    says_how_to_reach_them,
    says_why_them,
    names_role,
    thanks,
    no_other_address,
    no_other_employer,
    no_pay,
    no_blame,
    short,
)
RELEASING: tuple[Rule, ...] = (
    no_gap,
    says_no_to_the_job,
    names_role,
    asks_release,
    names_end,
    asks_for_writing,
    thanks,
    one_apology,
    no_demand,
    *_NEVER,
    no_blame,
    no_hedging,
    short,
)
REPAYING: tuple[Rule, ...] = (
    no_gap,
    says_how_to_settle,
    asks_for_writing,
    thanks,
    admits_nothing,
    no_demand,
    no_other_employer,
    no_invented_reason,
    no_blame,
    short,
)
COMING_BACK: tuple[Rule, ...] = (
    no_gap,
    takes_it_back,
    asks_them,
    asks_for_writing,
    thanks,
    one_apology,
    no_bargain,
    *_NEVER,
    no_blame,
    no_hedging,
    short,
)
IN_TOUCH: tuple[Rule, ...] = (
    no_gap,
    thanks,
    keeps_the_tie,
    asks_for_nothing,
    *_NEVER,
    no_blame,
    short,
)
