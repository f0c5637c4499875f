"""The notes to others than who hires, and the letters beside the decision: whole, kind and true."""

import re
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from coaching.letters.check import check
from coaching.letters.draft import draft
from coaching.letters.facts import KnowsIt, Recipient, Suggested
from coaching.letters.kinds import (
    DECLINE,
    FURTHER,
    KEEP_IN_TOUCH,
    KINDS,
    RELEASE,
    REPAY,
    REPLACEMENT,
    RESIGN,
    TAKE_BACK,
    TELL_RECRUITER,
    TELL_REFERRER,
    TELL_SCHOOL,
    WITHDRAWALS,
)
from coaching.letters.letter import Letter
from coaching.letters.pdf import pages_in, print_letter
from coaching.models import FurtherKind
from tests.letters.ana import FACTS, TODAY

TONES = ("short", "warm", "formal")
SAM = Suggested(name="Sam Lee", reach="sam@example.org", why="has done this work for three years")
TOLD = (KnowsIt(name="Dana Reyes", day=TODAY),)
KNOWN = replace(
    FACTS,
    liked="I learned a lot from your team.",
    offers=(),
    employer="Bluebird Analytics",
    told=TOLD,
    suggested=SAM,
    by_day=date(2025, 12, 19),
)
LATER = (TELL_RECRUITER, TELL_REFERRER, TELL_SCHOOL, *FURTHER)


def by_slug(kind):
    return kind.slug


def every_mix(kind):
    for tone, level, outcome, role, told, standing, way in product(
        TONES,
        ("fit", "personal", "none"),
        ("spoke", "voicemail", ""),
        ("", "Data Analyst"),
        ((), TOLD, (*TOLD, KnowsIt(name="Kim Lee", day=date(2025, 12, 1)))),
        ("accepted", "started"),
        ("", "full", "parts", "waiver") if kind == REPAY else ("",),
    ):
        yield replace(
            KNOWN,
            tone=tone,
            reason=level,
            reason_words="closer to home",
            role=role,
            told=told,
            standing=standing,
            way=way,
            call=replace(FACTS.call, outcome=outcome) if outcome else None,
            is_agency=standing == "accepted",
            is_campus=role != "",
            liked="" if told else KNOWN.liked,
            amount="signing bonus of $3,000" if role else "",
            recipient=Recipient(team="team") if not told else KNOWN.recipient,
        )


def failed(kind, facts, body=None):
    text = draft(kind, facts) if body is None else body
    return {one.slug for one in check(kind, text, facts) if one.ok is False}


@pytest.mark.mission("S2-15", "S2-16", "S2-17")
@pytest.mark.parametrize("kind", LATER, ids=by_slug)
def test_our_own_wording_is_whole_and_passes_its_own_checks(kind):
    for facts in every_mix(kind):
        text = draft(kind, facts)
        assert "[missing" not in text
        assert "None" not in text.replace("None of", "")
        assert not re.search(r" [.,?]|,\.|\.\.|,,|  |\bi have\b", text), text
        assert failed(kind, facts) == set(), text
        assert len(text.split()) < 220


@pytest.mark.mission("S0-17", "S4-18")
@pytest.mark.parametrize("kind", [*WITHDRAWALS, RESIGN, DECLINE], ids=by_slug)
@pytest.mark.parametrize("tone", TONES)
def test_each_tone_of_the_letter_of_the_decision_passes_its_checks(kind, tone):
    facts = replace(FACTS, tone=tone, reason=kind.reason or "none", last_day=date(2025, 12, 19))
    text = draft(kind, facts)
    assert "[missing" not in text
    assert failed(kind, facts) == set(), text


@pytest.mark.parametrize("kind", LATER, ids=by_slug)
def test_the_tones_differ_and_the_short_one_is_the_shortest(kind):
    short, warm, formal = (draft(kind, replace(KNOWN, tone=tone, way="full")) for tone in TONES)
    assert len({short, warm, formal}) == 3
    assert len(short.split()) < min(len(warm.split()), len(formal.split()))


def test_the_formal_greeting_has_the_whole_name():
    formal = draft(KEEP_IN_TOUCH, replace(KNOWN, tone="formal"))
    assert formal.startswith("Dear Dana Reyes,")
    doctor = replace(KNOWN, tone="formal", recipient=Recipient(name="Dr. Mia von Ahlen"))
    assert draft(KEEP_IN_TOUCH, doctor).startswith("Dear Dr. von Ahlen,")


# What each must say, and must never say


@pytest.mark.mission("S4-16")
def test_the_agency_hears_who_knows_and_that_there_is_time():
    text = draft(TELL_RECRUITER, replace(KNOWN, is_agency=True))
    assert "I told Dana Reyes today." in text
    assert "leaves you time to put someone else forward" in text
    assert "stay in touch" in text
    assert failed(TELL_RECRUITER, KNOWN, text.replace("I told Dana Reyes today.", "")) == {"told"}


NEVER = [
    (TELL_RECRUITER, "Could you keep this between us?", "secret"),
    (TELL_RECRUITER, "Do not tell them yet.", "secret"),
    (TELL_REFERRER, "Could you explain it to them?", "favor"),
    (TELL_REFERRER, "Would you let them know on my behalf?", "favor"),
    (TELL_REFERRER, "They misled me.", "blame"),
    (TELL_SCHOOL, "I had no choice.", "excuse"),
    (TELL_SCHOOL, "I didn’t know the policy.", "excuse"),
    (RELEASE, "You must let me go.", "demand"),
    (RELEASE, "My lawyer will call you.", "demand"),
    (REPAY, "I know that I owe it.", "owe"),
    (REPAY, "Otherwise I will not pay.", "demand"),
    (TAKE_BACK, "I would stay for a raise.", "bargain"),
    (TAKE_BACK, "Maybe I will stay.", "hedging"),
    (KEEP_IN_TOUCH, "I have second thoughts.", "nothing"),
    (KEEP_IN_TOUCH, "Are you hiring? I am looking for a job.", "nothing"),
    (REPLACEMENT, "Northwind Health would not mind.", "other-employer"),
    *((kind, "Northwind Health is nice.", "other-employer") for kind in LATER),
    *((kind, "It was because of a family emergency.", "invented") for kind in LATER[:3]),
]


@pytest.mark.mission("S2-12", "S2-17")
@pytest.mark.parametrize(("kind", "line", "slug"), NEVER)
def test_what_it_must_never_say_is_found(kind, line, slug):
    assert slug in failed(kind, KNOWN, f"{draft(kind, KNOWN)}\n\n{line}")


MUST = [
    (TELL_RECRUITER, "stay in touch", "tie"),
    (TELL_REFERRER, "None of this is your fault", "fault"),
    (TELL_REFERRER, "talk", "talk"),
    (TELL_SCHOOL, "policy", "policy"),
    (TELL_SCHOOL, "I accepted", "accepted"),
    (REPLACEMENT, "Sam Lee", "named"),
    (REPLACEMENT, "sam@example.org", "reach"),
    (REPLACEMENT, "has done this work", "why"),
    (RELEASE, "December 19", "day"),
    (RELEASE, "in writing", "writing"),
    (TAKE_BACK, "?", "question"),
]


@pytest.mark.parametrize(("kind", "words", "slug"), MUST)
def test_what_it_must_say_is_missed(kind, words, slug):
    facts = replace(KNOWN, tone="short")
    assert slug not in failed(kind, facts)
    assert slug in failed(kind, facts, draft(kind, facts).replace(words, ""))


@pytest.mark.mission("S2-12")
def test_a_reason_that_was_not_chosen_is_pointed_at_and_the_chosen_one_is_not():
    line = "I do this for personal reasons."
    body = f"{draft(WITHDRAWALS[0], FACTS)}\n\n{line}"
    assert "invented" in failed(WITHDRAWALS[0], FACTS, body)
    own = replace(FACTS, reason_words="closer to home, since I have to move")
    assert "invented" not in failed(WITHDRAWALS[0], own)
    assert "invented" not in failed(WITHDRAWALS[1], replace(FACTS, reason="personal"), line)


@pytest.mark.mission("S4-14")
def test_nobody_is_named_who_has_not_said_yes():
    body = f"{draft(REPLACEMENT, KNOWN)}\n\nOr ask lee@example.org."
    found = {one.slug: one for one in check(REPLACEMENT, body, KNOWN)}
    assert found["address"].quote == "lee@example.org"
    assert "yes" in failed(REPLACEMENT, replace(KNOWN, suggested=None))


@pytest.mark.mission("S4-14")
def test_the_letter_of_the_decision_names_them_only_where_that_was_wished():
    for wished in (False, True):
        facts = replace(KNOWN, suggested=replace(SAM, in_letter=wished))
        text = draft(WITHDRAWALS[0], facts)
        assert ("Sam Lee knows of this opening and said yes to being named here." in text) == wished
        assert failed(WITHDRAWALS[0], facts) == set()


def test_a_referrer_hears_it_on_the_same_day():
    late = replace(KNOWN, told=(KnowsIt(name="Dana Reyes", day=date(2025, 12, 1)),))
    found = {one.slug: one.ok for one in check(TELL_REFERRER, draft(TELL_REFERRER, late), late)}
    assert found["same-day"] is None


@pytest.mark.parametrize("kind", LATER, ids=by_slug)
def test_no_check_reads_a_hostile_text_for_long(kind):
    for text in ("policy " * 1400, "a@" * 5000, "you " * 2500, "is not " * 1400, "?" * 10_000):
        check(kind, text, KNOWN)


def test_every_letter_of_the_list_is_a_kind_of_row():
    assert {kind.slug for kind in FURTHER} == set(FurtherKind.values)
    assert {kind.title for kind in FURTHER} == set(FurtherKind.labels)
    assert len({kind.slug for kind in KINDS}) == len(KINDS)


# On paper


@pytest.mark.mission("S2-15")
@pytest.mark.parametrize("size", ["letter", "a4"])
def test_every_letter_fits_one_page_of_either_paper_and_the_pages_are_counted(size):
    for kind, tone in product(KINDS, TONES):
        facts = replace(
            KNOWN, tone=tone, offers=("pass-on", "equipment", "notes", "repay"), terms=("a", "b"),
            suggested=replace(SAM, in_letter=True), reason=kind.reason or "fit",
            standing="accepted", last_day=date(2025, 12, 19), way="waiver",
            amount="signing bonus of $3,000",
        )  # fmt: skip
        written = Letter.of(facts, subject=kind.subject(facts), body=draft(kind, facts), paper=size)
        printed = print_letter(written)
        assert pages_in(printed.pdf) == printed.pages == 1, kind.slug


def test_pages_are_counted_where_there_are_more_and_where_there_is_no_pdf():
    long = Letter.of(KNOWN, subject="Long", body="A line of it.\n" * 90)
    printed = print_letter(long)
    assert pages_in(printed.pdf) == printed.pages > 1
    assert pages_in(b"%PDF-1.7 new") is None
    assert pages_in(b"stream\nnot deflated\nendstream") is None


@pytest.mark.mission("S2-19")
@pytest.mark.parametrize("tone", TONES)
def test_who_proposes_nothing_about_the_money_only_asks_for_the_sum(tone):
    facts = replace(KNOWN, tone=tone, way="", amount="signing bonus of $3,000")
    text = draft(REPAY, facts)
    assert "Could you send me, in writing, the sum as you see it" in text
    assert "pay it back" not in text
    assert "way" not in {one.slug for one in check(REPAY, text, facts)}
    assert "way" in failed(REPAY, replace(facts, way="parts"), text)
