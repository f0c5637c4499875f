"""Ana gives Bluebird the chance to change the offer, and takes the answer back into weighing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from coaching.models import Ask, AskedTerm, Heard, MustHave, MustHaveAnswer, RealReason, SafeLetter
from offers.models import Offer, OfferKind, Stage
from tests import reading
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.coaching.leaving import decide
from tests.factories import accepted_offer, decision_date, manager, other_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(client):
    ana = Ana(client, time_zone="America/New_York")
    manager(accepted_offer(ana.case))
    return ana


def soon(days=2):
    day = (timezone.now() + timedelta(days=days)).date()
    return {"day": day.isoformat(), "clock": "12:00"}


def says(ana, still, number=1):
    return ana.saves("ask-first", number, still=still)


def asks_for_pay(ana, **more):
    says(ana, "yes")
    answers = {"what": ["pay"], "pay_wanted": "$74,000 a year", "only_pay": "yes"} | soon()
    return ana.saves("ask-terms", 1, **answers | more)


def hears(ana, granted="yes", version=0, **more):
    return ana.saves(
        "ask-answer", 1, heard="answered", granted_pay=granted, version=version, **more
    )


# Would a yes settle it?


@pytest.mark.mission("S0-21")
def test_only_a_yes_opens_the_rest(ana):
    assert says(ana, "yes").url == ana.url("ask-terms", 1)
    assert "What would you ask them for?" in ana.reads("ask-terms", 1)


@pytest.mark.mission("S0-21")
@pytest.mark.parametrize(
    ("still", "words", "leads_to"),
    [
        ("no", "a yes would not change it", ["options"]),
        ("unknown", "You do not know yet", ["must-haves", "questions"]),
    ],
)
def test_any_other_answer_keeps_it_shut_and_says_where_to_go(ana, still, words, leads_to):
    assert says(ana, still).url == ana.url("ask-not-now", 1)
    page = ana.reads("ask-not-now", 1)
    assert words in page
    assert all(ana.url(name) in page for name in leads_to)
    for name in ("ask-terms", "ask-answer"):
        assert ana.opens(name, 1).url == ana.url("hub")
        assert ana.saves(name, 1, what=["pay"], heard="nothing").url == ana.url("hub")
    assert ana.opens("ask-words", 1).url == ana.url("ask-first", 1)
    assert not AskedTerm.objects.exists()


def test_a_changed_mind_shuts_the_letter_and_the_words_again(ana):
    asks_for_pay(ana)
    ana.saves("ask-first", 1, still="no", version=1)
    assert ana.opens("ask-words", 1).url == ana.url("ask-first", 1)
    made = ana.client.post(ana.url("letters-new", "ask-terms", 1))
    assert made.url == ana.url("letters")
    assert not SafeLetter.objects.exists()


@pytest.mark.mission("S0-20")
def test_who_named_the_pay_alone_is_led_here(ana):
    ana.saves("why", reasons=["pay"], still="yes")
    page = ana.reads("why-result")
    assert "Could you give them a chance to change the pay?" in page
    assert ana.url("ask") in page


@pytest.mark.mission("S0-20")
def test_the_page_says_nothing_of_the_private_reason(ana):
    before = reading.words_of(reading.main_of(ana.reads("ask-first", 1)))
    RealReason.objects.create(case=ana.case, pay=True, first="They lied to me.", still="no")
    assert reading.words_of(reading.main_of(ana.reads("ask-first", 1))) == before


# What to ask for


def test_exact_asks_are_kept_with_a_day(ana):
    answer = asks_for_pay(ana, why="The rent is high.", pay_now="$68,000 a year")
    assert answer.url == ana.url("ask-words", 1)
    ask = Ask.objects.get()
    assert (ask.only_pay, ask.why) == ("yes", "The rent is high.")
    assert ask.reply_by > timezone.now()
    term = ask.terms.get()
    assert (term.what, term.now, term.wanted) == ("pay", "$68,000 a year", "$74,000 a year")


def test_each_chosen_thing_needs_its_words_and_nothing_typed_is_lost(ana):
    says(ana, "yes")
    page = ana.saves("ask-terms", 1, what=["start", "title"], title_wanted="Lead", why="Mine")
    text = page.content.decode()
    assert "Enter start date you ask for" in text
    assert "Enter the day they answer by" in text
    assert 'value="Lead"' in text
    assert not AskedTerm.objects.exists()


def test_five_things_are_too_many(ana):
    says(ana, "yes")
    every = ["pay", "start", "place", "title", "other"]
    page = ana.saves("ask-terms", 1, what=every, **soon())
    assert "Choose 4 or fewer" in page.content.decode()


def test_the_answer_comes_before_the_decision_date_and_the_error_names_it(ana):
    decision_date(ana.case, timezone.now() + timedelta(days=3))
    page = asks_for_pay(ana, **soon(days=5)).content.decode()
    assert "Choose a time before your decision date, " in page
    assert not AskedTerm.objects.exists()
    assert asks_for_pay(ana).status_code == 302


def test_a_day_that_has_passed_is_refused(ana):
    assert "still to come" in asks_for_pay(ana, **soon(days=-1)).content.decode()


def test_only_the_pay_means_the_pay_alone(ana):
    page = asks_for_pay(ana, what=["pay", "title"], title_wanted="Lead").content.decode()
    assert "Choose no, or ask for the pay alone" in page


@pytest.mark.parametrize("field", ["why", "pay_wanted"])
@pytest.mark.mission("S1-13")
def test_nobody_says_here_that_they_go(ana, field):
    page = asks_for_pay(ana, **{field: "or I withdraw my acceptance"}).content.decode()
    assert "Take out that you may go" in page
    assert not AskedTerm.objects.exists()


def test_the_same_again_changes_nothing_and_other_words_are_asked_anew(ana):
    asks_for_pay(ana)
    hears(ana)
    first = AskedTerm.objects.get()
    answers = {"what": ["pay"], "pay_wanted": "$74,000 a year", "only_pay": "yes"} | soon()
    ana.saves("ask-terms", 1, **answers)
    assert AskedTerm.objects.get() == first
    assert AskedTerm.objects.get().granted == "yes"
    ana.saves("ask-terms", 1, version=1, **answers | {"pay_wanted": "$80,000 a year"})
    assert (AskedTerm.objects.get().wanted, AskedTerm.objects.get().granted) == (
        "$80,000 a year",
        "",
    )


# The call


@pytest.mark.mission("S0-22")
def test_the_words_are_humble_give_the_real_reason_and_take_a_no(ana):
    asks_for_pay(ana, why="The rent is high.", pay_now="$68,000 a year")
    page = ana.reads("ask-words", 1)
    for words in (
        "Hi Dana",
        "I am glad about the Data Analyst role and the team.",
        "Could the pay be $74,000 a year, instead of $68,000 a year?",
        "The rent is high. The pay is the one thing. All the rest is right for me.",
        "I understand. Thank you for looking at it.",
        "Could you let me know by ",
    ):
        assert words in page


@pytest.mark.mission("S0-22")
def test_after_starting_one_asks_the_manager_to_match(client):
    """SC17: three days in, with an offer of half as much again."""
    ana = Ana(client, stage=Stage.STARTED)
    manager(accepted_offer(ana.case))
    other_offer(ana.case)
    asks_for_pay(ana)
    page = ana.reads("ask-words", 1)
    assert "I am glad to be on the team, and I like the work." in page
    assert "The pay is the one thing." in page
    assert "Harborlight" not in reading.main_of(page)


def test_another_employer_can_be_asked_to_start_later(ana):
    """SC14: University 2 is asked to wait a year, and nobody has said yes there."""
    other_offer(ana.case, employer="Two University", title="Professor")
    assert "Two University" in ana.reads("ask")
    says(ana, "yes", 2)
    ana.saves("ask-terms", 2, what=["start"], start_wanted="August 2027", **soon())
    page = ana.reads("ask-words", 2)
    assert "Thank you for offering me the Professor role. I am keen to join you." in page
    assert "Could the start date be August 2027?" in page


def test_an_interview_or_a_job_held_now_is_asked_for_nothing(ana):
    Offer.objects.create(case=ana.case, number=2, kind=OfferKind.INTERVIEW)
    Offer.objects.create(case=ana.case, number=3, kind=OfferKind.CURRENT)
    for number in (2, 3, 4):
        assert ana.opens("ask-first", number).status_code == 404
        assert ana.saves("ask-first", number, still="yes").status_code == 404


def test_who_has_decided_to_leave_asks_for_nothing_more(ana):
    asks_for_pay(ana)
    decide(ana.case)
    for name in ("ask-first", "ask-terms", "ask-answer", "ask-words"):
        assert ana.opens(name, 1).url == ana.url("hub")


# What they said


@pytest.mark.mission("S0-23")
def test_the_answer_is_written_down_thing_by_thing(ana):
    asks_for_pay(ana)
    assert hears(ana, "part", offered_pay="$71,000").url == ana.url("ask-result", 1)
    term = AskedTerm.objects.get()
    assert (term.granted, term.offered, term.is_written) == ("part", "$71,000", False)
    assert Ask.objects.get().heard == Heard.ANSWERED


@pytest.mark.mission("S0-23")
@pytest.mark.parametrize("heard", ["no", "nothing"])
def test_a_no_or_no_answer_leads_back_to_deciding(ana, heard):
    asks_for_pay(ana)
    decision_date(ana.case, timezone.now() + timedelta(days=3))
    if heard == "no":
        hears(ana, "no", offered_pay="a pen", written_pay="on")
    else:
        ana.saves("ask-answer", 1, heard="nothing")
    page = ana.reads("ask-result", 1)
    assert "Back to deciding" in page
    assert ana.url("decide") in page
    assert "What was promised to you" not in page
    assert AskedTerm.objects.get().offered == ""


@pytest.mark.mission("S0-23")
def test_a_promise_is_taken_back_into_comparing_marked_until_written(ana):
    need = MustHave.objects.create(case=ana.case, number=1, words="Two days at home")
    MustHaveAnswer.objects.create(must_have=need, offer=ana.case.offers.get(), answer="no")
    asks_for_pay(ana)
    hears(ana)
    assert "Two days at home" in ana.reads("ask-result", 1)
    for name in ("compare", "side-by-side"):
        page = ana.reads(name)
        assert "$74,000 a year" in page
        assert "Promised, not in writing" in page
    hears(ana, version=1, written_pay="on")
    page = ana.reads("compare")
    assert "In writing" in page
    assert "Promised, not in writing" not in page


def test_an_answer_needs_a_word_on_each_thing(ana):
    asks_for_pay(ana)
    page = ana.saves("ask-answer", 1, heard="answered")
    assert "Choose what they said about the pay" in page.content.decode()
    assert Ask.objects.get().heard == ""


def test_a_second_click_changes_nothing(ana):
    asks_for_pay(ana)
    for _ in range(2):
        assert hears(ana).url == ana.url("ask-result", 1)
    assert ana.case.saved_pages.get(slug="ask-1-answer").version == 1


def test_the_hub_waits_with_them_and_then_asks(ana):
    assert "Only if a yes would settle it" in ana.reads("hub")
    asks_for_pay(ana)
    assert "They answer by " in ana.reads("hub")
    Ask.objects.update(reply_by=timezone.now() - timedelta(hours=1))
    assert "Write down what they said" in ana.reads("hub")


def test_an_offer_that_is_removed_takes_its_ask_along(ana):
    other_offer(ana.case)
    says(ana, "yes", 2)
    ana.client.post(ana.url("offer-remove", 2))
    other_offer(ana.case, employer="Dune")
    assert "checked" not in ana.reads("ask-first", 2)
    assert not Ask.objects.exists()


@pytest.mark.parametrize(
    "name", ["ask-first", "ask-terms", "ask-answer", "ask-words", "ask-result"]
)
def test_a_stranger_finds_nothing(ana, name):
    asks_for_pay(ana)
    hears(ana)
    assert bo_finds_nothing(ana, name, 1)
    is_read = name in ("ask-words", "ask-result")
    assert wrong_methods_are_refused(ana, name, 1, reading=is_read)
