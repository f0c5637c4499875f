"""What you tell yourself: a sentence is tested, and put more fairly."""

import pytest

from coaching.models import MOST_BELIEFS, Belief
from offers.models import Case, Stage
from tests import reading
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.reading import main_of

pytestmark = pytest.mark.django_db

RUDE = {
    "sentence": "rude",
    "speaks_for": "My mother says so.",
    "speaks_against": "They told me to take my time.",
    "to_a_friend": "no",
    "fairer": "It is hard, and I can do it with respect.",
}
OWN = {"sentence": "own", "words": "They need me", "to_a_friend": "unknown"}
REMOVED = 2  # the version of a page that was saved once, and removed


@pytest.fixture
def ana(client):
    return Ana(client, pages=("pause", "why"))


@pytest.fixture
def decided(ana):
    """Her reasons are there as well."""
    ana.saves("why", version=1, reasons=["gut"], still="no")
    return ana


@pytest.mark.mission("S0-10")
def test_ana_tests_a_sentence_and_puts_it_more_fairly(decided):
    ana = decided
    assert "You have written nothing yet." in ana.reads("beliefs")
    assert ana.saves("belief", 1, **RUDE).url == ana.url("beliefs")
    row = Belief.objects.get()
    assert {name: getattr(row, name) for name in RUDE} == RUDE
    page = ana.reads("beliefs")
    assert "It is rude to go back on a yes" in page
    assert "It is hard, and I can do it with respect." in page
    assert f'href="{ana.url("belief", 2)}"' in page
    said = "“It is rude to go back on a yes” is now “It is hard, and I can do it with respect.”"
    assert said in ana.reads("why-result")


@pytest.mark.mission("S0-10")
def test_a_sentence_of_her_own_is_asked_for_in_her_words(ana):
    page = ana.saves("belief", 1, **OWN | {"words": ""}).content.decode()
    assert page.count("Enter your own sentence") == 2
    assert not Belief.objects.exists()
    ana.saves("belief", 1, **OWN)
    assert str(Belief.objects.get()) == "They need me"


@pytest.mark.mission("S0-8", "S0-9")
def test_beside_it_stand_the_employers_side_and_that_they_are_not_you(ana):
    text = reading.words_of(main_of(ana.reads("belief", 1)))
    assert "Some hiring managers expect it now and then." in text
    assert "They try not to hold it against you." in text
    assert "they aren’t you" in text
    assert "you are not the first person to change a yes" in text


def test_five_are_enough(ana):
    for number in range(1, MOST_BELIEFS + 1):
        ana.saves("belief", number, **RUDE)
    page = ana.reads("beliefs")
    assert "That is five." in page
    assert "Test another sentence" not in page
    for number in (0, MOST_BELIEFS + 1):
        assert ana.opens("belief", number).status_code == 404


def test_a_removed_sentence_leaves_its_place_free_and_a_second_click_is_harmless(ana):
    ana.saves("belief", 1, **RUDE)
    ana.saves("belief", 2, **OWN)
    for _ in range(2):
        assert ana.saves("belief-remove", 1).url == ana.url("beliefs")
    assert [row.number for row in Belief.objects.all()] == [2]
    assert f'href="{ana.url("belief", 1)}"' in ana.reads("beliefs")
    assert f'name="version" value="{REMOVED}"' in ana.reads("belief", 1)
    assert ana.saves("belief", 1, version=REMOVED, **RUDE).url == ana.url("beliefs")


def test_an_old_tab_over_a_place_that_was_filled_again_gets_both_texts(ana):
    """It was opened on another sentence, so it may not be saved over this one."""
    ana.saves("belief", 1, **RUDE)
    ana.saves("belief-remove", 1)
    ana.saves("belief", 1, version=REMOVED, **OWN)
    for old in (0, 1):
        stale = ana.saves("belief", 1, version=old, **RUDE | {"speaks_for": "All say so."})
        assert stale.status_code == 409
        assert "They need me" in stale.content.decode()
        assert "All say so." in stale.content.decode()
    assert Belief.objects.get().words == "They need me"


def test_who_has_not_said_yes_yet_is_offered_no_sentence_about_going_back_on_one(ana):
    Case.objects.filter(pk=ana.case.pk).update(stage=Stage.NOT_ACCEPTED)
    page = ana.reads("belief", 1)
    assert "go back on a yes" not in page
    assert "A yes can never be taken back" not in page
    assert "There will be no other offer" in page
    assert "first person to change a yes" not in page
    assert "Four" not in ana.reads("pleasing")


def test_nobody_is_offered_to_remove_what_is_not_there(ana):
    assert "Remove this sentence" not in ana.reads("belief", 1)
    ana.saves("belief", 1, **RUDE)
    assert "Remove this sentence" in ana.reads("belief", 1)


def test_half_a_sentence_is_kept(ana):
    assert ana.saves("belief", 1, speaks_for="Hm.", later="1").url == ana.url("hub")
    assert "Not written yet" in ana.reads("beliefs")


def test_a_second_click_changes_nothing_and_an_old_tab_gets_both_texts(ana):
    for _ in range(2):
        assert ana.saves("belief", 1, **RUDE).url == ana.url("beliefs")
    assert Belief.objects.count() == 1
    page = ana.saves("belief", 1, **RUDE | {"fairer": "It is fine."})
    assert page.status_code == 409
    assert "It is hard, and I can do it with respect." in page.content.decode()


def test_the_list_waits_for_a_reason(client):
    early = Ana(client)
    assert early.opens("beliefs").url == early.url("why")
    assert early.opens("belief", 1).url == early.url("hub")


@pytest.mark.parametrize("name", ["belief", "belief-remove"])
def test_a_stranger_finds_nothing(ana, name):
    ana.saves("belief", 1, **RUDE)
    assert bo_finds_nothing(ana, name, 1)
    assert Belief.objects.count() == 1


def test_other_methods_are_refused(ana):
    ana.saves("belief", 1, **RUDE)
    assert wrong_methods_are_refused(ana, "belief", 1)
    assert wrong_methods_are_refused(ana, "beliefs", reading=True)
    assert ana.opens("belief-remove", 1).status_code == 405
    assert Belief.objects.count() == 1
