"""Who has not said yes, and who has started, never read the words of the others."""

import re

import pytest

from tests import reading
from tests.house.conftest import Page, Site
from tests.house.test_every_page import none_of

pytestmark = [pytest.mark.django_db, pytest.mark.words]

BACKS_OUT = r"\bback(s|ed|ing)? out\b|\bwithdr[ae]w|\breneg"
NOT_THEIRS = {
    "not accepted": (
        rf"{BACKS_OUT}|\bkeep the job\b|\bthe job (you|I) said yes to\b"
        r"|\bthe first (job|employer)\b|\bresign|\bleave the job\b|\bhandover\b"
    ),
    "started": (
        rf"{BACKS_OUT}|\bkeep the job\b|\bthe job (you|I) said yes to\b|\bstart later\b"
        r"|\bbefore (you|I) start\b|\bday one\b|\byour start day\b"
    ),
}


def of_a_case(site: Site, way: str) -> list[Page]:
    """The pages of every case of somebody at this stage, their forms sent empty too."""
    return [page for page in site.pages if page.how.startswith(way) and "/c/" in page.url]


@pytest.mark.mission("S2-1")
@pytest.mark.parametrize("way", NOT_THEIRS)
def test_no_page_of_a_case_speaks_as_if_they_stood_elsewhere(site, way):
    pages = of_a_case(site, way)
    assert len({page.name for page in pages}) > 40
    wrong = re.compile(NOT_THEIRS[way], re.IGNORECASE)
    found = ((page, wrong.search(reading.words_of(reading.main_of(page.html)))) for page in pages)
    none_of(f"{page}: {hit[0]!r}" for page, hit in found if hit)
