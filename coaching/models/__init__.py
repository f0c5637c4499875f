"""Everything kept about a case but the facts. What only the person may read is in `private`."""

from .decision import Decision, Gate, GoneAhead, Outcome
from .leaving import HowRepaid, LeavingCost, Taxed
from .letter import Letter, Letterhead, LetterVersion, Paper, ReasonLevel
from .option import MOST_OWN_OPTIONS, OptionCase, OwnOption
from .page import SavedPage
from .private import DecisionNote, DiaryLine, Feeling, RealReason, Reflection
from .rate import ExchangeRate
from .signed import SignedTerms
from .told import Happened, Told

__all__ = [
    "MOST_OWN_OPTIONS",
    "Decision",
    "DecisionNote",
    "DiaryLine",
    "ExchangeRate",
    "Feeling",
    "Gate",
    "GoneAhead",
    "Happened",
    "HowRepaid",
    "LeavingCost",
    "Letter",
    "LetterVersion",
    "Letterhead",
    "OptionCase",
    "Outcome",
    "OwnOption",
    "Paper",
    "RealReason",
    "ReasonLevel",
    "Reflection",
    "SavedPage",
    "SignedTerms",
    "Taxed",
    "Told",
]
