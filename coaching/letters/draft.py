"""A letter's first wording, which the person then makes their own."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.template import engines

from look.dates import clock
from look.dates import day as weekday_and_day
from offers.names import first_name

from . import paper
from .facts import Asked, LetterFacts, Suggested
from .kinds import LetterKind
from .reason import chosen, is_own_sentence

PARAGRAPH = "¶"
LONGEST_PHRASE = 300
MOST_NAMED = 4
_OWN_SENTENCE = {"i", "i’m", "i'm", "i’d", "i'd", "my", "we", "this", "it", "there"}


def draft(kind: LetterKind, facts: LetterFacts) -> str:
    """Return the first wording: greeting and paragraphs, blank lines between them.

    Facts that are missing leave whole sentences behind. Nothing in the facts is read as template.
    """
    template = engines["letters"].get_template(kind.template)
    return paper.clean(reflow(template.render(words_of(facts))))


def reflow(rendered: str) -> str:
    """Join what the template spread over lines; only a pilcrow starts a paragraph."""
    parts = (" ".join(part.split()) for part in rendered.split(PARAGRAPH))
    return "\n\n".join(part for part in parts if part)


def words_of(facts: LetterFacts) -> dict[str, object]:
    """Everything a letter's template may print or ask about, by name."""
    reason = _phrase(facts.reason_words)
    own_sentence = is_own_sentence(reason)
    return (
        {
            "greeting": _greeting(facts),
            "tone": facts.tone,
            "role": paper.line(facts.role, LONGEST_PHRASE),
            "accepted_on": _day(facts.accepted_on, facts.written_on),
            "accepted_in_another_year": _in_another_year(facts.accepted_on, facts.written_on),
            "starts_on": _day(facts.due_to_start, facts.written_on),
            "last_day": _day(facts.last_day, facts.written_on),
            "handed_over": _list(facts.handed_over),
            "outcome": facts.call.outcome if facts.call else "",
            "called": _recent_day(facts.call.day, facts.written_on) if facts.call else "",
            "level": facts.reason,
            "chosen": "" if own_sentence else chosen(reason),
            "reason_sentence": _sentence(reason) if own_sentence else "",
            "liked": _liked(facts.liked),
            "offers": facts.offers,
            "return_by": _day(facts.return_by, facts.written_on),
            "with_thanks": facts.with_thanks,
            "with_apology": facts.with_apology,
        }
        | _words_before(facts)
        | _words_after(facts)
    )


def _words_before(facts: LetterFacts) -> dict[str, object]:
    """What only the letters draw on that may leave before a decision."""
    return {
        "standing": facts.standing,
        "asks": " ".join(question_of(one) for one in facts.asks),
        "ask_count": len(facts.asks),
        "only_pay": facts.only_pay,
        "why": _sentence(facts.why),
        "has_offer_elsewhere": facts.has_offer_elsewhere,
        "guideline": _sentence(facts.guideline),
        "terms": _in_a_row([_phrase(term) for term in facts.terms]),
        "by_at": _moment(facts),
        "by_day": weekday_and_day(facts.by_day, facts.written_on) if facts.by_day else "",
    }


def _words_after(facts: LetterFacts) -> dict[str, object]:
    """What the letters draw on that go to others than who hires, or come later."""
    one = facts.suggested
    return {
        "employer": paper.line(facts.employer, LONGEST_PHRASE),
        "told": _told(facts),
        "told_any": bool(facts.told),
        "is_agency": facts.is_agency,
        "is_campus": facts.is_campus,
        "policy_asks": _in_a_row([_phrase(one) for one in facts.policy_asks[:MOST_NAMED]]),
        "phone": facts.sender.phone,
        "by": _day(facts.by_day, facts.written_on),
        "names_notice": facts.names_notice,
        "has_signed": facts.has_signed,
        "way": facts.way,
        "amount": _phrase(facts.amount),
        "named": _phrase(one.name) if one else "",
        "named_in_letter": one is not None and one.in_letter,
        "reach": _phrase(one.reach) if one else "",
        "named_short": _phrase(first_name(one.name)) if one else "",
        "why_them": _why_them(one) if one else "",
    }


def _why_them(one: Suggested) -> str:
    """Return "Sam has done this work for years." of "has done this work for years"."""
    why = _phrase(one.why)
    start = why.split(" ")[0].casefold() if why else ""
    if not why or start in _WHO or start in one.name.casefold().split():
        return _sentence(why)
    return _sentence(f"{first_name(one.name)} {why[0].lower()}{why[1:]}")


_WHO = {"i", "i’ve", "i've", "we", "they", "she", "he", "it", "this", "my"}


def _greeting(facts: LetterFacts) -> str:
    to = facts.recipient
    return to.formal_greeting if facts.tone == "formal" else to.greeting


def _told(facts: LetterFacts) -> str:
    """Return "Dana Reyes today and Kim Lee on Monday"."""
    told = [f"{_phrase(one.name)} {_recent_day(one.day, facts.written_on)}" for one in facts.told]
    return _in_a_row(told)


ASKS = {
    "pay": "the pay",
    "start": "the start date",
    "place": "the place of work",
    "title": "the job title",
}


def question_of(one: Asked) -> str:
    """One exact question: “Could the pay be $74,000 a year, instead of $68,000?”"""
    wanted, now = _phrase(one.wanted), _phrase(one.now)
    if one.what == "other":
        return f"Could we agree on {wanted}?" + (f" Now it is {now}." if now else "")
    return f"Could {ASKS[one.what]} be {wanted}{f', instead of {now}' if now else ''}?"


def _in_a_row(phrases: list[str]) -> str:
    """Return "one", "one and two", "one, two, and three": phrases may hold commas."""
    if len(phrases) < 3:
        return " and ".join(phrases)
    return f"{', '.join(phrases[:-1])}, and {phrases[-1]}"


def _moment(facts: LetterFacts) -> str:
    """Return "Thursday, December 4, at 10am", as the sender's clock shows it."""
    if facts.by_at is None:
        return ""
    return (
        f"{weekday_and_day(facts.by_at.date(), facts.written_on)}, at {clock(facts.by_at.time())}"
    )


def _list(things: Sequence[str]) -> str:
    """Return "the rota, the stock list and my other open work"; a letter names four at most."""
    named = [_in_a_sentence(thing) for thing in things[:MOST_NAMED]]
    if len(things) > MOST_NAMED:
        named.append("my other open work")
    *first, last = named or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _day(day: date | None, written_on: date) -> str:
    """Return "November 18", or "November 18, 2024" when the letter is of another year."""
    if day is None:
        return ""
    year = f", {day.year}" if _in_another_year(day, written_on) else ""
    return f"{day:%B} {day.day}{year}"


def _in_another_year(day: date | None, written_on: date) -> bool:
    return day is not None and day.year != written_on.year


def _recent_day(day: date, written_on: date) -> str:
    """Return "today", "yesterday", "on Monday" within the week, else "on November 18"."""
    ago = written_on - day
    if ago == timedelta(0):
        return "today"
    if ago == timedelta(days=1):
        return "yesterday"
    if timedelta(0) < ago < timedelta(days=7):
        return f"on {day:%A}"
    return f"on {_day(day, written_on)}"


def _phrase(words: str) -> str:
    """Return the words without the full stop that would end the sentence they go into."""
    return paper.line(words, LONGEST_PHRASE).rstrip(" .,;:")


def _in_a_sentence(words: str) -> str:
    """Return "the rota" of "The rota", as it stands inside a sentence; a name stays as it is."""
    first, space, rest = _phrase(words).partition(" ")
    return f"{first.lower() if first.lower() in _SMALL else first}{space}{rest}"


_SMALL = {"the", "a", "an", "my", "our", "all", "your", "this"}


def _sentence(words: str) -> str:
    words = paper.line(words, LONGEST_PHRASE)
    if not words:
        return ""
    ended = words if words[-1] in '.?!…”"' else f"{words.rstrip(' ,;:')}."
    return ended[0].upper() + ended[1:]


def _liked(words: str) -> str:
    """Return the true thing as a sentence; a fragment ("your openness") is led in."""
    phrase = _phrase(words)
    if not phrase:
        return ""
    first = phrase.split(" ")[0].casefold()
    fragment = phrase[0].islower() and first not in _OWN_SENTENCE
    return f"I valued {phrase}." if fragment else _sentence(words)
