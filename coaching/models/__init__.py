"""Everything kept about a case but the facts. What only the person may read is in `private`."""

from .decision import Decision, Gate, GoneAhead, Outcome
from .letter import Letter, Letterhead, LetterVersion, Paper, ReasonLevel
from .option import MOST_OWN_OPTIONS, OptionCase, OwnOption
from .page import SavedPage
from .pasted import PastedTerms
from .private import DecisionNote, DiaryLine, Feeling, RealReason, Reflection
from .signed import SignedTerms
from .told import Happened, Told

__all__ = [
    "MOST_OWN_OPTIONS",
    "Decision",
    "DecisionNote",
    "DiaryLine",
    "Feeling",
    "Gate",
    "GoneAhead",
    "Happened",
    "Letter",
    "LetterVersion",
    "Letterhead",
    "OptionCase",
    "Outcome",
    "OwnOption",
    "Paper",
    "PastedTerms",
    "RealReason",
    "ReasonLevel",
    "Reflection",
    "SavedPage",
    "SignedTerms",
    "Told",
]
