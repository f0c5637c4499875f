"""Cleo reads a letter that Ana asked her to read, and says how it is. She can never send it."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from coaching.deciding import save_decision
from coaching.journey.facts import Facts
from coaching.letters.pdf import LetterBusy
from coaching.models import (
    NEVER,
    LetterVersion,
    Outcome,
    ParagraphNote,
    Reading,
    SafeLetter,
    SafeLetterVersion,
    Section,
    SharedSection,
    StaffView,
    Verdict,
)
from coaching.sharing.consent import Consent, share
from review.comparing import side_by_side
from review.views import letters
from tests.canary import a_word_in_every_text, met_in
from tests.coaching.test_reading import BETTER, Asking
from tests.coaching.test_shared_pages import FOR_ANA_ALONE
from tests.factories import adviser, centre, lead, person, shared
from tests.whole_case import ANAS_WORD, MONDAY, When

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def cleo():
    return adviser(centre())


@pytest.fixture
def ana(cleo):
    ana = Asking(cleo, When.WAITING, Section.LETTERS)
    ana.asks()
    return ana


def browser_of(member) -> Client:
    browser = Client()
    browser.force_login(member.user)
    return browser


def at(ana, end="") -> str:
    reading = Reading.objects.latest("pk")
    return f"/staff/cases/{ana.case.code}/letters/{reading.pk}/{end}"


def notes(ana, place=1, comment="Warm and clear.", suggestion=BETTER, token=None):
    answers = {"comment": comment, "suggestion": suggestion, "token": token or uuid4()}
    return browser_of(ana.cleo).post(at(ana, f"{place}/"), answers)


def test_she_finds_it_in_the_list_and_reads_it(ana, cleo):
    reading = Reading.objects.get()
    page = browser_of(cleo).get("/staff/letters/").text
    assert at(ana) in page
    page = browser_of(cleo).get(at(ana)).text
    assert reading.subject in page
    assert "Comment on this paragraph" in page
    assert StaffView.objects.get().page == "A letter you asked them to read"


def test_the_oldest_stands_first(ana, cleo):
    offer = ana.case.offers.get(number=2)
    letter = SafeLetter.objects.create(case=ana.case, offer=offer, kind="ask-update", words="Hi.")
    Reading.objects.create(
        sharing=ana.sharing, safe_letter=letter, number=1, subject="An older one", words="Hi.",
        paper="a4", asked_at=MONDAY - timedelta(days=1),
    )  # fmt: skip
    page = browser_of(cleo).get("/staff/letters/").text
    newer = Reading.objects.get(safe_letter=ana.letter).subject
    assert page.index("An older one") < page.index(newer)


def test_she_comments_and_suggests_once(ana):
    token = uuid4()
    for _ in range(2):
        assert notes(ana, token=token).status_code == 302
    note = ParagraphNote.objects.get()
    assert (note.place, note.comment, note.suggestion) == (1, "Warm and clear.", BETTER)
    assert note.name == "Cleo Byrne"


def test_what_is_missing_or_too_long_is_said_beside_it(ana):
    assert "Enter a comment, or words to suggest" in notes(ana, comment="", suggestion="").text
    assert "must be 1,000 characters or fewer" in notes(ana, comment="a" * 1001).text
    assert "must be 2,000 characters or fewer" in notes(ana, suggestion="a" * 2001).text
    assert notes(ana, place=99).status_code == 404
    assert not ParagraphNote.objects.exists()
    looks = StaffView.objects.values_list("page", flat=True)
    assert list(looks) == ["A letter you asked them to read"] * 3, "each showed the paragraph"


def test_what_is_suggested_begins_as_the_paragraph_and_unchanged_it_is_none(ana, cleo):
    page = browser_of(cleo).get(at(ana, "1/")).text
    paragraph = Reading.objects.get().words.split("\n\n")[1]
    assert f">{escape(paragraph)}</textarea>" in page.replace("\n<", "<").replace(">\n", ">")
    notes(ana, suggestion=paragraph)
    assert ParagraphNote.objects.get().suggestion == ""
    assert "Enter a comment, or words to suggest" in notes(ana, 1, "", paragraph).text


@pytest.mark.parametrize("verdict", [Verdict.GOOD, Verdict.CHANGES])
def test_she_says_how_it_is_and_the_first_answer_counts(ana, cleo, verdict):
    browser = browser_of(cleo)
    for said in (verdict, verdict, "good", "changes"):
        assert browser.post(at(ana, "verdict/"), {"verdict": said}).status_code == 302
    reading = Reading.objects.get()
    assert (reading.verdict, reading.member) == (verdict, cleo)
    assert "No letter is waiting" in browser.get("/staff/letters/").text
    assert browser.post(at(ana, "verdict/"), {"verdict": "sent"}).status_code == 302
    notes(ana)
    assert not ParagraphNote.objects.exists()


def test_an_answer_is_asked_for_once_more_before_it_stands(ana, cleo):
    browser = browser_of(cleo)
    assert 'name="verdict" value="good">Good to send' in browser.get(at(ana)).text
    page = browser.get(at(ana, "verdict/"), {"verdict": "good"}).text
    assert "<h1>Good to send?</h1>" in page
    assert "This cannot be taken back." in page
    assert Reading.objects.get().verdict == Verdict.WAITING
    assert browser.get(at(ana, "verdict/"), {"verdict": "sent"}).status_code == 302
    browser.post(at(ana, "verdict/"), {"verdict": "good"})
    assert browser.get(at(ana, "verdict/"), {"verdict": "good"}).status_code == 302


def test_the_next_version_stands_beside_the_one_before(ana, cleo):
    browser_of(cleo).post(at(ana, "verdict/"), {"verdict": "changes"})
    SafeLetter.objects.update(words="Dear Dana,\n\nCould we talk on Friday?\n\nThank you.")
    ana.asks()
    page = browser_of(cleo).get(at(ana)).text
    assert "Could we talk on Friday?" in page
    assert f"I think of {ANAS_WORD}." in page
    assert page.count(">Changed<") == 1


def test_staff_send_nothing_and_change_no_letter(ana, cleo):
    """Every page and button of theirs, pressed: the letter and what has left are as they were."""
    words = SafeLetter.objects.get(pk=ana.letter.pk).words
    made = SafeLetterVersion.objects.count(), LetterVersion.objects.count()
    notes(ana)
    browser_of(cleo).post(at(ana, "verdict/"), {"verdict": "good"})
    browser_of(cleo).post(ana.url("safe-letter-issue", ana.letter.pk))
    browser_of(cleo).post(ana.url("safe-letter-sent", ana.letter.pk))
    assert SafeLetter.objects.get(pk=ana.letter.pk).words == words
    assert (SafeLetterVersion.objects.count(), LetterVersion.objects.count()) == made
    assert not SafeLetterVersion.objects.exclude(sent_at=None).exists()


def test_each_version_is_there_as_a_pdf_though_she_made_none(ana, cleo, monkeypatch):
    """On paper as they read it, and nothing of how to reach her."""
    printed = []
    monkeypatch.setattr(letters, "to_pdf", lambda sheet: printed.append(sheet) or b"%PDF-1.7")
    SafeLetterVersion.objects.all().delete()
    assert at(ana, "letter.pdf") in browser_of(cleo).get(at(ana)).text
    answer = browser_of(cleo).get(at(ana, "letter.pdf"))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    (sheet,) = printed
    reading = Reading.objects.get()
    assert (sheet.body, sheet.contact) == (reading.words, ())
    SafeLetter.objects.update(words="Dear Dana,\n\nOther words.")
    browser_of(cleo).get(at(ana, "letter.pdf"))
    assert printed[-1].body == reading.words


def test_a_busy_press_leads_back_to_the_letter(ana, cleo, monkeypatch):
    def busy(sheet):
        raise LetterBusy

    monkeypatch.setattr(letters, "to_pdf", busy)
    page = browser_of(cleo).get(at(ana, "letter.pdf"), follow=True).text
    assert "Try again in a minute" in page


def test_a_version_shared_at_another_time_is_not_beside_it_and_that_is_said(ana, cleo):
    browser_of(cleo).post(at(ana, "verdict/"), {"verdict": "changes"})
    ana.sharing.ended_at = timezone.now()
    ana.sharing.save()
    ana.sharing = shared(ana.case, cleo, Section.LETTERS)
    ana.asks()
    page = browser_of(cleo).get(at(ana)).text
    assert "version 2" in page
    assert "What stood here before was shared at another time" in page


def test_suggested_words_are_called_so(ana, cleo):
    notes(ana, comment="")
    assert "Suggested words" in browser_of(cleo).get(at(ana)).text


def test_staff_take_the_case_on_one_page(ana, cleo):
    answer = browser_of(cleo).get(f"/staff/cases/{ana.case.code}/summary.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert StaffView.objects.get().page == "Your case on one page"


# Who may not


def every_page(ana) -> list[str]:
    case = f"/staff/cases/{ana.case.code}/summary.pdf"
    return [at(ana), at(ana, "1/"), at(ana, "letter.pdf"), case]


def test_it_is_there_for_cleo_alone(ana, cleo):
    fay, dev = lead(cleo.centre, "fay"), lead(centre("hillside"))
    gone = adviser(cleo.centre, "eli")
    gone.ended_at = timezone.now()
    gone.save()
    bo = Client()
    bo.force_login(person("bo"))
    for browser in (browser_of(fay), browser_of(dev), browser_of(gone), bo, ana.browser):
        for address in every_page(ana):
            assert browser.get(address).status_code == 404
        assert browser.post(at(ana, "verdict/"), {"verdict": "good"}).status_code == 404
    assert "No letter is waiting" in browser_of(fay).get("/staff/letters/").text
    assert Reading.objects.get().verdict == Verdict.WAITING


def test_once_the_switch_is_off_or_sharing_ends_it_is_gone(ana, cleo):
    SharedSection.objects.update(ended_at=timezone.now())
    for address in every_page(ana)[:3]:
        assert browser_of(cleo).get(address).status_code == 404
    assert "No letter is waiting" in browser_of(cleo).get("/staff/letters/").text
    ana.browser.post(ana.url("share-stop"))
    assert browser_of(cleo).get(every_page(ana)[-1]).status_code == 404


def test_a_note_caught_by_a_switch_turned_off_is_handed_back(ana):
    SharedSection.objects.update(ended_at=timezone.now())
    answer = notes(ana, comment="Warm and clear.")
    assert answer.status_code == 404
    assert "Warm and clear.</textarea>" in answer.text


def test_a_note_on_what_she_took_back_or_changed_is_handed_back(ana, cleo):
    browser, address = browser_of(cleo), at(ana, "1/")
    words = {"comment": "Warm and clear.", "suggestion": "", "token": str(uuid4())}
    SafeLetter.objects.update(words="Dear Dana,\n\nCould we talk on Friday?\n\nThank you.")
    ana.asks()
    answer = browser.post(address, words)
    assert answer.status_code == 404
    assert "This version waits no more" in answer.text
    assert "Warm and clear.</textarea>" in answer.text
    assert not ParagraphNote.objects.exists()


def test_a_note_on_what_a_colleague_answered_first_is_handed_back(ana, cleo):
    browser_of(cleo).post(at(ana, "verdict/"), {"verdict": "good"})
    answer = notes(ana, comment="Warm and clear.")
    assert "Warm and clear.</textarea>" in answer.text


@pytest.mark.mission("S1-13")
def test_a_letter_of_leaving_is_not_there_before_it_is_decided(cleo):
    ana = Asking(cleo, When.TELLING, *Section, family="letter")
    ana.asks()
    assert browser_of(cleo).get(at(ana)).status_code == 200
    ana.case.decisions.all().delete()
    for address in every_page(ana)[:3]:
        assert browser_of(cleo).get(address).status_code == 404


@pytest.mark.parametrize("family", ["letter", "further-letter"])
@pytest.mark.mission("S1-13")
def test_once_she_keeps_the_job_no_letter_of_leaving_is_listed_or_waits(cleo, family):
    ana = Asking(cleo, When.TELLING, *Section, family=family)
    ana.asks()
    reading, browser = Reading.objects.get(), browser_of(cleo)
    assert reading.subject in browser.get("/staff/letters/").text

    with time_machine.travel(MONDAY + timedelta(minutes=1), tick=False):
        save_decision(Facts(ana.case), Outcome.KEEP)
    assert browser.get(at(ana)).status_code == 404
    assert reading.subject not in browser.get("/staff/letters/").text
    assert waits_for_a_letter(ana) == (False, NEVER)

    with time_machine.travel(MONDAY + timedelta(minutes=2), tick=False):
        save_decision(Facts(ana.case), Outcome.OUT)
    assert browser.get(at(ana)).status_code == 200
    assert reading.subject in browser.get("/staff/letters/").text
    assert waits_for_a_letter(ana) == (True, MONDAY)


def test_what_stands_under_a_switch_that_is_off_waits_for_nobody(ana):
    says = {"centre": ana.cleo.centre, "adviser": ana.cleo, "name": "", "programme": ""}
    share(ana.case, Consent(sections=[], **says))
    assert waits_for_a_letter(ana) == (False, NEVER)
    share(ana.case, Consent(sections=[Section.LETTERS], **says))
    assert waits_for_a_letter(ana) == (True, MONDAY)


def waits_for_a_letter(ana) -> tuple[bool, datetime]:
    ana.sharing.refresh_from_db()
    return ana.sharing.waits_for_letter, ana.sharing.waiting_since


def test_wrong_methods_are_refused(ana, cleo):
    browser = browser_of(cleo)
    assert browser.post("/staff/letters/").status_code == 405
    assert browser.post(at(ana)).status_code == 405
    assert browser.put(at(ana, "1/")).status_code == 405
    assert browser.put(at(ana, "verdict/")).status_code == 405
    assert browser.post(at(ana, "letter.pdf")).status_code == 405


@pytest.mark.parametrize("family", ["letter", "safe-letter", "further-letter"])
def test_no_private_word_is_in_a_letter_to_read(cleo, family):
    ana = Asking(cleo, When.TELLING, *Section, family=family)
    words = a_word_in_every_text()
    ana.asks()
    browser = browser_of(cleo)
    found = met_in("".join(browser.get(page).text for page in (at(ana), at(ana, "0/"))), words)
    assert found
    assert not found & FOR_ANA_ALONE


# Beside each other


def test_what_is_the_same_stands_on_one_line():
    rows = list(side_by_side(("Dear Lee", "One", "Two"), ("Dear Lee", "New", "Two", "More")))
    assert [(row.before, row.now, row.place) for row in rows] == [
        ("Dear Lee", "Dear Lee", 0),
        ("One", "New", 1),
        ("Two", "Two", 2),
        ("", "More", 3),
    ]
    assert [row.is_changed for row in rows] == [False, True, False, True]


def test_what_was_taken_out_has_no_place():
    (first, second) = side_by_side(("One", "Two"), ("One",))
    assert (second.now, second.place) == ("", None)
    assert not first.is_changed
