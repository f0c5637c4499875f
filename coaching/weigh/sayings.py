"""What a line does with a word: speaks of it, seems to say no, or explains it. By words alone."""

import re
from enum import StrEnum

SEEN_BEFORE, SEEN_AFTER = 160, 80  # characters on each side of a word that may deny it


class Says(StrEnum):
    """What a line seems to do with the word."""

    YES = "speaks of it"
    NO = "seems to say no"
    MEANS = "explains a word"


MEANS = re.compile(
    r"[\"”“»«'’]\s{0,3}(?:means?|shall mean|has the meaning|have the meaning|refers? to"
    r"|includes?|bedeutet|bezeichnet)\b",
    re.IGNORECASE,
)
# A new thought begins here, so a “no” before it is about something else.
TURN = re.compile(
    r"[;:]|,\s{1,3}(?:and|or|you|after|nach|und|oder)\b|\b(?:but|unless|except|however"
    r"|provided that|otherwise|jedoch|aber|sofern|es sei denn)\b",
    re.IGNORECASE,
)
GAP = r"(?:\s{1,3}[\w-]{1,30}){0,2}\s{1,3}"
NO_BEFORE = re.compile(
    r"(?:\b(?:nothing|none of)\b.*"
    rf"|(?<!if )(?<!where )\bno(?!\s{{1,3}}(?:later|less|more|fewer|earlier|sooner)\b){GAP}"
    r"|\b(?:(?:is|are|am|be)\s{1,3}not\s{1,3}(?:a|any|required|obliged|bound|subject|liable"
    r"|expected|asked)|(?:do|does|did)\s{1,3}not\s{1,3}(?:have|need|contain|include|impose"
    r"|restrict|prevent|limit|prohibit|require)|(?:will|shall|would)\s{1,3}not\s{1,3}be\s{1,3}"
    r"(?:required|obliged|bound|subject|liable|asked|expected)|need\s{1,3}not)\b[^.,]{0,60}"
    r"|\bwith\s{1,3}or\s{1,3}without(?:\s{1,3}[\w-]{1,20}){0,4}\s{1,3}"
    rf"|(?:end|ended|terminate|terminated|cancel)\b[^.,]{{0,40}}\bwithout{GAP}"
    r"|\bwaives?\s{1,3}(?:any\s{1,3}|all\s{1,3}|the\s{1,3})?"
    rf"|\bkeine?[mnrs]?{GAP})$",
    re.IGNORECASE | re.DOTALL,
)
NO_AFTER = re.compile(
    r"^[^;:.]{0,30}?(?:"
    r"\b(?:is|are)\s{1,3}waived|\b(?:is|are)\s{1,3}not\s{1,3}(?:required|needed|due|payable|applicable|agreed)"
    r"|\b(?:will|shall)\s{1,3}not\s{1,3}be\s{1,3}(?:required|needed|due|payable)"
    r"|\b(?:does|do|will|shall)\s{1,3}not\s{1,3}apply"
    r"|\bnot\s{1,3}applicable|\bn/a\b|\bentfällt\b|\bbesteht\s{1,3}nicht"
    r"|\bnicht\s{1,3}(?:vereinbart|erforderlich|geschuldet))"
    r"|^[^;.]{0,20}:\s{0,3}(?:none|n/a|nil|not\s{1,3}applicable|keine?)\b",
    re.IGNORECASE,
)
DOUBLE = re.compile(r"\b(?:not|never|nicht|cannot)\b", re.IGNORECASE)
IF = re.compile(r"\b(?:if|where|should|wenn|falls|sofern)\b", re.IGNORECASE)
GIVES_UP_COURT = re.compile(r"jury|class", re.IGNORECASE)


def what_it_says(text: str, spans: list[tuple[int, int]]) -> Says:
    """No only when every word found stands beside a no."""
    if MEANS.search(text):
        return Says.MEANS
    denied = all(_is_denied(text, start, end) for start, end in spans)
    return Says.NO if denied else Says.YES


def _is_denied(text: str, start: int, end: int) -> bool:
    before = _after_last_turn(text[max(0, start - SEEN_BEFORE) : start])
    if NO_AFTER.search(text[end : end + SEEN_AFTER]):
        return True
    found = NO_BEFORE.search(before)
    if not found or GIVES_UP_COURT.match(text[start:end]):
        return False
    is_without = "without" in found[0].lower()
    lead = before[: found.start()]
    return not (is_without and (DOUBLE.search(lead) or IF.search(lead)))


def _after_last_turn(before: str) -> str:
    turns = [found.end() for found in TURN.finditer(before)]
    return before[turns[-1] :] if turns else before
