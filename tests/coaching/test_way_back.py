"""The link back says where it leads."""

import re

import pytest

from tests.coaching.ana import Ana
from tests.factories import accepted_offer, other_offer

pytestmark = pytest.mark.django_db


def way_back(page: str) -> tuple[str, str]:
    link = re.search(r'<a class="back" href="([^"]+)">(.*?)</a>', page)
    return link[1], re.sub("<[^>]+>", "", link[2]).strip()


@pytest.mark.parametrize("name", ["pause", "offers", "situation", "why", "options", "best-worst"])
def test_a_step_leads_back_to_the_steps(client, name):
    ana = Ana(client)
    assert way_back(ana.reads(name)) == (ana.url("hub"), "Back to your steps")


def test_step_two_leads_back_to_step_one(client):
    ana = Ana(client)
    assert way_back(ana.reads("date")) == (ana.url("pause"), "Back to “Take a breath”")


@pytest.mark.parametrize(
    ("name", "about", "to", "words"),
    [
        ("pay", [1], "offers", "Back to your offers"),
        ("outcome", ["keep"], "best-worst", "Back to your options"),
        ("options-summary", [], "best-worst", "Back to your options"),
        ("ask-again", [], "options", "Back to your options"),
        ("points", ["out"], "for-and-against", "Back to both ways"),
        ("question", ["friend"], "questions", "Back to your questions"),
        ("writing", [2], "hub", "Back to your steps"),
        ("close-delete", [], "close", "Back to closing your case"),
    ],
)
def test_a_page_within_a_step_leads_back_to_it(client, name, about, to, words):
    ana = Ana(client)
    accepted_offer(ana.case)
    other_offer(ana.case)
    assert way_back(ana.reads(name, *about)) == (ana.url(to), words)
