"""Ana has three offers and has said yes to none. She answers each of them, and no one is left."""

import pytest
from django.utils import timezone

from coaching.models import Decision, GoneAhead, Letter, Letterhead, Outcome, Told
from offers.models import Answer, Case, Offer, OfferKind, Situation, Writing
from tests.coaching.leaving import decide, owner_of, page, told, url
from tests.factories import case_of, decision_date, manager, person
from tests.reading import main_of, words_of

pytestmark = pytest.mark.django_db


def offer(case: Case, number: int, employer: str, who: str = "") -> Offer:
    row = Offer.objects.create(
        case=case, number=number, kind=OfferKind.OTHER, employer=employer, title="Data Analyst"
    )
    if who:
        manager(row, name=who)
    return row


@pytest.fixture
def case():
    case = case_of(person(), stage="not-accepted", pages=("pause", "decide"))
    offer(case, 1, "Bluebird", "Dana Reyes")
    offer(case, 2, "Harborlight", "Kim Sato")
    offer(case, 3, "Northwind", "Lee Marsh")
    Letterhead.objects.create(case=case, name="Ana Okafor")
    return case


def says_yes_to(case: Case, number: int) -> Decision:
    decision = decide(case, Outcome.KEEP)
    decision.offer = case.offers.get(number=number)
    decision.save()
    return decision


def opens(case: Case, name: str, *args) -> str:
    return words_of(main_of(page(owner_of(case).get(url(name, case, *args)))))


def at(case: Case, number: int):
    return case.contacts.get(offer__number=number)


@pytest.mark.mission("S2-1")
def test_the_hub_is_six_tasks_and_one_fold(case):
    hub = owner_of(case).get(url("hub", case))
    (group,) = hub.context["groups"]
    titles = [task.step.title for task in group.tasks]
    assert titles == [
        "Set your decision date",
        "Your offers",
        "What you can’t give up",
        "Your offers, side by side",
        "Make your decision",
        "Answer them",
    ]
    more = [task.step.slug for task in hub.context["more"].tasks]
    assert {"pause", "situation", "why", "options", "close"} <= set(more)
    assert not {"signed", "leaving-cost", "notice"} & set(more)


def test_before_the_pause_there_is_nothing_but_the_pause():
    case = case_of(person(), stage="not-accepted")
    hub = owner_of(case).get(url("hub", case))
    (group,) = hub.context["groups"]
    assert [task.step.slug for task in group.tasks] == ["pause"]
    assert hub.context["more"] is None


def test_the_next_card_leads_through_the_six_only(case):
    client = owner_of(case)
    answers = {"weight": "3", "forced": "no", "version": "1"}
    assert client.post(url("pause", case), answers).url == url("date", case)
    assert client.get(url("hub", case)).context["next"].step.slug == "date"


def test_questions_that_only_a_yes_brings_are_not_asked(case):
    text = opens(case, "situation")
    assert "Does a visa or work permit depend on this job?" in text
    assert "signed a contract" not in text
    assert "paid you any money" not in text
    asked = {"school": "neither", "campus": "no", "agency": "no", "referred": "no", "visa": "no"}
    assert owner_of(case).post(url("situation", case), asked).status_code == 302
    assert Situation.objects.get().visa == Answer.NO


@pytest.mark.mission("S1-13", "S2-1")
@pytest.mark.parametrize("outcome", ["", Outcome.ASK])
def test_no_letter_can_be_made_before_there_is_an_answer(case, outcome):
    if outcome:
        decide(case, outcome)
    client = owner_of(case)
    for method in (client.get, client.post):
        answer = method(url("tell", case))
        assert answer.status_code == 302
        assert answer.url == url("hub", case)
    assert client.post(url("tell-letter", case, at(case, 1).pk)).url == url("hub", case)
    assert not Letter.objects.exists()


def test_a_yes_says_to_which_of_several(case):
    client = owner_of(case)
    date = decision_date(case, timezone.now())
    GoneAhead.objects.create(case=case, gate="decide", about=str(date.pk), at=timezone.now())
    typed = {"choice": "keep", "sure": "4", "version": "1"}
    text = page(client.post(url("decide", case), typed))
    assert "Choose which job you say yes to" in text

    wanted = case.offers.get(number=2)
    typed["which"] = str(wanted.pk)
    assert client.post(url("decide", case), typed).url == url("decide-check", case)
    assert "Say yes to Harborlight" in opens(case, "decide-check")
    client.post(url("decide-check", case))
    client.post(url("decide-check", case))
    decision = Decision.objects.get()
    assert (decision.outcome, decision.offer) == (Outcome.KEEP, wanted)


@pytest.mark.mission("S2-1")
def test_a_yes_comes_first_and_each_no_has_its_own_call_and_letter(case):
    says_yes_to(case, 2)
    text = opens(case, "tell")
    places = [
        text.index(words)
        for words in (
            "Say yes to Harborlight: call Kim Sato",
            "Have it in writing, and signed",
            "Say no to Bluebird: call Dana Reyes",
            "Send Dana Reyes a short letter",
            "Say no to Northwind: call Lee Marsh",
            "Send Lee Marsh a short letter",
        )
    ]
    assert places == sorted(places)
    assert "Send Kim Sato" not in text


def test_the_call_says_yes_to_one_and_no_to_the_others(case):
    says_yes_to(case, 2)
    yes = opens(case, "tell-call", at(case, 2).pk)
    assert "I’m glad to say yes to the Data Analyst role" in yes
    assert "If you write instead" in yes
    no = opens(case, "tell-call", at(case, 1).pk)
    assert "I’ve decided not to take the Data Analyst role" in no
    assert "glad to say yes" not in no
    for text in (yes, no):
        assert "withdraw" not in text


@pytest.mark.mission("S2-1")
def test_each_no_gets_a_letter_that_declines_and_names_no_other_employer(case):
    says_yes_to(case, 2)
    client = owner_of(case)
    for number in (1, 3):
        client.post(url("tell-letter", case, at(case, number).pk))
        client.post(url("tell-letter", case, at(case, number).pk))
    assert Letter.objects.count() == 2
    told(at(case, 1), "spoke")
    text = opens(case, "letter", at(case, 1).letter.pk)
    assert "Thank you for taking my call today. As I said, I have decided" in text
    assert "to decline your offer of the Data Analyst position." in text
    assert "Says clearly that you decline" in text
    assert "Look at this" not in text
    assert "withdraw" not in text
    assert "Harborlight" not in text

    letter = at(case, 1).letter
    typed = "Dear Dana,\n\nMaybe later. Harborlight is closer. I withdraw my acceptance."
    client.post(url("letter-words", case, letter.pk), {"words": typed})
    text = opens(case, "letter", letter.pk)
    assert "Reads as if you had said yes before" in text
    assert "This leaves it open" in text
    assert "Names another employer" in text


def test_who_hears_a_yes_gets_no_letter(case):
    says_yes_to(case, 2)
    assert owner_of(case).post(url("tell-letter", case, at(case, 2).pk)).status_code == 404


def test_everyone_knows_only_once_each_of_them_has_an_answer(case):
    says_yes_to(case, 2)
    client = owner_of(case)
    told(at(case, 2), "letter-sent")
    told(at(case, 1), "spoke")
    assert client.get(url("tell-done", case)).url == url("tell", case)
    told(at(case, 3), "spoke")
    assert "Everyone on your list has your answer" in opens(case, "tell-done")
    client.post(url("close", case), {})
    case.refresh_from_db()
    assert case.closed_as == "accepted"


def test_an_offer_without_a_name_waits_for_one(case):
    offer(case, 4, "Orchard")
    decide(case, Outcome.OUT)
    for number in (1, 2, 3):
        told(at(case, number), "spoke")
    assert "Add who made the offer at Orchard" in opens(case, "tell")
    assert owner_of(case).get(url("tell-done", case)).url == url("tell", case)


def test_a_no_to_all_of_them_closes_as_a_no(case):
    decide(case, Outcome.OUT)
    for number in (1, 2, 3):
        told(at(case, number), "spoke")
    owner_of(case).post(url("close", case), {})
    case.refresh_from_db()
    assert case.closed_as == "declined"
    assert Told.objects.count() == 3


def test_a_yes_to_nothing_in_particular_asks_which(case):
    decide(case, Outcome.KEEP)
    text = opens(case, "tell")
    assert "Say which job you take" in text
    assert "call Dana" not in text


@pytest.mark.mission("S4-19", "S4-20")
def test_closing_keeps_what_helps_next_time(case):
    decide(case, Outcome.OUT)
    text = opens(case, "close")
    assert "“I expect an offer next week” is a fair thing to say" in text
    assert "wait until all offers are on the table" in text


@pytest.mark.mission("S4-17")
def test_each_no_waits_until_the_letter_of_the_yes_is_signed(case):
    """The yes was only said by phone, so nobody is hurried to turn down the others."""
    says_yes_to(case, 2)
    told(at(case, 2), "spoke")
    text = opens(case, "tell")
    assert text.count("When: Once the letter from Harborlight is signed.") == 2
    assert "The next call can wait until the letter from Harborlight is signed." in text
    assert text.count("Keep this one open until you hold the letter of your yes.") == 2
    assert "Each day counts" not in text

    Writing.objects.create(offer=case.offers.get(number=2), rung="signed")
    text = opens(case, "tell")
    assert "Once the letter" not in text
    assert "The next call is due" in text


def test_who_said_a_no_before_that_goes_on_knowingly(case):
    says_yes_to(case, 2)
    for number in (1, 2):
        told(at(case, number), "spoke")
    text = opens(case, "tell")
    assert "Once the letter" not in text
    assert "The next call is due" in text
