"""Where a reason that somebody typed stands in a letter, and what joins it to the rest.

The words stay theirs: what comes before them is ours, and a first letter may become small.
"""

import re

_NOUN = (
    r"(?:roles?|jobs?|positions?|posts?|places?|offers?|opportunit(?:y|ies)|compan(?:y|ies)|teams?"
    r"|careers?|paths?|work)\b"
)
_ADJECTIVE = r"(?!(?:for|with|to|in|of|at|on|and|as|than|that|which)\b)[\w’'-]+"
_A_ROLE = (
    rf"(?:(?:an?|another|the|one)\s(?:{_ADJECTIVE}\s){{0,3}}?{_NOUN}"
    r"|(?:one|something|work)\b(?=\s))"
)
_DOES = (
    r"(?:is|was|has|would|will|can|could|does|pays|offers|gives|lets|allows|fits|suits|matches"
    r"|means|meets|makes|brings|keeps|builds|uses|works|involves|feels|seems|looks|comes|came)\b"
)
_STARTS_A_SENTENCE = re.compile(
    rf"""(?:i|my|we|our|it|this|there|they|he|she|you)\b(?!-)
    |{_A_ROLE}\s{_DOES}
    |the\s(?:{_ADJECTIVE}\s){{1,3}}?{_DOES}""",
    re.IGNORECASE | re.VERBOSE,
)
_SAYS_CHOSEN = re.compile(
    rf"i(?:’ve|'ve|\shave)?\s(?:chosen|chose|taken|took|found|accepted)\s{_A_ROLE}", re.IGNORECASE
)
_ENDS = r"(?:hours|training|responsibility|growth|time|commute|security|stability|support|balance)"
# How the words begin, and what comes before them.
_LEADS = tuple(
    (re.compile(pattern, re.IGNORECASE), lead)
    for pattern, lead in (
        (_A_ROLE, ""),
        (r"(?:that|which|who|where|with|in(?!\sorder)|at|doing|working)\b", "a role "),
        (rf"(?:(?:better|also|really)\s)?{_DOES}", "a role that "),
        (
            rf"(?:an?\s)?(?:more|less|better|shorter|fewer)\s(?:[\w’'-]+\s)?{_ENDS}\b",
            "a role with ",
        ),
        (
            r"(?:because|since|due\sto|so|to|for|in\sorder\sto|as\s(?:i|it|my|we|they|this))\b",
            "another role ",
        ),
    )
)
_PREDICATE = "a role that is "
# “UX work”, “3D work”, “Berlin-based”: names and signs keep their capital.
_KEEPS_ITS_CAPITAL = re.compile(r"\w[A-Z\d]|[A-Z][\w’']*-(?:based|speaking)\b")


def is_own_sentence(words: str) -> bool:
    """“It is closer to home” and “the job is closer” stand by themselves."""
    return bool(_STARTS_A_SENTENCE.match(words)) and not _SAYS_CHOSEN.match(words)


def chosen(words: str) -> str:
    """Return “I have chosen a role that pays more” of “a role that pays more” or “pays more”."""
    if not words:
        return ""
    if _SAYS_CHOSEN.match(words):
        return f"I{words[1:]}"
    lead = next((lead for begins, lead in _LEADS if begins.match(words)), _PREDICATE)
    first = words[0] if _KEEPS_ITS_CAPITAL.match(words) else words[0].lower()
    return f"I have chosen {lead}{first}{words[1:]}"
