"""The letters that may leave before a decision: exact, kind, and never a word of going."""

import re
from dataclasses import replace
from datetime import date, datetime
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from coaching.letters.check import check
from coaching.letters.draft import draft
from coaching.letters.facts import Asked
from coaching.letters.kinds import (
    ACCEPT,
    ASK_POLICY,
    ASK_TERMS,
    ASK_UPDATE,
    ASK_WRITING,
    KINDS,
    MORE_TIME,
    RESIGN,
    SAFE,
    SPEED_UP,
    WITHDRAWALS,
    Opens,
)
from coaching.letters.safe_checks import says_leaving
from coaching.models import SafeKind
from tests.letters.ana import FACTS

NEW_YORK = ZoneInfo("America/New_York")
PAY = Asked(what="pay", wanted="$74,000 a year", now="$68,000")
HOME = Asked(what="other", wanted="two days at home")
KNOWN = replace(
    FACTS,
    call=None,
    liked="",
    by_at=datetime(2025, 12, 8, 10, tzinfo=NEW_YORK),
    by_day=date(2025, 12, 8),
    deadlines=(date(2025, 12, 8),),
    asks=(PAY,),
    terms=("the pay is $71,000 a year", "I start on Monday, January 5, 2026"),
    standing="asked",
    has_offer_elsewhere=True,
)
TONES = ("short", "warm", "formal")
STANDINGS = {
    ASK_TERMS: ("accepted", "started", "asked"),
    MORE_TIME: ("accepted", "asked"),
    SPEED_UP: ("interview",),
    ASK_UPDATE: ("interview", "asked"),
    ASK_WRITING: ("asked",),
    ACCEPT: ("asked",),
    ASK_POLICY: ("accepted",),
}


def every_mix(kind):
    for standing, role, liked, asks, only_pay, why, elsewhere in product(
        STANDINGS[kind],
        ("", "Data Analyst"),
        ("", "I like how you work"),
        ((PAY,), (PAY, HOME)),
        (False, True),
        ("", "the rent is high"),
        (False, True),
    ):
        yield replace(
            KNOWN,
            tone=TONES[(len(asks) + only_pay + bool(why) + bool(liked)) % 3],
            standing=standing,
            role=role,
            liked=liked,
            asks=asks,
            only_pay=only_pay,
            why=why,
            has_offer_elsewhere=elsewhere,
        )


def failed(kind, facts, body=None):
    text = draft(kind, facts) if body is None else body
    return {one.slug for one in check(kind, text, facts) if one.ok is False}


@pytest.mark.parametrize("kind", SAFE, ids=lambda kind: kind.slug)
def test_our_own_wording_is_whole_and_passes_its_own_checks(kind):
    for facts in every_mix(kind):
        text = draft(kind, facts)
        assert "[missing" not in text
        assert "None" not in text
        assert not re.search(r" [.,?]|,\.|\.\.|,,|  ", text), text
        assert failed(kind, facts) == set(), text
        assert len(text.split()) < 220


@pytest.mark.mission("S1-13")
@pytest.mark.parametrize("kind", SAFE, ids=lambda kind: kind.slug)
def test_none_of_them_says_that_anybody_goes(kind):
    for facts in every_mix(kind):
        assert says_leaving(draft(kind, facts)) == ""


def test_every_letter_of_the_list_is_a_kind_of_row_and_the_others_wait():
    assert {kind.slug for kind in SAFE} == set(SafeKind.values)
    assert {kind.title for kind in SAFE} == set(SafeKind.labels)
    now = {kind for kind in KINDS if kind.opens is Opens.NOW}
    assert now == set(SAFE) - {ACCEPT}
    assert all(kind.opens is Opens.DECIDED for kind in (*WITHDRAWALS, RESIGN))


@pytest.mark.parametrize(
    "words",
    [
        "I withdraw my acceptance.",
        "I am Withdrawing.",
        "I resign.",
        "I have to back out.",
        "I must turn the offer down.",
        "I will no longer join you.",
        "I give notice today.",
        "I will not be joining you.",
        "I have backed\nout.",
        "I want to step\n  down.",
        "I ｗｉｔｈｄｒａｗ.",
        "I take back my yes.",
        "I am leaving the company.",
        "I can’t take the job.",
        "I won't be able to start.",
    ],
)
def test_words_of_going_are_found(words):
    assert says_leaving(f"Dear Dana,\n\nThank you. {words}")


@pytest.mark.parametrize(
    "words",
    [
        "I took notice of it.",
        "It is quite right.",
        "The back of the page.",
        "I am signing.",
        "I will not be able to start before June 1.",
        "I can’t take the early train.",
        "I leave the house at six.",
    ],
)
def test_words_that_only_look_like_it_are_not(words):
    assert says_leaving(words) == ""


def test_a_role_may_be_called_what_it_is():
    facts = replace(KNOWN, role="Withdrawals Clerk")
    assert "leaving" not in failed(ASK_TERMS, facts)


def test_a_short_name_hides_no_word_of_going():
    facts = replace(KNOWN, role="draw")
    assert says_leaving("I withdraw.", *facts.own_names)


@pytest.mark.mission("S0-22")
def test_asking_is_kind_exact_and_takes_a_no():
    text = draft(ASK_TERMS, replace(KNOWN, standing="accepted", only_pay=True, why="rent is high"))
    for words in (
        "I am glad about the work and the team.",
        "Could the pay be $74,000 a year, instead of $68,000?",
        "The pay is the one thing I ask about.",
        "I know this may not be possible, and I understand if it is not.",
        "Could you let me know by Monday, December 8, at 10am?",
    ):
        assert words in text


@pytest.mark.mission("S1-14")
def test_a_recruiter_mid_interview_hears_of_the_offer_and_the_deadline():
    text = draft(SPEED_UP, replace(KNOWN, standing="interview"))
    assert (
        "I have been offered a job elsewhere, and I have a deadline of Monday, December 8." in text
    )
    assert "Is a decision by then possible on your side?" in text
    assert "Northwind" not in text


@pytest.mark.mission("S1-14")
def test_a_deadline_nobody_told_us_of_is_asked_about():
    facts = replace(KNOWN, by_day=date(2025, 12, 6))
    found = {one.slug: one.ok for one in check(SPEED_UP, draft(SPEED_UP, facts), facts)}
    assert found["deadline"] is None


@pytest.mark.mission("S1-15")
def test_asking_for_news_is_one_kind_question():
    text = draft(ASK_UPDATE, replace(KNOWN, standing="interview"))
    assert "I am still keen." in text
    assert "Could you tell me how things stand, and when I may hear more?" in text


@pytest.mark.mission("S1-16")
def test_asking_for_it_in_writing_lists_the_terms_as_heard():
    text = draft(ASK_WRITING, KNOWN)
    assert "the pay is $71,000 a year and I start on Monday, January 5, 2026." in text
    assert "in writing by Monday, December 8?" in text


@pytest.mark.mission("S1-31")
def test_a_yes_waits_for_the_signed_letter():
    text = draft(ACCEPT, KNOWN)
    assert "I am glad to accept the Data Analyst position." in text
    assert "My yes counts once I have the signed letter with these terms." in text


@pytest.mark.parametrize(
    ("kind", "words", "slug"),
    [
        (ASK_TERMS, "Otherwise I may leave.", "threat"),
        (ASK_TERMS, "Northwind Health pays more.", "other-employer"),
        (ASK_TERMS, "I withdraw.", "leaving"),
        (MORE_TIME, "Żabka wants me, too.", "other-employer"),
        (SPEED_UP, "You must answer as soon as possible.", "pressure"),
        (ASK_UPDATE, "This is urgent.", "pressure"),
        (ASK_WRITING, "I have another job.", "other-job"),
        (ACCEPT, "I will hand in my notice today.", "leaving"),
    ],
)
def test_what_each_letter_never_says_is_found(kind, words, slug):
    assert slug in failed(kind, KNOWN, f"{draft(kind, KNOWN)}\n\n{words}")


@pytest.mark.parametrize(
    ("kind", "left_out", "slug"),
    [
        (ASK_TERMS, "Could the pay be $74,000 a year, instead of $68,000?", "asks"),
        (ASK_TERMS, "I know this may not be possible, and I understand if it is not.", "no"),
        (MORE_TIME, "Monday, December 8", "moment"),
        (MORE_TIME, "I will write to you by then.", "promise"),
        (SPEED_UP, "I am keen to go on.", "keen"),
        (ASK_WRITING, "Monday, December 8", "day"),
        (ACCEPT, "once I have the signed letter", "condition"),
    ],
)
def test_what_each_letter_must_say_is_missed(kind, left_out, slug):
    text = draft(kind, KNOWN)
    assert left_out in text
    assert slug in failed(kind, KNOWN, text.replace(left_out, ""))


def test_more_than_two_asks_are_thought_about():
    asks = (PAY, HOME, Asked(what="title", wanted="Lead"))
    facts = replace(KNOWN, asks=asks)
    found = {one.slug: one for one in check(ASK_TERMS, draft(ASK_TERMS, facts), facts)}
    assert found["few"].ok is None
    assert "3 things" in found["few"].words


def test_the_subject_is_neutral():
    for kind in SAFE:
        assert "Bluebird" not in kind.subject(KNOWN)
        assert says_leaving(kind.subject(KNOWN)) == ""
