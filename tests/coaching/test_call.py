"""The words of a call, and what to have ready before it."""

from datetime import UTC, datetime

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from coaching.telling.messages import message, voicemail
from coaching.telling.replies import replies
from coaching.telling.script import ScriptFacts, best_time, script
from coaching.views.call import tel
from offers.models import Role, Writing
from tests.factories import PAPERS, finish
from tests.reading import BANNED, MOST_WORDS, main_of, sentences

from .leaving import add, bluebird, dana, leaving, letter_to, owner_of, page, situation, told, url

pytestmark = pytest.mark.django_db

FACTS = ScriptFacts(
    who="manager",
    me="Ana Okafor",
    them="Dana",
    job="Data Analyst",
    employer="Bluebird Analytics",
    phone="(614) 555-0142",
    reason="fit",
)


def calls(case, contact) -> str:
    answer = owner_of(case).get(url("tell-call", case, contact.pk))
    assert answer.status_code == 200
    return page(answer)


@pytest.mark.mission("S4-17", "S4-13", "S4-18", "S2-16")
def test_the_script_has_seven_steps_from_the_persons_own_facts():
    case = leaving()
    text = calls(case, dana(case))
    for words in (
        "Hi Dana, it’s Ana Okafor. Do you have two minutes?",
        "I’ve decided to withdraw from the Data Analyst role.",
        "and I’m sorry.",
        "Silence is fine",
        "I’ll send a letter within the hour",
        "Thank you for everything, Dana.",
    ):
        assert words in text
    assert text.count("<li><h3>") == 7
    assert "Harborlight" not in "".join(line.say for line in script(FACTS))
    assert 'href="tel:6145550110"' in text
    assert "Tell people: call 1 of 1" in text


@pytest.mark.mission("S2-17")
def test_there_is_an_answer_to_each_thing_they_may_say():
    case = leaving()
    text = calls(case, dana(case))
    for reply in replies(FACTS):
        assert reply.they in text
        assert reply.say in text
    assert len(replies(FACTS)) == 7


def test_a_voicemail_leaves_the_number_and_no_news():
    words = voicemail(FACTS)
    assert "(614) 555-0142" in words
    assert "withdraw" not in words
    case = leaving()
    assert words in calls(case, dana(case))


@pytest.mark.mission("S4-11", "S4-10")
def test_before_the_call_it_says_what_is_ready():
    case = leaving()
    situation(case, signed="yes")
    text = calls(case, dana(case))
    assert "The offer from Harborlight Health is signed" in text
    assert "You have not yet checked what you signed" in text
    assert "Your letter is not written yet" in text

    Writing.objects.update(rung="spoken")
    letter_to(dana(case))
    finish(case, *PAPERS)
    text = calls(case, dana(case))
    assert "Harborlight Health is not in writing yet" in text
    assert "You have checked what you signed<" in text
    assert "Your letter is ready to send" in text


@pytest.mark.mission("S1-29")
def test_somebody_who_has_started_asks_to_meet_and_leaves():
    case = leaving(stage="started")
    text = calls(case, dana(case))
    assert "could we talk in private?" in text
    assert "I’ve decided to leave the Data Analyst role." in text
    assert "withdraw" not in main_of(text)


@pytest.mark.mission("S1-29")
def test_somebody_who_has_started_meets_in_every_word():
    case = leaving(stage="started")
    text = calls(case, dana(case))
    for words in ("Meet Dana", "talk 1 of 1", "Before you meet"):
        assert words in text
    assert "Before you dial" not in text
    assert "The talk is kind." in page(owner_of(case).get(url("tell", case)))
    letter = page(owner_of(case).get(url("letter", case, letter_to(dana(case)).pk)))
    assert "Talk to Dana first. Then send this." in letter
    assert "Open what to say" in letter
    assert "A call is kinder" not in letter
    assert "call script" not in letter


@pytest.mark.mission("S4-10")
def test_a_visa_nobody_was_asked_about_stands_before_the_call():
    case = leaving()
    answers = situation(case, visa="yes")
    assert "Ask before you tell anyone" in calls(case, dana(case))
    answers.visa_advised = True
    answers.save()
    assert "Ask before you tell anyone" not in calls(case, dana(case))


def test_who_to_call_comes_before_the_script_and_the_rest_after_it():
    case = leaving()
    text = main_of(calls(case, dana(case)))
    aside = text[text.index("<aside") : text.index("</aside>")]
    assert "(614) 555-0110" in aside
    assert "Before you dial" not in aside
    assert "<details" not in aside
    assert text.index("Before you dial") > text.index('class="script"')


def test_no_word_of_the_script_says_today_when_the_best_time_is_another_day():
    case = leaving(stage="started")
    with time_machine.travel(datetime(2026, 12, 5, 15, tzinfo=UTC)):
        text = calls(case, dana(case))
    assert "Best time: Monday before 4pm" in text
    assert "today" not in main_of(text)


@pytest.mark.mission("S4-16")
def test_an_agency_is_asked_who_tells_the_employer():
    case = leaving()
    situation(case, agency="yes")
    rae = add(case, Role.RECRUITER, "Rae Kim")
    assert "Will you tell Bluebird Analytics, or shall I?" in calls(case, rae)
    assert "or shall I?" not in calls(case, dana(case))


def test_the_referrer_hears_it_from_her_and_gets_words_to_copy():
    case = leaving()
    told(dana(case), "spoke")
    ray = add(case, Role.REFERRER, "Ray Cole")
    text = calls(case, ray)
    assert "I wanted you to hear it from me" in text
    assert "None of this is your fault" in text
    assert "Shall I talk to them for you?" in text


def test_the_career_center_is_asked_what_its_policy_needs():
    case = leaving()
    situation(case, school="student", campus="yes")
    told(dana(case), "spoke")
    text = calls(case, add(case, Role.SCHOOL))
    assert "Call your career center" in text
    assert "What does your policy ask me to do now?" in text


def test_without_a_number_it_says_where_to_add_one():
    case = leaving()
    case.contacts.update(phone="")
    text = calls(case, dana(case))
    assert "No phone number yet" in text
    assert "tel:" not in text


def test_only_reading_is_possible():
    case = leaving()
    client = owner_of(case)
    for method in ("post", "put", "delete"):
        assert getattr(client, method)(url("tell-call", case, dana(case).pk)).status_code == 405


def test_markup_in_a_name_stays_a_name():
    case = leaving()
    case.contacts.update(name="<script>x</script> Reyes")
    offer = bluebird(case)
    offer.title = "<b>Lead</b>"
    offer.save()
    text = calls(case, dana(case))
    assert "<script>x" not in text
    assert "<b>Lead" not in text


@pytest.mark.parametrize(
    ("typed", "dialed"),
    [
        ("(614) 555-0110", "6145550110"),
        ("+44 20 7946 0018", "+442079460018"),
        ("614.555.0110 ext. 7", "6145550110"),
        ("1-800-CALL-NOW", "18002255669"),
        ("ask at the desk", ""),
        ("", ""),
        ("📞", ""),
    ],
)
def test_a_number_as_a_phone_dials_it(typed, dialed):
    assert tel(typed) == dialed


@given(st.text(max_size=40))
def test_a_dialed_number_is_only_digits(typed):
    assert not tel(typed) or tel(typed).removeprefix("+").isdecimal()


@pytest.mark.parametrize(
    ("now", "when"),
    [
        (datetime(2026, 12, 1, 10, tzinfo=UTC), "today before 4pm"),
        (datetime(2026, 12, 1, 16, tzinfo=UTC), "Wednesday before 4pm"),
        (datetime(2026, 12, 4, 18, tzinfo=UTC), "Monday before 4pm"),
        (datetime(2026, 12, 5, 9, tzinfo=UTC), "Monday before 4pm"),
    ],
)
def test_the_best_time_is_a_weekday_before_four(now, when):
    assert best_time(now) == when


@pytest.mark.parametrize("who", ["manager", "recruiter", "referrer", "school"])
@pytest.mark.parametrize("started", [False, True])
@pytest.mark.parametrize("bare", [False, True])
def test_every_line_is_short_and_calm(who, started, bare):
    extra = {} if bare else {"returns": True, "passes_on": True, "last_day": "Friday, December 4"}
    facts = ScriptFacts(
        who=who,
        me="Ana Okafor",
        them="" if bare else "Dana",
        job="" if bare else "Data Analyst",
        has_started=started,
        is_agency=not bare,
        **extra,
    )
    said = [line.say for line in script(facts)] + [reply.say for reply in replies(facts)]
    for words in (*said, voicemail(facts), message(facts)):
        assert not BANNED.search(words), words
        assert "  " not in words
        for sentence in sentences(f"<p>{words}</p>"):
            assert len(sentence.split()) <= MOST_WORDS, sentence
