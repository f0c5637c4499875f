from .case import AnswerWanted, Case, ClosedAs, Stage
from .choices import Answer
from .contact import MOST_OWN_PEOPLE, OF_AN_OFFER, OWN_PEOPLE, WHO_HIRES, Contact, Role
from .date import DecisionDate
from .offer import MOST_OFFERS, AcceptedHow, Ends, Offer, OfferKind, kind_in_words
from .pay import Pay, Per, Sure
from .situation import School, Situation
from .writing import CONDITIONS, Met, Rung, Writing

__all__ = [
    "CONDITIONS",
    "MOST_OFFERS",
    "MOST_OWN_PEOPLE",
    "OF_AN_OFFER",
    "OWN_PEOPLE",
    "WHO_HIRES",
    "AcceptedHow",
    "Answer",
    "AnswerWanted",
    "Case",
    "ClosedAs",
    "Contact",
    "DecisionDate",
    "Ends",
    "Met",
    "Offer",
    "OfferKind",
    "Pay",
    "Per",
    "Role",
    "Rung",
    "School",
    "Situation",
    "Stage",
    "Sure",
    "Writing",
    "kind_in_words",
]
