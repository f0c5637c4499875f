"""The case on one page, to take along: what is shared, and nothing else."""

from contextlib import suppress
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client

from coaching.models import Appointment, AppointmentState, Meeting, Paper, Section
from tests.canary import a_word_in_every_text, met_in
from tests.coaching.test_print import typed_columns
from tests.coaching.test_shared_pages import FOR_ANA_ALONE, as_staff_read
from tests.factories import adviser, centre, shared
from tests.letters.reading import opened, words_on
from tests.whole_case import MONDAY, When, anas_case

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


def summary(case) -> bytes:
    browser = Client()
    browser.force_login(case.owner)
    answer = browser.get(f"/c/{case.code}/share/summary.pdf")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    return answer.content


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("sections", [(), tuple(Section)], ids=["basics", "everything"])
def test_it_is_one_page_on_either_paper(paper, sections):
    case = anas_case()
    for letter in case.letters.all():
        letter.paper = paper
        letter.save()
    shared(case, adviser(centre()), *sections, name="Ana Silva", programme="Statistics")
    pdf = summary(case)
    document = opened(pdf)
    (page,) = document.pages
    words = " ".join(words_on(pdf))
    assert "Ana Silva, Statistics" in words
    assert "Cleo Byrne, Lakeside Career Center" in words
    assert round(float(page.mediabox[2])) == (612 if paper == Paper.LETTER else 595)


def test_it_reads_well_for_whoever_gets_it():
    case = anas_case(When.WAITING)
    shared(case, adviser(centre()), name="Ana Silva")
    words = " ".join(words_on(summary(case)))
    assert "Decision date" in words
    assert "You decide" not in words
    assert words.count("By when do they want an answer?") == 1


@pytest.mark.parametrize("when", [When.WAITING, When.TOLD])
def test_nothing_is_on_it_that_staff_do_not_read(when):
    case = anas_case(when)
    words = a_word_in_every_text()
    shared(case, adviser(centre()), Section.PAY)
    found = met_in(" ".join(words_on(summary(case))), words)
    assert found
    assert not found & FOR_ANA_ALONE
    assert found <= met_in(as_staff_read(case, Section.PAY), words)


def test_a_talk_with_whoever_read_it_before_is_not_on_it():
    case = anas_case()
    case.sharings.update(ended_at=MONDAY)
    cleo, eli = adviser(centre()), adviser(centre(), "eli")
    agreed = {"how": Meeting.CALL, "asked_at": MONDAY, "state": AppointmentState.AGREED}
    # They have talked this morning, so nobody calls it off; she shares anew in the afternoon.
    before = shared(case, cleo, ended_at=MONDAY)
    earlier = {"member": cleo, "agreed_for": MONDAY - timedelta(hours=1)}
    Appointment.objects.create(sharing=before, **agreed, **earlier)
    now = shared(case, eli)
    assert "Talk with" not in " ".join(words_on(summary(case)))

    later = {"member": eli, "agreed_for": MONDAY + timedelta(hours=1)}
    Appointment.objects.create(sharing=now, **agreed, **later)
    words = " ".join(words_on(summary(case)))
    assert "Talk with Eli Byrne" in words
    assert "Cleo Byrne" not in words


def test_without_sharing_there_is_none():
    case = anas_case()
    case.sharings.all().delete()
    browser = Client()
    browser.force_login(case.owner)
    answer = browser.get(f"/c/{case.code}/share/summary.pdf", follow=True)
    assert "Share your case first" in answer.text


def test_it_is_one_page_however_much_was_written():
    """Every text as long as it may be, four offers, and all of it shared."""
    case = anas_case(When.TOLD)
    for model, field in typed_columns():
        if field.max_length and field.max_length >= 100:
            words = ("An answer that goes on " * 500)[: min(field.max_length, 2000)].strip()
            with suppress(IntegrityError), transaction.atomic():
                model._base_manager.update(**{field.name: words})
    shared(case, adviser(centre()), *Section, name="A" * 120, programme="B" * 120)
    document = opened(summary(case))
    assert len(document.pages) == 1
