"""Advice the mission asks for, and the page where a person meets it."""

import pytest

from coaching.guidance import guidance_for
from tests import reading

ADVICE = [
    ("S0-3", "pause", "like a nervous wreck"),
    ("S0-7", "ask-again", "They may say that it is gone"),
    ("S0-8", "decide-done-out", "do not hold it against you"),
    ("S0-9", "pause", "But they are not you"),
    ("S0-14", "decide-check", "After that, quick is kind"),
    ("S0-15", "decide-check", "The sooner they know, the sooner they can look for someone else"),
    ("S0-16", "tell", "The letter comes after"),
    ("S0-18", "options", "leave within a year"),
    ("S0-19", "tell", "That is the one way we do not help with"),
    ("S0-20", "pay", "give the first job a chance to change its offer"),
    ("S0-21", "pay", "If they matched it, would I still want this job?"),
    ("S0-22", "decide-done-ask", "If you can’t, I understand"),
    ("S1-1", "pause", "This job may take 40 hours or more of your week"),
    ("S1-11", "options", "The worst case is often smaller on paper"),
    ("S1-13", "people", "No one at the first job needs to know that you are unsure"),
    ("S1-14", "people", "Is there a way to know by then?"),
    ("S1-15", "people", "Do you know yet when you will decide?"),
    ("S1-16", "in-writing", "before you let go of the first"),
    ("S1-17", "decide-done-out", "Part of that is out of your hands"),
    ("S1-19", "people", "They put their name next to yours"),
    ("S1-20", "tell", "Not showing up on day one is the worst of all"),
    ("S1-21", "questions", "An employer may also take back an offer"),
    ("S1-23", "why", "each calls for a different next step"),
    ("S1-24", "close", "Read the whole offer before you say yes"),
    ("S1-27", "pause", "guilty, or ashamed"),
    ("S1-28", "tell", "The letter comes after, and makes it official"),
    (
        "S1-29",
        "notice",
        "Two weeks is common in many places. If your contract names more, offer that",
    ),
    ("S1-30", "decide", "we will never make it for you"),
    ("S1-31", "in-writing", "write an offer only after you agree on pay and a start day"),
    ("S2-3", "options", "They may not hire you again"),
    ("S2-8", "tell-done", "Update your résumé"),
    ("S2-9", "situation", "Legal does not mean painless"),
    ("S2-10", "decide-done-out", "They put time and money into this"),
    ("S2-11", "options", "In rare cases an employer has told the new one"),
    ("S2-15", "letter", "Short, kind and clear"),
    ("S2-17", "decide-done-out", "Say it in a calm and steady voice"),
    ("S2-19", "letter", "Offer to help with the change"),
    ("S2-23", "situation", "fewer jobs and internships"),
    ("S2-24", "situation", "Your career center can explain them before you decide"),
    ("S3-1", "offers", "it is not the end of the race"),
    ("S3-3", "options", "A poor fit can wear you down"),
    ("S3-18", "why", "Trust what they did more than what they said"),
    ("S3-19", "offers", "An offer invites you in"),
    ("S3-24", "offers", "Leaving with nothing lined up is a full choice"),
    ("S3-25", "diary", "Waiting is a real step, and it is allowed"),
    ("S4-1", "people", "What you do may be talked about"),
    ("S4-2", "offers", "It is fine to look at a second job"),
    ("S4-3", "notice", "In the first days little is invested yet"),
    ("S4-3", "decide.started", "In the first days they have put little into you yet"),
    ("S4-2", "decide.started", "second job that comes along, even after you start"),
    ("S2-8", "decide-done-out.not-accepted", "Update your résumé"),
    ("S2-8", "decide-done-out.started", "Update your résumé"),
    ("S4-19", "close.not-accepted", "when an offer would come, and when it would end"),
    ("S4-20", "close.not-accepted", "wait until all offers are on the table"),
    ("S4-4", "why", "Could I give it my all?"),
    ("S4-6", "situation", "A signed deal can be hard to undo"),
    ("S4-7", "options", "It is why this choice comes first"),
    ("S4-12", "decide-done-out", "Every day you wait is a day they can’t look"),
    ("S4-14", "letter", "If you know someone good for the job"),
    ("S4-15", "letter", "Small kind acts"),
    ("S4-16", "tell", "Ask who will tell the employer, them or you"),
    ("S4-17", "tell", "An e-mail on its own can feel cold"),
    ("S4-18", "call", "You can say it was a hard choice"),
    ("S4-19", "close", "Ask when offers will come, and when they end"),
    ("S4-20", "close", "wait until all offers are on the table"),
    ("S4-21", "call", "You changed a plan that they counted on"),
]


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        pytest.param(slug, words, marks=pytest.mark.mission(line), id=f"{line} {slug}")
        for line, slug, words in ADVICE
    ],
)
def test_the_advice_is_beside_its_question(slug, words):
    guidance = guidance_for(slug)
    parts = [f"<h2>{fold.heading}</h2>{fold.body}" for fold in guidance.folds]
    assert words in reading.words_of("\n".join([guidance.lead, *parts]))
