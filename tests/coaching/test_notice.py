"""Ana started three days ago, and leaves: notice, a handover, and nothing before it is signed."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from coaching.models import GoneAhead, HandedOver, Letter, Notice, SignedTerms
from offers.models import Rung, Writing
from tests.coaching.leaving import dana, leaving, letter_to, owner_of, page, situation, told, url
from tests.factories import other_offer, person
from tests.reading import main_of, words_of

pytestmark = pytest.mark.django_db

THURSDAY = datetime(2025, 12, 4, 15, 0, tzinfo=UTC)

WEEKS = {"contract": "yes", "length": "4", "unit": "weeks", "ends": "any"}
DAYS = {"contract": "yes", "length": "90", "unit": "days", "ends": "any"}
MONTHS = {"contract": "yes", "length": "3", "unit": "months", "ends": "month"}
GERMAN = WEEKS | {"ends": "half"}


@pytest.fixture(autouse=True)
def _thursday():
    with time_machine.travel(THURSDAY, tick=False):
        yield


@pytest.fixture
def case():
    return leaving(stage="started")


def says(case, **answers):
    page_ = case.saved_pages.filter(slug="notice").first()
    typed = {"contract": "no", "offered": "work", "version": page_.version if page_ else 0}
    return owner_of(case).post(url("notice", case), typed | answers)


def opens(case, name, *args):
    return words_of(main_of(page(owner_of(case).get(url(name, case, *args)))))


@pytest.mark.mission("S1-29", "S4-3")
@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, "You offer 2 weeks"),
        ({}, "would be Thursday, December 18"),
        (WEEKS | {"length": "4"}, "would be Thursday, January 1"),
        (WEEKS | {"length": "1"}, "You offer 2 weeks"),
        (DAYS, "You offer 90 days"),
        (DAYS, "would be Wednesday, March 4"),
        (MONTHS, "You offer 3 months, to the end of a month"),
        (MONTHS, "would be Tuesday, March 31"),
        (MONTHS | {"ends": "any"}, "would be Wednesday, March 4"),
        (GERMAN, "You offer 4 weeks, to the 15th or the end of a month"),
        (GERMAN, "would be Thursday, January 15"),
        ({"contract": "unknown"}, "You do not know yet what your contract says"),
        ({"offered": "now"}, "You ask to leave right away"),
        (WEEKS | {"offered": "now"}, "Your contract asks for 4 weeks, so they may say no"),
        (MONTHS | {"offered": "now", "length": "1"}, "asks for 1 month, to the end of a month, so"),
    ],
)
def test_two_weeks_or_the_contract_and_the_day_it_leads_to(case, answers, words):
    assert says(case, **answers).status_code == 302
    assert words in opens(case, "notice")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"contract": ""}, "Choose yes, no or “I don’t know” for “notice”"),
        ({"contract": "yes"}, "Enter how long the notice in your contract is"),
        ({"contract": "yes"}, "Choose days, weeks or months"),
        ({"contract": "yes"}, "Choose when your notice may end"),
        (WEEKS | {"length": "27"}, "Weeks must be 26 or fewer"),
        (MONTHS | {"length": "7"}, "Months must be 6 or fewer"),
        (DAYS | {"length": "181"}, "Days must be 180 or fewer"),
        ({"contract": "yes", "length": "999999999999"}, "The length must be 180 or fewer"),
        (WEEKS | {"length": "0"}, "The length must be 1 or more"),
        (WEEKS | {"length": "soon"}, "The length must be a number, like 3"),
        (WEEKS | {"unit": "years"}, "Choose days, weeks or months"),
        ({"offered": ""}, "Choose what you will say to them"),
        ({"agreed_on": "2035-01-01"}, "The last day must be within a year of today"),
        ({"agreed_on": "2025-12-03"}, "The last day they agreed to cannot be before today"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_saved(case, answers, words):
    assert words in page(says(case, **answers))
    assert not Notice.objects.exists()


def test_nothing_typed_is_lost_over_an_error(case):
    text = page(says(case, **MONTHS | {"length": "12"}))
    assert 'value="12"' in text
    assert (checked(text, "unit"), checked(text, "ends")) == ("months", "month")


def test_what_is_half_typed_can_be_kept(case):
    assert says(case, contract="yes", length="90", later="1").status_code == 302
    row = Notice.objects.get()
    assert (row.length, row.unit, row.owed) == (90, "", None)
    assert "You offer 2 weeks" in opens(case, "notice")


def test_the_length_counts_only_where_the_contract_asks_for_notice(case):
    says(case, **MONTHS)
    says(case, **MONTHS | {"contract": "no"})
    row = Notice.objects.get()
    assert (row.length, row.unit, row.ends) == (None, "", "")


@pytest.mark.parametrize(("length", "unit"), [(0, "days"), (181, "days"), (27, "weeks"),
                                              (7, "months"), (1, "years")])  # fmt: skip
def test_the_database_knows_the_limits_too(case, length, unit):
    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.create(case=case, contract="yes", length=length, unit=unit)


@pytest.mark.mission("S1-29", "S4-3")
def test_the_day_they_agree_to_goes_into_the_letter(case):
    letter = letter_to(dana(case), last_day=date(2025, 12, 18))
    says(case, agreed_on="2025-12-05")
    letter.refresh_from_db()
    assert letter.last_day == date(2025, 12, 5)
    assert "My last day will be December 5." in opens(case, "letter", letter.pk)
    assert "Your last day is Friday, December 5" in opens(case, "notice")


def test_a_day_they_agreed_to_is_no_day_before_they_were_told_or_before_the_first(case):
    told(dana(case), "spoke", at=THURSDAY - timedelta(days=3))
    before = "cannot be before the day you told them"
    assert before in page(says(case, agreed_on="2025-11-30"))
    assert says(case, agreed_on="2025-12-02").status_code == 302
    case.offers.filter(number=1).update(starts_on=date(2025, 12, 8))
    first = "The last day cannot be before your first day"
    assert first in page(says(case, agreed_on="2025-12-05"))
    assert says(case, agreed_on="2025-12-02").status_code == 302  # it stands there already
    assert Notice.objects.get().agreed_on == date(2025, 12, 2)


def test_before_a_decision_nobody_is_asked_what_they_agreed_to():
    case = leaving(stage="started", outcome="")
    assert "The last day they agreed to" not in opens(case, "notice")


@pytest.mark.parametrize("stage", ["accepted", "not-accepted"])
def test_who_has_not_started_owes_no_notice(stage):
    case = leaving(stage=stage)
    for name in ("notice", "handover", "handover-page"):
        for method in (owner_of(case).get, owner_of(case).post):
            assert method(url(name, case)).status_code in (302, 405)
    assert not Notice.objects.exists()


@pytest.mark.mission("S1-29")
def test_a_new_letter_begins_with_the_notice_that_is_offered(case):
    says(case, **MONTHS)
    owner_of(case).post(url("tell-letter", case, dana(case).pk))
    letter = Letter.objects.get()
    assert letter.last_day == date(2026, 3, 31)
    text = opens(case, "letter", letter.pk)
    assert "My last day will be March 31, 2026." in text
    assert "You offer 3 months, to the end of a month." in text
    assert "Tell them today, and your last day is Tuesday, March 31" in text


def test_beside_the_letter_an_agreed_day_of_another_year_says_which(case):
    letter = letter_to(dana(case), last_day=date(2025, 12, 18))
    Notice.objects.create(case=case, offered="work", agreed_on=date(2026, 1, 8))
    assert "They agreed to Thursday, January 8, 2026." in opens(case, "letter", letter.pk)


def test_a_letter_begun_before_the_notice_says_which_day_it_leads_to(case):
    letter = letter_to(dana(case), last_day=date(2025, 12, 18))
    assert "Two weeks from today is common." in opens(case, "letter", letter.pk)
    says(case, **MONTHS)
    text = opens(case, "letter", letter.pk)
    assert "Tell them today, and your last day is Tuesday, March 31" in text
    assert "My last day will be December 18." in text  # theirs to change
    says(case, **MONTHS | {"offered": "now"})
    assert "You ask to leave right away." in opens(case, "letter", letter.pk)


@pytest.mark.mission("S1-29", "S4-3")
def test_the_talk_gives_the_day_and_lets_them_choose(case):
    says(case, **GERMAN)
    assert "My last day would be Thursday, January 15." in opens(case, "tell-call", dana(case).pk)
    says(case)
    text = opens(case, "tell-call", dana(case).pk)
    assert "My last day would be Thursday, December 18." in text
    assert "If you would rather I stop sooner, I understand." in text
    says(case, offered="now")
    assert "I’d like to stop right away, if you agree." in opens(case, "tell-call", dana(case).pk)


LIST = {
    "what_1": "The stock list", "who_1": "Jo", "where_1": "The shared drive",
    "what_2": "The Friday rota", "who_3": "", "what_4": "Training notes",
}  # fmt: skip


@pytest.mark.mission("S1-29")
def test_the_handover_goes_on_a_page_and_into_the_letter(case):
    client = owner_of(case)
    for version in ("0", "0"):  # the second click
        done = client.post(url("handover", case), LIST | {"version": version})
        assert done.url == url("handover-page", case)
    rows = list(HandedOver.objects.values_list("number", "what"))
    assert rows == [(1, "The stock list"), (2, "The Friday rota"), (3, "Training notes")]

    sheet = page(client.get(url("handover-page", case)))
    for words in ("The stock list", "Jo", "The shared drive", "Training notes", "Open"):
        assert words in sheet
    letter = letter_to(dana(case), last_day=date(2025, 12, 18))
    text = opens(case, "letter", letter.pk)
    assert "I will hand over the stock list, the Friday rota and Training notes." in text
    assert "My notes say where things are and who could take them on." in text
    assert "How much do you want to say about why?" not in text


def test_a_row_needs_to_say_what_it_is(case):
    text = page(owner_of(case).post(url("handover", case), {"who_2": "Jo"}))
    assert "Enter what duty or project 2 is" in text
    assert not HandedOver.objects.exists()


def test_a_strangers_list_and_notice_are_nobodys(case):
    bo = leaving(person("bo"), stage="started")
    for name in ("notice", "handover", "handover-page"):
        assert owner_of(bo).get(url(name, case)).status_code == 404
        assert owner_of(bo).put(url(name, bo)).status_code == 405


@pytest.fixture
def unsigned(case):
    Writing.objects.update(rung=Rung.EMAIL)
    return case


@pytest.mark.mission("S1-16", "S4-11")
def test_nobody_resigns_before_the_new_letter_is_signed(unsigned):
    client, letter = owner_of(unsigned), letter_to(dana(unsigned))
    assert client.get(url("tell-call", unsigned, dana(unsigned).pk)).url == url("tell", unsigned)
    issued = client.post(url("letter-issue", unsigned, letter.pk))
    assert issued.url == url("tell", unsigned)
    text = page(client.get(url("tell", unsigned)))
    assert "Have the new job signed before you give notice." in text
    assert "Go on without it" in text
    assert not letter.versions.exists()


def test_who_goes_on_knowingly_may(unsigned):
    GoneAhead.objects.create(case=unsigned, gate="not-in-writing", at=THURSDAY)
    assert "Say it early" in opens(unsigned, "tell-call", dana(unsigned).pk)


def test_once_somebody_knows_the_door_stays_open(unsigned):
    told(dana(unsigned), "spoke")
    assert "Say it early" in opens(unsigned, "tell-call", dana(unsigned).pk)


def test_with_nothing_else_lined_up_there_is_nothing_to_sign(case):
    case.offers.filter(number=2).delete()
    assert "Say it early" in opens(case, "tell-call", dana(case).pk)
    other_offer(case, rung=Rung.SIGNED)
    assert "Say it early" in opens(case, "tell-call", dana(case).pk)


def checked(text, name):
    found = re.search(rf'name="{name}" value="(\w+)"[^>]*checked', text)
    return found[1] if found else ""


def test_what_the_papers_said_is_filled_in_and_the_other_way_round(case):
    """Asked twice, in two places: nobody has to answer twice."""
    situation(case, signed="yes")
    SignedTerms.objects.create(case=case, notice="yes")
    text = page(owner_of(case).get(url("notice", case)))
    assert checked(text, "contract") == "yes"
    says(case, contract="no")
    SignedTerms.objects.all().delete()
    assert checked(page(owner_of(case).get(url("notice", case))), "contract") == "no"
    text = page(owner_of(case).get(url("paper", case, "notice")))
    assert checked(text, "notice") == "no"
