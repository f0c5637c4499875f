"""How each option may turn out, what it costs, and where it leads; then all beside each other."""

import pytest

from coaching.models import Odds, OptionCase, OwnOption, Serves, Undo
from coaching.weigh.ways import own_key
from offers.models import Stage
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import other_offer

pytestmark = pytest.mark.django_db

TURNS_OUT = {
    "best": "The work I want",
    "best_odds": Odds.LIKELY,
    "worst": "They are angry",
    "worst_odds": Odds.UNLIKELY,
    "between": "A hard week",
}


@pytest.fixture
def ana(client):
    return Ana(client)


@pytest.mark.mission("S1-5", "S1-8")
def test_ana_pictures_the_best_the_worst_and_the_middle_of_backing_out(ana):
    page = ana.reads("best-worst")
    assert "Back out with nothing lined up" in page
    assert "Start with the first" in page
    answer = ana.saves("outcome", "out", **TURNS_OUT)
    assert answer.url == ana.url("outcome-cost", "out")
    row = OptionCase.objects.get()
    assert row.option == "out"
    assert {name: getattr(row, name) for name in TURNS_OUT} == TURNS_OUT
    assert "1 of 3" in ana.reads("best-worst")
    ana.saves("outcome", "out", **TURNS_OUT)
    assert OptionCase.objects.count() == 1


@pytest.mark.mission("S1-5", "S1-9")
def test_then_what_is_asked_once_a_worst_case_is_written(ana):
    assert "Then what?" not in ana.reads("outcome-cost", "out")
    ana.saves("outcome", "out", **TURNS_OUT)
    page = ana.reads("outcome-cost", "out")
    assert "Step" not in page
    assert "step 2 of 3" in page
    assert page.count("Then what?</") + page.count("Then what? <") == 1
    assert "They are angry" in page
    answers = {"gives_up": "My word", "if_worst": "Call my sister", "then_what": "A year on"}
    answer = ana.saves("outcome-cost", "out", **answers, undo=Undo.PARTLY)
    assert answer.url == ana.url("outcome-leads", "out")
    row = OptionCase.objects.get()
    assert {name: getattr(row, name) for name in answers} == answers
    assert row.undo == Undo.PARTLY
    assert row.best == "The work I want"


@pytest.mark.mission("S1-7", "S3-15")
def test_each_option_says_what_it_does_for_work_and_life_and_where_it_leads(ana):
    goals = {
        "work_soon": Serves.HURTS,
        "work_later": Serves.HELPS,
        "life_soon": Serves.NEITHER,
        "life_later": Serves.UNKNOWN,
    }
    answer = ana.saves("outcome-leads", "keep", **goals, leads="To a team of my own")
    assert answer.url == ana.url("best-worst")
    row = OptionCase.objects.get()
    assert {name: getattr(row, name) for name in goals} == goals
    assert row.leads == "To a team of my own"
    page = ana.reads("options-summary")
    assert "To a team of my own" in page
    assert page.count('<span class="vh">It hurts</span>') == 1
    assert page.count('<span class="vh">It helps</span>') == 1


def test_an_option_of_her_own_keeps_its_place_when_others_go(ana):
    ana.saves("options", own_1="Ask my aunt", own_2="Move")
    assert "Move" in ana.reads("outcome", own_key("Move"))
    ana.saves("outcome", own_key("Move"), worst="Alone there")
    ana.saves("options", version=1, own_2="Move")
    assert "Alone there" in ana.reads("outcome", own_key("Move"))
    assert ana.opens("outcome", own_key("Ask my aunt")).status_code == 404


@pytest.mark.parametrize("name", ["outcome", "outcome-cost", "outcome-leads"])
def test_an_option_that_is_not_there_is_not_found(ana, name):
    for option in ("out-for-other", "own-123456789abc", "nothing"):
        assert ana.opens(name, option).status_code == 404
    other_offer(ana.case)
    assert ana.opens(name, "out-for-other").status_code == 200


def test_what_is_not_a_choice_is_refused_and_nothing_typed_is_lost(ana):
    page = ana.saves("outcome", "keep", best="A good year", best_odds="surely")
    assert page.status_code == 200
    assert "A good year" in page.content.decode()
    assert not OptionCase.objects.exists()


def test_an_old_tab_never_undoes_the_newer_one(ana):
    ana.saves("outcome", "keep", worst="A dull year")
    page = ana.saves("outcome", "keep", worst="A bad year")
    assert page.status_code == 409
    assert OptionCase.objects.get().worst == "A dull year"


def test_two_screens_of_one_option_do_not_stand_in_each_others_way(ana):
    ana.saves("outcome-leads", "keep", leads="Up")
    ana.saves("outcome", "keep", worst="A dull year")
    row = OptionCase.objects.get()
    assert (row.leads, row.worst) == ("Up", "A dull year")


@pytest.mark.mission("S1-9", "S1-11")
def test_the_summary_lays_all_side_by_side_and_looks_again_at_the_worst(ana):
    ana.saves("outcome", "keep", worst="A dull year", worst_odds=Odds.LIKELY)
    ana.saves("outcome-cost", "keep", gives_up="More pay")
    ana.saves("outcome", "out", **TURNS_OUT)
    ana.saves("outcome-cost", "out", gives_up="My word", if_worst="Temp", undo=Undo.YES)
    page = ana.reads("options-summary")
    assert "Best case: likely. Worst case: not likely." in page
    assert "You called the worst case not likely." in page
    assert "You could turn back" not in page
    assert "You said that you could turn back." in page
    assert "Your list has 6 options. None of them is your only way." in page
    staying, leaving = page.index("By staying"), page.index("By backing out")
    assert staying < page.index("More pay") < leaving < page.index("My word")
    assert "Keep the job: the best case" in page
    assert "Back out with nothing lined up: where it leads" in page
    assert page.index('id="o-keep"') < page.index('id="o-out"')


def test_the_summary_says_where_answers_differ_and_ranks_nothing(ana):
    ana.saves("outcome-cost", "keep", undo=Undo.YES)
    ana.saves("outcome-cost", "out", undo=Undo.NO)
    ana.saves("outcome-leads", "keep", work_soon=Serves.HELPS)
    ana.saves("outcome-leads", "out", work_soon=Serves.HELPS)
    page = ana.reads("options-summary")
    assert "Your answers differ on turning back." in page
    assert "They are the same on work soon." in page
    assert not {"best option", "winner", "score", "rank 1"} & set(page.lower().split("\n"))


def test_an_empty_summary_leads_to_the_first_option(ana):
    page = ana.reads("options-summary")
    assert "Nothing is written yet" in page
    assert ana.url("outcome", "keep") in page


def test_a_long_board_with_everything_written_is_one_page(ana):
    other_offer(ana.case)
    for number in range(1, 7):
        OwnOption.objects.create(case=ana.case, number=number, words=f"My way number {number}")
    options = [*("keep", "change", "later", "try", "out-for-other", "out", "reopen")]
    options += [own_key(f"My way number {number}") for number in range(1, 7)]
    for option in options:
        OptionCase.objects.create(case=ana.case, option=option, **TURNS_OUT)
    page = ana.reads("options-summary")
    assert page.count('role="img"') == 13
    assert page.count("A second look at the worst case") == 13


@pytest.mark.parametrize(
    ("stage", "heading"), [(Stage.NOT_ACCEPTED, "By saying no"), (Stage.STARTED, "By leaving")]
)
def test_the_words_follow_where_she_stands(client, stage, heading):
    ana = Ana(client, stage=stage)
    ana.saves("outcome-cost", "out", gives_up="My word")
    assert heading in ana.reads("options-summary")


def test_markup_stays_text(ana):
    ana.saves("outcome", "keep", worst="<b>No</b>", worst_odds=Odds.LIKELY)
    for page in (ana.reads("outcome-cost", "keep"), ana.reads("options-summary")):
        assert "&lt;b&gt;No&lt;/b&gt;" in page
        assert "<b>No</b>" not in page


def test_only_ana_and_only_in_the_right_way(client):
    ana = Ana(client)
    assert bo_finds_nothing(ana, "outcome", "keep")
    for name in ("outcome", "outcome-cost", "outcome-leads"):
        assert wrong_methods_are_refused(ana, name, "keep")
    for name in ("best-worst", "options-summary"):
        assert wrong_methods_are_refused(ana, name, reading=True)
