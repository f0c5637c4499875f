"""Everything kept about a case but the facts. What only the person may read is in `private`."""

from .asking import MOST_TERMS, Ask, AskedTerm, Granted, Heard, What
from .criterion import Criterion, Rating, Topic
from .decision import Decision, Gate, GoneAhead, Outcome
from .leaving import HowRepaid, LeavingCost, Taxed
from .letter import Letter, Letterhead, LetterVersion, Paper, ReasonLevel
from .must_have import MOST_MUST_HAVES, MustHave, MustHaveAnswer
from .option import MOST_OWN_OPTIONS, OptionCase, OwnOption
from .page import SavedPage
from .pasted import PastedTerms
from .private import DecisionNote, DiaryLine, Feeling, RealReason, Reflection
from .rate import ExchangeRate
from .safe_letter import SafeKind, SafeLetter, SafeLetterVersion
from .signed import SignedTerms
from .told import Happened, Told

__all__ = [
    "MOST_MUST_HAVES",
    "MOST_OWN_OPTIONS",
    "MOST_TERMS",
    "Ask",
    "AskedTerm",
    "Criterion",
    "Decision",
    "DecisionNote",
    "DiaryLine",
    "ExchangeRate",
    "Feeling",
    "Gate",
    "GoneAhead",
    "Granted",
    "Happened",
    "Heard",
    "HowRepaid",
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
    "Rating",
    "RealReason",
    "ReasonLevel",
    "Reflection",
    "SafeKind",
    "SafeLetter",
    "SafeLetterVersion",
    "SavedPage",
    "SignedTerms",
    "Taxed",
    "Told",
    "Topic",
    "What",
]
