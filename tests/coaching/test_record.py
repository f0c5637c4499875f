"""The record: dates, who was told and how, which letter left, and what was asked for."""

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
import time_machine

from coaching.journey.facts import Facts
from coaching.letters.pdf import LEFT_OUT
from coaching.models import (
    FurtherLetter,
    FurtherLetterVersion,
    LetterVersion,
    SafeLetter,
    SafeLetterVersion,
)
from coaching.telling.account import MOST_ENTRIES, accounts
from coaching.telling.sent import token_of
from offers.models import Role
from tests.letters.reading import opened, words_on

from .leaving import add, bluebird, dana, leaving, letter_to, owner_of, page, told, url

pytestmark = pytest.mark.django_db

TUESDAY = datetime(2026, 12, 1, 15, tzinfo=UTC)  # 10am in New York


@pytest.fixture(autouse=True)
def _on_that_day():
    with time_machine.travel(TUESDAY, tick=False):
        yield


def whole():
    """No answer, a talk, the letter, a word from the referrer."""
    case = leaving()
    letter = letter_to(dana(case))
    version = LetterVersion.objects.create(
        letter=letter, number=2, paper="letter", subject="Withdrawal of acceptance", words="x",
        pdf=b"%PDF", sha256="0" * 64, made_at=TUESDAY,
    )  # fmt: skip
    told(dana(case), "no-answer", at=TUESDAY - timedelta(hours=2))
    told(dana(case), "spoke", at=TUESDAY - timedelta(hours=1), said="She swore.",
         asked="Send <b>it</b> back", asked_by=date(2026, 12, 9))  # fmt: skip
    told(dana(case), "letter-sent", at=TUESDAY, token=token_of(version))
    ray = add(case, Role.REFERRER, "Ray Cole")
    told(ray, "letter-sent", at=TUESDAY)
    told(ray, "replied", at=TUESDAY)
    return case


def pdf_of(case):
    answer = owner_of(case).get(url("tell-record", case))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="who-was-told.pdf"'
    return answer.content


@pytest.mark.mission("S1-30", "S2-14", "S2-20", "S1-28")
def test_the_page_and_the_paper_say_the_same():
    case = whole()
    shown = unescape(page(owner_of(case).get(url("tell-done", case)))).replace("\u00a0", " ")
    pdf = pdf_of(case)
    printed = " ".join(words_on(pdf))
    for words in (
        "Dana Reyes",
        "Director of Analytics",
        "Tuesday, December 1, 2026, at 8am",
        "Called, and no one answered",
        "Told in a talk",
        "Sent the letter “Withdrawal of acceptance”, version 2",
        "Send <b>it</b> back",
        "Wednesday, December 9, 2026",
        "Ray Cole",
        "Wrote to them",
        "They replied",
        "Ana Okafor",
        "Times are by the clock in this zone: Eastern: New York, Toronto.",
    ):
        assert words in shown, words
        assert words in printed, words
    assert "She swore" not in shown + printed  # a record may be shown to others
    assert "Harborlight" not in shown + printed
    assert printed.count("Eastern: New York") == 1
    assert not re.search(r"(?:December|November) \d+(?!\d|, 2026)", printed)
    document = opened(pdf)
    assert document.Root.MarkInfo.Marked
    assert str(document.docinfo.Title) == "Who was told, and when"


def test_it_opens_only_once_everyone_knows():
    case = leaving()
    assert owner_of(case).get(url("tell-record", case)).url == url("tell", case)
    told(dana(case), "spoke")
    assert opened(pdf_of(case))


def test_somebody_who_has_started_told_it_in_a_talk():
    case = leaving(stage="started")
    told(dana(case), "spoke")
    assert accounts(Facts(case))[0].entries[0].what == "Told in a talk"


def test_a_very_long_record_is_cut_and_says_so():
    case = leaving()
    for number in range(MOST_ENTRIES + 3):
        told(dana(case), "no-answer", at=TUESDAY - timedelta(hours=number), asked="x" * 2000)
    told(dana(case), "spoke")
    (account,) = accounts(Facts(case))
    assert (len(account.entries), account.left_out) == (MOST_ENTRIES, 4)
    assert account.entries[-1].what == "Told in a talk"
    assert "Older lines left out: 4." in " ".join(words_on(pdf_of(case)))


@pytest.mark.mission("S1-28")
def test_the_letters_beside_the_one_about_the_decision_stand_in_it_too():
    """A question before, a request after: what left is in the record, and what did not is not."""
    case = whole()
    frozen = {
        "number": 1, "paper": "letter", "words": "x", "pdf": b"%PDF", "sha256": "0" * 64,
        "made_at": TUESDAY,
    }  # fmt: skip
    ask = SafeLetter.objects.create(case=case, offer=bluebird(case), kind="ask-terms")
    early = {"subject": "A question", "sent_at": TUESDAY - timedelta(days=3)}
    SafeLetterVersion.objects.create(letter=ask, **frozen | early)
    more = FurtherLetter.objects.create(case=case, kind="release")
    late = {"subject": "Ending my agreement", "sent_at": TUESDAY}
    FurtherLetterVersion.objects.create(letter=more, **frozen | late)
    unsent = {"subject": "Never sent", "number": 2, "sha256": "1" * 64}
    FurtherLetterVersion.objects.create(letter=more, **frozen | unsent)

    first = accounts(Facts(case))[0]
    said = [entry.what for entry in first.entries]
    assert said[0] == "Sent the letter “A question”, version\u00a01"
    assert "Sent the letter “Ending my agreement”, version\u00a01" in said
    assert not any("Never sent" in one for one in said)
    assert "Ending my agreement" in " ".join(words_on(pdf_of(case)))


@pytest.mark.mission("S1-28")
def test_the_record_says_only_what_was_said():
    """A recruiter of an agency is not of the bank, and nobody asked what the voicemail told."""
    case = leaving()
    kim = add(case, Role.RECRUITER, "Kim Lee")
    kim.agency = "Harrow & Lane"
    kim.save()
    told(kim, "voicemail")
    for one in (dana(case), kim):
        told(one, "spoke")
    printed = " ".join(words_on(pdf_of(case)))
    assert "Recruiter, Harrow & Lane" in printed
    assert "Recruiter, Bluebird" not in printed
    assert "Left a voicemail." in printed
    assert "without the news" not in printed
    beside = page(owner_of(case).get(url("tell-call", case, kim.pk))).split("<aside")[1]
    assert "Harrow &amp; Lane" in beside
    assert "Bluebird" not in beside.partition("</p>")[0]


def test_a_sign_that_no_font_draws_is_left_out_and_the_page_says_so():
    case = leaving()
    told(dana(case), "spoke", asked="Call me \N{ROCKET} soon")
    printed = " ".join(words_on(pdf_of(case)))
    assert "Call me soon" in " ".join(printed.split())
    assert "\N{ROCKET}" not in printed
    assert LEFT_OUT in printed


def test_a_page_of_everyday_signs_says_nothing_of_signs():
    case = whole()
    assert LEFT_OUT not in " ".join(words_on(pdf_of(case)))
