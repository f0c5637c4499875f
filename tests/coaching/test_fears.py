"""Facts and fears: typed one at a time, set side by side, signals before promises."""

import pytest

from coaching.models import MOST_THOUGHTS, Kind, RestsOn, Thought
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer

pytestmark = pytest.mark.django_db

RAISE = {"words": "They say a raise comes in June", "kind": "fact", "rests_on": "promise"}
CALLED = {"words": "Dana called back each time", "kind": "fact", "rests_on": "signal"}
ALONE = {"words": "Nobody else will hire me", "kind": "fear", "would_show": "Three talks by May"}


@pytest.fixture
def ana(client):
    ana = Ana(client)
    accepted_offer(ana.case, employer="Bluebird")
    return ana


def two_columns(page: str) -> tuple[str, str]:
    facts, fears = page[page.index('id="facts"') :].split('id="fears"')
    return facts, fears


@pytest.mark.mission("S3-17", "S3-18")
def test_ana_tells_facts_from_fears_and_what_happened_from_what_was_promised(ana):
    for number, line in enumerate((RAISE, ALONE, CALLED), 1):
        assert f'href="{ana.url("fear", number)}">Add a line' in ana.reads("fears")
        assert ana.saves("fear", number, **line).url == ana.url("fears")
    page = ana.reads("fears")
    facts, fears = two_columns(page)
    assert facts.index(CALLED["words"]) < facts.index(RAISE["words"])
    assert "What happened weighs more than what was promised." in facts
    assert ALONE["words"] not in facts
    assert ALONE["words"] in fears
    assert "Declining one offer does not mean no other will come." in fears
    assert "This would show it: Three talks by May" in page


def test_with_nothing_written_it_says_so_and_still_says_what_helps(ana):
    facts, fears = two_columns(ana.reads("fears"))
    assert "None yet." in facts
    assert "None yet." in fears
    assert "Declining one offer does not mean no other will come." in fears


@pytest.mark.mission("S3-17", "S3-4")
def test_what_she_saw_in_a_job_is_a_fact_and_need_not_be_typed_again(ana):
    ana.saves("flags-job", 1, later="1", role="yes", pay="no", role_note="Reports only")
    ana.saves("flags-talks", 1, later="1", treated="well")
    ana.saves("flags-you", later="1", unwritten="yes", unwritten_note="Days at home")
    facts, _ = two_columns(ana.reads("fears"))
    signals, promises = facts.split("Promises: still to come")
    assert "<strong>Bluebird:</strong> The job is not the one you talked about." in signals
    assert "“Reports only”" in signals
    assert "They treated you well." in signals
    assert "floor" not in facts
    assert "“Days at home”" in promises
    assert not Thought.objects.exists()


def test_a_fear_that_turned_out_true_becomes_a_fact(ana):
    ana.saves("fear", 1, **ALONE)
    ana.saves("fear", 1, version=1, **ALONE | {"kind": "fact", "rests_on": "signal"})
    row = Thought.objects.get()
    assert (row.kind, row.rests_on, row.would_show) == (Kind.FACT, RestsOn.SIGNAL, "")
    assert "Fears you can check" not in ana.reads("fears")


def test_what_was_typed_for_the_other_kind_is_not_kept(ana):
    ana.saves("fear", 1, words="I will fail", kind="fear", rests_on="signal")
    assert Thought.objects.get().rests_on == ""


def test_an_emptied_line_is_gone_and_its_place_is_free(ana):
    ana.saves("fear", 1, **ALONE)
    assert "Empty this line to take it off your list." in ana.reads("fear", 1)
    for _ in range(2):
        page = ana.saves("fear", 1, version=1, words=" ", kind="fear")
        assert page.url == ana.url("fears")
    assert not Thought.objects.exists()
    assert f'href="{ana.url("fear", 1)}">Add a line' in ana.reads("fears")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ({"kind": "fear"}, "Enter a fact or a fear"),
        ({"words": "I will fail"}, "Choose a fact or a fear"),
        ({"words": "I will fail", "kind": "truth"}, "Choose a fact or a fear"),
        ({"words": "x" * 121, "kind": "fear"}, "must be 120 characters or fewer"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(ana, line, error):
    for button in ({}, {"later": "1"}):
        page = ana.saves("fear", 1, **line, **button)
        assert page.status_code == 200
        assert error in page.content.decode()
        assert line.get("words", "") in page.content.decode()
    assert not Thought.objects.exists()


def test_there_is_an_end_to_the_list(ana):
    for number in range(1, MOST_THOUGHTS + 1):
        ana.saves("fear", number, **ALONE)
    page = ana.reads("fears")
    assert "Add a line" not in page
    assert f"You have used all {MOST_THOUGHTS} lines." in page
    for number in (0, MOST_THOUGHTS + 1):
        assert ana.opens("fear", number).status_code == 404
        assert ana.saves("fear", number, **ALONE).status_code == 404


def test_two_lines_are_two_columns_and_the_task_is_done(ana):
    ana.saves("fear", 1, **ALONE)
    ana.saves("fear", 2, **CALLED)
    row = ana.reads("hub").split(f'href="{ana.url("fears")}"')[1].split("</li>")[0]
    assert "Done" in row


def test_a_second_click_changes_nothing(ana):
    for _ in range(2):
        assert ana.saves("fear", 1, **ALONE).url == ana.url("fears")
    assert Thought.objects.count() == 1


def test_an_old_tab_gets_both_lines_back(ana):
    ana.saves("fear", 1, **ALONE)
    page = ana.saves("fear", 1, **CALLED)
    assert page.status_code == 409
    assert Thought.objects.get().words == ALONE["words"]


def test_before_the_pause_there_is_nothing_here(client):
    early = Ana(client, pages=())
    assert early.opens("fears").url == early.url("hub")
    assert early.saves("fear", 1, **ALONE).url == early.url("hub")
    assert not Thought.objects.exists()


def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana):
    ana.saves("fear", 1, **ALONE)
    assert bo_finds_nothing(ana, "fear", 1)
    assert wrong_methods_are_refused(ana, "fear", 1)
    assert wrong_methods_are_refused(ana, "fears", reading=True)
