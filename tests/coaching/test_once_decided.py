"""What comes next, in words that fit what was decided and where the person stood."""

from datetime import date

import pytest

from coaching.journey.facts import Facts
from coaching.models import Outcome
from coaching.telling.yes_words import yes_words
from offers.models import Pay

from .leaving import bluebird, leaving, owner_of, page, url

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("stage", "outcome", "heading"),
    [
        ("not-accepted", Outcome.KEEP, "You decided to say yes"),
        ("not-accepted", Outcome.OUT, "You have decided"),
        ("accepted", Outcome.KEEP, "You kept your word, with open eyes"),
        ("not-accepted", Outcome.ASK, "Now ask"),
        ("accepted", Outcome.OUT, "You have decided"),
        ("accepted", Outcome.ASK, "Now ask"),
        ("started", Outcome.ASK, "Now ask"),
        ("started", Outcome.KEEP, "You kept your word, with open eyes"),
        ("started", Outcome.OUT, "You have decided"),
    ],
)
def test_the_title_says_what_the_heading_says(stage, outcome, heading):
    case = leaving(stage=stage, outcome=outcome)
    text = page(owner_of(case).get(url("decide-done", case)))
    assert f"<h1>{heading}</h1>" in text
    assert f"<title>{heading} – " in text


def next_page(stage: str, outcome: str) -> str:
    case = leaving(stage=stage, outcome=outcome)
    return page(owner_of(case).get(url("decide-done", case)))


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("not-accepted", "Thank you again for the offer"),
        ("accepted", "I am looking forward to starting. Before I do"),
        ("started", "I am glad to be on the team"),
    ],
)
def test_the_words_to_ask_fit_where_the_person_stands(stage, words):
    text = next_page(stage, Outcome.ASK)
    assert words in text
    assert (
        text.count("Could we talk about one or two points?")
        + text.count("could we talk about one or two points?")
        == 1
    )


def test_who_decided_to_say_yes_gets_words_to_accept_with_and_has_told_nobody_yet():
    text = next_page("not-accepted", Outcome.KEEP)
    assert "I am glad to say yes to it" in text
    assert "Could you send me the signed letter?" in text
    assert "Nobody has been told yet" in text
    assert "change your decision</a> until you tell someone" in text


def test_the_words_to_accept_hold_what_is_known_and_a_blank_for_the_rest():
    case = leaving(stage="not-accepted", outcome="")
    offer = bluebird(case)
    yes = yes_words(Facts(case), offer)
    assert (yes["name"], yes["title"], yes["me"]) == ("Dana", "Data Analyst", "Ana Okafor")
    assert (yes["day"], yes["amount"], yes["place"]) == ("[day]", "[amount]", "[place]")
    Pay.objects.create(offer=offer, base=74000, per="year")
    offer.starts_on, offer.place = date(2099, 5, 4), "Columbus"
    yes = yes_words(Facts(case), offer)
    assert yes["amount"] == "$74,000 a year"
    assert (yes["day"][:6], yes["place"]) == ("Monday", "Columbus")


@pytest.mark.parametrize("stage", ["accepted", "started"])
def test_who_keeps_the_job_has_said_yes_long_ago(stage):
    text = next_page(stage, Outcome.KEEP)
    assert "glad to say yes" not in text
    assert "there is nobody to tell" in text
