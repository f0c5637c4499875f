"""The checks find what hurts a letter, and leave a good one alone."""

from dataclasses import replace

import pytest

from coaching.letters.check import check
from coaching.letters.draft import draft
from coaching.letters.kinds import WITHDRAW_FIT, withdrawal_for
from tests.letters.ana import BODY, FACTS


def finding(slug, body, facts=FACTS):
    found = [each for each in check(WITHDRAW_FIT, body, facts) if each.slug == slug]
    return found[0] if found else None


def with_line(line):
    return f"{BODY}\n\n{line}"


def test_a_good_letter_has_no_fault():
    assert [each for each in check(WITHDRAW_FIT, BODY, FACTS) if each.ok is not True] == []


@pytest.mark.mission("S2-15")
def test_it_must_say_withdraw():
    assert finding("withdraw", BODY).ok
    assert not finding("withdraw", BODY.replace("withdraw", "rethink")).ok


@pytest.mark.mission("S0-17")
def test_it_must_thank():
    assert not finding("thanks", BODY.replace("Thank you", "So much")).ok


@pytest.mark.parametrize("word", ["Sorry", "I apologize", "my apologies", "I regret", "apologise"])
def test_two_apologies_are_one_too_many(word):
    twice = finding("apology", with_line(f"{word} again."))
    assert not twice.ok
    assert "2 times" in twice.words


def test_no_apology_is_one_too_few():
    assert not finding("apology", BODY.replace("sorry", "aware")).ok


@pytest.mark.parametrize(
    "line",
    [
        "I will join Northwind Health.",
        "I will join NORTHWIND HEALTH, INC.",
        "I will join Northwind\nHealth next year.",
        "I will work at Zabka.",
        "I will work at żabka’s office.",
    ],
)
def test_another_employer_is_found_however_it_is_written(line):
    assert not finding("other-employer", with_line(line)).ok


def test_a_part_of_a_word_or_their_own_name_is_no_other_employer():
    facts = replace(FACTS, secrets=("Ink", "Bluebird"))
    assert finding("other-employer", with_line("I think of Bluebird Analytics."), facts).ok


@pytest.mark.parametrize(
    "line",
    [
        "They offer $68,000.",
        "They offer 68k.",
        "They offer €50 an hour.",
        "The salary is 68000.",
        "It pays 70,000.",
        "That is 20% more.",
        "It is 90 dollars.",
        "It is 45 per hour.",
    ],
)
def test_a_pay_figure_is_found(line):
    assert not finding("pay", with_line(line)).ok


@pytest.mark.parametrize(
    "line",
    [
        "On December 9, 2025.",
        "Call (614) 555-0142.",
        "Room 401.",
        "Ohio 43215.",
        "I pay it by May 9, 2026.",
    ],
)
def test_dates_phones_and_addresses_are_no_pay(line):
    assert finding("pay", with_line(line)).ok


@pytest.mark.parametrize(
    "line",
    [
        "You misled me.",
        "It is your fault.",
        "You promised a raise.",
        "I was disappointed.",
        "A LIE.",
    ],
)
def test_blame_is_found(line):
    assert not finding("blame", with_line(line)).ok


@pytest.mark.mission("S2-17")
@pytest.mark.parametrize(
    "line",
    [
        "Maybe we can talk.",
        "I might come back.",
        "This is how it is for now.",
        "If things change, I will call.",
        "I hope to reconsider.",
        "I am not fully sure.",
        "I think I must go.",
    ],
)
def test_hedging_is_found(line):
    assert not finding("hedging", with_line(line)).ok


@pytest.mark.parametrize(
    "line", ["My contract is at-will.", "My lawyer says so.", "That is legal.", "I know the law."]
)
def test_arguing_about_law_is_found(line):
    assert not finding("law", with_line(line)).ok


def test_a_job_with_such_a_word_in_its_name_is_no_argument():
    facts = replace(FACTS, role="Legal Contracts Analyst")
    body = BODY.replace("Data Analyst", "Legal Contracts Analyst")
    assert finding("law", body, facts).ok


def test_two_hundred_and_twenty_words_are_too_many():
    assert finding("length", "word " * 219).ok
    assert not finding("length", "word " * 220).ok


def test_it_names_the_job_and_a_date():
    assert not finding("role", BODY.replace("Data Analyst", "new")).ok
    assert not finding("date", BODY.replace("November 18", "day").replace("January 5", "day")).ok
    assert finding("date", BODY.replace("November 18", "11/18").replace("January 5", "day")).ok
    assert finding("role", BODY, replace(FACTS, role="")) is None
    assert finding("date", BODY, replace(FACTS, accepted_on=None, starts_on=None)) is None


@pytest.mark.mission("S2-19")
@pytest.mark.parametrize(
    "line",
    [
        "I could ask two strong classmates.",
        "I can pass the opening on.",
        "I know someone who fits.",
    ],
)
def test_offering_people_asks_whether_they_know(line):
    asked = finding("people", with_line(line))
    assert asked.ok is None
    assert "Have you asked them?" in asked.words
    assert asked.quote


def test_no_people_no_question():
    assert finding("people", BODY) is None


def test_a_blank_left_open_is_found():
    assert not finding("gap", with_line("On [date] I")).ok
    assert finding("gap", BODY) is None


@pytest.mark.mission("S2-12")
def test_personal_reasons_give_no_private_detail():
    facts = replace(FACTS, reason="personal")
    kind = withdrawal_for("personal")
    body = draft(kind, facts)
    by_slug = {each.slug: each for each in check(kind, body, facts)}
    assert by_slug["private-detail"].ok
    told = {each.slug: each for each in check(kind, body + "\n\nMy illness is back.", facts)}
    assert told["private-detail"].quote == "illness"


@pytest.mark.parametrize("typed", ["NORTHWIND HEALTH", "Northwind Health", "Żabka’s"])
def test_another_employer_is_quoted_as_it_was_typed(typed):
    assert finding("other-employer", with_line(f"I will join “{typed}.”")).quote == typed


HOSTILE = [
    *(
        "1,",
        "1.",
        "1 ",
        "1,111,",
        "$1,",
        "1,,",
        "1",
        "1%",
        "1.1%",
        "pay 20",
        "pay 1,",
        "[",
        "[a",
        "_",
    ),
    *("not ", "not a", "classmate", "recommend", "a ", "a", "\u00e9", "May 1", "keep the door"),
    *("withdraw", "sorry ", "I think", "Analyst ", "Northwind ", " ", "\n", "\ufdfa"),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_longest_hostile_letter_is_checked_to_its_end(piece):
    """A rule that tries each part of the text against each other would not come to an end here."""
    body = piece * (20_000 // len(piece)) + "x"
    assert all(one.words for one in check(WITHDRAW_FIT, body, FACTS))


def test_a_person_called_sue_takes_nobody_to_court():
    sue = replace(FACTS, recipient=replace(FACTS.recipient, name="Sue Park"))
    body = BODY.replace("Dear Dana", "Dear Sue")
    assert "Dear Sue" in body
    assert finding("law", body, sue).ok
    assert not finding("law", f"{body}\n\nYou cannot sue me.", sue).ok
