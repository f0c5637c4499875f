"""Everything kept about a case but the facts. What only the person may read is in `private`."""

from .criterion import Criterion, Rating, Topic
from .decision import Decision, Gate, GoneAhead, Outcome
from .leaving import HowRepaid, LeavingCost, Taxed
from .letter import Letter, Letterhead, LetterVersion, Paper, ReasonLevel
from .must_have import MOST_MUST_HAVES, MustHave, MustHaveAnswer
from .option import MOST_OWN_OPTIONS, OptionCase, OwnOption
from .page import SavedPage
from .pasted import PastedTerms
from .picked import Closer, Kind, Pull, Regard, RestsOn, Treated
from .private import (
    MOST_THOUGHTS,
    DecisionNote,
    DiaryLine,
    Feeling,
    Habits,
    RealReason,
    Reflection,
    Thought,
    WarningSigns,
)
from .rate import ExchangeRate
from .signed import SignedTerms
from .told import Happened, Told

__all__ = [
    "MOST_MUST_HAVES",
    "MOST_OWN_OPTIONS",
    "MOST_THOUGHTS",
    "Closer",
    "Criterion",
    "Decision",
    "DecisionNote",
    "DiaryLine",
    "ExchangeRate",
    "Feeling",
    "Gate",
    "GoneAhead",
    "Habits",
    "Happened",
    "HowRepaid",
    "Kind",
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
    "Pull",
    "Rating",
    "RealReason",
    "ReasonLevel",
    "Reflection",
    "Regard",
    "RestsOn",
    "SavedPage",
    "SignedTerms",
    "Taxed",
    "Thought",
    "Told",
    "Topic",
    "Treated",
    "WarningSigns",
]
