"""Checks of the letters beside the one about the decision, and after it."""

from .check import Check, Rule, either, gives_day, leaves_out, quoted, says
from .checks import (
    NEVER,
    names_role,
    no_blame,
    no_gap,
    no_hedging,
    no_invented_reason,
    no_other_address,
    no_other_employer,
    no_pay,
    one_apology,
    says_no_to_the_job,
    short,
    thanks,
)
from .facts import LetterFacts
from .found import plain, questions
from .note_checks import keeps_the_tie

# Somebody else for the job


def names_them(body: str, facts: LetterFacts) -> Check:
    one = facts.suggested
    quote = one.name if one and plain(one.name) in plain(body) else ""
    yes, no = "Names who you suggest", "Does not name who you suggest"
    return quoted("named", quote, yes=yes, no=no)


def says_how_to_reach_them(body: str, facts: LetterFacts) -> Check:
    one = facts.suggested
    said = one is not None and plain(one.reach) in plain(body)
    return either("reach", said, yes="Says how to reach them", no="Does not say how to reach them")


def has_their_yes(body: str, facts: LetterFacts) -> Check:
    """The page that names somebody keeps nothing without their yes."""
    said = facts.suggested is not None
    yes, no = "They said yes to being named", "Nobody said yes to being named"
    return either("yes", said, yes=yes, no=no)


def says_why_them(body: str, facts: LetterFacts) -> Check | None:
    one = facts.suggested
    if one is None:
        return None
    said = plain(one.why).rstrip(".") in plain(body)
    return either("why", said, yes="Says in one line why them", no="Does not say why them")


# Ending it early, money, coming back, later on

asks_release = says(
    "release",
    r"mutual\w*|by agreement|release me|end it early|agree to end",
    yes="Asks to end it by agreement",
    no="Does not ask for an end",
)
names_end = gives_day("day", lambda facts: facts.by_day, yes="Names the day", no="Names no day")
asks_for_writing = says(
    "writing",
    r"in writing|by e-?mail|written",
    yes="Asks for an answer in writing",
    no="Does not ask for an answer in writing",
)
no_demand = leaves_out(
    "demand",
    r"you (?:must|have to|need to|are obliged)|I (?:demand|insist|expect you)|or else|my rights?"
    r"|otherwise I|lawyers?|attorneys?|su(?:e|ing)|courts?|illegal\w*|unless you|final offer",
    fine="Asks, and demands nothing",
    said="This may read as a demand",
)
_proposes = says(
    "way",
    r"waiv\w+|in parts|instal?lments?|in full|each month|a month|pay (?:it )?back|repay\w*",
    yes="Says what you propose",
    no="Does not say what you propose",
)


def says_how_to_settle(body: str, facts: LetterFacts) -> Check | None:
    """Who proposes nothing yet only asks for the sum, and owes no proposal."""
    found = _proposes(body, facts)
    return found if facts.way or found.ok else None


# What is owed is for the papers, and perhaps a lawyer, to say.
admits_nothing = leaves_out(
    "owe",
    r"I (?:admit|owe|know that I owe|am liable|am (?:legally )?obliged)|my debt|I broke",
    fine="Leaves open what you owe",
    said="This says that you owe it. Wait until you have it in writing",
    in_names=True,
)
takes_it_back = says(
    "back",
    r"take back (?:\w+ ){1,3}(?:resignation|notice)|withdraw my (?:resignation|notice)|stay",
    yes="Says clearly that you want to stay",
    no="Does not say that you want to stay",
)


def asks_them(body: str, facts: LetterFacts) -> Check:
    """They need not agree, so it is a question."""
    yes, no = "Asks, since they may say no", "Asks nothing. They may say no"
    return quoted("question", next(questions(body), ""), yes=yes, no=no)


no_bargain = leaves_out(
    "bargain",
    r"raise|more pay|promot\w+|better terms|condition\w*|only if|counter-?offer|match\w*",
    fine="Bargains for nothing",
    said="This bargains. Ask for that later",
)
asks_for_nothing = leaves_out(
    "nothing",
    r"second thoughts|wrong (?:decision|choice)|(?:was|made) a mistake|take me back|regret\w*"
    r"|(?:is|are) (?:the|that|my) (?:job|role|position) still|openings?|vacanc\w+|hire me"
    r"|looking for (?:a|another|new)|reconsider\w*",
    fine="Asks for nothing",
    said="This opens the old question again, or asks for a job",
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
    *NEVER,
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
    *NEVER,
    no_blame,
    no_hedging,
    short,
)
IN_TOUCH: tuple[Rule, ...] = (
    no_gap,
    thanks,
    keeps_the_tie,
    asks_for_nothing,
    *NEVER,
    no_blame,
    short,
)
