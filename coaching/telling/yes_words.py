"""The words to say yes with, as far as the case knows them. What is not known stays a blank."""

from coaching.journey.facts import Facts
from coaching.journey.safe_letters import recipient_of
from coaching.letters.kinds import ACCEPT
from look.dates import day
from offers.models import Offer

from .safe_letters import is_remote, pay_of


def yes_words(facts: Facts, offer: Offer) -> dict[str, str]:
    """What stands in the blanks of the words that accept `offer`."""
    person = recipient_of(ACCEPT, offer, facts)
    head = getattr(facts.case, "letterhead", None)
    starts = day(offer.starts_on, facts.local_now.date()) if offer.starts_on else ""
    place = offer.place and ("home" if is_remote(offer) else offer.place)
    return {
        "name": person.first_name if person else "[name]",
        "day": starts or "[day]",
        "title": offer.title or "[job title]",
        "amount": pay_of(offer) or "[amount]",
        "place": place or "[place]",
        "me": head.name if head else "[your name]",
    }
