"""Ana asks Cleo to read a letter, and takes of Cleo’s words what she likes."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from coaching.journey.facts import Facts
from coaching.letters.paper import paragraphs
from coaching.models import (
    AskedFor,
    NoteState,
    ParagraphNote,
    Reading,
    SafeLetter,
    Section,
    Sharing,
    Verdict,
)
from coaching.sharing.readable import readable
from coaching.sharing.readings import add_note, answer, sheet_of
from post.models import Mail
from tests.factories import adviser, centre, person, shared
from tests.whole_case import MONDAY, When, anas_case

pytestmark = pytest.mark.django_db

BETTER = "Could you tell me by Friday? Then I can plan."


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def cleo():
    return adviser(centre())


class Asking:
    """Ana at one of her letters."""

    def __init__(self, cleo, when=When.WAITING, *sections, family="safe-letter"):
        self.case = anas_case(when)
        self.case.sharings.all().delete()
        self.cleo, self.family = cleo, family
        self.sharing = shared(self.case, cleo, *sections)
        self.browser = Client()
        self.browser.force_login(self.case.owner)

    @property
    def letter(self):
        rows = {
            "letter": self.case.letters.order_by("pk"),
            "safe-letter": self.case.safe_letters.all(),
            "further-letter": self.case.further_letters.all(),
        }
        return rows[self.family].first()

    def url(self, name, *about):
        return reverse(f"coaching:{name}", args=[self.case.code, *about])

    def asks(self):
        return self.browser.post(self.url(f"{self.family}-read", self.letter.pk))

    def takes_back(self):
        url = self.url(f"{self.family}-read", self.letter.pk)
        return self.browser.post(url, {"back": "1"}, follow=True).text

    def reads(self, reading):
        return self.browser.get(self.url("reading", reading.pk))

    def settles(self, note, how):
        url = self.url("reading-note", note.reading_id, note.pk)
        return self.browser.post(url, {how: "1"}, follow=True)


@pytest.fixture
def ana(cleo):
    return Asking(cleo, When.WAITING, Section.LETTERS)


def noted(ana, place=1, comment="Warm and clear.", suggestion=BETTER) -> ParagraphNote:
    reading = Reading.objects.get()
    add_note(reading, ana.cleo, place, comment, suggestion, uuid4())
    answer(reading, ana.cleo, Verdict.CHANGES)
    return ParagraphNote.objects.get()


# Asking


def test_she_asks_and_the_words_are_frozen_as_they_stand(ana):
    for _ in range(2):
        assert ana.asks().status_code == 302
    assert Mail.objects.get().to == "cleo@example.org"  # once
    reading = Reading.objects.get()
    sheet = sheet_of(ana.letter, Facts(ana.case))
    assert (reading.words, reading.subject, reading.number) == (sheet.body, sheet.subject, 1)
    ana.sharing.refresh_from_db()
    assert ana.sharing.asked_for == [AskedFor.LETTER]
    assert ana.sharing.waiting_since == MONDAY
    assert "Not read yet" in ana.reads(reading).text


def test_the_button_is_there_when_the_switch_is_on(ana):
    page = ana.browser.get(ana.url("safe-letter", ana.letter.pk)).text
    assert "Ask Cleo Byrne to read it" in page
    assert "Ask to read this letter" in page
    ana.sharing.sections.all().delete()
    page = ana.browser.get(ana.url("safe-letter", ana.letter.pk)).text
    assert "Turn on “Letters before you decide” first" in page
    assert "Ask to read this letter" not in page
    ana.sharing.delete()
    assert "Cleo" not in ana.browser.get(ana.url("safe-letter", ana.letter.pk)).text


@pytest.mark.parametrize("family", ["letter", "safe-letter", "further-letter"])
def test_over_her_address_stands_that_they_see_her_name_alone(cleo, family):
    ana = Asking(cleo, When.TELLING, *Section, family=family)
    page = ana.browser.get(ana.url(f"{family}-you", ana.letter.pk)).text
    assert "Cleo Byrne can see your name, not your address" in page
    assert "Cleo Byrne can see this" not in page


def test_without_the_switch_nothing_is_asked(cleo):
    ana = Asking(cleo, When.WAITING, Section.PAY, Section.TELLING)
    answered = ana.browser.post(ana.url("safe-letter-read", ana.letter.pk), follow=True)
    assert "Turn on “Letters before you decide” first" in answered.text
    assert not Reading.objects.exists()


@pytest.mark.parametrize("family", ["letter", "safe-letter", "further-letter"])
def test_each_family_of_letters_can_be_read_once_it_is_decided(cleo, family):
    ana = Asking(cleo, When.TELLING, *Section, family=family)
    assert ana.asks().status_code == 302
    reading = Reading.objects.get()
    assert reading.family == family.replace("-", "_")
    assert ana.reads(reading).status_code == 200
    assert list(readable(Sharing.objects.open_to(cleo))) == [reading]


@pytest.mark.parametrize("family", ["letter", "further-letter"])
@pytest.mark.mission("S1-13")
def test_before_a_decision_only_safe_letters_are_read(cleo, family):
    ana = Asking(cleo, When.TELLING, *Section, family=family)
    ana.asks()
    reading = Reading.objects.get()
    ana.case.decisions.all().delete()

    assert ana.reads(reading).status_code == 302
    assert not readable(Sharing.objects.open_to(cleo)).exists()
    Reading.objects.all().delete()
    ana.asks()
    assert not Reading.objects.exists()


def test_a_reading_is_of_exactly_one_letter(ana):
    ana.asks()
    reading = Reading.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Reading.objects.filter(pk=reading.pk).update(safe_letter=None)


def test_she_asks_again_once_it_is_answered(ana):
    ana.asks()
    answer(Reading.objects.get(), ana.cleo, Verdict.CHANGES)
    ana.asks()
    assert list(Reading.objects.values_list("number", flat=True)) == [1, 2]


def test_asked_again_they_read_the_newer_words(ana):
    """What waits to be read is what she last asked with; a note on the words before is no note."""
    ana.asks()
    first = Reading.objects.get()
    SafeLetter.objects.update(words="Dear Lee,\n\nI wrote this anew.\n\nThank you.")
    page = ana.reads(first).text
    assert "Your letter has changed since" in page
    assert "Ask to read it as it is now" in page

    answered = ana.browser.post(ana.url("safe-letter-read", ana.letter.pk), follow=True)
    assert "They can read this letter now" in answered.text
    reading = Reading.objects.get()
    assert (reading.number, "I wrote this anew." in reading.words) == (2, True)
    assert "Your letter has changed since" not in ana.reads(reading).text
    with pytest.raises(Reading.DoesNotExist):
        add_note(first, ana.cleo, 1, "Warm and clear.", "", uuid4())
    assert not answer(first, ana.cleo, Verdict.GOOD)


def test_what_they_began_to_write_about_is_not_taken_from_under_them(ana):
    ana.asks()
    ana.reads(Reading.objects.get())
    add_note(Reading.objects.get(), ana.cleo, 1, "Warm and clear.", "", uuid4())
    SafeLetter.objects.update(words="Dear Lee,\n\nI wrote this anew.\n\nThank you.")
    answered = ana.browser.post(ana.url("safe-letter-read", ana.letter.pk), follow=True).text
    assert "They are reading version 1 already" in answered
    assert "They can read this letter now" not in answered
    assert "Take it back" in answered
    assert "I wrote this anew" not in Reading.objects.get().words


def test_she_takes_it_back_while_it_waits(ana):
    ana.asks()
    assert "You took it back" in ana.takes_back()
    assert "does not wait to be read" in ana.takes_back()
    assert not Reading.objects.exists()
    ana.sharing.refresh_from_db()
    assert ana.sharing.asked_for == []


def test_what_was_answered_is_not_taken_back(ana):
    ana.asks()
    note = noted(ana)
    assert "Take it back" not in ana.reads(note.reading).text
    assert "does not wait to be read" in ana.takes_back()
    assert ParagraphNote.objects.exists()


# What they say


def test_notes_show_once_the_whole_letter_was_read(ana):
    ana.asks()
    reading = Reading.objects.get()
    add_note(reading, ana.cleo, 1, "Warm and clear.", "", uuid4())
    assert "Warm and clear." not in ana.reads(reading).text
    assert answer(reading, ana.cleo, Verdict.GOOD)
    assert not answer(reading, ana.cleo, Verdict.CHANGES)
    page = ana.reads(reading).text
    assert "Warm and clear." in page
    assert "Good to send, says Cleo Byrne" in page
    mail = Mail.objects.get(to="ana@example.org")
    assert mail.subject == "Something is new for you"
    assert "Warm" not in mail.body
    ana.sharing.refresh_from_db()
    assert ana.sharing.asked_for == []


def test_what_they_said_is_new_over_her_steps_until_she_opens_it(ana):
    ana.asks()
    hub, line = ana.url("hub"), "Cleo Byrne read your letter"
    assert line not in ana.browser.get(hub).text
    noted(ana)
    reading = Reading.objects.get()
    seen = ana.url("reading-seen", reading.pk)
    assert line in ana.browser.get(hub).text
    assert f'action="{seen}"' in ana.browser.get(hub).text
    assert "I have read this" in ana.reads(reading).text

    for _ in range(2):
        answered = ana.browser.post(seen, follow=True)
        assert BETTER in answered.text
    assert "I have read this" not in answered.text
    assert line not in ana.browser.get(hub).text


def test_what_waits_is_not_seen_yet(ana):
    ana.asks()
    reading = Reading.objects.get()
    ana.browser.post(ana.url("reading-seen", reading.pk))
    answer(reading, ana.cleo, Verdict.GOOD)
    assert "Cleo Byrne read your letter" in ana.browser.get(ana.url("hub")).text


@pytest.mark.mission("S1-13")
def test_an_answer_about_a_letter_of_leaving_is_not_told_before_it_is_decided(cleo):
    ana = Asking(cleo, When.TELLING, *Section, family="letter")
    ana.asks()
    answer(Reading.objects.get(), cleo, Verdict.GOOD)
    ana.case.decisions.all().delete()
    assert "read your letter" not in ana.browser.get(ana.url("hub")).text


def test_beside_what_they_said_stands_when_they_said_it(ana):
    ana.asks()
    page = ana.browser.get(ana.url("safe-letter", ana.letter.pk)).text
    assert 'waiting to be read</a> <span class="muted">asked Monday, December 1' in page
    with time_machine.travel(MONDAY + timedelta(days=1), tick=False):
        answer(Reading.objects.get(), ana.cleo, Verdict.GOOD)
        page = ana.browser.get(ana.url("safe-letter", ana.letter.pk)).text
    assert 'good to send</a> <span class="muted">Tuesday, December 2' in page


def test_she_uses_their_words_and_a_second_click_changes_nothing(ana):
    ana.asks()
    note = noted(ana)
    before = list(paragraphs(note.reading.words))
    for _ in range(2):
        ana.settles(note, "use")
    letter = SafeLetter.objects.get(pk=ana.letter.pk)
    assert list(paragraphs(letter.words)) == [before[0], BETTER, *before[2:]]
    note.refresh_from_db()
    assert note.state == NoteState.ACCEPTED
    assert ana.case.saved_pages.get(slug=f"safe-letter-{letter.pk}-words").version >= 1


def test_an_open_tab_with_her_older_words_is_behind(ana):
    ana.asks()
    note = noted(ana)
    slug = f"safe-letter-{ana.letter.pk}-words"
    saved = ana.case.saved_pages.filter(slug=slug).first()
    version = saved.version if saved else 0
    ana.settles(note, "use")
    url = ana.url("safe-letter-words", ana.letter.pk)
    late = ana.browser.post(url, {"version": version, "words": "Dear Lee,\n\nHello."})
    assert late.status_code == 409


def test_she_keeps_hers(ana):
    ana.asks()
    note = noted(ana)
    ana.settles(note, "keep")
    note.refresh_from_db()
    assert note.state == NoteState.DECLINED
    assert SafeLetter.objects.get(pk=ana.letter.pk).words == ana.letter.words
    ana.settles(note, "use")
    note.refresh_from_db()
    assert note.state == NoteState.DECLINED


def test_a_paragraph_she_changed_since_is_left_and_both_are_shown(ana):
    ana.asks()
    note = noted(ana)
    mine = "Dear Lee,\n\nI wrote this anew.\n\nThank you."
    SafeLetter.objects.update(words=mine)
    page = ana.settles(note, "use").text
    assert "You changed this paragraph since" in page
    assert BETTER in page
    assert SafeLetter.objects.get(pk=ana.letter.pk).words == mine
    note.refresh_from_db()
    assert note.state == NoteState.OPEN


@pytest.mark.mission("S1-13")
def test_words_of_leaving_are_not_taken_into_a_safe_letter(ana):
    ana.asks()
    note = noted(ana, suggestion="I withdraw my acceptance of the job.")
    page = ana.settles(note, "use").text
    assert "These words say that you go" in page
    note.refresh_from_db()
    assert note.state == NoteState.OPEN
    assert "withdraw my acceptance" not in SafeLetter.objects.get(pk=ana.letter.pk).words


def test_once_sharing_ended_she_still_reads_what_they_said(ana):
    ana.asks()
    noted(ana)
    ana.browser.post(ana.url("share-stop"))
    assert BETTER in ana.reads(Reading.objects.get()).text
    assert not readable(Sharing.objects.open_to(ana.cleo)).exists()


def test_a_letter_that_nobody_can_read_any_more_does_not_wait(ana):
    ana.asks()
    reading = Reading.objects.get()
    assert "Not read yet" in ana.reads(reading).text
    ana.browser.post(ana.url("share-stop"))
    for page in (ana.reads(reading), ana.browser.get(ana.url("share"))):
        assert "No one reads it now" in page.text
        assert "Waiting to be read" not in page.text


def test_bo_finds_nothing(ana):
    ana.asks()
    note = noted(ana)
    bo = Client()
    bo.force_login(person("bo"))
    assert bo.get(ana.url("reading", note.reading_id)).status_code == 404
    assert bo.post(ana.url("reading-note", note.reading_id, note.pk)).status_code == 404
    assert bo.post(ana.url("safe-letter-read", ana.letter.pk)).status_code == 404
    assert bo.post(ana.url("reading-seen", note.reading_id)).status_code == 404
    assert ana.browser.get(ana.url("reading-seen", note.reading_id)).status_code == 405
    back = bo.post(ana.url("safe-letter-read", ana.letter.pk), {"back": "1"})
    assert back.status_code == 404
    assert ana.browser.put(ana.url("reading", note.reading_id)).status_code == 405
    assert ana.browser.get(ana.url("reading-note", note.reading_id, note.pk)).status_code == 405
    assert ana.browser.get(ana.url("safe-letter-read", ana.letter.pk)).status_code == 405
