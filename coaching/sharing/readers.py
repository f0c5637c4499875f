"""Who reads what, beside the person, in the words of the mark on each page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils import timezone

from coaching.journey.parts import name_of
from coaching.journey.sections import may_be_read
from coaching.journey.step import Step
from coaching.models import HelperLink, Sharing
from offers.models import Case

from .current import open_sections, reader

MARKS = ("N", "O", "B")


@dataclass(frozen=True, kw_only=True)
class Readers:
    """Their career centre and their helper, as the person calls them; empty where there is none."""

    staff: str = ""
    sections: frozenset[str] = frozenset()
    helper: str = ""
    parts: frozenset[str] = frozenset()

    def of(self, step: Step | None) -> Mapping[str, str]:
        """What the mark of a page of this step says, by mark: “Mo can see this”.

        Beside the journey, such as on the hub, it says that there are parts that they can see. No
        mark is in the answer where it is as ever: the person alone.
        """
        if step is None:
            names = _joined([name for name in (self.staff, self.helper) if name])
            return dict.fromkeys("OB", f"{names} can see parts of your case") if names else {}
        found = {mark: self.who(step, mark) for mark in MARKS}
        return {mark: f"{names} can see this" for mark, names in found.items() if names}

    def of_name_and_address(self, step: Step) -> Mapping[str, str]:
        """The same for what heads their letters: staff read who wrote one, and no address."""
        if not (self.staff and may_be_read(step, "O", self.sections)):
            return self.of(step)
        words = f"{self.staff} can see your name, not your address"
        has_helper = self.helper and name_of(step, is_private=False) in self.parts
        return {"O": f"{words}. {self.helper} can see both" if has_helper else words}

    def who(self, step: Step, mark: str) -> str:
        """Their names, for a page of this step with this mark; empty where there is nobody."""
        return _joined(list(self._readers_of(step, mark)))

    def _readers_of(self, step: Step, mark: str) -> Iterator[str]:
        if self.staff and may_be_read(step, mark, self.sections):
            yield self.staff
        if self.helper and name_of(step, is_private=mark == "N") in self.parts:
            yield self.helper


def readers(sharing: Sharing | None, link: HelperLink | None) -> Readers:
    """Those of a sharing that is on, and of a link that is open."""
    return Readers(
        staff=reader(sharing) if sharing else "",
        sections=frozenset(open_sections(sharing)) if sharing else frozenset(),
        helper=str(link) if link else "",
        parts=frozenset(row.part for row in link.parts.all()) if link else frozenset(),
    )


def open_link(case: Case) -> HelperLink | None:
    """By which one trusted person reads along now."""
    links = HelperLink.objects.filter(case=case).open_at(timezone.now())
    return links.prefetch_related("parts").first()


def _joined(names: list[str]) -> str:
    return " and ".join(names)
