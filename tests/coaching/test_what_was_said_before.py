"""A page knows what another page was told: nobody reads a line that is no longer true."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from coaching.models import Outcome, SafeLetter, SafeLetterVersion, SignedTerms
from offers.models import Answer, Contact, Offer, OfferKind, Role, Rung, Stage, Writing
from tests.coaching.ana import Ana
from tests.factories import accepted_offer, decision_date, finish, other_offer

from .leaving import dana, leaving, owner_of, page, situation, told, url

pytestmark = pytest.mark.django_db
BEFORE = "before you tell anyone"


@pytest.fixture
def gone():
    """Ana backs out. Dana, the only one to tell, has heard it."""
    case = leaving()
    situation(case, visa=Answer.YES)
    told(dana(case), "spoke")
    return case


def reads(case, name, *about):
    return page(owner_of(case).get(url(name, case, *about)))


def card(html):
    return html.split('id="next">')[1].split("</section>")[0]


@pytest.mark.parametrize("name", ["hub", "tell"])
def test_nobody_is_told_to_ask_before_telling_once_someone_knows(name, gone):
    html = reads(gone, name)
    assert BEFORE not in html
    assert "today" in html


@pytest.mark.parametrize("name", ["hub", "tell"])
def test_until_then_the_visa_comes_first(name):
    case = leaving()
    situation(case, visa=Answer.YES)
    assert BEFORE in reads(case, name)


def test_once_everyone_knows_nothing_asks_to_call(gone):
    assert url("tell-done", gone) in card(reads(gone, "hub"))
    html = reads(gone, "decide-done")
    assert "Now quick is kind" not in html
    assert url("tell-done", gone) in html


def test_a_day_found_in_the_papers_is_among_the_dates_that_matter(client):
    ana = Ana(client, pages=("pause", "date"))
    SignedTerms.objects.create(case=ana.case, tell_by=date(2099, 5, 4))
    assert "May 4" in ana.reads("hub")


def test_the_words_about_the_calendar_are_words(client):
    ana = Ana(client)
    html = ana.reads("calendar-page")
    assert "Guidance(" not in html
    assert "How do I take it back?" in html


def test_what_is_signed_is_not_asked_for_again(client):
    ana = Ana(client)
    accepted_offer(ana.case)
    offer = other_offer(ana.case, rung=Rung.SPOKEN)
    asking = "Words to ask for it in writing"
    assert asking in ana.reads("writing", offer.number)
    offer.writing.rung = Rung.SIGNED
    offer.writing.save()
    assert asking not in ana.reads("writing", offer.number)


def test_the_job_she_has_now_is_not_asked_for_an_offer(client):
    ana = Ana(client)
    accepted_offer(ana.case)
    Offer.objects.create(case=ana.case, number=2, kind=OfferKind.CURRENT, employer="Orchard")
    assert "Thank you for the offer" not in ana.reads("writing", 2)


def test_who_waits_for_paper_is_led_on_meanwhile(client):
    ana = Ana(client, pages=("pause", "date"))
    decision_date(ana.case, timezone.now() + timedelta(days=3))
    accepted_offer(ana.case)
    offer = other_offer(ana.case)
    assert "in writing" in card(ana.reads("hub"))
    Writing.objects.create(offer=offer, rung=Rung.SPOKEN)
    assert "Your situation" in card(ana.reads("hub"))


def test_a_no_names_everyone_who_hears_it(client):
    ana = Ana(client, stage=Stage.NOT_ACCEPTED, pages=("pause", "date"))
    decision_date(ana.case, timezone.now() - timedelta(hours=1))
    for number, employer in enumerate(("Acme", "Birch"), start=1):
        Offer.objects.create(
            case=ana.case, number=number, kind=OfferKind.OTHER, employer=employer, title="Nurse"
        )
    finish(ana.case, "for-and-against-keep")
    ana.client.post(ana.url("decide-early"))
    ana.saves("decide", choice=Outcome.OUT, sure="3", go="1")
    assert "Say no to Acme and Birch" in ana.reads("decide-check")


def test_the_number_of_steps_is_the_number_of_steps(client):
    ana = Ana(client, stage=Stage.NOT_ACCEPTED)
    assert "Five steps to a good answer" in ana.reads("hub")
    Offer.objects.create(case=ana.case, number=1, kind=OfferKind.OTHER, employer="Acme")
    assert "Six steps to a good answer" in ana.reads("hub")


def test_who_has_not_said_yes_is_not_asked_how_they_said_it(client):
    new = Ana(client, stage=Stage.NOT_ACCEPTED)
    assert "said yes" not in new.reads("why").split("<form")[1].split("</form>")[0]
    job = Offer.objects.create(case=new.case, number=1, kind=OfferKind.OTHER, employer="Acme")
    assert "you may leave" not in new.reads("ask-first", job.number)


def test_a_letter_that_was_sent_says_so_in_the_list(client):
    ana = Ana(client)
    accepted_offer(ana.case)
    offer = other_offer(ana.case)
    letter = SafeLetter.objects.create(case=ana.case, offer=offer, kind="ask-writing")
    assert "Sent " not in ana.reads("letters")
    SafeLetterVersion.objects.create(
        letter=letter,
        number=1,
        sha256="0" * 64,
        paper="letter",
        made_at=timezone.now(),
        sent_at=timezone.now(),
    )
    assert "Sent " in ana.reads("letters")


def test_who_named_a_referrer_has_said_that_someone_referred_them(client):
    ana = Ana(client, pages=("pause", "basics-1", "people-1"))
    job = accepted_offer(ana.case)
    assert referred(ana) == []
    Contact.objects.create(case=ana.case, offer=job, role=Role.REFERRER, name="Lena Ortiz")
    assert referred(ana) == ["yes"]


def referred(ana):
    form = ana.opens("situation").context["form"]
    return [value for value in [form["referred"].value()] if value]


def test_who_asks_first_is_led_to_the_words_to_ask():
    case = leaving(outcome=Outcome.ASK)
    assert "How to ask" in card(reads(case, "hub"))
    assert "close your case" not in card(reads(case, "hub"))
