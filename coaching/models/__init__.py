"""Everything kept about a case but the facts. What only the person may read is in `private`."""

from .criterion import Criterion, Rating, Topic
from .decision import Decision, Gate, GoneAhead, Outcome
from .doubts import (
    MOST_BELIEFS,
    MOST_TRUSTED,
    PRESSURES,
    Belief,
    CounterOffer,
    FirstDays,
    Helps,
    HowAlike,
    HowItCame,
    HowMuch,
    HowMuchBetter,
    LaterOffer,
    Pleasing,
    Pressure,
    Sentence,
    Trusted,
)
from .leaving import HowRepaid, LeavingCost, Taxed
from .letter import Letter, Letterhead, LetterVersion, Paper, ReasonLevel
from .must_have import MOST_MUST_HAVES, MustHave, MustHaveAnswer
from .option import MOST_OWN_OPTIONS, OptionCase, OwnOption
from .page import SavedPage
from .pasted import PastedTerms
from .private import DecisionNote, DiaryLine, Feeling, GutSays, RealReason, Reflection
from .rate import ExchangeRate
from .signed import SignedTerms
from .told import Happened, Told

__all__ = [
    "MOST_BELIEFS",
    "MOST_MUST_HAVES",
    "MOST_OWN_OPTIONS",
    "MOST_TRUSTED",
    "PRESSURES",
    "Belief",
    "CounterOffer",
    "Criterion",
    "Decision",
    "DecisionNote",
    "DiaryLine",
    "ExchangeRate",
    "Feeling",
    "FirstDays",
    "Gate",
    "GoneAhead",
    "GutSays",
    "Happened",
    "Helps",
    "HowAlike",
    "HowItCame",
    "HowMuch",
    "HowMuchBetter",
    "HowRepaid",
    "LaterOffer",
    "LeavingCost",
    "Letter",
    "LetterVersion",
    "Letterhead",
    "MustHave",
    "MustHaveAnswer",
    "OptionCase",
    "Outcome",
    "OwnOption",
    "Paper",
    "PastedTerms",
    "Pleasing",
    "Pressure",
    "Rating",
    "RealReason",
    "ReasonLevel",
    "Reflection",
    "SavedPage",
    "Sentence",
    "SignedTerms",
    "Taxed",
    "Told",
    "Topic",
    "Trusted",
]
