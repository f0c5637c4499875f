"""Where a letter gives a pay figure, as people write one anywhere.

Ways to tell it from years, postcodes and phone numbers: it carries a sign of money (“$95k”,
“95.000 €”, “12 lakh”, “45 an hour”), it is in words (“ninety-five thousand”), or it is a bare
number beside a word of pay (“pays 95000”). What looks like a year is one, but right behind such a
word (“a bonus of 2000”).
Every pattern takes a number at once and never gives it back, so a long row of “1,1,1,…” is read
once.
"""

import re

_ALL = re.IGNORECASE | re.VERBOSE
# "68", "68,000", "12,00,000", "68.000,50", "68'000".
_NUMBER = r"(?<![\d.,'’])\b\d++(?:[,.'’]\d++)*+"
_CODE = r"usd|eur|gbp|inr|chf|cad|aud|nzd|sgd|hkd|jpy|cny|rmb|sek|nok|dkk|pln|brl|mxn|zar|aed"
_WITH_A_SIGN = re.compile(
    rf"""
    (?:[$€£¥₹]|\b(?:{_CODE})\b|\brs\b\.?)[ \u00a0\u202f]?\d[\d,.'’]*+[ ]?(?:[km]\b|lakhs?\b)?
    | (?!401[ ]?\(?k) {_NUMBER}[ \u00a0\u202f]?
      (?:[€£¥₹$]
        |(?:k|grand|lakhs?|lacs?|lpa|crores?|{_CODE}|dollars?|euros?|pounds?|rupees?|francs?)\b)
    | (?<![\d.,])\b\d{{1,3}}(?:,\d{{3}})+\b(?![,.]?\d)
    | (?<![\d.,])\b\d{{1,2}}(?:,\d\d)+,\d{{3}}\b(?!,?\d)
    | {_NUMBER}[ ]?(?:%|percent\b)[ ](?:more|raise|higher|increase|bonus)
    | {_NUMBER}[ ](?:a|per|an)[ ](?:year|month|week|day|hour|annum)\b
    | {_NUMBER}[ ]?/[ ]?(?:year|yr|month|mo|hour|hr|week)\b
    | {_NUMBER}[ ]?p\.?[ ]?a\b
    """,
    _ALL,
)
# Three digits and more, in one or in groups, and no part of a phone number, a clock or a code.
_BARE = re.compile(
    r"""
    (?<![\w.,'’+(/\#:-]) (?<!\d[ \u00a0])
    [1-9] (?: \d{0,2}(?:[,.'’ \u00a0\u202f]\d{3})++ | \d{2,8}+ )
    (?![(\w/:-]|[.,'’]\d|[ \u00a0]\d)
    """,
    re.VERBOSE,
)
_WORD = (
    r"\b(?:salar(?:y|ies)|wages?|pay(?:s|ing|check)?|paid|bonus(?:es)?|compensation|stipend|sums?"
    r"|remuneration|package|earn(?:s|ed|ing|ings)?|ctc)\b"
)
_PAY = re.compile(_WORD, re.IGNORECASE)
_END = re.compile(r"[.!?](?=\s)|\n")
_YEAR = re.compile(r"(?:19|20)\d\d")
# “A bonus of 2000” and “it pays me about 2000” say how much; “paid in 2000” and “since 2000” when.
_SAYS_HOW_MUCH = re.compile(
    rf"""{_WORD} [\s:=]*+
    (?:(?:of|is|was|are|were|be|would|will|could|me|us|you|there|here|about|around|nearly|almost
      |over|up|to|at|least|an?|extra|another|comes?|base)\b[\s:=]*+)*+$""",
    _ALL,
)
# Before: what numbers a thing or ends an address. After: what is counted, or the name of a place.
_NUMBERED = re.compile(
    r"(?:\b(?i:no\.?|number|ref|reference|id|room|suite|box|job|position|code|zip)|\#|\b[A-Z]{2},?)"
    r"[ \u00a0:]*$"
)
_COUNTED = re.compile(
    r"[ \u00a0]?(?:[A-Z][a-zß-ÿ]|[A-Z]{2}\b|(?i:days?|weeks?|hours?|people|words)\b)"
)
_BEFORE, _AFTER = 60, 30
_ONE = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)"
)
# "ninety-five thousand", "a hundred and ten thousand", "forty an hour", "six figures".
_IN_WORDS = re.compile(
    rf"""\b{_ONE}(?:[\s-](?:and\s)?{_ONE})*+
    (?:[\s-](?:thousand|grand|million|lakhs?|crores?|figures?)\b(?!\s(?:people|times|thanks))
      |\s(?:a|an|per)\s(?:year|month|hour|annum)\b)""",
    _ALL,
)
_COMPARED = re.compile(
    r"""\b(?:(?:better|higher|more|best|highest|well|lower|less)[\s-](?:highly\s)?
        (?:paid|paying|pay|salary|salaries|wages?|compensation)
      | (?:pay|pays|paid|earn|earns)\s(?:\w+\s){0,2}(?:more|better|less|twice|double)(?!\sattention)
      | (?:more|less)\smoney)\b""",
    _ALL,
)


def pay_figure(text: str) -> str:
    """The first words that give one; empty when there are none."""
    found = _WITH_A_SIGN.search(text) or _IN_WORDS.search(text)
    quote = found[0] if found else _beside_a_word(text)
    return quote.strip(" \u00a0\u202f.,")


def pay_compared(text: str) -> str:
    """The first words that set one pay against another: “much better paid than yours”."""
    found = _COMPARED.search(text)
    return found[0] if found else ""


def _beside_a_word(text: str) -> str:
    for amount in _BARE.finditer(text):
        before = _END.split(text[max(0, amount.start() - _BEFORE) : amount.start()])[-1]
        after = _END.split(text[amount.end() : amount.end() + _AFTER])[0]
        if _is_something_else(amount[0], before, after):
            continue
        if word := _PAY.search(before):
            return before[word.start() :] + amount[0]
        if word := _PAY.search(after):
            return amount[0] + after[: word.end()]
    return ""


def _is_something_else(amount: str, before: str, after: str) -> bool:
    is_year = _YEAR.fullmatch(amount) and not _SAYS_HOW_MUCH.search(before)
    return bool(is_year or _NUMBERED.search(before) or _COUNTED.match(after))
