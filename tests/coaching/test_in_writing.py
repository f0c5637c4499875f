"""Get the new offer in writing: how firm it is, and the words to ask for it."""

import re

import pytest

from coaching.forms.in_writing import SEEN
from coaching.journey.facts import Facts
from coaching.journey.gates import gaps_in, unwritten_when_leaving
from coaching.models import Outcome
from offers.models import CONDITIONS, Offer, OfferKind, Rung, Writing
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer, other_offer

pytestmark = pytest.mark.django_db

MAIL = {"rung": "e-mail", "seen": ["saw_pay", "saw_start"]}


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


def gaps(ana: Ana) -> tuple[str, ...]:
    return gaps_in(Facts(ana.now()))


@pytest.mark.mission("S1-16", "S4-11")
def test_an_offer_in_an_e_mail_settles_the_task(ana):
    assert ana.opens("in-writing").url == ana.url("writing", 2)
    page = ana.saves("writing", 2, **MAIL)
    assert page.url == ana.url("conditions", 2)
    row = Writing.objects.get(offer__case=ana.case)
    assert row.is_in_writing
    assert (row.saw_pay, row.saw_start, row.saw_place) == (True, True, False)


def test_a_spoken_offer_stays_something_to_check(ana):
    ana.saves("writing", 2, rung="spoken")
    assert not Writing.objects.get().is_in_writing
    assert "Check this" in hub_row(ana)
    assert "Harborlight Health is not in writing yet" in hub_row(ana)


@pytest.mark.mission("S2-12")
def test_nothing_is_said_of_an_offer_that_nobody_was_asked_about(ana):
    assert "You have not said if Harborlight Health is in writing" in hub_row(ana)
    assert "you have not said if Harborlight Health is in writing" in gaps(ana)
    ana.saves("writing", 2, rung="talk")
    assert "Harborlight Health is not in writing yet" in hub_row(ana)
    assert "Harborlight Health is not in writing yet" in gaps(ana)


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
        assert ana.saves("writing", 2, **MAIL).url == ana.url("conditions", 2)
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


# What has to happen first


@pytest.mark.mission("S4-11")
def test_a_signed_offer_stands_on_top_once_each_condition_is_met(ana):
    ana.saves("writing", 2, rung="signed", seen=list(SEEN))
    assert rung_of(ana, 2) == "Signed by both"
    met = dict.fromkeys(CONDITIONS, "not-needed") | {"background": "yes"}
    assert ana.saves("conditions", 2, **met).url == ana.url("writing", 2)
    assert rung_of(ana, 2) == "Every condition met"
    assert "What is still missing" not in ana.reads("writing", 2)
    assert ana.saves("writing", 2, version=1, rung="signed").url == ana.url("hub")


def rung_of(ana: Ana, number: int) -> str:
    page = ana.reads("writing", number)
    return re.search(r'<li class="on"><strong>(.*?)</strong>', page)[1]


def test_what_is_still_missing_is_named(ana):
    ana.saves("writing", 2, **MAIL)
    answers = {"background": "no", "permit": "unknown", "conditions_left": "The board says yes"}
    ana.saves("conditions", 2, **answers)
    page = ana.reads("writing", 2)
    for words in (
        "You have not read the place and what must happen first in black and white.",
        "It is not signed by both of you.",
        "Background check: not settled yet.",
        "Visa or work permit: not settled yet.",
        "You wrote: The board says yes",
    ):
        assert words in page
    assert "References: not settled" not in page


def test_before_an_answer_nothing_is_said_to_be_missing(ana):
    page = ana.reads("writing", 2)
    assert "What is still missing" not in page
    assert "Save an answer to see where this one stands." in page


def test_the_job_she_said_yes_to_stands_on_the_same_ladder(ana):
    ana.case.offers.filter(number=1).update(accepted_how="e-mail")
    page = ana.reads("writing", 2)
    rung = page[page.index("In an e-mail</strong>") : page.index("They told you</strong>")]
    assert "Bluebird Analytics" in rung


def test_a_condition_that_is_open_is_seen_before_the_decision(ana):
    Writing.objects.create(offer=ana.case.offers.get(number=2), rung="signed", permit="no")
    assert "Harborlight Health has conditions that are not met yet" in gaps(ana)


def test_the_job_she_said_yes_to_has_no_conditions_page(ana):
    assert ana.opens("conditions", 1).status_code == 404
    assert bo_finds_nothing(ana, "conditions", 2)
    assert wrong_methods_are_refused(ana, "conditions", 2)


def test_one_page_never_touches_the_answers_of_the_other(ana):
    ana.saves("writing", 2, **MAIL, keeps="4")
    ana.saves("conditions", 2, degree="yes", rung="none")
    row = Writing.objects.get()
    assert (row.rung, row.keeps, row.degree) == ("e-mail", 4, "yes")


# The ladder


def test_with_several_offers_one_ladder_shows_them_all(ana):
    another(ana)
    accepted = ana.case.offers.get(number=1)
    accepted.accepted_how = "phone"
    accepted.save()
    ana.saves("writing", 2, rung="talk")
    ana.saves("writing", 3, rung="spoken")
    page = ana.reads("in-writing")
    ladder = page[page.index('<ol class="ladder"') :]
    spoken = ladder[ladder.index("They told you") : ladder.index("You are talking")]
    assert "Third" in spoken
    assert "Bluebird Analytics" in spoken
    assert "Harborlight Health" in ladder[ladder.index("You are talking") :]


@pytest.fixture
def tied(client):
    """SC6: she said yes to Kawa; the president of her employer of four years asks her to stay."""
    ana = Ana(client, time_zone="Asia/Tokyo")
    accepted_offer(ana.case, employer="Kawa")
    Offer.objects.create(case=ana.case, number=2, kind=OfferKind.CURRENT, employer="Hoshi")
    return ana


@pytest.mark.mission("S1-16")
def test_a_promise_to_stay_is_on_the_ladder_with_how_sure_she_is(tied):
    assert "Optional" in hub_row(tied)
    tied.saves("writing", 2, rung="spoken", keeps="2")
    assert "Hoshi is not in writing yet" in hub_row(tied)
    page = tied.reads("writing", 2)
    assert "You put it at 2 of 5 that they keep their word." in page
    assert "Get what they promise in writing</h1>" in page
    assert rung_of(tied, 2) == "They told you"
    assert "Hoshi is not in writing yet" in gaps(tied)


def test_the_job_one_has_now_is_no_gap_while_nobody_promised_anything(tied):
    for version, rung in enumerate(("none", "talk")):
        tied.saves("writing", 2, version=version, rung=rung)
        assert "Hoshi is not in writing yet" not in gaps(tied)


@pytest.mark.mission("S1-16", "S4-11")
def test_leaving_for_a_spoken_promise_meets_the_same_gate(tied):
    tied.saves("writing", 2, rung="spoken")
    facts = Facts(tied.now())
    assert unwritten_when_leaving(facts, Outcome.OUT) == tied.case.offers.get(number=2)
    tied.saves("writing", 2, version=1, rung="e-mail")
    assert unwritten_when_leaving(Facts(tied.now()), Outcome.OUT) is None
