"""Letters beside the one of the decision, and somebody else for the job: when they open, and whom
they reach."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from coaching.models import (
    FurtherKind,
    FurtherLetter,
    FurtherLetterVersion,
    LeavingCost,
    Letter,
    Notice,
    Outcome,
    SignedTerms,
    Suggestion,
    Told,
)
from coaching.views import letter_files
from offers.models import Answer, ClosedAs, Contact, Offer, OfferKind, Pay, Role, School

from .leaving import (
    add,
    bluebird,
    dana,
    decide,
    leaving,
    letter_to,
    owner_of,
    page,
    person,
    situation,
    told,
    url,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 12, 4, 20, tzinfo=UTC)
SAM = {
    "version": "0", "name": "Sam Lee", "reach": "sam@example.org",
    "why": "Has done this work for three years", "said_yes": "said_yes",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _on_that_day():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def case():
    return leaving()


@pytest.fixture
def quick(monkeypatch):
    """A press that needs no time: the pages are the words."""
    monkeypatch.setattr(letter_files, "to_pdf", lambda sheet: f"%PDF {sheet.body}".encode())


def begin(case, kind):
    return owner_of(case).post(url("more-letters-new", case, kind))


def begun(case, kind):
    begin(case, kind)
    return FurtherLetter.objects.get(kind=kind)


def reads(case, name, *about):
    answer = owner_of(case).get(url(name, case, *about))
    assert answer.status_code == 200, answer
    return page(answer)


def name_sam(case, **more):
    return owner_of(case).post(url("replacement", case), SAM | more)


# Somebody else for the job


@pytest.mark.mission("S4-14")
def test_nothing_of_somebody_is_kept_before_they_said_yes(case):
    answer = name_sam(case, said_yes="")
    assert "Ask them first. Then tick that they said yes" in page(answer)
    assert "Sam Lee" in page(answer)
    assert not Suggestion.objects.exists()
    assert begin(case, "replacement").url == url("more-letters", case)
    assert not FurtherLetter.objects.exists()


@pytest.mark.mission("S4-14")
def test_who_said_yes_is_named_with_a_way_to_reach_them_and_one_line_why(case):
    assert name_sam(case).url == url("more-letters", case)
    assert Suggestion.objects.get().said_yes_at == NOW
    assert "who said yes on" in reads(case, "more-letters")
    text = reads(case, "further-letter", begun(case, "replacement").pk)
    assert "I can suggest Sam Lee. Sam has done this work for three years." in text
    assert "Sam said yes to being named here. You can reach Sam at sam@example.org." in text
    assert "They said yes to being named" in text


@pytest.mark.mission("S4-14")
@pytest.mark.parametrize("too", ["", "in_letter"])
def test_the_letter_of_the_decision_names_them_where_that_was_wished(case, too):
    name_sam(case, too=too)
    text = reads(case, "letter", letter_to(dana(case)).pk)
    assert ("Sam Lee knows of this opening" in text) == bool(too)


def test_they_change_their_mind_and_nothing_of_them_is_left(case):
    name_sam(case, too="in_letter")
    letter = begun(case, "replacement")
    owner_of(case).post(url("replacement-remove", case))
    assert not Suggestion.objects.exists()
    assert owner_of(case).get(url("further-letter", case, letter.pk)).url == url(
        "more-letters", case
    )
    assert "Sam" not in reads(case, "replacement")


def test_nobody_can_be_taken_out_before_somebody_was_named(case):
    button = "They changed their mind"
    assert button not in reads(case, "replacement")
    assert button not in page(name_sam(case, said_yes=""))
    name_sam(case)
    assert button in reads(case, "replacement")
    owner_of(case).post(url("replacement-remove", case))
    assert button not in reads(case, "replacement")


def test_another_name_is_another_yes(case):
    name_sam(case)
    with time_machine.travel(NOW + timedelta(days=1), tick=False):
        name_sam(case, version="1", why="Knows the work")
        assert Suggestion.objects.get().said_yes_at == NOW
        name_sam(case, version="2", name="Lee Ann")
    assert Suggestion.objects.get().said_yes_at == NOW + timedelta(days=1)


# When each opens


@pytest.mark.mission("S1-13")
@pytest.mark.parametrize("outcome", ["", Outcome.KEEP, Outcome.ASK])
@pytest.mark.parametrize("kind", FurtherKind.values)
def test_none_opens_without_a_decision_to_leave(outcome, kind):
    case = leaving(outcome=outcome)
    letter = FurtherLetter.objects.create(case=case, kind=kind)
    hub = url("hub", case)
    assert begin(case, kind).url == hub
    for name in ("further-letter", "further-letter-words", "further-letter-you"):
        assert owner_of(case).get(url(name, case, letter.pk)).url == hub
        assert owner_of(case).post(url(name, case, letter.pk), {"version": "0"}).url == hub
    for name in ("further-letter-issue", "further-letter-again", "further-letter-sent"):
        assert owner_of(case).post(url(name, case, letter.pk)).url == hub
    assert owner_of(case).get(url("more-letters", case)).url == hub
    assert not FurtherLetterVersion.objects.exists()


def test_the_list_holds_what_fits_and_says_when_the_rest_opens(case):
    text = reads(case, "more-letters")
    assert "Ask to be let go early" in text
    assert "It opens once you have closed your case." in text
    assert "Settle money they paid you" not in text
    assert "Take back a resignation" not in text


def test_money_needs_money_and_begins_with_what_was_found(case):
    assert begin(case, "repay").url == url("more-letters", case)
    Pay.objects.create(offer=bluebird(case), signing_bonus=3000, signing_paid=Answer.YES)
    LeavingCost.objects.create(case=case, bonus_received=2400)
    letter = begun(case, "repay")
    assert letter.amount == "signing bonus of $2,400"
    assert "pay it back in" not in reads(case, "further-letter", letter.pk).split("Dear ")[1]
    save = {"version": "0", "way": "waiver", "amount": letter.amount, "paper": "letter"}
    owner_of(case).post(url("further-letter", case, letter.pk), save)
    text = reads(case, "further-letter", letter.pk)
    assert "I am writing about the signing bonus of $2,400 that you paid me" in text
    assert "Would you consider waiving it" in text
    owner_of(case).post(url("further-letter", case, letter.pk), save | {"version": "1", "way": ""})
    assert "waiving" not in reads(case, "further-letter", letter.pk)
    assert "not for us to say" in text


def test_a_guess_is_no_amount(case):
    Pay.objects.create(offer=bluebird(case), signing_paid=Answer.YES)
    LeavingCost.objects.create(case=case, bonus_received=2400, has_guesses=True)
    assert begun(case, "repay").amount == ""


def test_the_job_before_is_asked_to_have_them_back(case):
    situation(case, quit_other=Answer.YES)
    Offer.objects.create(
        case=case, number=3, kind=OfferKind.CURRENT, employer="Oldfield", title="Clerk"
    )
    Contact.objects.create(case=case, place=1, role=Role.BOSS, name="Lou Park")
    text = reads(case, "further-letter", begun(case, "take-back").pk)
    assert "Dear Lou," in text
    assert "take back my resignation from the Clerk position" in text
    assert "Bluebird" not in text


def test_coming_back_to_a_job_that_was_never_entered_says_what_to_fill_in(case):
    situation(case, quit_other=Answer.YES)
    letter = begun(case, "take-back")
    text = reads(case, "further-letter", letter.pk)
    assert "Add the job you gave notice in first, with its employer." in text
    answer = owner_of(case).post(url("further-letter-issue", case, letter.pk), follow=True)
    assert "Say whom this letter goes to first" in page(answer)
    assert not FurtherLetterVersion.objects.exists()
    Offer.objects.create(case=case, number=3, kind=OfferKind.CURRENT, employer="Oldfield")
    assert "Add the job you gave notice in first" not in reads(case, "further-letter", letter.pk)


def test_who_stays_after_all_takes_the_resignation_back():
    case = leaving(stage="started")
    told(dana(case), "spoke")
    assert begin(case, "take-back").url == url("more-letters", case)
    decide(case, Outcome.KEEP, hours_ago=1)
    text = reads(case, "further-letter", begun(case, "take-back").pk)
    assert "Dear Dana," in text


def test_nobody_asks_to_be_let_go_before_the_new_job_is_signed():
    case = leaving(stage="started")
    case.offers.get(number=2).writing.delete()
    assert begin(case, "release").url == url("more-letters", case)
    assert "Have the new job signed" in reads(case, "more-letters")


@pytest.mark.mission("S0-12")
def test_keeping_in_touch_opens_when_the_case_is_closed_and_the_news_has_settled(case):
    assert begin(case, "keep-in-touch").url == url("more-letters", case)
    case.closed_as, case.closed_at = ClosedAs.WITHDRAWN, NOW
    case.save()
    assert "Keep in touch" in reads(case, "close")
    begin(case, "keep-in-touch")
    assert not FurtherLetter.objects.exists()
    waits = "It opens on Saturday, January 3, 2026, 30 days after you decided."
    assert waits in reads(case, "more-letters")
    with time_machine.travel(datetime(2026, 1, 3, 4, tzinfo=UTC), tick=False):  # the 2nd there
        assert waits in reads(case, "more-letters")
    with time_machine.travel(datetime(2026, 1, 3, 6, tzinfo=UTC), tick=False):
        writes_a_few_kind_lines(case)


def writes_a_few_kind_lines(case):
    letter = begun(case, "keep-in-touch")
    save = {"version": "0", "liked": "I still use your way of testing.", "paper": "a4"}
    owner_of(case).post(url("further-letter", case, letter.pk), save)
    text = reads(case, "further-letter", letter.pk)
    assert "I still use your way of testing." in text
    assert "Asks for nothing" in text
    assert begin(case, "release").url == url("close", case)


# What it says, and only where somebody said so


def release_of(case):
    return reads(case, "further-letter", begun(case, "release").pk)


@pytest.mark.mission("S2-12")
@pytest.mark.parametrize("answer", ["", Answer.NO, Answer.UNKNOWN])
def test_papers_are_not_named_where_nobody_found_anything_in_them(case, answer):
    SignedTerms.objects.create(case=case, signed=answer, notice=answer)
    text = release_of(case)
    assert "My papers" not in text
    assert "contract" not in text
    assert "Could we agree to end our agreement by mutual consent?" in text


def test_what_was_found_in_the_papers_is_said(case):
    SignedTerms.objects.create(case=case, notice=Answer.YES)
    text = release_of(case)
    assert "My papers name a time that I would have to stay." in text
    assert "Could we agree to end the contract sooner by mutual consent?" in text


def test_the_notice_of_who_has_started_is_said():
    case = leaving(stage="started")
    text = release_of(case)
    assert "Could we agree to end my employment by mutual consent?" in text
    Notice.objects.create(case=case, contract=Answer.YES)
    text = reads(case, "further-letter", FurtherLetter.objects.get().pk)
    assert "My papers name a time that I would have to stay." in text


def test_a_signed_contract_is_said_by_who_signed_one(case):
    situation(case, signed=Answer.YES)
    assert "I know that I signed a contract with you." in release_of(case)


# One letter


@pytest.mark.mission("S2-16")
@pytest.mark.usefixtures("quick")
def test_it_is_made_frozen_and_sent_and_tells_nobody(case):
    letter = begun(case, "release")
    client = owner_of(case)
    made = client.post(url("further-letter-issue", case, letter.pk), {"email": "1"})
    assert made.url == url("further-letter-version", case, letter.pk, 1)
    first = client.get(url("further-letter-text", case, letter.pk, 1)).content
    assert b"by mutual consent" in first
    assert client.get(url("further-letter-pdf", case, letter.pk, 1)).content.startswith(b"%PDF")

    words = {"version": "0", "words": "Dear Dana,\n\nI withdraw. Could we end it early?"}
    client.post(url("further-letter-words", case, letter.pk), words)
    client.post(url("further-letter-issue", case, letter.pk))
    assert client.get(url("further-letter-text", case, letter.pk, 1)).content == first
    client.post(url("further-letter-sent", case, letter.pk), {"number": "1"})
    assert [one.sent_at for one in FurtherLetterVersion.objects.all()] == [None, NOW]
    assert not Told.objects.exists()


def test_they_hear_it_from_the_person_before_such_a_letter(case):
    letter = begun(case, "release")
    assert "They do not know yet" in reads(case, "further-letter", letter.pk)
    told(dana(case), "spoke")
    text = reads(case, "further-letter", letter.pk)
    assert "They do not know yet" not in text
    assert "Thank you for taking my call today." in text


def test_a_tone_redrafts_until_the_words_are_their_own(case):
    letter = letter_to(dana(case))
    answers = {"version": "0", "reason": "fit", "paper": "letter", "tone": "formal"}
    answers["parts"] = ["with_thanks", "with_apology"]
    owner_of(case).post(url("letter", case, letter.pk), answers)
    assert "I apologize for the inconvenience" in reads(case, "letter", letter.pk)
    Letter.objects.update(words="Dear Dana, my own words.")
    owner_of(case).post(url("letter", case, letter.pk), answers | {"version": "1", "tone": "short"})
    text = reads(case, "letter", letter.pk)
    assert Letter.objects.get().tone == "short"
    assert Letter.objects.get().reason == "fit"
    assert "my own words" in text
    assert "inconvenience" not in text


def test_the_pages_are_counted_of_these_words_and_this_paper(case, monkeypatch):
    monkeypatch.setattr(letter_files, "pages_in", lambda pdf: 2)
    monkeypatch.setattr(letter_files, "to_pdf", lambda sheet: f"%PDF {sheet.body}".encode())
    letter = begun(case, "release")
    assert "Make it once, and we count its pages" in reads(case, "further-letter", letter.pk)
    owner_of(case).post(url("further-letter-issue", case, letter.pk))
    assert "Takes 2 pages of US Letter" in reads(case, "further-letter", letter.pk)
    FurtherLetter.objects.update(paper="a4")
    assert "Make it once, and we count its pages" in reads(case, "further-letter", letter.pk)


def test_it_is_nobody_elses(case):
    letter = begun(case, "release")
    bo = Client()
    bo.force_login(person("bo"))
    for name in ("further-letter", "further-letter-issue", "further-letter-words"):
        assert bo.post(url(name, case, letter.pk)).status_code == 404
    assert bo.get(url("replacement", case)).status_code == 404
    assert owner_of(case).post(url("more-letters-new", case, "nothing")).status_code == 404


# Notes to a recruiter, a referrer and the school


@pytest.mark.mission("S4-16", "S4-18")
def test_a_recruiter_beside_who_hires_gets_a_note(case):
    situation(case, agency=Answer.YES)
    kim = add(case, Role.RECRUITER, "Kim Lee")
    told(dana(case), "spoke")
    told(kim, "spoke")
    text = reads(case, "letter", letter_to(kim, reason="fit").pk)
    assert "I told Dana Reyes today." in text
    assert "the right one for my career" in text
    assert "put someone else forward" in text
    assert "Asks nobody to hide it" in text
    assert "Return equipment" not in text


def preview_of(case, contact):
    text = reads(case, "letter", letter_to(contact).pk)
    return text[text.index('aria-label="Letter preview"') : text.index("</article>")]


@pytest.mark.mission("S4-16")
@pytest.mark.parametrize(
    ("agency", "heading"), [("TalentBridge", "<br>TalentBridge</p>"), ("", "")]
)
def test_a_letter_to_an_agency_is_headed_with_the_agency_or_the_name_alone(case, agency, heading):
    situation(case, agency=Answer.YES)
    kim = add(case, Role.RECRUITER, "Kim Lee")
    Contact.objects.filter(pk=kim.pk).update(agency=agency)
    text = preview_of(case, kim)
    assert f"<p>Kim Lee{heading or '</p>'}" in text
    assert "Data Analyst position at Bluebird Analytics" in text
    assert text.count("Bluebird Analytics") == 2  # the job, and who is told; not the heading
    assert "and the team" not in text
    assert text.count("I wanted you to know") == 0


@pytest.mark.mission("S4-16")
def test_an_agency_that_is_all_there_is_reads_which_job_it_is(case):
    kim = add(case, Role.RECRUITER, "Kim Lee")
    Contact.objects.filter(pk=kim.pk).update(agency="TalentBridge")
    dana(case).delete()
    text = preview_of(case, kim)
    assert "withdraw my acceptance of the Data Analyst position at Bluebird Analytics" in text
    assert "TalentBridge" in text
    assert "the team" not in text


def test_a_recruiter_of_the_employer_is_at_the_employer(case):
    kim = add(case, Role.RECRUITER, "Kim Lee")
    assert "<p>Kim Lee<br>Bluebird Analytics</p>" in preview_of(case, kim)


def test_the_agency_is_asked_of_the_recruiter_alone_and_has_a_limit(case):
    client, people = owner_of(case), url("people", case, 1)
    text = page(client.get(people))
    assert text.count('name="recruiter_agency"') == 1
    assert "manager_agency" not in text
    answers = {"version": "0", "manager_name": "Dana Reyes", "recruiter_agency": "TalentBridge"}
    assert "Enter the name of the recruiter" in page(client.post(people, answers))
    answers["recruiter_name"] = "Kim Lee"
    too_long = page(client.post(people, answers | {"recruiter_agency": "x" * 121}))
    assert "“Agency” must be 120 characters or fewer" in too_long
    client.post(people, answers)
    assert Contact.objects.get(role=Role.RECRUITER).agency == "TalentBridge"
    assert "TalentBridge" in reads(case, "people", 1)


def test_a_recruiter_who_is_all_there_is_gets_the_letter_itself(case):
    kim = add(case, Role.RECRUITER, "Kim Lee")
    dana(case).delete()
    assert "I am writing to withdraw my acceptance" in reads(case, "letter", letter_to(kim).pk)


def test_the_people_of_the_list_lead_to_their_letters(case):
    situation(case, school=School.STUDENT, campus=Answer.YES)
    ray, school = add(case, Role.REFERRER, "Ray Cole"), add(case, Role.SCHOOL)
    text = reads(case, "tell")
    for contact in (ray, school):
        assert url("tell-letter", case, contact.pk) in text
    begun_at = owner_of(case).post(url("tell-letter", case, school.pk)).url
    text = page(owner_of(case).get(begun_at))
    assert "Your letter to your career center" in text
    assert "Dear career center team," in text
    assert "How much do you want to say" not in text


@pytest.mark.usefixtures("quick")
def test_the_note_to_the_school_needs_no_call_and_counts_as_telling(case):
    situation(case, school=School.STUDENT, campus=Answer.YES)
    letter = letter_to(add(case, Role.SCHOOL))
    made = owner_of(case).post(url("letter-issue", case, letter.pk), {"email": "1"})
    assert made.url == url("letter-version", case, letter.pk, 1)
    owner_of(case).post(url("letter-sent", case, letter.pk))
    assert Told.objects.get().contact == letter.contact


def test_before_a_decision_the_school_is_asked_and_told_nothing_of_going():
    case = leaving(outcome="")
    situation(case, school=School.STUDENT, campus=Answer.YES)
    client = owner_of(case)
    begun_at = client.post(url("letters-new", case, "ask-policy", 1)).url
    text = page(client.get(begun_at))
    assert "Dear career center team," in text
    assert "what your policy says about an offer that a student has accepted" in text
    assert "Says nothing of going" in text
    decide(case)
    assert client.get(begun_at).status_code == 200
    case.safe_letters.all().delete()
    again = client.post(url("letters-new", case, "ask-policy", 1))
    assert again.url == url("letters", case)


@pytest.mark.usefixtures("quick")
def test_a_sent_letter_says_so_on_its_page_and_on_its_words(case):
    letter, client = begun(case, "release"), owner_of(case)
    client.post(url("further-letter-issue", case, letter.pk))
    assert "stays as you sent it" not in reads(case, "further-letter", letter.pk)
    client.post(url("further-letter-sent", case, letter.pk))
    for name in ("further-letter", "further-letter-words"):
        assert "stays as you sent it" in reads(case, name, letter.pk)
    FurtherLetter.objects.update(tone="formal")
    assert "I sent it as it is now" in reads(case, "further-letter", letter.pk)
    assert "I sent version 1" not in reads(case, "further-letter", letter.pk)


def test_a_note_to_the_school_is_headed_with_the_career_center(case):
    situation(case, school=School.STUDENT, campus=Answer.YES)
    assert "<p>Career center</p>" in preview_of(case, add(case, Role.SCHOOL))
