"""The call in the hand: on a phone, on one sheet of paper, and practiced one line at a time."""

import pytest

from coaching.journey.facts import Facts
from coaching.journey.gates import untold
from coaching.letters.pdf import LetterBusy, LetterFailed
from coaching.models import Letterhead, Told
from coaching.telling.messages import voicemail
from coaching.telling.rehearsal import place_from, rehearsal
from coaching.telling.replies import replies
from coaching.telling.script import ScriptFacts, script
from coaching.telling.small_things import small_things
from coaching.views import call_card
from offers.models import Role, Stage
from tests.letters.reading import opened, words_on
from tests.reading import BANNED

from .leaving import add, bluebird, dana, leaving, letter_to, owner_of, page, situation, told, url

pytestmark = pytest.mark.django_db

WHO = ("manager", "recruiter", "referrer", "school")


def card(case, person):
    answer = owner_of(case).get(url("tell-card-pdf", case, person.pk))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="call-card.pdf"'
    return answer.content


# The card


@pytest.mark.mission("S4-17", "S2-17")
def test_the_card_holds_the_whole_call_on_one_tagged_sheet():
    case = leaving()
    pdf = card(case, dana(case))
    document = opened(pdf)
    assert len(document.pages) == 1
    assert document.Root.MarkInfo.Marked
    assert str(document.docinfo.Title) == "Call Dana"
    words = " ".join(words_on(pdf))
    facts = ScriptFacts(who="manager", me="Ana Okafor", them="Dana", job="Data Analyst",
                        phone="(614) 555-0142")  # fmt: skip
    for said in (*(line.say for line in script(facts)), *(one.say for one in replies(facts))):
        assert said in words
    assert "(614) 555-0110" in words
    assert "Harborlight" not in words


@pytest.mark.parametrize("stage", ["accepted", "started", "not-accepted"])
def test_it_is_one_sheet_for_everybody_even_with_long_names(stage):
    case = leaving(stage=stage, outcome="out")
    offer = bluebird(case)
    offer.kind = "other" if stage == "not-accepted" else offer.kind
    offer.title = "Senior Director of Everything " * 4
    offer.save()
    case.letterhead.name = "Maximiliane Wolkenstein-Trostburg " * 3
    case.letterhead.save()
    person = dana(case)
    person.name, person.title = "Wolfeschlegelsteinhausenbergerdorff " * 3, "Head " * 24
    person.save()
    assert len(opened(card(case, person)).pages) == 1


def test_paper_follows_the_letter():
    case = leaving()
    letter_to(dana(case), paper="a4")
    document = opened(card(case, dana(case)))
    box = [round(float(side)) for side in document.pages[0].MediaBox]
    assert box == [0, 0, 595, 842]


def test_what_was_typed_is_text_on_the_card():
    case = leaving()
    case.contacts.update(name="<b>Dana</b> \u202e & Co")
    words = " ".join(words_on(card(case, dana(case))))
    assert "<b>Dana</b>" in words
    assert "\u202e" not in words


@pytest.mark.parametrize("error", [LetterBusy, LetterFailed])
def test_a_card_that_cannot_be_made_says_so(monkeypatch, error):
    case = leaving()

    def fails(*args):
        raise error

    monkeypatch.setattr(call_card, "on_one_page", fails)
    answer = owner_of(case).get(url("tell-card-pdf", case, dana(case).pk), follow=True)
    assert answer.redirect_chain == [(url("tell-card", case, dana(case).pk), 302)]
    assert "Try again in a minute" in page(answer) or "could not make" in page(answer)


@pytest.mark.mission("S4-17")
def test_the_phone_has_the_same_words_and_one_button_for_the_thumb():
    case = leaving()
    text = page(owner_of(case).get(url("tell-card", case, dana(case).pk)))
    for words in (
        "Do you have two minutes?",
        "“You signed a contract.”",
        "Could you call me back?",
    ):
        assert words in text
    assert text.count('class="btn btn--big"') == 1
    assert 'href="tel:6145550110"' in text
    case.contacts.update(phone="")
    assert "callcard__thumb" not in page(owner_of(case).get(url("tell-card", case, dana(case).pk)))


@pytest.mark.parametrize("name", ["tell-card", "tell-card-pdf", "tell-rehearse"])
def test_it_asks_for_a_name_first_and_is_only_read(name):
    case = leaving()
    client, address = owner_of(case), url(name, case, dana(case).pk)
    for method in ("post", "put", "delete"):
        assert getattr(client, method)(address).status_code == 405
    Letterhead.objects.all().delete()
    assert client.get(address).url == url("call-you", case, dana(case).pk)
    assert client.get(url(name, case, 10**9)).status_code == 404


# Small things that help


@pytest.mark.mission("S4-15", "S2-19")
def test_small_things_stand_beside_the_call_and_after_it():
    case = leaving()
    letter_to(dana(case), offers_return=True)
    text = page(owner_of(case).get(url("tell-call", case, dana(case).pk)))
    for words in (
        "Give back what is theirs",
        "Name them only with their yes",
        "Thank those who met",
    ):
        assert words in text
    assert text.count("It is in your letter.") == 1
    assert "You may offer" in " ".join(words_on(card(case, dana(case))))
    told(dana(case), "spoke")
    assert "Small things that help" in page(owner_of(case).get(url("tell-done", case)))


@pytest.mark.mission("S4-15")
@pytest.mark.parametrize("stage", list(Stage))
def test_they_fit_the_stage_and_are_never_owed(stage):
    for helps in (
        small_things(stage),
        small_things(stage, returns=True, passes_on=True, notes=True),
    ):
        assert len({one.what for one in helps}) == len(helps) >= 2
        assert not any(BANNED.search(f"{one.what} {one.how}") for one in helps)
    what = [one.what for one in small_things(stage)]
    assert ("Give back what is theirs" in what) == (stage != Stage.NOT_ACCEPTED)
    assert ("Write up your open work" in what) == (stage == Stage.STARTED)


def test_a_referrer_is_offered_no_handover():
    case = leaving()
    told(dana(case), "spoke")
    ray = add(case, Role.REFERRER, "Ray Cole")
    text = page(owner_of(case).get(url("tell-call", case, ray.pk)))
    assert "Small things that help" not in text


# Every variant


@pytest.mark.mission("S4-16", "S2-17")
def test_there_are_seven_answers_and_one_more_from_an_agency():
    facts = {"me": "Ana Okafor", "them": "Rae", "employer": "Bluebird"}
    assert len(replies(ScriptFacts(who="manager", **facts))) == 7
    assert len(replies(ScriptFacts(who="recruiter", **facts))) == 7
    agency = replies(ScriptFacts(who="recruiter", is_agency=True, **facts))
    assert "Do not call them" in agency[7].they
    for who in ("referrer", "school"):
        assert replies(ScriptFacts(who=who, **facts))
        assert not replies(ScriptFacts(who=who, answer="yes", **facts))


@pytest.mark.mission("S4-16", "S1-29")
def test_only_the_manager_is_met_by_somebody_who_has_started():
    facts = {"me": "Ana Okafor", "has_started": True, "last_day": "Friday, December 4"}
    assert "talk in private" in script(ScriptFacts(who="manager", **facts))[0].say
    assert "two minutes" in script(ScriptFacts(who="recruiter", **facts))[0].say
    agency = script(ScriptFacts(who="recruiter", is_agency=True, **facts))
    assert "My last day would be Friday, December 4." in agency[1].say


# Practice


@pytest.mark.mission("S2-17", "S4-13")
def test_practice_goes_line_by_line_and_then_through_what_they_may_say():
    case = leaving()
    client, address = owner_of(case), url("tell-rehearse", case, dana(case).pk)
    first = page(client.get(address))
    assert "Screen 1 of 15" in first
    assert "Do you have two minutes?" in first
    assert "Say it early" not in first
    assert 'href="?screen=2"' in first
    eighth = page(client.get(f"{address}?screen=8"))
    assert "They say: “What would it take to keep you?”" in eighth
    assert "<details><summary>What you can say" in eighth
    last = page(client.get(f"{address}?screen=15"))
    assert "You reach a voicemail" in last
    assert "Open the whole script" in last
    assert ">Next</a>" not in last
    for text in (first, eighth, last):
        assert "Stop here" in text
        assert "<form" not in text[text.index("<main") : text.index("</main>")]


def test_practice_keeps_nothing(django_assert_max_num_queries):
    case = leaving()
    client = owner_of(case)
    with django_assert_max_num_queries(12) as seen:
        client.get(url("tell-rehearse", case, dana(case).pk) + "?screen=3")
    assert not [query for query in seen if not query["sql"].startswith("SELECT")]
    assert untold(Facts(case)) == [dana(case)]
    assert not Told.objects.exists()


@pytest.mark.parametrize("asked", ["", "0", "-3", "x", "²", "9999999", "99", "1.5"])
def test_a_screen_that_is_none_is_the_first_or_the_last(asked):
    assert 1 <= place_from(asked, 15) <= 15
    case = leaving()
    address = url("tell-rehearse", case, dana(case).pk)
    assert owner_of(case).get(address, {"screen": asked}).status_code == 200


@pytest.mark.parametrize("who", WHO)
def test_every_line_and_every_reply_is_practiced_once(who):
    facts = ScriptFacts(who=who, me="Ana Okafor", is_agency=True)
    screens = rehearsal(script(facts), replies(facts), voicemail(facts))
    assert len(screens) == len(script(facts)) + len(replies(facts)) + 1
    assert len(rehearsal(script(facts), replies(facts), "")) == len(screens) - 1


def test_somebody_who_meets_practices_no_voicemail():
    case = leaving(stage="started")
    address = url("tell-rehearse", case, dana(case).pk)
    assert "voicemail" not in page(owner_of(case).get(f"{address}?screen=99"))


# After the third try


@pytest.mark.mission("S2-14", "S1-20")
def test_the_third_try_leads_to_the_letter_which_says_so():
    case = leaving()
    letter = letter_to(dana(case))
    situation(case)
    for _ in range(2):
        told(dana(case), "no-answer")
    now = Told.objects.last().at.astimezone(case.zone)
    answers = {
        "what": "no-answer",
        "day": now.date().isoformat(),
        "clock": now.strftime("%H:%M"),
        "token": "4c0a4a2e-6f0a-4d52-9a0c-4f44dbbd3c11",
        "version": "0",
    }
    answer = owner_of(case).post(url("tell-log", case, dana(case).pk), answers, follow=True)
    assert answer.redirect_chain == [(url("letter", case, letter.pk), 302)]
    assert "I tried to reach you by phone" in page(answer)
    assert "first. Then send this." not in page(answer)
