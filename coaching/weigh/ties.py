"""The ties around somebody that a decision may touch, and how much each matters (S1-17). Pure."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from coaching.models import OWN_CIRCLES, Bridge, Circle, Taking, Weight
from offers.models import OF_AN_OFFER, Answer, Contact, OfferKind, Role, School, Situation

from .circle import PATHS, Spot, layout
from .reasons import in_a_row

IN_THE_FIELD = (Circle.FIELD, Circle.REFERRER, Circle.AGENCY)
LETTERS = "ABCDEF"
RAISED = {"": "", Weight.LOW: Weight.SOME, Weight.SOME: Weight.LOT, Weight.LOT: Weight.LOT}


def raised(weight: str, *, is_in_field: bool, close_knit: bool) -> str:
    """One step more, where what one hears the others hear too (S1-18, S4-1)."""
    return RAISED[weight] if is_in_field and close_knit else weight


@dataclass(frozen=True, kw_only=True)
class Tie:
    """One person or circle. `mark` is its number or letter in the picture."""

    key: str
    mark: str
    name: str
    about: str
    is_in_field: bool
    close_knit: bool
    bridge: Bridge
    contact: Contact | None = None

    @property
    def circle(self) -> str:
        return self.bridge.circle

    @property
    def weight(self) -> str:
        return raised(self.bridge.weight, is_in_field=self.is_in_field, close_knit=self.close_knit)

    @property
    def is_raised(self) -> bool:
        return self.weight != self.bridge.weight

    @property
    def is_weighed(self) -> bool:
        return bool(self.bridge.weight)

    @property
    def weight_in_words(self) -> str:
        return f"Matters {Weight(self.weight).label.lower()}" if self.weight else "Not weighed yet"

    @property
    def path(self) -> str:
        return PATHS[self.weight]

    @property
    def taking_in_words(self) -> str:
        if self.bridge.taking == Taking.UNKNOWN:
            return "You do not know how they may take it"
        return str(Taking(self.bridge.taking).label) if self.bridge.taking else ""

    @property
    def may_end(self) -> bool:
        return self.bridge.taking == Taking.LASTING


@dataclass(frozen=True, kw_only=True)
class Ties:
    """Everybody around the person, people first."""

    people: tuple[Tie, ...]
    circles: tuple[Tie, ...]

    @cached_property
    def all(self) -> tuple[Tie, ...]:
        return (*self.people, *self.circles)

    @property
    def close_knit(self) -> bool:
        return any(tie.close_knit for tie in self.circles)

    @property
    def is_any_weighed(self) -> bool:
        return any(tie.is_weighed for tie in self.all)

    @property
    def is_any_raised(self) -> bool:
        return any(tie.is_raised for tie in self.all)

    @property
    def spots(self) -> list[tuple[Tie, Spot]]:
        spots = layout([tie.weight for tie in self.all])
        return list(zip(self.all, spots, strict=True))

    @property
    def sentence(self) -> str:
        """What the picture shows, for somebody who cannot see it."""
        people, circles = len(self.people), len(self.circles)
        counts = [(self._count(weight), f"matters {weight.label.lower()}") for weight in LOUDEST]
        counts.append((self._count(""), "is not weighed yet"))
        counts.append((sum(tie.may_end for tie in self.all), "may end"))
        around = f"You are in the middle, with {_many(people, 'person', 'people')} and "
        said = [f"{_many(count, 'tie', 'ties')} {_verb(what, count)}." for count, what in counts]
        told = [words for (count, _), words in zip(counts, said, strict=True) if count]
        return " ".join([f"{around}{_many(circles, 'circle', 'circles')} around you.", *told])

    @property
    def in_your_case(self) -> str:
        """What stands out among the ties weighed so far; never what to do about it."""
        if not self.is_any_weighed:
            return "In your case, nothing is weighed yet."
        hard = [tie.name for tie in self.all if tie.may_end and tie.weight == Weight.LOT]
        if not hard:
            return "In your case, no tie that you weighed both matters a lot and may end."
        many = _many(len(hard), "tie matters", "ties matter")
        return f"In your case, {many} a lot and may end: {in_a_row(hard)}."

    def _count(self, weight: str) -> int:
        return sum(tie.weight == weight for tie in self.all)


LOUDEST = (Weight.LOT, Weight.SOME, Weight.LOW)


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _verb(words: str, count: int) -> str:
    """ "matters a lot" of one tie, "matter a lot" of two."""
    if count == 1:
        return words
    return words.replace("matters", "matter").replace("is not", "are not")


def ties(contacts: Iterable[Contact], situation: Situation, bridges: Sequence[Bridge]) -> Ties:
    """A tie for each contact with a name, and for each circle that the answers speak of."""
    named = [contact for contact in contacts if contact.name and contact.role != Role.SCHOOL]
    of_person = {bridge.contact_id: bridge for bridge in bridges if bridge.contact_id}
    of_circle = {bridge.circle: bridge for bridge in bridges if bridge.circle}
    field = of_circle.get(Circle.FIELD)
    close_knit = field is not None and field.close_knit == Answer.YES
    case = situation.case
    people = tuple(
        Tie(
            key=contact.key,
            mark=str(number),
            name=contact.name,
            about=about(contact),
            is_in_field=contact.role in OF_AN_OFFER,
            close_knit=close_knit,
            bridge=of_person.get(contact.pk) or Bridge(case=case, contact=contact),
            contact=contact,
        )
        for number, contact in enumerate(named, 1)
    )
    found = [circle for circle in Circle if applies(circle, situation, named, of_circle)]
    circles = tuple(
        Tie(
            key=circle.value,
            mark=letter,
            name=str(of_circle.get(circle) or circle.label),
            about="",
            is_in_field=circle in IN_THE_FIELD,
            close_knit=close_knit,
            bridge=of_circle.get(circle) or Bridge(case=case, circle=circle),
        )
        for letter, circle in zip(LETTERS, found, strict=False)
    )
    return Ties(people=people, circles=circles)


def about(contact: Contact) -> str:
    """ "Hiring manager, Bluebird"; a recruiter may be of an agency."""
    role = str(Role(contact.role).label)
    return f"{role}, {contact.works_for}" if contact.works_for else role


def applies(
    circle: Circle, situation: Situation, people: Sequence[Contact], stored: Collection[str]
) -> bool:
    """Everybody has a field. The other circles come with an answer, or with somebody named."""
    if circle == Circle.FIELD:
        return True
    if circle in OWN_CIRCLES:
        return circle in stored
    if circle == Circle.AGENCY:
        return situation.agency == Answer.YES
    if circle == Circle.CAMPUS:
        return situation.school == School.STUDENT or situation.campus == Answer.YES
    named = any(one.role == Role.REFERRER and is_first(one) for one in people)
    return named or situation.referred == Answer.YES


def is_first(contact: Contact) -> bool:
    """Of the employer they said yes to."""
    return contact.offer is not None and contact.offer.kind == OfferKind.ACCEPTED
