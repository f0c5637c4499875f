"""Who to tell, in which order; and nobody before there is a decision."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from hypothesis import given
from hypothesis import strategies as st

from coaching.deciding import save_decision
from coaching.journey.facts import Facts
from coaching.models import Decision, Letterhead, Outcome, Told
from coaching.telling.order import add_school, in_order, stops
from coaching.telling.standing import last_try, standing
from look.dates import ago
from offers.models import Case, Role, Writing
from tests.factories import person
from tests.urlconf import case_urls

from .leaving import add, dana, leaving, letter_to, owner_of, page, signed_in, situation, told, url

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


def every_address(case: Case) -> list[str]:
    """All that lies under tell/, found in the URLconf."""
    letter_to(dana(case))
    found = []
    for one in case_urls():
        with suppress(ObjectDoesNotExist):  # a letter of a kind that this case has none of
            found += [one.of(case)] if "/tell/" in one.route else []
    return found


@pytest.mark.mission("S1-13")
@pytest.mark.parametrize("outcome", ["", Outcome.KEEP, Outcome.ASK])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nothing_about_telling_opens_without_a_decision_to_leave(outcome, method):
    case = leaving(outcome=outcome)
    client = owner_of(case)
    for address in every_address(case):
        answer = getattr(client, method)(address)
        is_shut = answer.status_code == 302 and answer.url == url("hub", case)
        assert is_shut or answer.status_code in (404, 405), address
    assert not Told.objects.exists()


def test_somebody_who_never_said_yes_answers_and_does_not_withdraw():
    case = leaving(stage="not-accepted")
    text = page(owner_of(case).get(url("tell", case)))
    assert "Answer them, in this order" in text
    assert "withdraw" not in text


def test_a_change_of_mind_shuts_it_again():
    case = leaving()
    assert owner_of(case).get(url("tell", case)).status_code == 200
    Decision.objects.create(case=case, outcome=Outcome.KEEP, decided_at=datetime.now(UTC))
    assert owner_of(case).get(url("tell", case)).status_code == 302


@pytest.mark.parametrize("method", ["get", "post", "put", "delete"])
def test_a_stranger_finds_nothing(method):
    case = leaving()
    bo = signed_in(person("bo"))
    for address in every_address(case):
        assert getattr(bo, method)(address).status_code == 404, address


def test_buttons_do_not_answer_a_get():
    case = leaving()
    client = owner_of(case)
    letter = letter_to(dana(case))
    for address in (
        url("tell-letter", case, dana(case).pk),
        url("tell-replied", case, dana(case).pk),
        url("tell-move", case, dana(case).pk),
        url("tell-knows", case, dana(case).pk),
        url("tell-our-order", case),
        url("letter-again", case, letter.pk),
        url("letter-issue", case, letter.pk),
        url("letter-sent", case, letter.pk),
    ):
        assert client.get(address).status_code == 405


@pytest.mark.mission("S0-16", "S1-28", "S2-13", "S0-15", "S4-12")
def test_the_order_is_new_job_call_letter_and_the_clock_is_seen():
    case = leaving()
    add(case, Role.RECRUITER, "Rae Kim")
    text = page(owner_of(case).get(url("tell", case)))
    places = [
        text.index(words)
        for words in (
            "Say yes to the new job in writing",
            "Call Dana Reyes",
            "Send Dana the letter within the hour",
            "Call Rae Kim",
            "Return what is theirs",
        )
    ]
    assert places == sorted(places)
    assert "You decided 3 hours ago" in text
    assert "the sooner they can look for someone else" in text


@pytest.mark.mission("S4-16")
def test_an_agency_hears_first():
    case = leaving()
    rae = add(case, Role.RECRUITER, "Rae Kim")
    assert in_order(Facts(case)) == [dana(case), rae]
    situation(case, agency="yes")
    case.refresh_from_db()
    assert in_order(Facts(case)) == [rae, dana(case)]


def test_without_another_offer_there_is_no_new_job_to_say_yes_to():
    case = leaving()
    case.offers.filter(number=2).delete()
    assert [stop.shows for stop in stops(Facts(case))] == ["person", "letter", "things"]


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("", "Not told"),
        ("no-answer", "Not told"),
        ("voicemail", "Voicemail left"),
        ("spoke", "Told in a talk"),
        ("letter-sent", "Letter sent"),
        ("replied", "Replied"),
    ],
)
def test_a_card_says_how_far_it_is(what, words):
    case = leaving()
    if what:
        told(dana(case), what)
    assert f">{words}</span>" in page(owner_of(case).get(url("tell", case)))


def test_with_nobody_named_it_asks_for_the_person_who_hired_you():
    case = leaving()
    dana(case).delete()
    text = page(owner_of(case).get(url("tell", case)))
    assert "Add the person who hired you" in text
    assert url("people", case, 1) in text


def test_people_at_the_new_employer_are_nobody_to_call():
    case = leaving()
    sam = case.contacts.create(offer=case.offers.get(number=2), role=Role.MANAGER, name="Sam")
    client = owner_of(case)
    text = page(client.get(url("tell", case)))
    assert "Sam" not in text[: text.index("Others who may like to know")]
    assert client.get(url("tell-call", case, sam.pk)).status_code == 404
    assert client.post(url("tell-letter", case, sam.pk)).status_code == 404


def test_the_career_center_is_added_once():
    case = leaving()
    situation(case, school="student", campus="yes")
    client = owner_of(case)
    assert "Add your career center" in page(client.get(url("tell", case)))
    for _ in range(2):
        client.post(url("tell", case))
    assert case.contacts.filter(role=Role.SCHOOL).count() == 1
    assert "Tell your career center" in page(client.get(url("tell", case)))


def test_answers_that_no_longer_name_a_school_take_it_off_the_list_until_they_do_again():
    case = leaving()
    told(dana(case), "spoke")
    answers = situation(case, school="student", campus="yes")
    school = add(case, Role.SCHOOL)
    client = owner_of(case)
    assert client.get(url("tell-done", case)).status_code == 302
    answers.campus = "no"
    answers.save()
    assert "Everyone knows" in page(client.get(url("tell-done", case)))
    assert client.get(url("tell-call", case, school.pk)).status_code == 404

    told(school, "spoke")
    assert "Tell your career center" in page(client.get(url("tell", case)))


def test_somebody_who_is_no_student_gets_no_career_center():
    case = leaving()
    situation(case, school="neither", campus="yes")
    add_school(case)
    assert not case.contacts.filter(role=Role.SCHOOL).exists()


@pytest.mark.mission("S2-20")
def test_a_reply_is_written_down_once_and_only_from_somebody_who_knows():
    case = leaving()
    client, token = owner_of(case), {"token": "4c0a4a2e-6f0a-4d52-9a0c-4f44dbbd3c11"}
    address = url("tell-replied", case, dana(case).pk)
    client.post(address, token)
    assert not Told.objects.exists()

    told(dana(case), "spoke")
    assert "No reply yet" not in page(client.get(url("tell", case)))
    told(dana(case), "letter-sent")
    assert "No reply yet" in page(client.get(url("tell", case)))
    for _ in range(2):
        client.post(address, token)
    assert dana(case).told.filter(what="replied").count() == 1
    assert "Replied" in page(client.get(url("tell", case)))


def test_looking_writes_nothing(django_assert_max_num_queries):
    case = leaving()
    client = owner_of(case)
    with django_assert_max_num_queries(14) as seen:
        client.get(url("tell", case))
    assert not [query for query in seen if not query["sql"].startswith("SELECT")]


@pytest.mark.mission("S4-10")
def test_a_visa_nobody_was_asked_about_comes_first_until_it_is():
    case = leaving()
    situation(case, visa="yes")
    client = owner_of(case)
    assert stops(Facts(case))[0].shows == "visa"
    assert "Ask about your visa or work permit" in page(client.get(url("tell", case)))
    whole = dict.fromkeys(("campus", "agency", "referred", "signed", "money", "quit_other"), "no")
    whole |= {"school": "neither", "visa": "yes", "visa_advised": "on", "version": "0"}
    assert client.post(url("situation", case), whole).url == url("tell", case)
    assert "Ask about your visa" not in page(client.get(url("tell", case)))


@pytest.mark.mission("S4-12")
@pytest.mark.parametrize(
    ("rung", "is_done", "words"),
    [
        ("signed", True, "You have it in writing, and both of you signed."),
        ("e-mail", False, "You have it by e-mail. Say yes in writing, and get it back signed."),
        ("spoken", False, "If it falls through after you tell people, you may have no job."),
    ],
)
def test_saying_yes_in_writing_is_done_only_once_it_is_signed(rung, is_done, words):
    case = leaving()
    Writing.objects.update(rung=rung)
    assert stops(Facts(case))[0].is_done == is_done
    assert words in page(owner_of(case).get(url("tell", case)))


def test_once_people_know_nobody_is_told_what_may_happen_when_they_do():
    case = leaving()
    Writing.objects.update(rung="spoken")
    told(dana(case), "spoke")
    text = page(owner_of(case).get(url("tell", case)))
    assert "People know that you leave, so have the new job signed soon." in text
    assert "you may have no job" not in text


@pytest.mark.mission("S1-30")
def test_what_is_theirs_goes_back_and_is_ticked_off():
    case = leaving()
    client, address = owner_of(case), url("tell-things", case)
    assert stops(Facts(case))[-1].is_done is False
    for _ in range(2):
        assert client.post(address).url == url("tell", case)
    assert stops(Facts(case))[-1].is_done
    assert "Not done yet" in page(client.get(url("tell", case)))
    for _ in range(2):
        client.post(address, {"undo": "1"})
    assert not stops(Facts(case))[-1].is_done
    assert client.get(address).status_code == 405
    assert signed_in(person("bo")).post(address).status_code == 404


@pytest.mark.mission("S4-16")
def test_nobody_is_said_to_hear_it_first_who_hears_it_second():
    case = leaving()
    add(case, Role.RECRUITER, "Rae Kim")
    client = owner_of(case)
    assert "they hear it first" in page(client.get(url("tell", case)))
    situation(case, agency="yes")
    text = page(client.get(url("tell", case)))
    assert "hear it first" not in text
    assert "hears it first" not in text
    assert "start with the one who hired you" not in text
    assert "they hear it from you too, soon after the agency" in text


@pytest.mark.mission("S4-16")
def test_an_agency_nobody_named_is_to_be_added_before_the_first_call():
    case = leaving()
    situation(case, agency="yes")
    text = page(owner_of(case).get(url("tell", case)))
    assert text.index("Add the recruiter") < text.index("Call Dana Reyes")
    assert "hear it first" not in text


def test_what_they_asked_for_stands_in_one_list_after_the_way_round():
    case = leaving()
    told(dana(case), "spoke", asked="Send the <b>laptop</b>", asked_by=NOON.date())
    text = page(owner_of(case).get(url("tell", case)))
    assert text.count("<p>Send the &lt;b&gt;laptop&lt;/b&gt;") == 1
    assert text.rindex("laptop") > text.index("Return what is theirs")
    assert "by Tuesday, December 1" in text


def test_a_try_that_failed_is_seen_until_they_know():
    case = leaving()
    at = NOON - timedelta(days=1)
    told(dana(case), "no-answer", at=at)
    assert last_try(dana(case), NOON, UTC) == "No answer yesterday at 12pm"
    assert last_try(dana(case), at, UTC) == "No answer today at 12pm"
    later = NOON + timedelta(days=3)
    assert last_try(dana(case), later, UTC) == "No answer on Monday, November 30, at 12pm"
    assert ">No answer " in page(owner_of(case).get(url("tell", case)))
    told(dana(case), "spoke", at=at)
    assert last_try(dana(case), NOON, UTC) == ""


@pytest.mark.parametrize("first", ["spoke", "letter-sent"])
def test_a_call_and_a_letter_both_count_whichever_came_first(first):
    case = leaving()
    for what in (first, "letter-sent" if first == "spoke" else "spoke"):
        told(dana(case), what)
    assert standing(dana(case)) == "Told in a talk, letter sent"


@pytest.mark.mission("S1-29")
def test_somebody_who_has_started_told_the_manager_in_a_talk():
    case = leaving(stage="started")
    told(dana(case), "spoke")
    assert ">Told in a talk</span>" in page(owner_of(case).get(url("tell", case)))
    told(dana(case), "letter-sent")
    assert standing(dana(case)) == "Told in a talk, letter sent"


def test_a_reply_does_not_say_that_a_letter_went():
    case = leaving()
    told(dana(case), "spoke")
    told(dana(case), "replied")
    assert [stop.is_done for stop in stops(Facts(case)) if stop.shows == "letter"] == [False]


def test_the_hub_says_done_only_when_nobody_is_missing():
    case = leaving()
    answers = situation(case, referred="yes")
    told(dana(case), "spoke")
    assert "1 still to tell, decided 3 hours ago" in page(owner_of(case).get(url("hub", case)))
    answers.referred = "no"
    answers.save()
    assert "still to tell" not in page(owner_of(case).get(url("hub", case)))


@pytest.mark.mission("S2-24")
def test_a_student_who_decides_to_leave_finds_the_career_center_on_the_list():
    case = leaving(outcome="")
    situation(case, school="student", campus="yes")
    save_decision(Facts(case), Outcome.OUT)
    assert "Tell your career center" in page(owner_of(case).get(url("tell", case)))


def test_how_firm_the_new_job_is_leads_back_to_telling():
    case = leaving()
    answers = {"rung": "signed", "version": "0"}
    assert owner_of(case).post(url("writing", case, 2), answers).url == url("tell", case)


def test_somebody_added_while_telling_leads_back_to_telling():
    case = leaving()
    answers = {"manager_name": "Dana Reyes", "referrer_name": "Ray Cole", "version": "0"}
    assert owner_of(case).post(url("people", case, 1), answers).url == url("tell", case)
    assert "Call Ray Cole" in page(owner_of(case).get(url("tell", case)))
    undecided = leaving(owner=person("bo"), outcome="")
    answer = owner_of(undecided).post(url("people", undecided, 1), answers)
    assert answer.url == url("offers", undecided)


# Where the letterhead is asked


def test_the_name_asked_before_a_call_leads_to_that_very_call():
    case = leaving()
    Letterhead.objects.all().delete()
    told(dana(case), "spoke")
    ray = add(case, Role.REFERRER, "Ray Cole")
    client = owner_of(case)
    call = url("tell-call", case, ray.pk)
    ask = client.get(call).url
    assert ask == url("call-you", case, ray.pk)
    assert client.get(ask).status_code == 200
    assert client.post(ask, {"name": "Ana Okafor", "version": "0"}).url == call
    assert client.get(url("call-you", case, 10**9)).status_code == 404


def test_the_name_changed_from_the_list_leads_back_to_it():
    case = leaving()
    answers = {"name": "Ana B. Okafor", "version": "0"}
    assert owner_of(case).post(url("tell-you", case), answers).url == url("tell", case)


def test_the_first_call_asks_for_a_name_and_then_goes_on():
    case = leaving()
    Letterhead.objects.all().delete()
    client = owner_of(case)
    call = url("tell-call", case, dana(case).pk)
    ask = url("call-you", case, dana(case).pk)
    assert client.get(call).url == ask

    answers = {"name": "Ana Okafor", "town": "Columbus, OH 43215", "version": "0"}
    assert client.post(ask, answers).url == call
    head = Letterhead.objects.get()
    assert (head.name, head.town) == ("Ana Okafor", "Columbus, OH 43215")
    assert client.get(call).status_code == 200
    assert client.post(ask, answers).url == call


def test_the_address_of_the_account_is_filled_in():
    case = leaving()
    Letterhead.objects.all().delete()
    assert "ana@example.org" in page(owner_of(case).get(url("tell-you", case)))


def test_a_letterhead_needs_a_name_and_keeps_the_rest():
    case = leaving()
    Letterhead.objects.all().delete()
    answers = {"name": " ", "street": "218 Linden Street", "email": "ana@", "version": "0"}
    text = page(owner_of(case).post(url("tell-you", case), answers))
    assert "Enter your full name" in text
    assert "Enter an e-mail address like name@example.com" in text
    assert "218 Linden Street" in text
    assert not Letterhead.objects.exists()


# Elapsed time


@pytest.mark.parametrize(
    ("gone", "words"),
    [
        (timedelta(seconds=20), "a moment ago"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59, seconds=59), "59 minutes ago"),
        (timedelta(hours=3), "3 hours ago"),
        (timedelta(days=1), "1 day ago"),
        (timedelta(days=9, hours=5), "9 days ago"),
    ],
)
def test_how_long_ago_in_words(gone, words):
    assert ago(NOON - gone, NOON) == words


@given(st.timedeltas(min_value=timedelta(minutes=-5), max_value=timedelta(days=400)))
def test_how_long_ago_is_always_said(gone):
    assert ago(NOON - gone, NOON).endswith("ago")


@pytest.mark.mission("S4-10")
@pytest.mark.parametrize("owes", [True, False])
def test_what_goes_back_is_things_and_the_money_where_they_paid_some(owes):
    case = leaving()
    situation(case, money="yes" if owes else "no")
    text = page(owner_of(case).get(url("tell", case)))
    assert ("Return what is theirs, and settle the money" in text) == owes
    assert (f"{url('more-letters', case)}#k-repay" in text) == owes
