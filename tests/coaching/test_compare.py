"""Rate what matters, one thing a screen; then the jobs side by side, with no winner and no sum."""

import re

import pytest

from coaching.models import Criterion, Rating, Topic
from offers.models import Offer, OfferKind
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer, other_offer
from tests.statements import statements

pytestmark = pytest.mark.django_db
SIX = [topic for topic in Topic if not topic.is_own]


@pytest.fixture
def ana(client):
    """Said yes to Bluebird, and Harborlight called."""
    ana = Ana(client)
    accepted_offer(ana.case, employer="Bluebird")
    other_offer(ana.case, employer="Harborlight")
    return ana


def rates(ana: Ana, topic: str, weight: int, *scores: int, **more: str):
    """Saves one thing, with a score for each job in turn."""
    given = {f"score_{number}": str(score) for number, score in enumerate(scores, 1)}
    return ana.saves("rating", topic, weight=str(weight), **given, **more)


def rate_three(ana: Ana) -> None:
    rates(ana, "pay", 2, 1, 5)
    rates(ana, "growth", 1, 5, 2)
    rates(ana, "people", 1, 5, 2, guess_2="on")


@pytest.mark.mission("S4-9", "S2-7")
def test_ana_rates_six_things_one_a_screen_and_money_is_only_one_of_them(ana):
    url = ana.url("rating", "pay")
    for topic in SIX:
        assert url == ana.url("rating", topic)
        assert f">{topic.label}</h1>" in ana.reads("rating", topic)
        url = rates(ana, topic, 2, 3, 4).url
    assert url == ana.url("compare")
    assert Criterion.objects.count() == 6
    assert Rating.objects.count() == 12
    for word in ("culture", "move up", "yours to decide", "your values"):
        pages = ana.reads("rating", "own-1") + "".join(ana.reads("rating", one) for one in SIX)
        assert word in pages
    assert ana.reads("compare").count('role="img" aria-label=') == 6


def test_the_picture_says_in_words_what_it_shows(ana):
    rate_three(ana)
    page = ana.reads("compare")
    sentences = re.findall(r'role="img" aria-label="([^"]+)"', page)
    assert sentences == [
        "Pay and benefits: Bluebird 1 of 5. Harborlight 5 of 5.",
        "Learning and growth: Bluebird 5 of 5. Harborlight 2 of 5.",
        "People and culture: Bluebird 5 of 5. Harborlight 2 of 5, a guess.",
    ]
    assert page.count('class="hb"') == 1
    assert "If pay mattered a little, the picture would turn round." in page


@pytest.mark.mission("S1-30")
def test_the_page_names_no_winner_and_shows_no_sum(ana):
    rate_three(ana)
    page = re.sub(r"<details>.*?</details>", "", ana.reads("compare"), flags=re.DOTALL)
    main = page[page.index("<main") : page.index("</main>")].lower()
    for word in ("winner", "total", "score", "better", "best choice", "we recommend", "ahead"):
        assert word not in main
    assert "it does not choose for you" in main


def test_fewer_than_three_rated_things_make_no_picture(ana):
    rates(ana, "pay", 4, 1, 5)
    rates(ana, "growth", 4, 1, 5)
    page = ana.reads("compare")
    assert "Rate at least three things to see the picture." in page
    assert 'role="img"' not in page


def test_a_thing_of_her_own_is_named_in_her_words(ana):
    rate_three(ana)
    rates(ana, "own-1", 3, 4, 2, words="A steady job")
    assert "A steady job: Bluebird 4 of 5. Harborlight 2 of 5." in ana.reads("compare")
    assert "A steady job" in ana.reads("rate")
    page = rates(ana, "own-2", 3, 4, 2).content.decode()
    assert "Enter what else matters to you" in page


def test_a_rating_may_stay_open_but_how_much_it_matters_may_not(ana):
    page = ana.saves("rating", "pay").content.decode()
    assert "Choose how much it matters to you" in page
    assert rates(ana, "pay", 0).status_code == 302
    assert list(Rating.objects.values_list("score", flat=True)) == [None, None]


def test_saved_half_done_it_is_not_in_the_picture_yet(ana):
    rate_three(ana)
    ana.saves("rating", "own-1", later="1", score_1="5")
    ana.saves("rating", "work", later="1", score_1="5")
    assert ana.reads("compare").count('role="img"') == 3
    assert ana.opens("rate").status_code == 200


def test_one_job_with_nothing_else_in_hand_has_a_picture_too(client):
    ana = Ana(client)
    accepted_offer(ana.case, employer="Bluebird")
    Offer.objects.create(case=ana.case, number=2, kind=OfferKind.NOTHING)
    for topic, score in (("pay", 5), ("work", 2), ("place", 3)):
        rates(ana, topic, 4, score)
    page = ana.reads("compare")
    assert "The work itself: matters most, and you rated it 2 of 5." in page
    assert "Nothing else is set beside it yet." in page
    assert "What would change this picture?" not in page


def test_four_jobs_with_long_names_have_four_shapes_and_three_pairs(ana):
    for number, kind in ((3, OfferKind.CURRENT), (4, OfferKind.INTERVIEW)):
        name = f"A very long name of forty letters in all {number}"
        Offer.objects.create(case=ana.case, number=number, kind=kind, employer=name)
    for topic in ("pay", "work", "place"):
        rates(ana, topic, 2, 3, 3, 3, 3)
    page = ana.reads("compare")
    for shape in ("fa", "fb", "fc", "fd"):
        assert page.count(f'class="{shape}"') == 4  # one in the key, three in the picture
    assert page.count("<h4>Bluebird and ") == 3
    assert page.count("This is a close call.") == 3


def test_a_removed_offer_takes_its_ratings_along(ana):
    rate_three(ana)
    ana.client.post(ana.url("offer-remove", 2))
    assert Rating.objects.count() == 3
    assert "Harborlight" not in ana.reads("compare")


@pytest.mark.parametrize("few_or_many", [1, 8])
def test_the_page_asks_the_same_number_of_times_however_much_was_rated(ana, few_or_many):
    for topic in list(Topic)[:few_or_many]:
        rates(ana, topic, 2, 3, 4, **({"words": "Mine"} if topic.is_own else {}))
    asked, page = statements(lambda: ana.opens("compare"))
    assert page.status_code == 200
    assert len(asked) <= 7


def test_a_thing_that_is_none_is_not_there(ana):
    assert ana.opens("rating", "love").status_code == 404


def test_a_second_click_changes_nothing(ana):
    urls = {rates(ana, "pay", 4, 1, 5, guess_1="on").url for _ in range(2)}
    assert urls == {ana.url("rating", "work")}
    assert Rating.objects.count() == 2
    assert ana.now().saved_pages.get(slug="rate-pay").version == 1


def test_an_old_tab_gets_both_answers_back(ana):
    rates(ana, "pay", 4, 1, 5)
    assert rates(ana, "pay", 3, 1, 5).status_code == 409
    assert Criterion.objects.get().weight == 4


def test_without_a_job_there_is_nothing_to_rate(client):
    ana = Ana(client)
    for name in (("compare",), ("rate",), ("rating", "pay")):
        assert ana.opens(*name).url == ana.url("hub")
    assert rates(ana, "pay", 3).url == ana.url("hub")
    assert not Criterion.objects.exists()


def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana):
    assert bo_finds_nothing(ana, "rating", "pay")
    assert wrong_methods_are_refused(ana, "rating", "pay")
    assert wrong_methods_are_refused(ana, "rate", reading=True)
    assert wrong_methods_are_refused(ana, "compare", reading=True)
