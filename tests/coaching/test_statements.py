"""How often a page asks the database: no more than four times, and six times to save.

Four: the session, the person, the case with the row the page is about, the pages already saved.
Saving adds two: the page's version, and the row.
"""

import pytest

from tests.coaching.every_page import answers_to, full_cases, names_of_questions, open_page
from tests.factories import person
from tests.statements import statements

pytestmark = pytest.mark.django_db

ASK, SAVE = 4, 6
# Pages about several kinds of rows read each of them once. What they need beyond the six.
MORE = {
    "basics": (1, 3),  # the offers; whether another is accepted; the order of two dates
    "close": (1, 0),  # the decision
    "close-delete": (0, 40),  # deleting goes through every table of the case
    "date": (2, 2),  # the dates so far, the offers
    "decide": (5, 4),  # what stands before deciding, and the diary beside it
    "diary": (1, 1),  # the lines so far
    "handover": (3, 4),  # the decision, the list so far; it is written anew, row by row
    "leaving-cost": (1, 1),  # the offers, since it depends on what the first employer paid
    "letter": (6, 4),  # everything a letter may say
    "letter-first": (4, 5),
    "letter-words": (4, 4),
    "notice": (1, 3),  # the decision, which asks what they said; the letters that follow it
    "must-have": (3, 5),  # the offers, the must-haves, their answers; those are written anew
    "must-haves": (1, 5),  # what is there; then the first of them that is open, for each job
    "options": (1, 1),  # the options so far
    "pay": (1, 1),  # the offers
    "outcome": (2, 2),  # the options so far, and what was written about this one
    "people": (2, 4),  # offers, people, whether one tells them; a statement writes each person
    "rating": (3, 5),  # the offers, what was said so far, its ratings; those are written anew
    "rates": (2, 2),  # the offers and the rates, which say what there is to ask
    "signed": (1, 1),  # the offers, since the page is shown to those who may have signed
    "start-clock": (1, 1),  # which case is the newest
    "tell-log": (4, 5),
    "tell-you": (1, 4),
    "call-you": (4, 4),
    "letter-you": (4, 4),
    "writing": (1, 2),  # the offers; whether one tells people
}


@pytest.fixture
def ana(client):
    ana = person("ana")
    client.force_login(ana)
    return ana


@pytest.mark.parametrize("name", names_of_questions())
def test_a_page_asks_the_database_a_few_times_only(client, ana, name):
    full, page = open_page(client, name, full_cases(ana))
    address = page.request["PATH_INFO"]
    asked, page = statements(lambda: client.get(address))
    answers = answers_to(page.context["form"], full.case)
    saved, done = statements(lambda: client.post(address, answers))
    assert done.status_code == 302, done.context["form"].errors
    more_to_ask, more_to_save = MORE.get(name, (0, 0))
    assert len(asked) <= ASK + more_to_ask, asked
    assert len(saved) <= SAVE + more_to_save, saved
