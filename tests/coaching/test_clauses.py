"""Read your papers with us: she pastes, reads what to ask, and erases."""

import pytest
from django.utils import timezone

from coaching.journey.facts import Facts
from coaching.models import PastedTerms
from offers.models import Case
from tests import reading
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused

pytestmark = pytest.mark.django_db

TERMS = (
    "You must repay the bonus.\nNo notice is required. “Cause” means a breach of confidentiality."
)


@pytest.fixture
def ana(client):
    return Ana(client)


@pytest.mark.mission("S0-13", "S4-10")
def test_each_line_found_is_quoted_with_a_question(ana):
    page = ana.saves("clauses", words=TERMS)
    assert page.url == ana.url("clauses-result")
    assert PastedTerms.objects.get(case=ana.case).words == TERMS
    page = ana.reads("clauses-result")
    assert "You must <mark>repay</mark> the bonus." in page
    assert "How much, when, and before or after tax?" in page
    assert page.count('<li class="flow">') == 1


def test_lines_that_say_no_or_explain_a_word_are_set_apart(ana):
    ana.saves("clauses", words=TERMS)
    page = ana.reads("clauses-result")
    asked, _, rest = page.partition("Lines that seem to say no")
    denied, _, explained = rest.partition("Lines that explain a word")
    assert "No <mark>notice</mark> is required." in denied
    assert "breach of <mark>confidentiality</mark>" in explained
    assert "notice</mark>" not in asked


def test_the_page_says_what_it_did_not_find_and_did_not_look_for(ana):
    ana.saves("clauses", words=TERMS)
    page = ana.reads("clauses-result")
    missing = page[page.index("We looked for these") : page.index("We did not look for these")]
    assert "Probation" in missing
    for found in ("Money to pay back", "<li>Notice", "Things to keep secret"):
        assert found not in missing
    assert "Words in other languages than English and German" in page


def test_nothing_found_is_no_verdict(ana):
    ana.saves("clauses", words="We would love to have you.")
    page = ana.reads("clauses-result")
    assert "That does not mean that there is nothing." in page
    assert "<mark>" not in page


@pytest.mark.parametrize("name", ["clauses", "clauses-result"])
def test_not_legal_advice_stands_before_anything_else(ana, name):
    ana.saves("clauses", words=TERMS)
    page = reading.main_of(ana.reads(name))
    assert page.index("Not legal advice.") < page.index("<form" if name == "clauses" else "<mark")


@pytest.mark.parametrize("text", [TERMS, "We would love to have you."])
def test_both_pages_read_easily(ana, text):
    ana.saves("clauses", words=text)
    for name in ("clauses", "clauses-result"):
        markup = reading.main_of(ana.reads(name))
        assert reading.grade(markup) <= reading.MOST_GRADE
        assert len(reading.longest_sentence(markup).split()) <= reading.MOST_WORDS
        assert reading.banned_words(markup) == []


def test_markup_in_a_contract_is_shown_as_text(ana):
    ana.saves("clauses", words="<script>alert(1)</script> You must repay <b>it</b>.")
    page = ana.reads("clauses-result")
    assert "<script>alert" not in page
    assert "&lt;b&gt;it&lt;/b&gt;" in page


@pytest.mark.parametrize("letter", ["a", "ü", "約", "😀"])
def test_the_longest_text_in_any_script_fits_into_one_request(ana, letter):
    page = ana.saves("clauses", words=letter * PastedTerms.MOST_LETTERS)
    assert page.status_code == 302
    assert len(PastedTerms.objects.get().words) == PastedTerms.MOST_LETTERS


def test_a_longer_text_comes_back_whole_with_words_of_its_own(ana):
    typed = "x" * (PastedTerms.MOST_LETTERS + 1)
    page = ana.saves("clauses", words=typed).content.decode()
    assert "must be 20,000 characters or fewer" in page
    assert typed in page
    assert not PastedTerms.objects.exists()


def test_an_empty_page_says_what_to_enter_and_the_result_waits(ana):
    assert "Enter the text of your letter or contract" in ana.saves("clauses").content.decode()
    assert ana.opens("clauses-result").url == ana.url("clauses")


# Erasing


def test_she_erases_the_text_and_nothing_else(ana):
    ana.saves("clauses", words=TERMS)
    assert "Erase what I pasted" in ana.reads("clauses")
    for _ in range(2):
        assert ana.client.post(ana.url("clauses-erase")).url == ana.url("clauses")
        assert not PastedTerms.objects.exists()
    page = ana.reads("clauses")
    assert "The text you pasted is erased." in page
    assert "repay the bonus" not in page
    assert "Erase what I pasted</button>" not in page
    assert set(Facts(ana.now()).pages) == {"pause"}
    assert ana.opens("clauses-result").url == ana.url("clauses")


def test_an_old_tab_cannot_bring_an_erased_text_back(ana):
    ana.saves("clauses", words=TERMS)
    ana.client.post(ana.url("clauses-erase"))
    assert ana.saves("clauses", version=1, words=TERMS).status_code == 409
    assert not PastedTerms.objects.exists()


def test_she_erases_it_from_a_closed_case_too(ana):
    ana.saves("clauses", words=TERMS)
    Case.objects.filter(pk=ana.case.pk).update(closed_as="honored", closed_at=timezone.now())
    assert ana.client.post(ana.url("clauses-erase")).url == ana.url("clauses")
    assert not PastedTerms.objects.exists()


def test_a_second_click_changes_nothing(ana):
    for _ in range(2):
        assert ana.saves("clauses", words=TERMS).url == ana.url("clauses-result")
    assert PastedTerms.objects.count() == 1


def test_it_goes_with_the_case(ana):
    ana.saves("clauses", words=TERMS)
    ana.saves("close-delete", code=ana.case.code)
    assert not PastedTerms.objects.exists()


# Who, and when


def test_it_is_optional_and_never_the_next_task(ana):
    hub = ana.reads("hub")
    row = hub[hub.index("Read your papers with us") :]
    assert "Optional" in row[: row.index("</li>")]


def test_before_the_pause_it_is_not_there(client):
    ana = Ana(client, pages=())
    for name in ("clauses", "clauses-result"):
        assert ana.opens(name).url == ana.url("hub")
    assert ana.saves("clauses", words=TERMS).url == ana.url("hub")
    assert not PastedTerms.objects.exists()


@pytest.mark.parametrize("name", ["clauses", "clauses-result", "clauses-erase"])
def test_a_stranger_finds_nothing(ana, name):
    ana.saves("clauses", words=TERMS)
    assert bo_finds_nothing(ana, name)
    assert PastedTerms.objects.exists()


def test_other_methods_are_refused(ana):
    ana.saves("clauses", words=TERMS)
    assert wrong_methods_are_refused(ana, "clauses")
    assert wrong_methods_are_refused(ana, "clauses-result", reading=True)
    assert wrong_methods_are_refused(ana, "clauses-erase")
    assert ana.opens("clauses-erase").status_code == 405
    assert PastedTerms.objects.exists()
