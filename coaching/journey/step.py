from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from .facts import Facts


class Status(StrEnum):
    NOT_STARTED = "Not started"
    IN_PROGRESS = "In progress"
    DONE = "Done"
    READY = "Ready"
    OPTIONAL = "Optional"
    NOT_YET = "Not yet"
    CHECK = "Check this"
    OPENS = "Opens"


def by_saved_page(step: "Step", facts: Facts) -> Status:
    """Done once its page is saved whole; in progress once it is saved with questions open."""
    page = facts.pages.get(step.slug)
    if page is None:
        return Status.OPTIONAL if step.is_optional else Status.NOT_STARTED
    return Status.DONE if page.is_finished else Status.IN_PROGRESS


def nothing(facts: Facts) -> str:
    return ""


def always(facts: Facts) -> bool:
    return True


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a step is called, and what it is for, at one stage."""

    title: str
    purpose: str


@dataclass(frozen=True, kw_only=True)
class Step:
    """One task of the journey. It describes; views act.

    `shut` says why the door is closed, in the house's words; empty means open.
    """

    slug: str
    title: str
    purpose: str
    minutes: int
    applies: Callable[[Facts], bool] = always
    status: Callable[["Step", Facts], Status] = by_saved_page
    shut: Callable[[Facts], str] = nothing
    hint: Callable[[Facts], str] = nothing
    is_optional: bool = False
    # Where a stage has words of its own for it.
    by_stage: Mapping[str, Words] = field(default_factory=dict, compare=False)

    def at(self, stage: str) -> "Step":
        """This step in the words of a stage."""
        words = self.by_stage.get(stage)
        return replace(self, title=words.title, purpose=words.purpose) if words else self

    @property
    def url_name(self) -> str:
        return f"coaching:{self.slug}"

    @property
    def in_a_sentence(self) -> str:
        return self.title[0].lower() + self.title[1:]


@dataclass(frozen=True, kw_only=True)
class Section:
    title: str
    steps: tuple[Step, ...]
    # Its steps follow one another, so each page says which of how many it is.
    is_a_line: bool = False
