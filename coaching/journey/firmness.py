"""How firm an offer is, in words: as they said it, or that they have not said it yet."""

from offers.models import Offer


def was_asked(offer: Offer) -> bool:
    """They said on some page what they have from the employer."""
    return hasattr(offer, "writing") and bool(offer.writing.rung)


def not_yet(offer: Offer, firm: str) -> str:
    """ "Harborlight is not in writing yet", or "you have not said if Harborlight is in writing"."""
    if was_asked(offer):
        return f"{offer} is not {firm} yet"
    return f"you have not said if {offer} is {firm}"
