"""From what somebody answered to lines for their next offer (S2-22, S1-24). Pure.

Each line rests on one answer, and says which. The last three are for everybody: they are how one
keeps offers from crossing (S4-19, S4-20).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

MOST_NEEDS = 2
LONGEST = 120

LESSONS = {
    "led_pushed": "If they push me, I ask for a day and a time to answer.",
    "led_dates": "I ask each employer when an offer comes.",
    "led_unread": "I read all of the offer before I say yes.",
    "led_unasked": "I write down each question, and ask it before I say yes.",
    "led_pay": "I ask for the pay I need, even if my voice shakes.",
    "led_promise": "I get each promise on paper.",
    "led_counter": "Before I take a counter-offer, I ask what made me look, and sleep on it.",
    "led_polite": "I may say no. “Let me think about it” is a whole answer.",
    "led_fear": "I do not say yes out of fear that no other offer comes.",
    "led_changed": "I keep a little room for what nobody can know.",
}
MISSED = "I write down each sign that bothers me, and ask about it."
RUSHED = "I sleep on it at least once before I answer."
FOR_ALL = (
    "I find out when each offer comes and how long it is good for.",
    "I tell each of them by when I can answer.",
    "I try to have all offers on the table before I say yes to one.",
)


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """One line, and the answer that it came from; empty for the lines that are for everybody."""

    words: str
    because: str = ""


def lessons(
    led: Sequence[str],
    words_of: dict[str, str],
    *,
    missed_sign: bool,
    rushed: bool,
    needs: Sequence[str] = (),
    most: int,
) -> list[Lesson]:
    """At most `most` lines, no two alike: their own answers first, then those for everybody."""
    found = dict.fromkeys(_own(led, words_of, missed_sign, rushed, needs))
    everybody = [Lesson(words=words) for words in FOR_ALL]
    return [*list(found)[: most - len(everybody)], *everybody]


def _own(
    led: Sequence[str],
    words_of: dict[str, str],
    missed_sign: bool,
    rushed: bool,
    needs: Sequence[str],
) -> Iterator[Lesson]:
    if missed_sign:
        yield Lesson(words=MISSED, because="You saw a sign, and looked away")
    if rushed:
        yield Lesson(words=RUSHED, because="You were rushed")
    for name in led:
        yield Lesson(words=LESSONS[name], because=words_of[name])
    for need in needs[:MOST_NEEDS]:
        words = f"I ask about this first: {need}"
        if len(words) <= LONGEST:
            yield Lesson(words=words, because="You can’t give it up")


def new_since(found: Sequence[Lesson], kept: Collection[str]) -> list[Lesson]:
    """Lines that later answers brought, and that are not on the list yet."""
    return [lesson for lesson in found if lesson.words not in kept]
