"""Everything kept about a case but the facts. What only the person may read is in `private`."""

from .criterion import Criterion, Rating, Topic
from .decision import Decision, Gate, GoneAhead, Outcome
from .handover import MOST_HANDED_OVER, HandedOver
from .leaving import HowRepaid, LeavingCost, Taxed
from .letter import Letter, Letterhead, LetterVersion, Paper, ReasonLevel
from .must_have import MOST_MUST_HAVES, MustHave, MustHaveAnswer
from .notice import Notice, NoticeOffered
from .option import MOST_OWN_OPTIONS, OptionCase, OwnOption
from .page import SavedPage
from .pasted import PastedTerms
from .private import DecisionNote, DiaryLine, Feeling, RealReason, Reflection
from .rate import ExchangeRate
from .signed import SignedTerms
from .told import Happened, Told

__all__ = [
    "MOST_HANDED_OVER",
    "MOST_MUST_HAVES",
    "MOST_OWN_OPTIONS",
    "Criterion",
    "Decision",
    "DecisionNote",
    "DiaryLine",
    "ExchangeRate",
    "Feeling",
    "Gate",
    "GoneAhead",
    "HandedOver",
    "Happened",
    "HowRepaid",
    "LeavingCost",
    "Letter",
    "LetterVersion",
    "Letterhead",
    "MustHave",
    "MustHaveAnswer",
    "OptionCase",
    "Notice",
    "NoticeOffered",
    "Outcome",
    "OwnOption",
    "Paper",
    "PastedTerms",
    "Rating",
    "RealReason",
    "ReasonLevel",
    "Reflection",
    "SavedPage",
    "SignedTerms",
    "Taxed",
    "Told",
    "Topic",
]
