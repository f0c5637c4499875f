"""How every page of a whole case reads: grade 6, short sentences, the house's own words."""

import pytest

from tests import reading
from tests.house.conftest import Page, Site
from tests.house.test_every_page import none_of

# The pages are fetched once, but only where a test wants the database is there one.
pytestmark = [pytest.mark.django_db, pytest.mark.words]

# Names and dates in rows, hardly a sentence: there is nothing to grade.
LIST_OF_NAMES = "coaching:cases"


@pytest.fixture(scope="session")
def texts(site: Site) -> dict[str, str]:
    """What each page shows of its own, once a text: pages that look alike are read once."""
    return {reading.main_of(page.html): str(page) for page in site.answers if is_read(page)}


def is_read(page: Page) -> bool:
    return page.is_html and "<main" in page.html


def test_no_page_uses_a_word_that_is_not_ours(texts):
    none_of(f"{page}: {reading.banned_words(main)}" for main, page in texts.items()
            if reading.banned_words(main))  # fmt: skip


def test_header_and_footer_speak_as_calmly_as_the_page(site):
    page = next(page for page in site.pages if page.name == "coaching:hub")
    assert reading.banned_words(page.html) == []


def test_every_page_reads_at_grade_six_or_under(texts):
    prose = {page: main for main, page in texts.items() if LIST_OF_NAMES not in page}
    grades = {page: reading.grade(main) for page, main in prose.items()}
    none_of(f"{page}: {grade:.1f}" for page, grade in grades.items() if grade > reading.MOST_GRADE)


def test_no_sentence_is_longer_than_a_breath(texts):
    longest = {page: reading.longest_sentence(main) for main, page in texts.items()}
    none_of(
        f"{page}: {sentence}"
        for page, sentence in longest.items()
        if len(sentence.split()) > reading.MOST_WORDS
    )
