"""Checks of the letters about a home and a move that hang on the job."""

from .check import Rule, says
from .checks import (
    no_blame,
    no_gap,
    no_hedging,
    no_invented_reason,
    no_other_address,
    no_other_employer,
    says_no_to_the_job,
    short,
    thanks,
)
from .later_checks import admits_nothing, asks_for_writing, asks_them, no_demand

asks_to_stop = says(
    "stop",
    r"stop|pause|hold|cancel\w*|book no\w*",
    yes="Asks them to stop",
    no="Does not ask them to stop",
)

TO_LANDLORD: tuple[Rule, ...] = (
    no_gap,
    asks_them,
    asks_for_writing,
    thanks,
    admits_nothing,
    no_demand,
    no_other_employer,
    no_invented_reason,
    no_blame,
    short,
)
TO_RELOCATION: tuple[Rule, ...] = (
    no_gap,
    says_no_to_the_job,
    asks_to_stop,
    asks_for_writing,
    thanks,
    admits_nothing,
    no_other_employer,
    no_invented_reason,
    no_other_address,
    no_blame,
    no_hedging,
    short,
)
