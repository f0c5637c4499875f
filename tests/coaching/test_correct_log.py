"""What was written down of a call can be corrected, removed, and ticked off once it is done."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from coaching.journey.facts import Facts
from coaching.journey.gates import untold
from coaching.models import LetterVersion, Told
from coaching.reminding.calendar import entries
from coaching.telling.sent import token_of
from tests.factories import person

from .leaving import dana, leaving, letter_to, owner_of, page, signed_in, told, url

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 12, 1, 20, tzinfo=UTC)  # 3pm in New York
AT = NOW - timedelta(hours=1)


@pytest.fixture(autouse=True)
def _on_that_day():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def case():
    return leaving()


def spoke(case, **fields):
    return told(dana(case), "spoke", at=AT, **fields)


def address(name, row):
    return url(f"tell-{name}", row.contact.case, row.contact_id, row.pk)


def correct(row, version="0", **answers):
    typed = {"what": "spoke", "day": "2026-12-01", "clock": "14:00", "version": version}
    return owner_of(row.contact.case).post(address("correct", row), typed | answers)


@pytest.mark.mission("S2-14")
def test_a_call_is_corrected(case):
    row = spoke(case, said="She was kind", asked="Send the laptop", asked_by=date(2026, 12, 9))
    text = page(owner_of(case).get(address("correct", row)))
    assert '<span class="eyebrow">Tell people</span>' in text
    for shown in ("She was kind", "Send the laptop", "2026-12-09", 'value="14:00"'):
        assert shown in text

    answer = correct(row, what="voicemail", clock="14:30")
    assert answer.url == url("tell-log", case, row.contact_id)
    row.refresh_from_db()
    assert (row.what, row.at, row.said, row.asked) == (
        "voicemail",
        AT + timedelta(minutes=30),
        "",
        "",
    )
    assert untold(Facts(case)) == [dana(case)]
    assert Told.objects.count() == 1


def test_an_old_tab_corrects_nothing_over_a_newer_one(case):
    row = spoke(case)
    assert correct(row, said="She was kind").status_code == 302
    stale = correct(row, said="She was short")
    assert stale.status_code == 409
    assert "She was short" in page(stale)
    row.refresh_from_db()
    assert row.said == "She was kind"
    assert correct(row, said="She was kind").status_code == 302  # the same again


def test_a_correction_is_checked_like_a_new_entry(case):
    row = spoke(case)
    assert "when you decided" in page(correct(row, day="2026-11-30"))
    assert "The time must be now or earlier" in page(correct(row, clock="15:01"))
    assert "Choose “We spoke” to keep this" in page(correct(row, what="no-answer", said="Hello"))
    row.refresh_from_db()
    assert (row.what, row.at) == ("spoke", AT)


def test_a_correction_of_what_another_tab_removed_is_handed_back(case):
    row = spoke(case)
    owner_of(case).post(address("remove", row))
    answer = correct(row, said="She was kind & clear.")
    assert answer.status_code == 404
    assert "It may have been removed in another tab." in page(answer)
    assert "She was kind &amp; clear." in page(answer)
    assert not Told.objects.exists()


def test_a_call_is_removed_once_its_end_is_said(case):
    row = spoke(case, asked="Send the laptop")
    text = page(owner_of(case).get(address("remove", row)))
    assert "will then say “Not told” in the place of “Told in a talk”" in text
    assert "What they asked for leaves your list" in text
    assert Told.objects.exists()

    for _ in range(2):
        answer = owner_of(case).post(address("remove", row))
        assert answer.url == url("tell-log", case, row.contact_id)
    assert not Told.objects.exists()
    assert untold(Facts(case)) == [dana(case)]
    assert owner_of(case).get(address("remove", row)).url == url("tell-log", case, row.contact_id)
    assert owner_of(case).get(address("correct", row)).status_code == 404


def test_a_reply_pressed_by_mistake_is_removed(case):
    spoke(case)
    row = told(dana(case), "replied")
    assert owner_of(case).get(address("correct", row)).status_code == 404
    assert owner_of(case).post(address("remove", row)).status_code == 302
    assert Told.objects.get().what == "spoke"


def test_a_letter_that_left_stays_as_it_is(case):
    call, letter = spoke(case), letter_to(dana(case))
    version = LetterVersion.objects.create(
        letter=letter, number=1, paper=letter.paper, sha256="0" * 64, made_at=AT
    )
    sent = told(dana(case), "letter-sent", token=token_of(version))

    log = page(owner_of(case).get(url("tell-log", case, dana(case).pk)))
    assert address("remove", call) in log
    assert address("remove", sent) not in log
    assert owner_of(case).get(address("correct", sent)).status_code == 404
    owner_of(case).post(address("remove", sent))
    assert "Letters you have sent stay as they are" in page(
        owner_of(case).get(address("remove", call))
    )
    owner_of(case).post(address("remove", call))
    assert Told.objects.get() == sent


def test_what_they_asked_for_stands_once_and_is_ticked_off(case):
    row = spoke(case, asked="Send the <b>laptop</b>", asked_by=date(2026, 12, 9))
    text = page(owner_of(case).get(url("tell", case)))
    assert text.count("<p>Send the &lt;b&gt;laptop") == 1
    assert len([one for one in entries(Facts(case)) if "-asked-" in one.uid]) == 1

    for _ in range(2):
        assert owner_of(case).post(address("asked", row)).url == url("tell", case)
    row.refresh_from_db()
    assert row.asked_done_at == NOW
    assert "Not done yet" in page(owner_of(case).get(url("tell", case)))
    assert not [one for one in entries(Facts(case)) if "-asked-" in one.uid]

    back = owner_of(case).post(address("asked", row), {"undo": "1", "record": "1"})
    assert back.url == url("tell-done", case)
    row.refresh_from_db()
    assert row.asked_done_at is None


def test_nothing_was_asked_so_there_is_nothing_to_tick(case):
    row = spoke(case)
    assert owner_of(case).post(address("asked", row)).url == url("tell", case)
    row.refresh_from_db()
    assert row.asked_done_at is None


def test_bo_finds_nothing(case):
    row, bo = spoke(case, asked="Send the laptop"), signed_in(person("bo"))
    for name in ("correct", "remove", "asked"):
        assert bo.post(address(name, row)).status_code == 404
    assert Told.objects.get().asked_done_at is None
    assert owner_of(case).get(address("asked", row)).status_code == 405


def test_a_closed_case_keeps_its_entries(case):
    row = spoke(case, asked="Send the laptop")
    case.closed_as, case.closed_at = "withdrawn", NOW
    case.save()
    for name in ("remove", "asked"):
        assert owner_of(case).post(address(name, row)).url == url("close", case)
    assert Told.objects.get().asked_done_at is None
