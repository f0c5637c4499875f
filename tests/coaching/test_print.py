"""The case as printed answers: everything that was answered, on one page, nothing folded away."""

from collections.abc import Iterator

import pytest
import time_machine
from django.db import models
from django.test import Client

from coaching.deciding import save_decision
from coaching.journey.facts import Facts
from coaching.models import FurtherLetter, Letter, Outcome, OwnOption, SafeLetter, SavedPage
from offers.models import Case, Stage
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.coaching.test_privacy import is_typed
from tests.factories import accepted_offer, finish
from tests.rows import our_models
from tests.whole_case import ANAS_WORD, MONDAY, When, anas_case

pytestmark = pytest.mark.django_db

# What somebody typed and no printed page shows, and why.
SHARED = (
    "Sharing.name Sharing.programme StaffView.name StaffView.page Message.words Message.name"
    " Appointment.suits Appointment.about Appointment.place Reading.subject Reading.words"
    " Reading.name ParagraphNote.comment ParagraphNote.suggestion ParagraphNote.name"
)
NOT_PRINTED = dict.fromkeys(
    (f"coaching.{column}" for column in SHARED.split()), "on the pages of sharing"
) | {
    "coaching.HelperComment.words": "said by somebody else",
    "coaching.FurtherLetter.amount": "asked for by another kind of letter",
    "coaching.FurtherLetter.liked": "asked for by another kind of letter",
    "coaching.Letter.reason_words": "beneath a choice that was not made",
    "coaching.SignedTerms.visa_words": "its screen is for who needs a visa",
}


@pytest.fixture
def ana(client):
    return Ana(client)


@pytest.fixture
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


def printed(case: Case) -> str:
    browser = Client()
    browser.force_login(case.owner)
    page = browser.get(f"/c/{case.code}/print/")
    assert page.status_code == 200
    return page.content.decode()


@pytest.mark.mission("S2-7")
def test_questions_stand_beside_their_answers(ana):
    ana.saves("pause", version=1, weight="2", pulls="pull_gut", forced="no")
    accepted_offer(ana.case)
    finish(ana.case, "basics-1")
    page = ana.reads("print")

    assert "<dt>How heavy does this feel?</dt><dd>2 of 5</dd>" in page
    assert "<dt>Employer</dt><dd>Bluebird Analytics</dd>" in page
    assert "The job: Bluebird Analytics" in page


def test_what_was_never_opened_is_not_there(ana):
    page = ana.reads("print")
    assert "Your situation" not in page
    assert "Where you began" in page


@pytest.mark.usefixtures("_monday")
def test_nothing_is_folded_and_private_pages_are_marked():
    main = printed(anas_case()).partition("<main")[2].partition("</main>")[0]
    private = main.partition("Your diary</h3>")[2].partition("<dl")[0]
    shared = main.partition("What it pays")[2].partition("<dl")[0]

    assert "<details" not in main
    assert "Only you, always" in private
    assert "Only you, always" not in shared


@pytest.mark.usefixtures("_monday")
def test_the_steps_stand_in_the_order_of_the_journey():
    main = printed(anas_case())
    titles = ["Take a breath", "Your offers", "Find the real reason", "Make your decision"]
    places = [main.index(f">{title}</h2>") for title in titles]
    assert places == sorted(places)


@pytest.mark.usefixtures("_monday")
def test_every_text_that_was_typed_is_printed():
    """A word of its own in every text of every row: a question that is forgotten here fails."""
    case = anas_case(When.TOLD, stage=Stage.STARTED)
    for slug in pages_left_open(case):
        SavedPage.objects.get_or_create(case=case, slug=slug, defaults={"saved_at": MONDAY})
    wanted = {}
    for number, (model, field) in enumerate(typed_columns()):
        word = f"Zq{number}x"
        for row in model._base_manager.all():
            text = f"{getattr(row, field.name)} {word}".strip()
            if model is not OwnOption and text != word:
                model._base_manager.filter(pk=row.pk).update(**{field.name: text})
                wanted[word] = f"{model._meta.label}.{field.name}"
    page = printed(case)

    missing = {name for word, name in wanted.items() if word not in page}
    assert len(wanted) > 60
    assert missing == set(NOT_PRINTED)


def pages_left_open(case: Case) -> Iterator[str]:
    """What the whole case leaves unsaved, though its rows are there."""
    yield from (f"{screen}-keep" for screen in ("best-worst", "option-cost", "option-leads"))
    yield from (f"ask-1{part}" for part in ("", "-terms", "-answer"))
    yield from (f"{page}-{n}" for page in ("conditions", "ask") for n in (2, 3))
    yield "replacement"
    families = {Letter: "letter", SafeLetter: "safe-letter", FurtherLetter: "further-letter"}
    for letter in (*SafeLetter.objects.all(), *Letter.objects.all(), *FurtherLetter.objects.all()):
        kind = families[type(letter)]
        yield from (f"{kind}-{letter.pk}{part}" for part in ("", "-words"))


def typed_columns() -> list[tuple[type[models.Model], models.Field]]:
    return [
        (model, field)
        for model in our_models()
        for field in model._meta.concrete_fields
        if is_typed(model, field)
    ]


@pytest.mark.usefixtures("_monday")
def test_each_letter_is_found_in_its_own_table():
    """On PostgreSQL three tables count apart: the number of one letter is none in the others."""
    case = anas_case(When.TOLD, stage=Stage.STARTED)
    offer = case.offers.get(number=1)
    SafeLetter.objects.create(pk=801, case=case, offer=offer, kind="more-time", words="Zq safe")
    FurtherLetter.objects.create(pk=901, case=case, kind="take-back", words="Zq further")
    Letter.objects.update(liked="Zq first")
    slugs = [f"letter-{pk}" for pk in case.letters.values_list("pk", flat=True)]
    for slug in (*slugs, "safe-letter-801-words", "further-letter-901-words"):
        SavedPage.objects.get_or_create(case=case, slug=slug, defaults={"saved_at": MONDAY})
    page = printed(case)

    assert [page.count(words) for words in ("Zq first", "Zq safe", "Zq further")] == [1, 1, 1]


@pytest.mark.usefixtures("_monday")
def test_a_page_about_what_is_gone_is_left_out():
    case = anas_case()
    for slug in ("basics-9", "letter-987", "safe-letter-987", "further-letter-987"):
        SavedPage.objects.create(case=case, slug=slug, saved_at=MONDAY)
    assert ANAS_WORD in printed(case)


@pytest.mark.usefixtures("_monday")
@pytest.mark.parametrize("when", [When.WAITING, When.DECIDING])
def test_before_a_decision_there_is_no_word_of_going(when):
    """The letter in the making is there in the rows, and stays there (S1-13)."""
    page = printed(anas_case(when))
    assert "withdraw" not in page.lower()


@pytest.mark.usefixtures("_monday")
def test_a_sealed_leaning_stays_sealed_on_paper():
    case = anas_case(When.WAITING)
    assert f"{ANAS_WORD} calls." not in printed(case)

    save_decision(Facts(case), Outcome.OUT)
    assert f"{ANAS_WORD} calls." in printed(case)


@pytest.mark.usefixtures("_monday")
@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("outcome", [Outcome.KEEP, Outcome.OUT, Outcome.ASK])
def test_it_prints_at_every_stage(stage, outcome):
    assert ANAS_WORD in printed(anas_case(stage=stage, outcome=outcome))


def test_only_ana_can_print_it(ana):
    assert bo_finds_nothing(ana, "print")
    assert wrong_methods_are_refused(ana, "print", reading=True)
