"""A letter in the making: drafted from facts, then every word the person's own."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from coaching.models import Gate, GoneAhead, Letter, LetterVersion
from offers.models import Answer, Role, School, Situation

from .leaving import (
    add,
    bluebird,
    dana,
    leaving,
    letter_to,
    owner_of,
    page,
    situation,
    told,
    url,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2025, 12, 4, 20, tzinfo=UTC)
ANSWERS = {"version": "0", "reason": "fit", "paper": "letter"}


@pytest.fixture(autouse=True)
def _on_that_day():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def case():
    case = leaving()
    offer = bluebird(case)
    offer.accepted_on, offer.starts_on = date(2025, 11, 18), date(2026, 1, 5)
    offer.save()
    return case


@pytest.fixture
def letter(case):
    return letter_to(dana(case))


def opens(letter, name="letter"):
    return page(owner_of(letter.case).get(url(name, letter.case, letter.pk)))


def saves(letter, name="letter", **answers):
    answers = (ANSWERS if name == "letter" else {"version": "0"}) | answers
    return owner_of(letter.case).post(url(name, letter.case, letter.pk), answers)


# Beginning


def test_write_the_letter_begins_one_however_often_it_is_pressed(case):
    client = owner_of(case)
    answers = [client.post(url("tell-letter", case, dana(case).pk)) for _ in range(2)]
    letter = Letter.objects.get()
    assert {answer.url for answer in answers} == {url("letter", case, letter.pk)}
    assert (letter.case, letter.contact) == (case, dana(case))


@pytest.mark.parametrize(
    ("zone", "paper"),
    [("America/Chicago", "letter"), ("America/Toronto", "letter"), ("Europe/London", "a4")],
)
def test_a_letter_begins_on_the_paper_of_the_place(zone, paper):
    case = leaving(time_zone=zone)
    owner_of(case).post(url("tell-letter", case, dana(case).pk))
    assert Letter.objects.get().paper == paper


@pytest.mark.mission("S2-12")
def test_no_letter_and_no_script_begins_with_a_reason_that_was_never_given(case):
    assert "closer fit" not in page(owner_of(case).get(url("tell-call", case, dana(case).pk)))
    owner_of(case).post(url("tell-letter", case, dana(case).pk))
    letter = Letter.objects.get()
    assert letter.reason == "none"
    assert "closer fit" not in opens(letter)


def test_without_a_name_the_letterhead_comes_first(case):
    case.letterhead.delete()
    letter = letter_to(dana(case))
    ask = url("letter-you", case, letter.pk)
    for name in ("letter", "letter-words", "letter-first"):
        assert owner_of(case).get(url(name, case, letter.pk)).url == ask
    assert owner_of(case).post(url("letter-issue", case, letter.pk)).url == ask
    assert owner_of(case).post(url("tell-letter", case, dana(case).pk)).url == ask
    name = {"name": "Ana Okafor", "version": "0"}
    assert owner_of(case).post(ask, name).url == url("letter", case, letter.pk)


def test_a_referrer_and_a_school_get_a_note_of_their_own(case):
    situation(case, school=School.STUDENT, campus=Answer.YES)
    for role, words in (
        (Role.REFERRER, "None of this is your fault"),
        (Role.SCHOOL, "what your policy asks me to do now"),
    ):
        person = add(case, role, "Ray Cole")
        begun = owner_of(case).post(url("tell-letter", case, person.pk))
        assert words in page(owner_of(case).get(begun.url))


# The page


@pytest.mark.mission("S2-15", "S0-17")
def test_the_first_wording_says_who_what_when_and_thanks(letter):
    told(letter.contact, "spoke", at=NOW - timedelta(hours=1))
    text = opens(letter)
    for words in (
        "<title>Your letter",
        "Your letter to Dana",
        "<b>Ana Okafor</b>",
        "December 4, 2025",
        "Dear Dana,",
        "Thank you for taking my call today.",
        "withdraw my acceptance of the Data Analyst position",
        "November 18",
        "January 5",
        "I am sorry for the trouble",
    ):
        assert words in text
    assert "Call Dana first" not in text


@pytest.mark.mission("S2-14")
def test_before_a_call_it_says_to_call_first(letter):
    assert "Call Dana first. Then send this." in opens(letter)


def test_answers_change_the_preview(letter):
    answer = saves(
        letter,
        reason_words="a closer fit with the health data work I hope to do",
        liked="Your team talked openly about mistakes.",
        offers=["offers_return", "offers_pass_on"],
        return_by="2025-12-09",
        paper="a4",
    )
    assert answer.url == url("letter", letter.case, letter.pk)
    letter.refresh_from_db()
    assert (letter.offers_return, letter.offers_notes, letter.paper) == (True, False, "a4")
    text = opens(letter)
    assert "a role that is a closer fit with the health data work I hope to do" in text
    assert "I will return your equipment by December 9." in text
    assert "You offer to bring in other people. Have you asked them?" in text


@pytest.mark.mission("S0-17")
@pytest.mark.parametrize("parts", [[], ["with_thanks"], ["with_apology"]])
def test_thanks_and_apology_can_each_be_left_out(letter, parts):
    saves(letter, parts=parts)
    text = opens(letter)
    assert ("my thanks to everyone I met" in text) == ("with_thanks" in parts)
    assert ("I am sorry for the trouble" in text) == ("with_apology" in parts)


def test_paying_back_is_offered_only_where_money_was_paid(letter):
    assert "Pay back what they paid me" not in opens(letter)
    assert saves(letter, offers=["offers_repay"]).status_code == 200
    Situation.objects.update_or_create(case=letter.case, defaults={"money": Answer.YES})
    assert "Pay back what they paid me" in opens(letter)
    saves(letter, offers=["offers_repay"])
    assert "I will pay back what you have paid me so far." in opens(letter)


@pytest.mark.mission("S4-10")
def test_to_be_released_can_be_asked_by_who_may_have_signed_and_has_not_started(letter):
    asks = "Ask them to release me, and to put it in writing"
    assert asks not in opens(letter)
    assert saves(letter, parts=["asks_release"]).status_code == 200
    Situation.objects.update_or_create(case=letter.case, defaults={"signed": Answer.UNKNOWN})
    assert asks in opens(letter)
    saves(letter, parts=["asks_release", "with_thanks", "with_apology"])
    text = opens(letter)
    assert "I ask you to release me from my acceptance by agreement" in text
    assert "Does not argue about law" in text


@pytest.mark.parametrize(
    ("reason", "words"),
    [("personal", "my personal circumstances"), ("none", "withdraw my acceptance")],
)
def test_how_much_is_said_about_why_picks_the_letter(letter, reason, words):
    saves(letter, reason=reason)
    text = opens(letter)
    assert words in text
    assert "I have chosen a role" not in text


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ({"reason": ""}, "Choose how much to say about why"),
        ({"paper": "a3"}, "Choose an answer"),
        ({"return_by": "2025-12-03"}, "The day you return it must be today or later"),
        ({"reason_words": "x" * 301}, "must be 300 characters or fewer"),
    ],
)
def test_bad_answers_are_named_and_nothing_is_lost(letter, answers, error):
    text = page(saves(letter, **{"liked": "Your openness."} | answers))
    if error != "Choose an answer":
        assert error in text
    assert "<title>Error: Your letter" in text
    assert "Your openness." in text
    letter.refresh_from_db()
    assert letter.liked == ""


def test_another_tab_comes_back_with_both_texts(letter):
    saves(letter, liked="Your openness.")
    answer = saves(letter, liked="Your warmth.")
    assert answer.status_code == 409
    assert "Your openness." in page(answer)
    assert "Your warmth." in page(answer)
    assert saves(letter, liked="Your openness.").status_code == 302


@pytest.mark.mission("S2-17")
def test_the_checks_point_at_the_words(letter):
    letter.words = "Dear Dana,\n\nMaybe I withdraw. Harborlight Health pays $80,000. Sorry. Sorry."
    letter.save()
    text = opens(letter)
    for words in ("“Maybe”", "“Harborlight Health”", "“$80,000”", "Says sorry 2 times"):
        assert words in text


# Every word


def test_every_word_can_be_edited_and_then_answers_leave_it_alone(letter):
    assert "Dear Dana," in opens(letter, "letter-words")
    answer = saves(letter, "letter-words", words="Dear Dana,\r\n\r\nI withdraw.\r\n\r\n\r\n\r\nAna")
    assert answer.url == url("letter", letter.case, letter.pk)
    letter.refresh_from_db()
    assert letter.words == "Dear Dana,\n\nI withdraw.\n\nAna"
    saves(letter, reason="personal")
    text = opens(letter)
    assert "I withdraw.</p>" in text
    assert "personal circumstances" not in text
    assert "These are your own words" in text


def test_a_second_click_on_own_words_is_harmless(letter):
    for _ in range(2):
        answer = saves(letter, "letter-words", words="Dear Dana,\r\n\r\n\r\n\r\nI withdraw.")
        assert answer.status_code == 302


def test_start_again_from_my_answers(letter):
    saves(letter, "letter-words", words="Dear Dana, no.")
    for _ in range(2):
        answer = owner_of(letter.case).post(url("letter-again", letter.case, letter.pk))
        assert answer.url == url("letter", letter.case, letter.pk)
    assert "Dear Dana, no." not in opens(letter)


def test_words_left_as_they_are_go_on_following_the_answers(letter):
    shown = opens(letter, "letter-words").split("<textarea")[1].split(">", 1)[1]
    saves(letter, "letter-words", words=shown.split("</textarea>")[0])
    letter.refresh_from_db()
    assert letter.words == ""


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("  \n ", "Enter the words of your letter"),
        ("x" * 10_001, "“Your letter” must be 10,000 characters or fewer"),
        ("line\n" * 400, "must be under 300 lines"),
    ],
)
def test_words_that_do_not_fit_are_not_lost(letter, words, error):
    text = page(saves(letter, "letter-words", words=words))
    assert error in text
    assert words.strip() in text
    letter.refresh_from_db()
    assert letter.words == ""


def test_markup_in_a_letter_is_text(letter):
    saves(letter, "letter-words", words="Dear <b>Dana</b>, {{ 7|add:1 }} <script>x</script>")
    text = opens(letter)
    assert "&lt;b&gt;Dana&lt;/b&gt;, {{ 7|add:1 }} &lt;script&gt;" in text
    assert "<script>x" not in text


def test_a_note_beside_it_asks_nobody_for_a_release(case):
    situation(case, signed=Answer.YES)
    ray = letter_to(add(case, Role.REFERRER, "Ray Cole"), asks_release=True)
    assert "Ask them to release me" not in opens(ray)
    assert "Ask them to release me" in opens(letter_to(dana(case)))


# Call first


@pytest.mark.mission("S2-14", "S4-17")
def test_a_letter_without_a_call_meets_one_interruption(letter):
    client, case = owner_of(letter.case), letter.case
    first = url("letter-first", case, letter.pk)
    for button in ("pdf", "email"):
        answer = client.post(url("letter-issue", case, letter.pk), {button: "1"})
        assert answer.url == first
    assert "Call Dana first?" in page(client.get(first))
    assert not GoneAhead.objects.exists()
    assert not LetterVersion.objects.exists()

    for _ in range(2):
        client.post(first, {"why": "She is on leave.", "version": "0"})
    row = GoneAhead.objects.get()
    assert (row.gate, row.about, row.why) == (
        Gate.LETTER_FIRST,
        str(letter.contact_id),
        "She is on leave.",
    )
    assert "Call Dana first" not in opens(letter)


def test_it_says_what_was_tried(letter):
    first = owner_of(letter.case), url("letter-first", letter.case, letter.pk)
    assert "You have not written down a call to Dana yet." in page(first[0].get(first[1]))
    told(letter.contact, "voicemail", at=NOW - timedelta(minutes=15))
    text = page(first[0].get(first[1]))
    assert "You have not spoken with Dana yet. Voicemail left today at 2:45pm." in text
    assert "written down" not in text


# Somebody who has started


@pytest.mark.mission("S1-29")
def test_somebody_who_has_started_resigns_with_two_weeks(case):
    case.stage = "started"
    case.save()
    client = owner_of(case)
    client.post(url("tell-letter", case, dana(case).pk))
    letter = Letter.objects.get()
    assert letter.last_day == date(2025, 12, 18)
    text = opens(letter)
    assert "I am writing to resign from the Data Analyst position." in text
    assert "My last day will be December 18." in text
    assert "withdraw" not in text
    assert "Gives your last day" in text

    assert "Enter your last day" in page(saves(letter, last_day=""))
    assert "Your last day must be today or later" in page(saves(letter, last_day="2025-12-01"))
    saves(letter, last_day="2025-12-23")
    assert "My last day will be December 23." in opens(letter)


@pytest.mark.mission("S1-29")
def test_a_letter_after_a_talk_speaks_of_no_call(case):
    case.stage = "started"
    case.save()
    told(dana(case), "spoke")
    text = opens(letter_to(dana(case), last_day=date(2025, 12, 18)))
    assert "Thank you for talking with me today." in text
    assert "taking my call" not in text


def test_a_letter_page_reads_little_and_writes_nothing(letter, django_assert_max_num_queries):
    client = owner_of(letter.case)
    with django_assert_max_num_queries(14) as seen:
        client.get(url("letter", letter.case, letter.pk))
    assert not [query for query in seen if not query["sql"].startswith("SELECT")]
