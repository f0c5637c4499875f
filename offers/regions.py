"""What is usual where a time zone lies: the money, and the size of paper."""

UNITED_STATES = (
    "US/",
    "America/Adak",
    "America/Anchorage",
    "America/Boise",
    "America/Chicago",
    "America/Denver",
    "America/Detroit",
    "America/Indiana/",
    "America/Juneau",
    "America/Kentucky/",
    "America/Los_Angeles",
    "America/Menominee",
    "America/Metlakatla",
    "America/New_York",
    "America/Nome",
    "America/North_Dakota/",
    "America/Phoenix",
    "America/Puerto_Rico",
    "America/Sitka",
    "America/Yakutat",
    "Pacific/Honolulu",
)
CANADA = (
    "Canada/",
    "America/Edmonton",
    "America/Halifax",
    "America/Moncton",
    "America/Montreal",
    "America/Regina",
    "America/St_Johns",
    "America/Toronto",
    "America/Vancouver",
    "America/Whitehorse",
    "America/Winnipeg",
    "America/Yellowknife",
)
EURO = (
    "Asia/Nicosia",
    "Atlantic/Canary",
    "Atlantic/Madeira",
    "Europe/Amsterdam",
    "Europe/Athens",
    "Europe/Berlin",
    "Europe/Bratislava",
    "Europe/Brussels",
    "Europe/Dublin",
    "Europe/Helsinki",
    "Europe/Lisbon",
    "Europe/Ljubljana",
    "Europe/Luxembourg",
    "Europe/Madrid",
    "Europe/Malta",
    "Europe/Paris",
    "Europe/Riga",
    "Europe/Rome",
    "Europe/Sofia",
    "Europe/Tallinn",
    "Europe/Vienna",
    "Europe/Vilnius",
    "Europe/Zagreb",
)
MONEY = {
    "AUD": ("Australia/",),
    "CAD": CANADA,
    "CHF": ("Europe/Zurich",),
    "EUR": EURO,
    "GBP": ("Europe/London", "Europe/Belfast"),
    "INR": ("Asia/Kolkata", "Asia/Calcutta"),
    "JPY": ("Asia/Tokyo",),
}


def usual_currency(zone: str) -> str:
    """The ISO code of the money people are paid in at an IANA `zone`; "USD" where we do not know.

    A first guess for a box that the person can change.
    """
    return next((code for code, zones in MONEY.items() if zone.startswith(zones)), "USD")


def uses_us_letter(zone: str) -> bool:
    """True where letters are on US Letter: the United States and Canada. Elsewhere it is A4."""
    return zone.startswith(UNITED_STATES + CANADA)
