"""A letter gives an employer away by the whole name, or by the one word that is only theirs."""

from dataclasses import replace

import pytest

from coaching.letters.check import check
from coaching.letters.kinds import DECLINE, WITHDRAW_FIT
from tests.letters.ana import BODY, FACTS


def finding(line, *secrets, slug="other-employer", kind=WITHDRAW_FIT):
    facts = replace(FACTS, secrets=secrets)
    found = check(kind, f"{BODY}\n\n{line}", facts)
    return next((one for one in found if one.slug == slug), None)


@pytest.mark.mission("S2-15")
@pytest.mark.parametrize(
    ("employer", "line"),
    [
        ("Globex Pay 株式会社", "I will work at Globex."),
        ("Globex Pay 株式会社", "I will work at GLOBEX PAY."),
        ("株式会社 Globex", "I will work at Globex."),
        ("株式会社Globex", "I will work at 株式会社Globex."),
        ("Globex Pay", "Globex’s offer came first."),
        ("Initech Solutions Group Ltd", "Initech asked me."),
        ("J.P. Morgan & Co.", "Morgan is nearer."),
        ("Müller Bau GmbH & Co. KG", "I go to Muller."),
        ("Globex Pay", "Write to me at ana@Globex.com."),
    ],
)
def test_one_word_that_is_only_theirs_names_them(employer, line):
    assert finding(line, employer).ok is False


def test_ordinary_words_that_are_a_whole_name_are_asked_about():
    assert finding("It is health data work.", "Health Data Group Inc.").ok is None
    assert finding("I go to Health Data.", "Health Data Group Inc.").ok is False


def test_the_same_word_in_small_letters_is_asked_about():
    found = finding("I go to globex, a rival bank.", "Globex Pay 株式会社")
    assert found.ok is None
    assert found.quote == "globex"
    assert found.words == "Is this another employer?"


@pytest.mark.parametrize(
    ("employer", "line"),
    [
        ("First National Bank Ltd", "This was my first choice. Thank the bank."),
        ("Bluebird Health", "I think of Bluebird Analytics."),
        ("Reyes & Sons", "Dear Dana Reyes, I thank you."),
        ("Studio 54", "Room 54 was fine."),
    ],
)
def test_ordinary_words_and_their_own_name_name_nobody(employer, line):
    found = finding(line, employer)
    assert found.ok is True
    assert found.words == "We did not find another employer’s name"


@pytest.mark.parametrize(
    "line",
    [
        "It is closer to ninety-five thousand.",
        "It is a hundred and ten thousand.",
        "It is forty an hour.",
        "It is a six-figure job.",
        "It is much better paid than yours.",
        "It pays a lot more.",
        "It is better pay.",
        "There is more money in it.",
    ],
)
def test_pay_in_words_is_found(line):
    assert finding(line, slug="pay").ok is False


@pytest.mark.parametrize(
    "line",
    [
        "Two thousand people work there, and a thousand thanks.",
        "I can pay it back. I pay more attention to my health.",
        "I have thought of it for one or two days a week.",
    ],
)
def test_other_numbers_in_words_are_no_pay(line):
    assert finding(line, slug="pay").ok is True


def test_a_letter_that_declines_says_sorry_once_at_most():
    body = "I decline. I am sorry. I am so sorry. I regret it."
    slugs = {one.slug: one.words for one in check(DECLINE, body, FACTS)}
    assert slugs["apology"] == "Says sorry 3 times. Once is enough"
    once = check(DECLINE, "I decline. I am sorry.", FACTS)
    assert "apology" not in {one.slug for one in once}
