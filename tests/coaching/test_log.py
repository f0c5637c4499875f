"""Writing down how it went: once, in the right time, with nothing lost."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from coaching.journey.facts import Facts
from coaching.journey.gates import call_comes_first, untold
from coaching.models import Told
from offers.models import Role

from .leaving import add, dana, leaving, letter_to, owner_of, page, told, url

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 12, 1, 20, tzinfo=UTC)  # 3pm in New York
TOKEN = "4c0a4a2e-6f0a-4d52-9a0c-4f44dbbd3c11"
CALLED = {"what": "spoke", "day": "2026-12-01", "clock": "14:30", "token": TOKEN, "version": "0"}


@pytest.fixture(autouse=True)
def _on_that_day():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def case():
    return leaving()


def log(case, **answers):
    return owner_of(case).post(url("tell-log", case, dana(case).pk), CALLED | answers)


@pytest.mark.mission("S2-14")
def test_a_call_is_written_down_and_the_letter_may_follow(case):
    assert call_comes_first(Facts(case), dana(case))
    answer = log(case, said="She was kind.", asked="Send the laptop", asked_by="2026-12-09")
    assert answer.url == url("tell", case)
    row = Told.objects.get()
    assert (row.contact, row.what) == (dana(case), "spoke")
    assert row.at == datetime(2026, 12, 1, 19, 30, tzinfo=UTC)
    assert (row.said, row.asked, str(row.asked_by)) == (
        "She was kind.",
        "Send the laptop",
        "2026-12-09",
    )
    assert not call_comes_first(Facts(case), dana(case))
    assert not untold(Facts(case))


def test_after_a_talk_it_goes_on_to_the_letter_that_is_ready(case):
    letter = letter_to(dana(case))
    assert log(case).url == url("letter", case, letter.pk)


def test_a_talk_after_the_letter_went_asks_for_no_letter_again(case):
    letter_to(dana(case))
    told(dana(case), "letter-sent", at=NOW - timedelta(hours=1))
    client = owner_of(case)
    answer = client.post(url("tell-log", case, dana(case).pk), CALLED, follow=True)
    assert answer.redirect_chain == [(url("tell", case), 302)]
    assert "send the letter." not in page(answer)


def test_a_second_click_adds_nothing(case):
    assert [log(case).status_code for _ in range(2)] == [302, 302]
    assert Told.objects.count() == 1


def test_the_back_button_adds_the_same_call_no_second_time(case):
    log(case, said="They were kind")
    log(case, said="They were kind", token=TOKEN[:-1] + "1")
    log(case, said="They were short", token=TOKEN[:-1] + "2")

    assert sorted(Told.objects.values_list("said", flat=True)) == [
        "They were kind",
        "They were short",
    ]


def test_the_page_begins_with_now_and_a_token_of_its_own(case):
    client = owner_of(case)
    text = page(client.get(url("tell-log", case, dana(case).pk)))
    assert 'value="2026-12-01"' in text
    assert 'value="15:00"' in text
    assert text != page(client.get(url("tell-log", case, dana(case).pk)))
    assert not Told.objects.exists()


def test_earlier_entries_are_shown_newest_first(case):
    told(dana(case), "voicemail", at=NOW - timedelta(hours=2))
    log(case, said="<b>She was kind.</b>")
    text = page(owner_of(case).get(url("tell-log", case, dana(case).pk)))
    so_far = text[text.index("So far") :]
    assert so_far.index("We spoke") < so_far.index("I left a voicemail")
    assert "&lt;b&gt;She was kind." in so_far


@pytest.mark.mission("S1-20")
def test_the_third_try_in_a_day_opens_the_letter(case):
    tokens = [TOKEN[:-1] + end for end in "012"]
    for token, clock in zip(tokens, ("14:00", "14:15"), strict=False):
        log(case, what="no-answer", token=token, clock=clock)
    assert call_comes_first(Facts(case), dana(case))
    client = owner_of(case)
    answers = CALLED | {"what": "no-answer", "token": tokens[2]}
    answer = client.post(url("tell-log", case, dana(case).pk), answers, follow=True)
    assert "You can send the letter now. It says that you tried." in page(answer)
    assert not call_comes_first(Facts(case), dana(case))
    assert untold(Facts(case)) == [dana(case)]


@pytest.mark.mission("S1-20")
def test_one_call_from_two_tabs_and_the_back_button_is_one_call(case):
    for end in "012":
        log(case, what="no-answer", token=TOKEN[:-1] + end)
    assert Told.objects.count() == 1
    assert call_comes_first(Facts(case), dana(case))


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ({"what": ""}, "Choose what happened"),
        ({"what": "letter-sent"}, "Choose what happened"),
        ({"day": ""}, "Enter a date"),
        ({"clock": ""}, "Enter a time, like 10:00"),
        ({"clock": "15:01"}, "The time must be now or earlier"),
        ({"day": "2026-12-02"}, "The date must be today or earlier"),
        ({"day": "2026-11-30"}, "The date must be on or after Tuesday, December 1, when you"),
        ({"day": "2024-12-02"}, "The date must be on or after Tuesday, December 1, when you"),
        ({"day": "2026-02-30"}, "Error"),
        ({"asked_by": "2026-11-30"}, "“By when?” must be on or after the day you spoke"),
        ({"said": "x" * 2001}, "must be 2,000 characters or fewer"),
    ],
)
def test_bad_input_is_named_and_what_was_typed_stays(case, answers, error):
    text = page(log(case, **{"asked": "Call Lee in HR"} | answers))
    assert error in text
    assert "Call Lee in HR" in text
    assert "<title>Error: " in text
    assert not Told.objects.exists()


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
def test_the_day_of_the_decision_is_the_one_on_their_own_clock(case, zone):
    """Decided at 5pm UTC: still Tuesday in Los Angeles, already Wednesday in Auckland."""
    case.time_zone = zone
    case.save()
    decided = case.decisions.get().decided_at.astimezone(case.zone).date()
    before = decided - timedelta(days=1)
    assert "when you decided" in page(log(case, day=str(before), clock="09:00"))
    assert log(case, day=str(decided), clock="06:00").status_code == 302


@pytest.mark.parametrize("what", ["voicemail", "no-answer"])
def test_who_was_not_reached_is_not_asked_what_they_said(case, what):
    text = page(owner_of(case).get(url("tell-log", case, dana(case).pk)))
    beneath = text.split("We spoke</label>")[1].partition("I left a voicemail")[0]
    for name in ("said", "asked", "asked_by"):
        assert f'name="{name}"' in beneath
        assert text.count(f'name="{name}"') == 1

    text = page(log(case, what=what, said="She was kind."))
    assert "Choose “We spoke” to keep this, or empty it" in text
    assert "She was kind." in text
    assert not Told.objects.exists()
    assert log(case, what=what).status_code == 302


def test_strange_text_is_kept_as_it_is_meant(case):
    log(case, said="Zoë 🙂 \x00 שלום", token="not a token")
    assert Told.objects.get().said == "Zoë 🙂  שלום"


def test_a_time_the_clocks_skip_is_refused(case):
    with time_machine.travel(datetime(2026, 3, 9, 20, tzinfo=UTC)):
        assert "skip" in page(log(case, day="2026-03-08", clock="02:30"))


def test_a_referrer_may_be_told_in_writing(case):
    ray = add(case, Role.REFERRER, "Ray Cole")
    answers = CALLED | {"what": "letter-sent"}
    owner_of(case).post(url("tell-log", case, ray.pk), answers)
    assert ray.told.get().what == "letter-sent"
    assert untold(Facts(case)) == [dana(case)]
