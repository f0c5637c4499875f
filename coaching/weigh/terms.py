"""What was found in the papers, as questions for somebody who knows. Never a conclusion."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from coaching.models import SignedTerms
from look.dates import day
from offers.models import Answer, Situation

from .clauses import Topic
from .papers import Paper

FOUND = {
    "signed": "I signed. Which of these terms hold before my first day, and which only after it?",
    "start_by": "My papers name a day to start by. What follows if I do not start?",
    "notice": "My papers name a notice or a set time. How early do I have to tell them, and how?",
    "final_pay": "My papers name my last pay. What may they keep back from it?",
    "repay": "My papers talk about paying money back. How much is it, is it before or after tax, "
    "and when is it due?",
    "money": "They paid me money for signing or moving. If I have to return it, how and to whom?",
    "other_work": "My papers limit other work. Does that touch the job I may take?",
    "visa": "My papers name my visa or permit. What happens to it without this job?",
    "campus": "My school has a rule about this. What does it ask of me, and who can I talk to?",
}
UNSURE = {
    "signed": "Do I have a contract, if I am not sure that I signed one?",
    "start_by": "Did I agree to a day to start by, and does it bind me?",
    "notice": "Do I have to give notice, or stay for a set time, and in what form do I tell them?",
    "final_pay": "What happens to my last pay, and to days off that I have not taken?",
    "repay": "Do I have to pay any money back if I do not start, or leave early?",
    "money": "Was any money I got meant for signing or moving?",
    "other_work": "Is there work I may not take after this?",
    "visa": "Does my visa or permit depend on this job, and whom do I have to tell?",
    "campus": "Does my school have a rule about going back on a yes, and what follows from it?",
}
# Clauses of pasted papers that ask about the same thing as a question of ours.
SAME_AS = {"repay": "repay", "notice": "notice", "compete": "other_work", "start": "start_by"}

YOU_SAID_NO = "I found none, but a line in my papers may say so."


def questions_for_adviser(
    terms: SignedTerms, papers: Iterable[Paper], topics: Sequence[Topic] = ()
) -> tuple[str, ...]:
    """One line for every “Yes” and “I don’t know”, then what only the pasted text raised.

    Each question stands once. Where the answer was no and the pasted text has a line about it,
    the line is asked about all the same.
    """
    return tuple(dict.fromkeys(_questions(terms, papers, topics)))


def _questions(
    terms: SignedTerms, papers: Iterable[Paper], topics: Sequence[Topic]
) -> Iterator[str]:
    raised = set()
    for name in (name for paper in papers for name in paper.asks):
        answer = getattr(terms, name)
        if answer in (Answer.YES, Answer.UNKNOWN):
            raised.add(name)
            yield FOUND[name] if answer == Answer.YES else UNSURE[name]
    if terms.tell_by:
        yield by_when(terms.tell_by)
    for topic in topics:
        name = SAME_AS.get(topic.clause.slug, "")
        if name in raised:
            continue
        said_no = name and getattr(terms, name) == Answer.NO
        yield f"{YOU_SAID_NO} {topic.clause.question}" if said_no else topic.clause.question


def by_when(limit: date) -> str:
    return f"I read that I have to tell them by {day(limit)}. Is that right, and who has to hear?"


@dataclass(frozen=True, kw_only=True)
class Matter:
    """Something to ask about before anyone is told. `slug` says which of the three it is."""

    slug: str
    title: str
    words: str


MONEY_BACK = Matter(
    slug="money",
    title="Money to pay back",
    words="Ask a lawyer or adviser how much, when, and before or after tax.",
)
BOUND = Matter(
    slug="bound",
    title="Notice, or a set time",
    words="Ask how early you have to tell them, and what it costs to go sooner.",
)
PERMIT = Matter(
    slug="visa",
    title="A visa or work permit",
    words="Ask your international office, or a lawyer for visas, before you tell anyone.",
)


def matters(
    terms: SignedTerms, situation: Situation, topics: Sequence[Topic] = ()
) -> tuple[Matter, ...]:
    """The three that go to somebody who knows: money to repay, notice or a set time, a visa."""
    pasted = {topic.clause.slug for topic in topics}
    met = {
        MONEY_BACK: Answer.YES in (terms.repay, terms.money) or pasted & {"repay", "penalty"},
        BOUND: terms.notice == Answer.YES or pasted & {"notice", "probation"},
        PERMIT: Answer.YES in (terms.visa, situation.visa),
    }
    return tuple(matter for matter, is_met in met.items() if is_met)
