"""Get the new offer in writing: how firm it is, and the words to ask for it."""

import re

import pytest

from offers.models import Offer, OfferKind, Rung, Writing
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer, other_offer

pytestmark = pytest.mark.django_db

MAIL = {"rung": "e-mail", "seen": ["saw_pay", "saw_start"], "conditions_left": "Drug test"}


@pytest.fixture
def ana(client):
    """Said yes to Bluebird, and Harborlight called."""
    ana = Ana(client)
    accepted_offer(ana.case)
    other_offer(ana.case)
    return ana


def another(ana: Ana) -> Offer:
    return Offer.objects.create(case=ana.case, number=3, kind=OfferKind.OTHER, employer="Third")


def hub_row(ana: Ana) -> str:
    return re.search(r"<li><a [^>]*in-writing/.*?</li>", ana.reads("hub"), re.DOTALL)[0]


@pytest.mark.mission("S1-16", "S4-11")
def test_an_offer_in_an_e_mail_settles_the_task(ana):
    assert ana.opens("in-writing").url == ana.url("writing", 2)
    page = ana.saves("writing", 2, **MAIL)
    assert page.url == ana.url("hub")
    row = Writing.objects.get(offer__case=ana.case)
    assert row.is_in_writing
    assert (row.saw_pay, row.saw_start, row.saw_place) == (True, True, False)
    assert row.conditions_left == "Drug test"


def test_a_spoken_offer_stays_something_to_check(ana):
    ana.saves("writing", 2, rung="spoken")
    assert not Writing.objects.get().is_in_writing
    assert "Check this" in hub_row(ana)
    assert "Harborlight Health is not in writing yet" in hub_row(ana)


def test_what_was_only_spoken_cannot_have_been_read(ana):
    ana.saves("writing", 2, **MAIL)
    ana.saves("writing", 2, version=1, rung="spoken", seen=["saw_pay"])
    row = Writing.objects.get()
    assert row.rung == Rung.SPOKEN
    assert not row.saw_pay


@pytest.mark.mission("S1-31")
def test_some_employers_write_only_after_you_agree_and_the_page_says_what_then(ana):
    page = ana.reads("writing", 2)
    assert "Some employers write an offer only after you agree" in page
    assert "keep the first job until it comes" in page


def test_the_words_to_copy_never_mention_another_job(ana):
    page = ana.reads("writing", 2)
    words = page[page.index('id="words"') : page.index('data-copy="#words"')]
    assert "in writing" in words
    for hint in ("Bluebird", "another", "other offer", "accepted", "current"):
        assert hint not in words


def test_no_employer_is_named_in_the_title_or_the_address(ana):
    page = ana.reads("writing", 2)
    title = page[page.index("<title>") : page.index("</title>")]
    assert "Harborlight" not in title
    assert "Harborlight" in page


def test_with_several_offers_there_is_a_list_and_each_has_its_page(ana):
    another(ana)
    ana.saves("writing", 3, rung="signed")
    page = ana.reads("in-writing")
    assert "Harborlight Health" in page
    assert ana.url("writing", 3) in page
    assert "In writing</span>" in page
    assert Writing.objects.get().offer.number == 3
    assert ana.saves("writing", 2, rung="none").url == ana.url("in-writing")


def test_the_job_she_said_yes_to_is_not_asked_about(ana):
    assert ana.opens("writing", 1).status_code == 404
    assert ana.opens("writing", 4).status_code == 404


def test_nothing_chosen_says_so(ana):
    page = ana.saves("writing", 2).content.decode()
    assert page.count("Choose what you have from them") == 2
    assert not Writing.objects.exists()


def test_a_second_click_changes_nothing(ana):
    for _ in range(2):
        assert ana.saves("writing", 2, **MAIL).url == ana.url("hub")
    assert Writing.objects.count() == 1
    assert ana.now().saved_pages.get(slug="in-writing-2").version == 1


def test_an_old_tab_gets_both_answers_back(ana):
    ana.saves("writing", 2, **MAIL)
    page = ana.saves("writing", 2, rung="none")
    assert page.status_code == 409
    assert Writing.objects.get().rung == Rung.EMAIL


def test_without_another_offer_there_is_no_such_step(client):
    ana = Ana(client)
    accepted_offer(ana.case)
    assert ana.opens("in-writing").url == ana.url("hub")


def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana):
    assert bo_finds_nothing(ana, "writing", 2)
    assert wrong_methods_are_refused(ana, "writing", 2)
    assert wrong_methods_are_refused(ana, "in-writing", reading=True)


@pytest.mark.parametrize(
    ("stage", "lead", "last"),
    [
        ("not-accepted", "Get it in writing before you say yes", "keep your other ways open"),
        ("accepted", "before you let go of the first", "keep the first job until it comes"),
        ("started", "before you say that you leave", "stay in the job until it comes"),
    ],
)
def test_what_to_hold_on_to_meanwhile_fits_where_she_stands(client, stage, lead, last):
    ana = Ana(client, stage=stage)
    other_offer(ana.case)
    page = ana.reads("writing", 2)
    assert lead in page
    assert last in page
