"""The clause spotter: which lines it quotes, which it sets apart, and what it never does."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coaching.weigh.clause_kinds import CLAUSES
from coaching.weigh.clauses import LONGEST_QUOTE, find_all, set_apart, topics
from coaching.weigh.sayings import Says
from coaching.weigh.sentences import sentences

from .expected_finds import EXPECTED

CONTRACTS = {file.stem: file.read_text() for file in Path(__file__).parent.glob("contracts/*.txt")}
SLUGS = {clause.slug for clause in CLAUSES}
LONGEST_TEXT = 20_000


def test_every_contract_has_its_row_in_the_table():
    assert CONTRACTS.keys() == EXPECTED.keys()
    assert len(CONTRACTS) >= 10


def test_the_table_shows_every_clause_in_all_three_ways():
    rows = [row for found in EXPECTED.values() for row in found]
    assert {slug for says, slug, _ in rows if says is Says.YES} == SLUGS
    assert {says for says, _, _ in rows} == set(Says)


@pytest.mark.parametrize("name", sorted(CONTRACTS))
def test_a_contract_gives_exactly_the_lines_read_by_hand(name):
    found = [(find.says, find.clause.slug, " ".join(find.quote.split())) for find in spotted(name)]
    expected = EXPECTED[name]
    assert [row[:2] for row in found] == [row[:2] for row in expected]
    for (_, _, quote), (_, _, begins) in zip(found, expected, strict=True):
        assert quote.startswith(begins)


def spotted(name):
    return find_all(CONTRACTS[name])


LINES = [
    ("You must give one month's notice.", "notice", Says.YES),
    ("You must give one month’s\n  notice in writing.", "notice", Says.YES),
    ("No notice is required.", "notice", Says.NO),
    ("No prior written notice is needed.", "notice", Says.NO),
    ("You need not give notice.", "notice", Says.NO),
    ("You may not leave without notice.", "notice", Says.YES),
    ("If you leave without notice, pay is kept back.", "notice", Says.YES),
    ("If no notice is given, you pay one month of wages.", "notice", Says.YES),
    ("Tell us no later than the last day of the notice.", "notice", Says.YES),
    ("Employment may be terminated at any time without notice.", "notice", Says.NO),
    ("Notice is waived in the first week.", "notice", Says.NO),
    ("Notice is not required, but you must give notice of leave.", "notice", Says.YES),
    ("“Notice” means a letter on paper.", "notice", Says.MEANS),
    ("Es gilt keine Kündigungsfrist.", "notice", Says.NO),
    ("Eine Kündigungsfrist entfällt.", "notice", Says.NO),
    ("Die Kündigungsfrist beträgt vier Wochen.", "notice", Says.YES),
    ("You shall not compete with us.", "compete", Says.YES),
    ("You will not have any other employment.", "compete", Says.YES),
    ("Nothing here restricts you from working for a competitor.", "compete", Says.NO),
    ("This letter does not contain a non-compete.", "compete", Says.NO),
    ("You must not disclose confidential data.", "confidential", Says.YES),
    ("You are not required to repay the bonus.", "repay", Says.NO),
    ("You are not required to work, and you must repay the bonus.", "repay", Says.YES),
    ("You agree to pay the whole of it back.", "repay", Says.YES),
    ("No penalty applies.", "penalty", Says.NO),
    ("You waive any right to a trial by jury.", "arbitration", Says.YES),
    ("The penalty is set out below; no interest is due.", "penalty", Says.YES),
]


@pytest.mark.parametrize(("line", "slug", "says"), LINES)
def test_a_line_is_read_by_its_words(line, slug, says):
    found = {find.clause.slug: find for find in find_all(line)}
    assert found[slug].says is says
    assert found[slug].quote == line


QUIET = [
    "We pay a competitive salary.",
    "No decision of ours is arbitrary.",
    "We will reimburse you for your move.",
    "Please read our Privacy Notice.",
    "Take notice of the stairs.",
    "Section 409A may lead to a penalty.",
    "9. Confidentiality",
    "Confidentiality.",
    "Section 4 – Notice",
    "The team will bond over lunch.",
    "We bank with a trusted arbiter of taste.",
]


@pytest.mark.parametrize("line", QUIET)
def test_a_word_that_only_looks_alike_stays_quiet(line):
    assert find_all(line) == ()


def test_a_number_a_short_form_or_a_date_does_not_cut_a_sentence():
    text = "Ab dem 1. Februar gilt z. B. eine Frist. Pay is Rs. 500 at Fenwick Ltd. in Hull. End."
    assert [sentence.text for sentence in sentences(text)] == [
        "Ab dem 1. Februar gilt z. B. eine Frist.",
        "Pay is Rs. 500 at Fenwick Ltd. in Hull.",
        "End.",
    ]


def test_a_line_broken_by_the_page_is_one_sentence_and_a_heading_is_its_own():
    text = "3. Notice\nYou must give one\nmonth’s notice.\n(a) by post\n(b) by hand\n\n4. End"
    assert [sentence.text for sentence in sentences(text)] == [
        "3. Notice", "You must give one\nmonth’s notice.", "(a) by post", "(b) by hand", "4. End",
    ]  # fmt: skip


def test_each_kind_of_line_becomes_one_question_in_one_order():
    found = topics(spotted("uk_employment_contract"))
    slugs = [topic.clause.slug for topic in found]
    assert slugs == [clause.slug for clause in CLAUSES if clause.slug in slugs]
    assert len(slugs) == len(set(slugs)) == 8
    assert all(find.says is Says.YES for topic in found for find in topic.finds)


def test_a_line_that_says_no_is_kept_apart_and_shown_once():
    finds = find_all("There is no non-compete, and you will not be asked to repay the bonus.")
    assert topics(finds) == ()
    assert len(finds) == 2
    assert len(set_apart(finds, Says.NO)) == 1


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.slug)
def test_what_is_asked_is_a_question_and_no_verdict(clause):
    assert clause.question.endswith("?")
    for verdict in ("illegal", "void", "unfair", "enforce", "you must", "binding"):
        assert verdict not in clause.question.lower()


# Whatever is pasted

SOME = """notice no not repay pay back without “ means ” . ; penalty 9. § if Kündigung keine
    non-compete İ ß"""
WORDS = [*SOME.split(), "\n", "\n\n"]
PASTED = st.text() | st.lists(st.sampled_from(WORDS), max_size=120).map(" ".join)


@given(PASTED)
@example("Notice\u0130 notice")
@example("\x00 repay \ud800")
@settings(max_examples=200, deadline=None)
def test_it_never_breaks_and_every_quote_is_in_the_text(text):
    for find in find_all(text):
        assert find.quote in text
        assert len(find.quote) <= LONGEST_QUOTE + 80
        assert "".join(words for words, _ in find.parts) == find.quote
        marked = [words for words, is_marked in find.parts if is_marked]
        assert marked
        assert all(find.clause.words.fullmatch(words) for words in marked)


@given(PASTED)
@settings(max_examples=100, deadline=None)
def test_sentences_leave_out_nothing_but_space(text):
    cut = list(sentences(text))
    assert "".join("".join(one.text.split()) for one in cut) == "".join(text.split())
    assert all(text[one.start : one.start + len(one.text)] == one.text for one in cut)


HOSTILE = """no|pay a a a a|notice|a|. .|“ means|(|not be|nothing notice|with or without
without notice|return the a|pay|§|1.|tritt a|is not required|subject to the|terminate a|waive any
” means|not without""".replace("\n", "|").split("|")


@pytest.mark.parametrize("gap", ["", " ", "\n", "\n \n", "\u00a0\t"])
@pytest.mark.parametrize("again", HOSTILE)
def test_the_longest_hostile_text_is_read_to_its_end(again, gap):
    """A rule that tries each part of the text against each other would not come to an end here."""
    text = ((again + gap) * LONGEST_TEXT)[:LONGEST_TEXT]
    assert all(text[one.start : one.start + len(one.text)] == one.text for one in sentences(text))
    assert list(find_all(text)) == list(find_all(text))
