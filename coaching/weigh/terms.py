"""What was found in the papers, as questions for somebody who knows. Never a conclusion."""

from collections.abc import Iterator
from datetime import date

from coaching.models import SignedTerms
from look.dates import day
from offers.models import Answer

FOUND = {
    "repay": "My papers talk about paying money back. How much is it, is it before or after tax, "
    "and when is it due?",
    "notice": "My papers name a notice. How early do I have to tell them, and how?",
    "other_work": "My papers limit other work. Does that touch the job I may take?",
    "start_by": "My papers name a day to start by. What follows if I do not start?",
}
UNSURE = {
    "repay": "Do I have to pay any money back if I do not start, or leave early?",
    "notice": "Do I have to give notice, and in what form?",
    "other_work": "Is there work I may not take after this?",
    "start_by": "Did I agree to a day to start by, and does it bind me?",
}


def questions_for_adviser(terms: SignedTerms) -> tuple[str, ...]:
    """One line for every “Yes” and every “I don’t know”, in the order they were asked."""
    return tuple(_questions(terms))


def _questions(terms: SignedTerms) -> Iterator[str]:
    for name in SignedTerms.QUESTIONS:
        answer = getattr(terms, name)
        if answer == Answer.YES:
            yield FOUND[name]
        elif answer == Answer.UNKNOWN:
            yield UNSURE[name]
    if terms.tell_by:
        yield by_when(terms.tell_by)


def by_when(limit: date) -> str:
    return f"I read that I have to tell them by {day(limit)}. Is that right, and who has to hear?"
