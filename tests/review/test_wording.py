"""A lead says it in the words of the centre; what a letter must say stays in it."""

from datetime import UTC, datetime

import pytest
import time_machine

from centres.models import Wording
from review.wording import places
from tests import reading
from tests.factories import adviser, centre, lead, person, wording
from tests.review.as_staff import browser_of, words

pytestmark = pytest.mark.django_db
FIT = "/staff/wording/letter-withdraw-fit/"
HELP = "/staff/wording/help-lines/"
OURS = places()["letter-withdraw-fit"].ours
THEIRS = OURS.replace("This was a hard decision.", "I thought about it for a long time.")


@pytest.fixture
def lakeside():
    return centre()


@pytest.fixture
def dev(lakeside):
    return browser_of(lead(lakeside))


def save(browser, text, address=FIT, number=0, button="go"):
    return browser.post(address, {"text": text, "number": str(number), button: "1"})


@pytest.mark.parametrize("address", places())
def test_our_own_words_may_be_saved_as_they_are(dev, address):
    place = places()[address]
    page = words(dev.get(f"/staff/wording/{address}/"))

    assert f"Wording: {place.title}" in page
    assert place.why_refused(place.ours) == []
    main = reading.main_of(page)
    assert reading.grade(main) <= reading.MOST_GRADE
    assert len(reading.longest_sentence(main).split()) <= reading.MOST_WORDS
    assert reading.banned_words(main) == []


def test_the_sample_is_of_today(lakeside):
    with time_machine.travel(datetime(2027, 3, 3, 17, tzinfo=UTC)):
        dev = browser_of(lead(lakeside))
        letter = words(dev.get(FIT))
        line = words(dev.get("/staff/wording/script-early/"))

    assert "February 18" in letter  # the day of the yes
    assert "November" not in reading.main_of(letter)
    assert "March 17" in line


def test_an_error_points_at_the_names_by_their_heading(dev):
    page = words(save(dev, "{{ greeting }} {{ statement }} {{ boss }}"))

    assert "It is not one of the names you can use" in page
    assert "Names you can use" in page


def test_the_list_says_whose_words_stand_where(dev, lakeside):
    wording(lakeside, "letter", "withdraw-fit", THEIRS)
    page = words(dev.get("/staff/wording/"))

    assert page.count("Your words</span>") == 1
    assert "Lines for the call" in page


def test_dev_saves_words_and_the_versions_are_kept(dev, lakeside):
    assert save(dev, THEIRS).url == FIT
    assert save(dev, OURS, number=1).url == FIT

    found = Wording.objects.filter(centre=lakeside)
    assert [one.number for one in found] == [2, 1]
    assert found[0].saved_by.name == "Dev Byrne"
    assert "I thought about it for a long time." in words(dev.get(FIT))


def test_a_second_click_adds_no_version(dev):
    for _ in range(2):
        assert save(dev, THEIRS).status_code == 302
    assert Wording.objects.count() == 1


def test_a_sample_is_shown_before_anything_is_saved(dev):
    page = words(save(dev, THEIRS, button="look"))

    assert "I am writing to withdraw my acceptance of the Data Analyst position" in page
    assert "I thought about it for a long time." in page
    assert not Wording.objects.exists()


def test_the_sample_is_drawn_as_the_student_reads_it(dev):
    text = "**Breathe.** One thing at a time:\n\n- one\n- two\n\n<b>x</b>"
    page = words(save(dev, text, "/staff/wording/guidance-why/", button="look"))
    assert "<p><strong>Breathe.</strong> One thing at a time:</p>" in page
    assert "<li>one</li>" in page
    assert "<b>" not in page
    lines = words(save(dev, "Night line: 555\n\n<b>Dean</b>", HELP, button="look"))
    assert "<ul><li>Night line: 555</li><li>&lt;b&gt;Dean&lt;/b&gt;</li></ul>" in lines


def test_our_words_are_put_into_the_box_again_and_nothing_is_saved(dev):
    assert "Begin with our words" not in words(dev.get(FIT))  # they stand there already
    save(dev, THEIRS)
    assert "I thought about it" in dev.get(FIT).context["form"]["text"].value()
    assert 'href="?ours">Begin with our words' in words(dev.get(FIT))
    assert dev.get(f"{FIT}?ours").context["form"]["text"].value() == OURS
    assert Wording.objects.count() == 1
    assert 'href="?ours"' in words(save(dev, "", number=1))


def test_back_to_ours_is_a_version_too_and_a_second_click_is_harmless(dev, lakeside):
    save(dev, THEIRS)
    for _ in range(2):
        assert dev.post(f"{FIT}ours/").status_code == 302

    assert [one.text for one in Wording.objects.all()] == ["", THEIRS]
    assert Wording.objects.filter(centre=lakeside).in_use() == {}


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "Write your words, or go back to ours"),
        ("{% load x %}" + OURS, "Take out “{% load x %}”"),
        (OURS + " {{ greeting.upper }}", "Take out “{{ greeting.upper }}”"),
        (OURS + " {{ employr }}", "Take out “{{ employr }}”. It is not one of the names"),
        (OURS.replace("{{ statement }}", ""), "Keep “{{ statement }}”"),
        (OURS.replace("{{ goodbye }}", "Bye."), "Does not thank them"),
        (OURS + " I am so sorry.", "Says sorry 2 times. Once is enough"),
        (OURS.replace("{{ apology }}", ""), "Does not say sorry"),
        (OURS + " You misled me.", "This may read as blame: “misled”"),
        (OURS + " Maybe I will reconsider.", "This leaves it open"),
        (OURS + " My pay is $90,000.", "Gives a pay figure"),
        (OURS + " I have to renege.", "Leave “renege” out"),
        (OURS + " word" * 220, "Under 220 reads better"),
        ("x" * 4001, "must be 4,000 characters or fewer"),
    ],
)
def test_the_must_haves_are_locked_and_what_is_wrong_stands_beside_the_words(dev, text, error):
    page = save(dev, text)

    assert error in words(page).replace("&amp;", "&")
    assert not Wording.objects.exists()
    if text and len(text) < 4000:
        assert page.context["form"]["text"].value() == text


@pytest.mark.parametrize(
    ("address", "text", "error"),
    [
        ("script-early", "I have news about {{ leaving }}.", "Say “decided” once"),
        ("script-early", "I’ve decided.", "Keep “{{ leaving }}”"),
        ("script-sorry", "I am sorry, so sorry.", "Say sorry once, and no more"),
        ("script-minute", "It’s {{ me }}. Hello.", "Ask for a minute"),
        ("script-close", "Goodbye.", "Thank them once"),
        ("help-lines", "\n".join(["Call us"] * 11), "Write 10 lines or fewer"),
        ("help-lines", "x" * 161, "A line must be 160 characters or fewer"),
        ("guidance-why", "# A heading", "Leave out headings"),
        ("guidance-why", "Hi {{ them }}", "is not one of the names"),
    ],
)
def test_other_places_have_their_own_must_haves(dev, address, text, error):
    assert error in words(save(dev, text, f"/staff/wording/{address}/"))
    assert not Wording.objects.exists()


def test_two_leads_do_not_write_over_each_other(dev, lakeside):
    save(dev, THEIRS)
    gail = browser_of(lead(lakeside, "gail"))

    page = words(save(gail, OURS + " Thank you both.", number=0))

    assert "Somebody saved other words since you opened this page" in page
    assert "Thank you both." in page
    assert Wording.objects.count() == 1


def test_only_leads_of_this_centre_find_its_words(dev, lakeside):
    save(dev, THEIRS)
    for other in (adviser(lakeside), person("bo")):
        for address in ("/staff/wording/", FIT, f"{FIT}ours/"):
            assert browser_of(other).get(address).status_code in (404, 405)
            assert browser_of(other).post(address).status_code in (404, 405)
    hilltop = browser_of(lead(centre("hilltop"), "gus"))
    assert "I thought about it" not in words(hilltop.get(FIT))
    assert Wording.objects.count() == 1


def test_a_place_that_is_none_is_not_found(dev):
    for address in ("letter-repay", "letter-", "script-secrets", "nothing"):
        assert dev.get(f"/staff/wording/{address}/").status_code == 404


def test_the_page_of_help_lines_says_what_belongs_there(dev):
    page = dev.get("/staff/wording/help-lines/").text
    assert "your counseling center, a night line" in page
