"""Time zones a person can choose from, by names they know. Any IANA zone is accepted."""

from zoneinfo import available_timezones

FAMILIAR = (
    ("US and Canada", (
        ("America/New_York", "Eastern: New York, Toronto"),
        ("America/Chicago", "Central: Chicago, Winnipeg"),
        ("America/Denver", "Mountain: Denver, Calgary"),
        ("America/Phoenix", "Arizona: Phoenix"),
        ("America/Los_Angeles", "Pacific: Los Angeles, Vancouver"),
        ("America/Anchorage", "Alaska: Anchorage"),
        ("Pacific/Honolulu", "Hawaii: Honolulu"),
        ("America/Halifax", "Atlantic: Halifax"),
        ("America/St_Johns", "Newfoundland: St. John’s"),
    )),
    ("Latin America", (
        ("America/Mexico_City", "Mexico City"),
        ("America/Bogota", "Bogotá, Lima"),
        ("America/Caracas", "Caracas"),
        ("America/Santiago", "Santiago"),
        ("America/Sao_Paulo", "São Paulo"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("America/Puerto_Rico", "San Juan"),
    )),
    ("Europe", (
        ("Europe/London", "London"),
        ("Europe/Dublin", "Dublin"),
        ("Europe/Lisbon", "Lisbon"),
        ("Europe/Madrid", "Madrid"),
        ("Europe/Paris", "Paris"),
        ("Europe/Brussels", "Brussels"),
        ("Europe/Amsterdam", "Amsterdam"),
        ("Europe/Berlin", "Berlin"),
        ("Europe/Zurich", "Zurich"),
        ("Europe/Vienna", "Vienna"),
        ("Europe/Rome", "Rome"),
        ("Europe/Prague", "Prague"),
        ("Europe/Warsaw", "Warsaw"),
        ("Europe/Copenhagen", "Copenhagen"),
        ("Europe/Stockholm", "Stockholm"),
        ("Europe/Oslo", "Oslo"),
        ("Europe/Helsinki", "Helsinki"),
        ("Europe/Athens", "Athens"),
        ("Europe/Bucharest", "Bucharest"),
        ("Europe/Kyiv", "Kyiv"),
        ("Europe/Istanbul", "Istanbul"),
        ("Europe/Moscow", "Moscow"),
    )),
    ("Africa", (
        ("Africa/Casablanca", "Casablanca"),
        ("Africa/Lagos", "Lagos"),
        ("Africa/Accra", "Accra"),
        ("Africa/Cairo", "Cairo"),
        ("Africa/Nairobi", "Nairobi"),
        ("Africa/Johannesburg", "Johannesburg"),
    )),
    ("Asia", (
        ("Asia/Jerusalem", "Jerusalem"),
        ("Asia/Riyadh", "Riyadh"),
        ("Asia/Dubai", "Dubai"),
        ("Asia/Tehran", "Tehran"),
        ("Asia/Karachi", "Karachi"),
        ("Asia/Kolkata", "India: Delhi, Mumbai"),
        ("Asia/Kathmandu", "Kathmandu"),
        ("Asia/Dhaka", "Dhaka"),
        ("Asia/Bangkok", "Bangkok"),
        ("Asia/Ho_Chi_Minh", "Ho Chi Minh City"),
        ("Asia/Jakarta", "Jakarta"),
        ("Asia/Singapore", "Singapore"),
        ("Asia/Kuala_Lumpur", "Kuala Lumpur"),
        ("Asia/Manila", "Manila"),
        ("Asia/Hong_Kong", "Hong Kong"),
        ("Asia/Shanghai", "Shanghai"),
        ("Asia/Taipei", "Taipei"),
        ("Asia/Seoul", "Seoul"),
        ("Asia/Tokyo", "Tokyo"),
    )),
    ("Australia and the Pacific", (
        ("Australia/Perth", "Perth"),
        ("Australia/Adelaide", "Adelaide"),
        ("Australia/Brisbane", "Brisbane"),
        ("Australia/Sydney", "Sydney, Melbourne"),
        ("Pacific/Auckland", "Auckland"),
    )),
)  # fmt: skip

NAMES = {zone: name for _, zones in FAMILIAR for zone, name in zones}


def zone_name(zone: str) -> str:
    """The zone in words: its familiar name, else the city in its own name."""
    return NAMES.get(zone) or zone.rpartition("/")[2].replace("_", " ")


def is_zone(zone: str) -> bool:
    """True for a place, as in Region/City, and for UTC; "localtime" is that of the server."""
    return zone == "UTC" or ("/" in zone and zone in available_timezones())
