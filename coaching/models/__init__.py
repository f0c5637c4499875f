"""Everything kept about a case but the facts. What only the person may read is in `private`."""

from .bridge import OWN_CIRCLES, Bridge, Circle, Taking, Weight
from .asking import MOST_TERMS, Ask, AskedTerm, Granted, Heard, What
from .criterion import Criterion, Rating, Topic
from .decision import Decision, Gate, GoneAhead, Outcome
from .feed import CalendarFeed
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
from .option import GOALS, MOST_OWN_OPTIONS, Odds, OptionCase, OwnOption, Serves, Undo
from .page import SavedPage
from .pasted import PastedTerms
from .point import MOST_POINTS, Horizon, Point, Position, Side
from .private import DecisionNote, DiaryLine, Feeling, RealReason, Reflection
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
from .private import DecisionNote, DiaryLine, Feeling, GutSays, RealReason, Reflection
from .private import DecisionNote, DiaryLine, Feeling, Lean, Leaning, RealReason, Reflection
from .rate import ExchangeRate
from .reminders import Reminders
from .safe_letter import SafeKind, SafeLetter, SafeLetterVersion
from .signed import SignedTerms
from .told import Happened, Told

__all__ = [
    "CalendarFeed",
    "MOST_MUST_HAVES",
    "MOST_OWN_OPTIONS",
    "OWN_CIRCLES",
    "Bridge",
    "Circle",
    "GOALS",
    "MOST_MUST_HAVES",
    "MOST_OWN_OPTIONS",
    "MOST_POINTS",
    "MOST_THOUGHTS",
    "Closer",
    "MOST_BELIEFS",
    "MOST_MUST_HAVES",
    "MOST_OWN_OPTIONS",
    "MOST_TRUSTED",
    "PRESSURES",
    "Belief",
    "CounterOffer",
    "MOST_TERMS",
    "Ask",
    "AskedTerm",
    "Criterion",
    "Decision",
    "DecisionNote",
    "DiaryLine",
    "ExchangeRate",
    "Feeling",
    "FirstDays",
    "Gate",
    "GoneAhead",
    "Habits",
    "Happened",
    "Horizon",
    "Granted",
    "Happened",
    "Heard",
    "HowRepaid",
    "Kind",
    "GutSays",
    "Happened",
    "Helps",
    "HowAlike",
    "HowItCame",
    "HowMuch",
    "HowMuchBetter",
    "HowRepaid",
    "LaterOffer",
    "Lean",
    "Leaning",
    "LeavingCost",
    "Letter",
    "LetterVersion",
    "Letterhead",
    "MustHave",
    "MustHaveAnswer",
    "Odds",
    "OptionCase",
    "Outcome",
    "OwnOption",
    "Paper",
    "PastedTerms",
    "Point",
    "Position",
    "Pull",
    "Pleasing",
    "Pressure",
    "Rating",
    "RealReason",
    "ReasonLevel",
    "Reflection",
    "Reminders",
    "Regard",
    "RestsOn",
    "SafeKind",
    "SafeLetter",
    "SafeLetterVersion",
    "SavedPage",
    "Serves",
    "Side",
    "Sentence",
    "SignedTerms",
    "Taking",
    "Taxed",
    "Thought",
    "Told",
    "Topic",
    "Weight",
    "Undo",
    "Treated",
    "WarningSigns",
    "Trusted",
    "What",
]
