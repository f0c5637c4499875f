"""The gut-check diary: one line a day, and the old ones only after today's."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from coaching.models import DiaryLine
from offers.models import Case, Stage
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import decision_date

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 22, 17, tzinfo=UTC)
TODAY = date(2026, 11, 22)
LINE = {"keep": "2", "leave": "4", "line": "Slept badly"}


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def ana(client):
    return Ana(client, time_zone="America/New_York")


def earlier_line(ana: Ana, day: date = date(2026, 11, 20), **fields) -> DiaryLine:
    fields = {"keep": 1, "leave": 3, "line": "A hard day"} | fields
    return DiaryLine.objects.create(case=ana.case, day=day, **fields)


@pytest.mark.mission("S0-5")
def test_ana_writes_todays_line(ana):
    page = ana.reads("diary")
    assert "Picture your first day at the job." in page
    assert "Skip today" in page
    assert ana.saves("diary", **LINE).url == ana.url("diary")
    line = DiaryLine.objects.get(case=ana.case)
    assert (line.day, line.keep, line.leave, line.line) == (TODAY, 2, 4, "Slept badly")
    page = ana.reads("diary")
    assert "Saved for today. Come back tomorrow." in page
    assert "Slept badly" in page


def test_a_closed_case_asks_for_no_line_and_shows_the_old_ones(ana):
    earlier_line(ana)
    Case.objects.filter(pk=ana.case.pk).update(closed_as="withdrawn", closed_at=NOON)
    page = ana.reads("diary")
    assert "Your case is closed, so there is nothing to write today." in page
    assert "A hard day" in page
    for words in ("picture that", "Picture your", "Change today", "Skip today"):
        assert words not in page


def test_old_lines_are_hidden_until_todays_is_saved(ana):
    earlier_line(ana)
    page = ana.reads("diary")
    assert "A hard day" not in page
    assert "November 20" not in page
    ana.saves("diary", **LINE)
    page = ana.reads("diary")
    assert "A hard day" in page
    assert "Over 2 days, “keep the job” went from heavy to tense" in page
    assert "style=" not in page


def test_sixty_days_fit_one_picture_and_the_older_lines_fold_away(ana):
    for back in range(1, 61):
        if back not in (10, 11):  # days she skipped
            earlier_line(ana, TODAY - timedelta(days=back), line=f"Day {back} ago")
    assert "ago" not in ana.reads("diary").partition("<main")[2].partition("</main")[0]
    ana.saves("diary", **LINE)
    page = ana.reads("diary")
    assert "Over 59 days, “keep the job” went from heavy to tense" in page
    assert "The first day is Sep 23, the last Nov 22." in page
    assert page.count('class="over"') == 2
    newest, older = page.split("See the older lines")
    assert ("Day 6 ago" in newest, "Day 7 ago" in newest, "Day 60 ago" in older) == (
        True,
        False,
        True,
    )


def test_a_skipped_day_is_not_kept(ana):
    """“Skip today” only leads on: a gap in the picture says the same."""
    assert f'<a href="{ana.url("hub")}">Skip today</a>' in ana.reads("diary")
    assert not DiaryLine.objects.exists()


def test_todays_line_may_be_changed(ana):
    ana.saves("diary", **LINE)
    ana.saves("diary", version=1, **LINE | {"keep": "5"})
    assert DiaryLine.objects.get().keep == 5


def test_tomorrow_has_a_line_of_its_own(ana):
    ana.saves("diary", **LINE)
    with time_machine.travel(datetime(2026, 11, 23, 17, tzinfo=UTC), tick=False):
        assert "Slept badly" not in ana.reads("diary")
        ana.saves("diary", **LINE)
    assert [line.day.day for line in DiaryLine.objects.all()] == [22, 23]


@pytest.mark.parametrize(("zone", "day"), [("Asia/Tokyo", 23), ("America/Los_Angeles", 22)])
def test_the_day_is_the_one_on_her_own_calendar(client, zone, day):
    ana = Ana(client, time_zone=zone)
    ana.saves("diary", **LINE)
    assert DiaryLine.objects.get().day.day == day


def test_a_page_left_open_past_midnight_keeps_what_was_typed(ana):
    ana.saves("diary", **LINE)
    with time_machine.travel(datetime(2026, 11, 23, 17, tzinfo=UTC), tick=False):
        page = ana.saves("diary", version=1, **LINE | {"line": "Late thought"})
    assert page.status_code == 409
    assert "Late thought" in page.content.decode()
    assert DiaryLine.objects.count() == 1


def test_a_missing_answer_keeps_the_other(ana):
    page = ana.saves("diary", keep="2", line="Hello").content.decode()
    assert page.count("Choose how the second picture feels") == 2
    assert 'value="Hello"' in page
    assert not DiaryLine.objects.exists()


@pytest.mark.parametrize("number", ["0", "6", "-1", "2.5", "many"])
def test_a_number_off_the_scale_is_refused(ana, number):
    assert ana.saves("diary", **LINE | {"keep": number}).status_code == 200
    assert not DiaryLine.objects.exists()


def test_a_second_click_changes_nothing(ana):
    for _ in range(2):
        assert ana.saves("diary", **LINE).url == ana.url("diary")
    assert DiaryLine.objects.count() == 1


def test_nobody_else_ever_reads_it_and_help_is_at_hand(ana):
    page = ana.reads("diary")
    assert "Only you, always" in page
    assert "If this feels too heavy" in page


@pytest.mark.parametrize(
    ("stage", "words"),
    [(Stage.NOT_ACCEPTED, "Picture that you said yes."), (Stage.STARTED, "Picture that you stay.")],
)
def test_the_pictures_follow_where_she_stands(client, stage, words):
    assert words in Ana(client, stage=stage).reads("diary")


def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana):
    assert bo_finds_nothing(ana, "diary")
    assert wrong_methods_are_refused(ana, "diary")


def test_todays_line_is_asked_for_until_it_is_written(ana):
    decision_date(ana.case, NOON + timedelta(days=2))
    ana.case.saved_pages.create(slug="date", saved_at=NOON)
    assert "Write today’s diary line" in ana.reads("hub")
    ana.saves("diary", **LINE)
    page = ana.reads("hub")
    assert "Write today’s diary line" not in page
    assert "Look at your diary" in page
    with time_machine.travel(NOON + timedelta(days=1), tick=False):
        assert "Write today’s diary line" in ana.reads("hub")
