"""Letters that may leave before a decision: begun, filled in, frozen, sent; and what stays shut."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from coaching.models import (
    Ask,
    AskedTerm,
    GoneAhead,
    Letterhead,
    Outcome,
    SafeKind,
    SafeLetter,
    SafeLetterVersion,
    Told,
)
from coaching.views import letter_files
from offers.models import AcceptedHow, Contact, Offer, OfferKind, Role, Situation, Stage
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.coaching.leaving import decide
from tests.factories import accepted_offer, manager, other_offer

pytestmark = pytest.mark.django_db

LEAVING = re.compile(r"withdraw|resign", re.IGNORECASE)
TO_BLUEBIRD = {SafeKind.ASK_TERMS, SafeKind.MORE_TIME}


@pytest.fixture
def ana(client):
    """Bluebird she said yes to, Harborlight is an offer, and at Northgate she is mid-interview."""
    ana = Ana(client, time_zone="America/New_York")
    case = ana.case
    manager(accepted_offer(case), email="dana@example.com")
    other = other_offer(case, rung="spoken")
    third = Offer.objects.create(
        case=case, number=3, kind=OfferKind.INTERVIEW, employer="Northgate", title="Analyst"
    )
    for offer in (other, third):
        Contact.objects.create(case=case, offer=offer, role=Role.RECRUITER, name="Kim Lee")
    Letterhead.objects.create(case=case, name="Ana Okafor")
    return ana


@pytest.fixture
def quick(monkeypatch):
    """A press that needs no time: the pages are the words."""
    monkeypatch.setattr(letter_files, "to_pdf", lambda sheet: f"%PDF {sheet.body}".encode())


def begin(ana, kind, number):
    return ana.client.post(ana.url("letters-new", kind, number))


def letter(ana, kind="more-time", number=2):
    begin(ana, kind, number)
    return SafeLetter.objects.get(kind=kind, offer__number=number)


def ask_bluebird(ana):
    by = timezone.now() + timedelta(days=2)
    ask = Ask.objects.create(case=ana.case, offer=ana.case.offers.get(number=1), still="yes")
    Ask.objects.update(reply_by=by)
    AskedTerm.objects.create(ask=ask, what="pay", wanted="$74,000 a year")


# What may leave, and to whom


def test_the_list_says_what_each_is_for_and_to_whom(ana):
    page = ana.reads("letters")
    for words in ("Ask for more time", "Ask if they can decide sooner", "Write to Kim Lee"):
        assert words in page
    assert not LEAVING.search(page)


@pytest.mark.mission("S1-13", "S2-2")
@pytest.mark.parametrize("kind", SafeKind.values)
def test_the_first_employer_gets_no_letter_but_two(ana, kind):
    ask_bluebird(ana)
    begin(ana, kind, 1)
    assert SafeLetter.objects.exists() == (kind in TO_BLUEBIRD)


def test_time_to_sign_is_asked_for_only_before_signing(ana):
    ana.case.offers.filter(number=1).update(accepted_how=AcceptedHow.SIGNED)
    begin(ana, "more-time", 1)
    assert not SafeLetter.objects.exists()


def test_nobody_asks_for_terms_before_the_first_question(ana):
    assert begin(ana, "ask-terms", 1).url == ana.url("letters")
    assert "First answer one question" in ana.reads("letters")
    assert not SafeLetter.objects.exists()


@pytest.mark.parametrize(
    ("kind", "number"), [("no-such-letter", 2), ("withdraw-fit", 2), ("resign", 1)]
)
def test_no_other_letter_can_be_begun_here(ana, kind, number):
    assert begin(ana, kind, number).status_code == 404


def test_to_begin_twice_is_to_go_on_with_the_same_letter(ana):
    assert begin(ana, "more-time", 2).url == begin(ana, "more-time", 2).url
    assert SafeLetter.objects.count() == 1


@pytest.mark.mission("S1-14")
def test_mid_interview_the_recruiter_hears_of_the_offer_and_the_real_deadline(ana):
    ends = timezone.now() + timedelta(days=4)
    ana.case.offers.filter(number=2).update(ends="on", ends_at=ends)
    page = ana.reads("safe-letter", letter(ana, "speed-up", 3).pk)
    assert "Dear Kim," in page
    assert "I have been offered a job elsewhere, and I have a deadline of" in page
    assert "The deadline is one you told us of" in page
    assert "Harborlight" not in page


@pytest.mark.mission("S1-15")
def test_a_recruiter_can_be_asked_how_things_stand(ana):
    page = ana.reads("safe-letter", letter(ana, "ask-update", 3).pk)
    assert "Could you tell me how things stand" in page


# One letter


def test_the_answers_show_in_the_letter_and_nothing_wrong_is_kept(ana):
    one = letter(ana)
    later = (timezone.now() + timedelta(days=3)).date().isoformat()
    good = {"day": later, "clock": "10:00", "paper": "a4"}
    bad = ana.saves("safe-letter", one.pk, **good | {"day": "2020-01-01"}).content.decode()
    assert "still to come" in bad
    assert ana.saves("safe-letter", one.pk, **good).url == ana.url("safe-letter", one.pk)
    page = ana.reads("safe-letter", one.pk)
    assert "Could I have until " in page
    assert ", at 10am?" in page
    assert SafeLetter.objects.get().paper == "a4"


def test_a_letter_needs_a_name_first(ana):
    Letterhead.objects.all().delete()
    one = letter(ana)
    assert ana.opens("safe-letter", one.pk).url == ana.url("safe-letter-you", one.pk)
    you = {"version": "0", "name": "Ana Okafor"}
    saved = ana.client.post(ana.url("safe-letter-you", one.pk), you)
    assert saved.url == ana.url("safe-letter", one.pk)


def test_own_words_stay_until_one_starts_again(ana):
    one = letter(ana)
    ana.saves("safe-letter-words", one.pk, words="Dear Kim,\n\nMay I have until Monday?")
    assert "May I have until Monday?" in ana.reads("safe-letter", one.pk)
    ana.client.post(ana.url("safe-letter-again", one.pk))
    assert "May I have until Monday?" not in ana.reads("safe-letter", one.pk)


@pytest.mark.mission("S1-13")
@pytest.mark.parametrize("words", ["I withdraw.", "I resign.", "I have to back out."])
def test_nobody_can_write_here_that_they_go(ana, quick, words):
    """Not by their own words, and not by a row that holds them already."""
    one = letter(ana)
    page = ana.saves("safe-letter-words", one.pk, words=f"Dear Kim,\n\n{words}").content.decode()
    assert "open once you have decided" in page
    SafeLetter.objects.update(words=f"Dear Kim,\n\n{words}")
    for button in ("pdf", "email"):
        answer = ana.client.post(ana.url("safe-letter-issue", one.pk), {button: "1"})
        assert answer.url == ana.url("safe-letter", one.pk)
    assert not SafeLetterVersion.objects.exists()


def test_a_job_that_sounds_like_going_is_no_reason_to_refuse_its_letter(ana, quick):
    """Its name is in every draft: the check said yes to it, and the button said no."""
    ana.case.offers.filter(number=2).update(title="Withdrawals Clerk")
    one = letter(ana)
    words = "Dear Kim,\n\nThank you for the Withdrawals Clerk position. May I have until Monday?"
    assert ana.saves("safe-letter-words", one.pk, words=words).status_code == 302
    ana.client.post(ana.url("safe-letter-issue", one.pk), {"pdf": "1"})
    assert SafeLetterVersion.objects.exists()


def test_it_leaves_frozen_as_pdf_text_and_email(ana):
    one = letter(ana)
    issue = ana.url("safe-letter-issue", one.pk)
    pdf = ana.client.post(issue, {"pdf": "1"}, follow=True)
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf["Content-Disposition"] == 'attachment; filename="time-to-answer-to-kim-lee.pdf"'
    ana.client.post(issue, {"email": "1"})
    assert SafeLetterVersion.objects.count() == 1
    SafeLetter.objects.update(words="Dear Kim,\n\nAnother one.")
    for name in ("safe-letter-version", "safe-letter-text"):
        page = ana.reads(name, one.pk, 1)
        assert "I take it seriously" in page
        assert "Another one." not in page
    assert ana.opens("safe-letter-pdf", one.pk, 1).content == pdf.content
    assert ana.opens("safe-letter-pdf", one.pk, 2).status_code == 404


def test_sent_is_written_down_once_and_tells_nobody(ana, quick):
    one = letter(ana)
    sent = ana.url("safe-letter-sent", one.pk)
    assert ana.client.post(sent).url == ana.url("safe-letter", one.pk)
    ana.client.post(ana.url("safe-letter-issue", one.pk), {"pdf": "1"})
    assert ana.client.post(sent).url == ana.url("letters")
    first = SafeLetterVersion.objects.get().sent_at
    ana.client.post(sent, {"number": "1"})
    assert SafeLetterVersion.objects.get().sent_at == first
    assert "I did not send it after all" in ana.client.get(ana.url("safe-letter", one.pk)).text
    ana.client.post(sent, {"number": "1", "undo": "1"})
    assert SafeLetterVersion.objects.get().sent_at is None
    assert not Told.objects.exists()


def test_when_the_ask_is_taken_back_its_letter_is_shut(ana, quick):
    ask_bluebird(ana)
    one = letter(ana, "ask-terms", 1)
    assert "Could the pay be $74,000 a year?" in ana.reads("safe-letter", one.pk)
    ana.client.post(ana.url("safe-letter-issue", one.pk), {"pdf": "1"})
    Ask.objects.update(still="no")
    for name in ("safe-letter", "safe-letter-words", "safe-letter-you"):
        assert ana.opens(name, one.pk).url == ana.url("letters")
        assert ana.saves(name, one.pk, words="Dear Dana").url == ana.url("letters")
    for name in ("safe-letter-pdf", "safe-letter-text", "safe-letter-version"):
        assert ana.opens(name, one.pk, 1).url == ana.url("letters")


# A second yes


@pytest.mark.mission("S1-31")
def test_a_yes_to_another_job_waits_for_the_decision(ana):
    assert begin(ana, "accept", 2).url == ana.url("letters")
    assert not SafeLetter.objects.exists()
    decide(ana.case)
    assert begin(ana, "accept", 2).status_code == 302
    assert SafeLetter.objects.get().kind == "accept"


@pytest.mark.parametrize(
    ("how", "signed", "is_to_sign"),
    [("phone", "no", True), ("phone", "", True), ("phone", "yes", False), ("e-mail", "", False)],
)
def test_who_gave_the_yes_in_writing_does_not_say_that_signing_is_to_come(
    ana, how, signed, is_to_sign
):
    Offer.objects.filter(number=1).update(accepted_how=how)
    Situation.objects.create(case=ana.case, signed=signed)
    page = ana.client.get(begin(ana, "more-time", 1).url, follow=True).text
    assert ("before I sign" in page) == is_to_sign
    assert ("and for the papers.</p>" in page) != is_to_sign


@pytest.mark.mission("S1-31")
def test_once_decided_nothing_is_asked_of_the_job_that_was_given_up(ana):
    before = ana.opens("letters").content.decode()
    assert "You do not have to decide before you send one" in before
    decide(ana.case, Outcome.OUT)
    after = ana.opens("letters").content.decode()
    assert "You do not have to decide" not in after
    assert "Write to them from “Tell people”." in after
    assert begin(ana, "more-time", 1).url == ana.url("letters")
    assert not SafeLetter.objects.exists()
    assert begin(ana, "more-time", 2).url != ana.url("letters")


def test_what_was_begun_before_its_job_was_given_up_stays_hers_to_read(ana):
    page = begin(ana, "more-time", 1).url
    decide(ana.case, Outcome.OUT)
    assert "Open the letter to" in ana.opens("letters").content.decode()
    assert ana.client.get(page).status_code == 200


def test_where_they_will_not_write_first_one_can_go_past_the_warning(ana):
    assert ana.url("second-yes", 2) in ana.reads("writing", 2)
    assert "This is a second yes" in ana.reads("second-yes", 2)
    for _ in range(2):
        ana.saves("second-yes", 2, why="They want a yes first")
    assert GoneAhead.objects.get().why == "They want a yes first"
    page = ana.reads("safe-letter", SafeLetter.objects.get().pk)
    assert "This is a second yes" in page
    assert "My yes counts once I have the signed letter" in page


def test_the_warning_was_read_for_one_offer_only(ana):
    ana.saves("second-yes", 2)
    Offer.objects.create(case=ana.case, number=4, kind=OfferKind.OTHER, employer="Dune")
    begin(ana, "accept", 4)
    assert SafeLetter.objects.get().offer.number == 2


@pytest.mark.parametrize("number", [1, 3, 4])
def test_nobody_says_a_second_yes_to_the_first_job_or_to_an_interview(ana, number):
    assert ana.opens("second-yes", number).status_code == 404
    assert ana.saves("second-yes", number).status_code == 404


def test_who_keeps_the_job_says_no_second_yes(ana):
    decide(ana.case, Outcome.KEEP)
    assert begin(ana, "accept", 2).url == ana.url("letters")


def test_a_first_yes_comes_with_the_decision_to_say_yes(client):
    ana = Ana(client, stage=Stage.NOT_ACCEPTED)
    other_offer(ana.case)
    assert ana.opens("second-yes", 2).url == ana.url("hub")
    begin(ana, "accept", 2)
    assert not SafeLetter.objects.exists()
    third = Offer.objects.create(case=ana.case, number=3, kind=OfferKind.OTHER, employer="Dune")
    decide(ana.case, Outcome.KEEP)
    ana.case.decisions.update(offer=third)
    begin(ana, "accept", 2)
    assert not SafeLetter.objects.exists(), "the offer that is said no to gets no yes"
    begin(ana, "accept", 3)
    assert SafeLetter.objects.exists()


# Strangers and wrong methods

PAGES = ("safe-letter", "safe-letter-you", "safe-letter-words")
ACTIONS = ("safe-letter-again", "safe-letter-issue", "safe-letter-sent")


@pytest.mark.parametrize("name", [*PAGES, *ACTIONS])
def test_a_stranger_finds_nothing(ana, name):
    one = letter(ana)
    assert bo_finds_nothing(ana, name, one.pk)
    assert wrong_methods_are_refused(ana, name, one.pk)


@pytest.mark.parametrize("name", ["safe-letter-version", "safe-letter-pdf", "safe-letter-text"])
def test_no_stranger_gets_a_file(ana, quick, name):
    one = letter(ana)
    ana.client.post(ana.url("safe-letter-issue", one.pk), {"pdf": "1"})
    assert bo_finds_nothing(ana, name, one.pk, 1)
    assert wrong_methods_are_refused(ana, name, one.pk, 1, reading=True)


def test_no_stranger_begins_a_letter(ana):
    assert bo_finds_nothing(ana, "letters-new", "more-time", 2)
    assert not SafeLetter.objects.exists()
