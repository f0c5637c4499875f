"""What was written about an option in words is found again under its key."""

from hashlib import sha256
from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone

from coaching.models import OptionCase, OwnOption, SavedPage
from coaching.weigh.ways import own_key
from offers.models import Stage
from tests.factories import case_of, other_offer, person

pytestmark = pytest.mark.django_db

migration = import_module("coaching.migrations.0009_options_in_full")


def slug_of(words: str) -> str:
    return f"best-worst-{sha256(words.encode()).hexdigest()[:12]}"


def written(case, words: str) -> None:
    OptionCase.objects.create(case=case, option=words, worst=f"Worst of {words}")
    SavedPage.objects.create(case=case, slug=slug_of(words), saved_at=timezone.now())


@pytest.mark.parametrize(
    ("stage", "words", "key"),
    [
        (Stage.ACCEPTED, "Keep the job", "keep"),
        (Stage.ACCEPTED, "Back out", "out"),
        (Stage.NOT_ACCEPTED, "Say no", "out"),
        (Stage.NOT_ACCEPTED, "Ask for more time", "time"),
        (Stage.STARTED, "Stay", "keep"),
        (Stage.STARTED, "Leave", "notice"),
        (Stage.STARTED, "Give longer notice", "longer"),
        (Stage.ACCEPTED, "Move", own_key("Move")),
        (Stage.ACCEPTED, "Ask for more time", own_key("Ask for more time")),
        (Stage.ACCEPTED, "Say no", own_key("Say no")),
        (Stage.NOT_ACCEPTED, "Start later", own_key("Start later")),
    ],
)
def test_words_become_the_key_of_the_same_option_and_can_go_back(stage, words, key):
    case = case_of(person(), stage=stage)
    """Words that are given at another stage only are an option of the person’s own here."""
    for number, own in enumerate({"Move", words} if key.startswith("own-") else {"Move"}, 1):
        OwnOption.objects.create(case=case, number=number, words=own)
    written(case, words)
    migration.by_key(apps, None)
    row = OptionCase.objects.get()
    assert (row.option, row.worst) == (key, f"Worst of {words}")
    assert SavedPage.objects.get().slug == f"best-worst-{key}"
    migration.by_words(apps, None)
    assert OptionCase.objects.get().option == words
    assert SavedPage.objects.get().slug == slug_of(words)


@pytest.mark.parametrize("key", ["out", "reopen", own_key("Gone")])
def test_what_has_no_words_to_go_back_to_keeps_its_key_there_and_back(key):
    case = case_of(person())
    other = "out-for-other" if key == "out" else "keep"
    for option in (other, key):
        OptionCase.objects.create(case=case, option=option)
    for turn in (migration.by_words, migration.by_key):
        turn(apps, None)
    assert OptionCase.objects.filter(option=key).exists()


def test_who_has_another_offer_backed_out_for_it():
    case = case_of(person())
    other_offer(case)
    written(case, "Back out")
    migration.by_key(apps, None)
    assert OptionCase.objects.get().option == "out-for-other"
