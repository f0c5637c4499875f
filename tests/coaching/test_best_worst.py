"""How each option may turn out."""

import pytest

from coaching.models import OptionCase, OwnOption
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(client):
    return Ana(client)


@pytest.mark.mission("S1-5", "S1-8")
def test_ana_pictures_the_best_the_worst_and_the_middle_of_backing_out(ana):
    page = ana.reads("best-worst")
    assert "Keep the job" in page
    answers = {"best": "The work I want", "worst": "They are angry", "between": "A hard week"}
    ana.saves("outcome", 2, **answers)
    row = OptionCase.objects.get()
    assert (row.option, row.best, row.worst, row.between) == ("Back out", *answers.values())
    assert "A hard week" in ana.reads("best-worst")
    ana.saves("outcome", 2, **answers)
    assert OptionCase.objects.count() == 1


def test_an_option_of_her_own_has_its_place(ana):
    OwnOption.objects.create(case=ana.case, number=1, words="Ask my aunt")
    assert "Ask my aunt" in ana.reads("outcome", 5)
    assert ana.client.get(ana.url("outcome", 6)).status_code == 404
    assert ana.client.get(ana.url("outcome", 0)).status_code == 404


def test_only_ana_and_only_in_the_right_way(ana):
    assert bo_finds_nothing(ana, "outcome", 1)
    assert wrong_methods_are_refused(ana, "outcome", 1)
    assert wrong_methods_are_refused(ana, "best-worst", reading=True)
