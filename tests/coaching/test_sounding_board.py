"""People you trust: who they are, how they help, what they said."""

import pytest

from coaching.models import MOST_TRUSTED, Trusted
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.reading import main_of

pytestmark = pytest.mark.django_db

ROSA = {"name": "Aunt Rosa", "helps": "family", "said": "Sleep on it."}


@pytest.fixture
def ana(client):
    return Ana(client)


@pytest.mark.mission("S0-24", "S1-10")
def test_ana_names_somebody_and_keeps_what_they_said(ana):
    assert "No one is here yet." in ana.reads("sounding-board")
    saved = ana.saves("trusted", 1, name="Aunt Rosa", helps="family")
    assert saved.url == ana.url("sounding-board")
    assert "Not asked yet" in ana.reads("sounding-board")
    ana.saves("trusted", 1, version=1, **ROSA)
    row = Trusted.objects.get()
    assert (row.name, row.helps, row.said) == ("Aunt Rosa", "family", "Sleep on it.")
    page = ana.reads("sounding-board")
    assert "“Sleep on it.”" in page
    assert "Only you, always" in page
    assert "People you trust" in ana.reads("hub")


@pytest.mark.mission("S0-24")
def test_there_are_words_to_ask_with_that_name_no_employer(ana):
    page = main_of(ana.reads("sounding-board"))
    words = page[page.index('id="words"') : page.index('data-copy="#words"')]
    assert "Could I think out loud with you for 20 minutes?" in words
    assert "withdraw" not in words


def test_a_name_and_how_they_help_are_asked_for(ana):
    page = ana.saves("trusted", 1, said="Hm.").content.decode()
    assert page.count("Enter a name") == 2
    assert page.count("Choose how they help you") == 2
    assert ">\nHm.</textarea>" in page
    assert not Trusted.objects.exists()


def test_six_are_enough(ana):
    for number in range(1, MOST_TRUSTED + 1):
        ana.saves("trusted", number, **ROSA)
    assert "That is six." in ana.reads("sounding-board")
    for number in (0, MOST_TRUSTED + 1):
        assert ana.opens("trusted", number).status_code == 404


def test_somebody_removed_is_gone_with_their_words_and_a_second_click_is_harmless(ana):
    ana.saves("trusted", 1, **ROSA)
    for _ in range(2):
        assert ana.saves("trusted-remove", 1).url == ana.url("sounding-board")
    assert not Trusted.objects.exists()
    assert "Aunt Rosa" not in ana.reads("sounding-board")
    assert ana.saves("trusted", 1, version=2, **ROSA).status_code == 302


def test_a_second_click_changes_nothing_and_an_old_tab_gets_both_texts(ana):
    for _ in range(2):
        assert ana.saves("trusted", 1, **ROSA).url == ana.url("sounding-board")
    assert Trusted.objects.count() == 1
    assert ana.saves("trusted", 1, **ROSA | {"said": "Go."}).status_code == 409


def test_a_name_is_shown_as_it_was_typed(ana):
    ana.saves("trusted", 1, **ROSA | {"name": "<b>Łukasz</b>"})
    assert "&lt;b&gt;Łukasz&lt;/b&gt;" in ana.reads("sounding-board")


def test_before_the_pause_there_is_nothing_here(client):
    early = Ana(client, pages=())
    assert early.opens("sounding-board").url == early.url("hub")
    assert early.saves("trusted", 1, **ROSA).url == early.url("hub")
    assert not Trusted.objects.exists()


@pytest.mark.parametrize("name", ["trusted", "trusted-remove"])
def test_a_stranger_finds_nothing(ana, name):
    ana.saves("trusted", 1, **ROSA)
    assert bo_finds_nothing(ana, name, 1)
    assert Trusted.objects.count() == 1


def test_other_methods_are_refused(ana):
    ana.saves("trusted", 1, **ROSA)
    assert wrong_methods_are_refused(ana, "trusted", 1)
    assert wrong_methods_are_refused(ana, "sounding-board", reading=True)
    assert ana.opens("trusted-remove", 1).status_code == 405
    assert Trusted.objects.count() == 1
