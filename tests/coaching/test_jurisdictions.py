"""Cards about the law of a place: their source and day, when they grow old, how they read."""

from datetime import date

import pytest
import time_machine

from coaching.jurisdictions import all_cards, card_from
from tests import reading

CARDS = all_cards()
PLACES = {"united-states", "us-new-york", "us-california", "united-kingdom", "canada-ontario",
          "germany", "india", "japan", "somewhere-else"}  # fmt: skip
HEADINGS = (
    "What is the law, in general?",
    "What do I read in my own papers?",
    "Who can help?",
)
FRONT = """Place: Nowhere
Order: 3
Source: The Law of Nowhere
Link: https://law.example/
Last checked: 2024-02-29
Reviewer: none

Be kind.
"""


def test_there_is_a_card_for_every_place_and_one_for_the_rest():
    assert CARDS.keys() == PLACES
    assert list(CARDS)[-1] == "somewhere-else"
    assert len({card.order for card in CARDS.values()}) == len(PLACES)


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_every_card_names_its_source_and_has_the_three_parts(card):
    assert card.source
    assert card.link.startswith("https://")
    assert card.last_checked <= date(2026, 11, 22)
    assert tuple(fold.heading for fold in card.guidance.folds) == HEADINGS


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_no_card_claims_a_lawyer_who_never_was(card):
    assert not card.is_reviewed


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_card_reads_easily(card):
    folds = (f"<h2>{fold.heading}</h2>{fold.body}" for fold in card.guidance.folds)
    markup = "\n".join([card.guidance.lead, *folds])
    longest = reading.longest_sentence(markup)
    assert reading.grade(markup) <= reading.MOST_GRADE
    assert len(longest.split()) <= 20, longest
    assert reading.banned_words(markup) == []


@pytest.mark.parametrize(
    ("today", "is_old"),
    [
        (date(2024, 2, 29), False),
        (date(2025, 2, 28), False),  # 365 days later
        (date(2025, 3, 1), True),
        (date(2030, 1, 1), True),
    ],
)
def test_a_card_grows_old_after_a_year(today, is_old):
    assert card_from("nowhere", FRONT).may_be_out_of_date(today) is is_old


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("Reviewer: none", "Reviwer: none"),
        ("Last checked: 2024-02-29", "Last checked: last spring"),
        ("Order: 3\n", ""),
        ("https://law.example/", "http://law.example/"),
    ],
)
def test_a_card_with_a_wrong_front_line_is_a_loud_mistake(line, other):
    with pytest.raises(ValueError, match="nowhere|isoformat"):
        card_from("nowhere", FRONT.replace(line, other))


def test_a_reviewer_is_named():
    card = card_from("nowhere", FRONT.replace("none", "J. Doe, lawyer in Nowhere"))
    assert card.is_reviewed


# The pages


@pytest.mark.mission("S2-9")
def test_anybody_picks_a_place_and_reads_its_card(client):
    page = client.get("/law/").content.decode()
    assert page.count('href="/law/') == len(PLACES)
    assert page.index("Not legal advice.") < page.index("Germany")
    card = client.get("/law/united-states/").content.decode()
    assert "Legal does not mean painless." in card
    assert card.index("Not legal advice.") < card.index(HEADINGS[0])
    assert "Not checked by a lawyer yet." in card
    assert "https://www.law.cornell.edu/wex/employment-at-will_doctrine" in card
    assert "Sunday, November 22, 2026" in card


@pytest.mark.parametrize("slug", sorted(PLACES))
def test_a_card_says_by_itself_that_it_may_be_out_of_date(client, slug):
    with time_machine.travel("2027-11-22"):
        assert "may be out of date" not in client.get(f"/law/{slug}/").content.decode()
    with time_machine.travel("2027-11-24"):
        assert "This may be out of date" in client.get(f"/law/{slug}/").content.decode()


def test_a_place_without_a_card_is_not_found(client):
    for slug in ("atlantis", "..", "germany.md"):
        assert client.get(f"/law/{slug}/").status_code == 404


def test_reading_a_card_leaves_nothing_behind(client):
    """It asks no database, which pytest would refuse here, and sets no cookie."""
    assert client.get("/law/japan/").status_code == 200
    assert not client.cookies
