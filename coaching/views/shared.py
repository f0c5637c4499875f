"""What a career centre reads of a case, part by part: for staff, and to look at before sharing."""

from collections.abc import Collection
from dataclasses import dataclass

from coaching.journey.facts import Facts
from coaching.journey.sections import BASIC, OPENED
from coaching.models import Section

from .answers import Answered
from .printed import answered
from .you import YouView

# Safety rule 4: of what is marked N nothing is here, whatever is switched on.
BASIC_MARK, OPEN_MARK = "B", "O"


@dataclass(frozen=True, kw_only=True)
class SharedPart:
    """One switch with the answered pages that it opens; without a section, the basic facts."""

    section: Section | None
    pages: tuple[Answered, ...]

    @property
    def title(self) -> str:
        return str(self.section.label) if self.section else "Basic facts"

    @property
    def anchor(self) -> str:
        return f"part-{self.section or 'basic'}"


def shared_pages(facts: Facts, sections: Collection[str]) -> list[SharedPart]:
    """The basic facts, then every section of `sections`, in the order of the switches.

    A part with nothing written in it yet is there too, and empty: what it opens is still open.
    """
    opened = [section for section in Section if section in sections]
    wanted = {*BASIC, *(step for section in opened for step in OPENED[section])}
    found = answered(facts, wanted, (BASIC_MARK, OPEN_MARK))
    pages = [page for page in found if page.title != YouView.title]  # where one lives is no help
    basic = tuple(page for page in pages if page.privacy == BASIC_MARK and page.step in BASIC)
    return [
        SharedPart(section=None, pages=basic),
        *(SharedPart(section=section, pages=_of(section, pages)) for section in opened),
    ]


def _of(section: Section, pages: list[Answered]) -> tuple[Answered, ...]:
    steps = OPENED[section]
    return tuple(page for page in pages if page.step in steps and page.privacy == OPEN_MARK)
