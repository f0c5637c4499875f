"""Money as people write it, and as we write it back. Pure, exact: Decimal, never float."""

import re
from decimal import Decimal

MOST = Decimal(999_999_999)
CENT = Decimal("0.01")
SCALES = {"": 1, "k": 1_000, "m": 1_000_000}
SYMBOLS = {
    "USD": "$",
    "GBP": "£",
    "EUR": "€",
    "INR": "₹",
    "JPY": "¥",
    "CAD": "CA$",
    "AUD": "A$",
}

CURRENCY = r"(?:[A-Z]{0,3}[$£€¥₹]|[A-Z]{3})"
WRITTEN = re.compile(
    rf"""
    (?: {CURRENCY}[ ]? )?
    (?P<number> [0-9] (?: [0-9 ,.']* [0-9] )? ) [ ]? (?P<scale> [kKmM]? )
    (?: [ ]?{CURRENCY} )?
    """,
    re.VERBOSE,
)
NUMBER = re.compile(
    r"""
    (?P<whole>
        [1-9][0-9]{0,2} (?P<mark>[ ,.']) [0-9]{3} (?: (?P=mark)[0-9]{3} )*  # 68,000  68.000  68 000
      | [1-9][0-9]? (?: ,[0-9]{2} )+ ,[0-9]{3}                              # 12,00,000 in India
      | [0-9]+
    )
    (?: (?! (?P=mark) ) [.,] (?P<part>[0-9]+) )?
    """,
    re.VERBOSE,
)
PLAIN_WITH_POINT = re.compile(r"[0-9]+\.[0-9]+")
PLACE_OF_INDIAN_COMMA = re.compile(r"(?<=[0-9])(?=(?:[0-9]{2})*[0-9]{3}$)")
LONGEST = 40
MONEY_ERROR = "Enter pay as a number, like 68,000 or 68k"


class MoneyError(ValueError):
    """The text is not one amount of money that we can be sure of."""

    def __init__(self) -> None:
        super().__init__(MONEY_ERROR)


def parse_money(text: str) -> Decimal:
    """The amount in `text`, with two decimals, from 0 to 999,999,999.

    Reads "68k", "1.2m", "$68,000", "68 000", "68.000,50", "68'000" and "12,00,000". A currency
    sign or code on either side is allowed and ignored. A mark before exactly three digits groups
    thousands ("1,234" and "68.000"); before any other number of digits it is a decimal mark
    ("12,5"). Before k or m a single point is always a decimal mark ("1.125m").
    Raises MoneyError for words, negatives, ranges, parts of a cent and amounts too large.
    """
    if len(text) > LONGEST:
        raise MoneyError
    tidy = " ".join(text.replace("’", "'").split())  # split() also knows the no-break spaces
    written = WRITTEN.fullmatch(tidy)
    if not written:
        raise MoneyError
    scale = written["scale"].lower()
    amount = _number(written["number"], scaled=bool(scale)) * SCALES[scale]
    if amount > MOST or amount != amount.quantize(CENT):
        raise MoneyError
    return amount.quantize(CENT)


def format_money(amount: Decimal, currency: str) -> str:
    """`amount` as shown to people: "$68,000", "CHF 1,250.50", "−$50". `currency` is an ISO code."""
    minus = "−" if amount < 0 else ""
    number, symbol = grouped(abs(amount), currency), SYMBOLS.get(currency)
    return f"{minus}{symbol}{number}" if symbol else f"{minus}{currency}\N{NO-BREAK SPACE}{number}"


def grouped(amount: Decimal, currency: str = "") -> str:
    """`amount` with commas and no empty cents; rupees as in India: 12,00,000."""
    if currency != "INR":
        return f"{amount:,.2f}".removesuffix(".00")
    whole, _, part = f"{amount:.2f}".removesuffix(".00").partition(".")
    pairs = PLACE_OF_INDIAN_COMMA.sub(",", whole)
    return f"{pairs}.{part}" if part else pairs


def _number(written: str, *, scaled: bool) -> Decimal:
    if scaled and PLAIN_WITH_POINT.fullmatch(written):
        return Decimal(written)
    number = NUMBER.fullmatch(written)
    if not number:
        raise MoneyError
    whole = re.sub(r"\D", "", number["whole"])
    return Decimal(f"{whole}.{number['part'] or 0}")
