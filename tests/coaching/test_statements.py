"""How often a page asks the database: no more than four times, and six times to save.

Four: the session, the person, the case with the row the page is about, the pages already saved.
Saving adds two: the page's version, and the row.
"""

import pytest
from django.utils import timezone

from tests.coaching.every_page import answers_to, full_cases, names_of_questions, open_page
from tests.factories import person
from tests.statements import statements

pytestmark = pytest.mark.django_db

ASK, SAVE = 4, 6
# Pages about several kinds of rows read each of them once. What they need beyond the six.
MORE = {
    "after": (1, 1),  # the decision
    # the rules of their school, the offers, and each time to answer that is known
    "answer-time": (3, 3),
    # each kind of rule once, the offers, their times, and whether it is decided
    "school": (14, 6),
    "check-in": (2, 2),  # the decision, and what was said this time
    "keep-in-touch": (1, 1),  # the decision
    "next-offer": (2, 2),  # the decision, the lines
    "next-offer-lines": (3, 4),  # the decision, the lines, the must-haves; lines are written anew
    "timing": (2, 2),  # the offers, and what was said about this one
    "belief": (1, 1),  # the sentence in this place
    "ask-answer": (4, 5),  # the offers, the decision, what was asked and its terms
    "ask-first": (4, 4),
    "ask-terms": (4, 6),  # and each term that was changed is written anew
    "basics": (1, 3),  # the offers; whether another is accepted; the order of two dates
    "bridge": (2, 2),  # the people and the ties, to number them and to lead on
    "circles": (1, 3),  # the circles so far; those that changed are written anew
    "close": (2, 2),  # the decision, and with which school it is shared; its row in the queue
    "close-delete": (1, 90),  # was it shared; deleting goes through every table of the case
    "date": (2, 3),  # the dates so far, the offers; the row in the school’s queue
    # what stands before deciding, the diary beside it, and every rule of their school
    "decide": (15, 5),
    "diary": (1, 1),  # the lines so far
    "fear": (1, 1),  # what stands on this line so far
    "flags-job": (2, 2),  # the offers, and what was said about them
    "flags-talks": (2, 2),
    "flags-you": (0, 1),  # the offers, to lead on to the next page
    "friend": (1, 0),  # the offers, which the friend’s story tells of
    "further-letter": (6, 4),  # everything that such a letter may say, and who knows
    "further-letter-words": (6, 7),  # and which version was sent
    "further-letter-you": (5, 4),
    "replacement": (1, 2),  # the decision
    # the link and its parts, what was opened and said; whose steps these are; their school's rules
    "helper": (10, 13),
    # the school, who works there and its days; what was shared, written, opened and read; each
    # switch; the queue’s row, and each kind of thing that waits for those who read now
    "share": (8, 16),
    "handover": (3, 4),  # the decision, the list so far; it is written anew, row by row
    "leaving-cost": (1, 1),  # the offers, since it depends on what the first employer paid
    "letter": (6, 4),  # everything a letter may say
    "letter-first": (4, 5),
    "letter-words": (5, 4),  # and which version was sent
    "loop-person": (3, 3),  # the people, what the first employer is called, and the decision
    "notice": (1, 3),  # the decision, which asks what they said; the letters that follow it
    "must-have": (3, 5),  # the offers, the must-haves, their answers; those are written anew
    "must-haves": (1, 5),  # what is there; then the first of them that is open, for each job
    "pay-more": (1, 1),  # the offers
    "options": (3, 1),  # the offers, which say what ways are there; one's own, and in the form
    "pay": (1, 1),  # the offers
    "outcome": (3, 3),  # the offers and one's own ways, and what was written about this one
    "outcome-cost": (3, 3),
    "outcome-leads": (3, 3),
    "people": (2, 4),  # offers, people, whether one tells them; a statement writes each person
    "points": (2, 2),  # the points so far, which are written anew; the offers, for the first day
    "rating": (3, 5),  # the offers, what was said so far, its ratings; those are written anew
    "rates": (2, 2),  # the offers and the rates, which say what there is to ask
    "paper": (1, 1),  # the offers, since the page is shown to those who may have signed
    "safe-letter": (9, 5),  # everything that such a letter may say, and its deadlines
    "safe-letter-words": (9, 8),
    "safe-letter-you": (7, 5),
    "second-yes": (3, 6),  # the offers; going on knowingly, and the letter that is begun
    "signed": (1, 1),  # the offers, since the page is shown to those who may have signed
    "start-clock": (1, 1),  # which case is the newest
    "tell-log": (4, 8),
    "tell-correct": (4, 4),
    "tell-you": (1, 4),
    "call-you": (4, 4),
    "letter-you": (4, 4),
    "conditions": (1, 1),  # the offers
    "trusted": (1, 1),  # the person in this place
    "writing": (1, 2),  # the offers; whether one tells people
}


@pytest.fixture
def ana(client):
    ana = person("ana")
    client.force_login(ana)
    return ana


def test_who_reads_along_costs_two_more(client, ana):
    """The link, and what it opens."""
    full, page = open_page(client, "pause", full_cases(ana))
    address = page.request["PATH_INFO"]
    with_helper, _ = statements(lambda: client.get(address))
    full.case.helper_links.update(ended_at=timezone.now())
    without, _ = statements(lambda: client.get(address))
    assert len(with_helper) == len(without) + 2


@pytest.mark.parametrize("name", names_of_questions())
def test_a_page_asks_the_database_a_few_times_only(client, ana, name):
    full, page = open_page(client, name, full_cases(ana))
    address = page.request["PATH_INFO"]
    if name != "helper":  # who reads along is asked only of those who have somebody
        full.case.helper_links.update(ended_at=timezone.now())
    asked, page = statements(lambda: client.get(address))
    answers = answers_to(page.context["form"], full.case)
    saved, done = statements(lambda: client.post(address, answers))
    assert done.status_code == 302, done.context["form"].errors
    more_to_ask, more_to_save = MORE.get(name, (0, 0))
    assert len(asked) <= ASK + more_to_ask, asked
    assert len(saved) <= SAVE + more_to_save, saved
