"""Short guides that anybody may read."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.urls import resolve, reverse

from coaching.guides import all_guides, guide_from
from tests import reading
from tests.coaching.ana import Ana
from tests.reading import main_of

pytestmark = pytest.mark.django_db

every_guide = pytest.mark.parametrize("slug", all_guides())
SAID = [
    ("S0-1", "why-people-back-out", "It sank in only later, when the rush was over."),
    ("S1-24", "avoiding-it-next-time", "A full look before you say yes is the best way"),
    ("S1-26", "why-people-back-out", "A better offer came, or the job they had made a counter"),
    ("S2-5", "why-people-back-out", "Reasons people had, and that is allowed"),
    ("S2-18", "what-it-can-cost", "An employer puts time and money into hiring."),
    ("S2-18", "the-call", "They put time and money into this."),
    ("S2-25", "avoiding-it-next-time", "Be honest. Be professional. Keep in mind what it does"),
    ("S4-19", "avoiding-it-next-time", "Ask how long each offer stays open."),
    ("S4-19", "avoiding-it-next-time", "Tell them your own dates, clearly and early."),
    ("S4-20", "avoiding-it-next-time", "Try to have all offers on the table before you say yes"),
    ("S4-20", "avoiding-it-next-time", "“I expect an offer next week” is a fair thing to say."),
]


def text_of(client, slug: str) -> str:
    page = client.get(reverse("coaching:guide", args=[slug]))
    assert page.status_code == 200
    return page.content.decode()


def test_there_are_the_five_of_the_plan_and_one_for_a_job_nobody_wants(client):
    assert list(all_guides()) == [
        "why-people-back-out",
        "what-it-can-cost",
        "signs-to-walk-away",
        "the-call",
        "avoiding-it-next-time",
        "a-job-you-do-not-want",
    ]
    page = client.get(reverse("coaching:guides")).content.decode()
    for guide in all_guides().values():
        assert f'href="/guide/{guide.slug}/">{guide.title}</a>' in page


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        pytest.param(slug, words, marks=pytest.mark.mission(line), id=f"{line} {slug}")
        for line, slug, words in SAID
    ],
)
def test_the_guide_says_what_the_mission_asks_for(client, slug, words):
    assert words in reading.words_of(main_of(text_of(client, slug)))


@pytest.mark.mission("S2-5")
def test_a_reason_that_people_had_is_never_a_verdict(client):
    assert "None of these is a verdict." in text_of(client, "why-people-back-out")


@pytest.mark.mission("S2-6")
def test_the_figure_names_its_source_and_its_year(client):
    page = text_of(client, "why-people-back-out")
    assert re.search(r"1 in 4 to 1 in 2.*Kyle Elliott, about 2024", page)


@pytest.mark.mission("S1-25")
def test_a_job_one_does_not_want_has_its_guide_and_the_reasons_lead_there(client):
    assert "When to think twice" in text_of(client, "a-job-you-do-not-want")
    assert 'href="/guide/a-job-you-do-not-want/"' in Ana(client).reads("why")


@every_guide
def test_a_stranger_reads_it_and_leaves_nothing_behind(client, slug):
    page = text_of(client, slug)
    heading = re.findall(r"<h1>(.*?)</h1>", page)
    assert len(heading) == 1
    assert f"<title>{heading[0]} – Second Thoughts</title>" in page
    assert not Session.objects.exists()
    assert client.post(reverse("coaching:guide", args=[slug])).status_code == 405


@every_guide
def test_it_reads_easily_and_in_the_house_words(client, slug):
    main = main_of(text_of(client, slug))
    longest = reading.longest_sentence(main)
    assert reading.grade(main) <= reading.MOST_GRADE
    assert len(longest.split()) <= reading.MOST_WORDS, longest
    assert reading.banned_words(main) == []


@every_guide
def test_its_links_lead_somewhere(client, slug):
    for target in re.findall(r'href="(/[^"#]*)', main_of(text_of(client, slug))):
        assert client.get(target).status_code == 200, target
        assert resolve(target)


def test_an_unknown_guide_is_not_found(client):
    assert client.get("/guide/no-such-guide/").status_code == 404


def test_the_landing_page_and_every_footer_lead_to_them(client):
    page = client.get("/").content.decode()
    assert page.count('href="/guide/"') == 2


@pytest.mark.parametrize(
    "text", ["Title: A\n\nHello.", "Title: A\nOrder: x\n\nHello.", "Title: A\nOrder: 1\nBy: B\n\n."]
)
def test_a_guide_with_wrong_front_lines_is_a_loud_mistake(text):
    with pytest.raises(ValueError, match=r"front lines|invalid literal"):
        guide_from("a", text)
