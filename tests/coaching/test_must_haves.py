"""What can’t be given up: named, asked about each job, and never averaged away."""

import pytest
from django.utils import timezone

from coaching.models import Ask, MustHave, MustHaveAnswer
from coaching.weigh.needs import needs
from offers.models import Offer, OfferKind
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer, other_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(client):
    """Said yes to Bluebird, and Harborlight called."""
    ana = Ana(client)
    accepted_offer(ana.case, employer="Bluebird")
    other_offer(ana.case, employer="Harborlight")
    return ana


@pytest.mark.mission("S3-14")
def test_ana_names_two_things_and_a_no_is_never_lost_beside_a_yes(ana):
    first = ana.saves("must-haves", need_1="Near Mom", need_2="No weekend work")
    assert first.url == ana.url("must-have", 1)
    second = ana.saves("must-have", 1, offer_1="yes", offer_2="unknown")
    assert second.url == ana.url("must-have", 2)
    done = ana.saves("must-have", 2, offer_1="no", offer_2="yes")
    assert done.url == ana.url("must-haves-result")

    page = ana.reads("must-haves-result")
    assert '<tr class="missed">' in page
    assert page.count('class="missed"') == 1
    assert "<strong>No weekend work:</strong> not at Bluebird." in page
    assert "#change" in page
    assert "Words to ask for a change" in page
    assert "Harborlight: what can you tell me about “Near Mom”?" in page
    assert "Not met by every job: No weekend work" in ana.reads("hub")
    assert "<strong>No weekend work:</strong> not at Bluebird." in ana.reads("compare")


def test_words_to_ask_for_a_change_never_tell_of_doubt_or_of_another_job(ana):
    ana.saves("must-haves", need_1="Near Mom")
    ana.saves("must-have", 1, offer_1="no", offer_2="no")
    page = ana.reads("must-haves-result")
    words = page[page.index('id="words"') : page.index('data-copy="#words"')].lower()
    for hint in ("another", "offer", "doubt", "leave", "withdraw", "harborlight", "bluebird"):
        assert hint not in words


def test_other_words_are_another_thing_and_the_rest_keeps_its_answers(ana):
    ana.saves("must-haves", need_1="Near Mom", need_2="Training")
    for number in (1, 2):
        ana.saves("must-have", number, offer_1="yes", offer_2="yes")
    again = ana.saves("must-haves", version=1, need_1="Near Mom", need_2="Real training")
    assert again.url == ana.url("must-have", 2)
    assert MustHaveAnswer.objects.filter(must_have__words="Near Mom").count() == 2
    assert not MustHaveAnswer.objects.filter(must_have__words="Real training").exists()
    assert 'value="0"' in ana.reads("must-have", 2)


def test_an_emptied_line_is_gone(ana):
    ana.saves("must-haves", need_1="Near Mom", need_3="Training")
    page = ana.saves("must-haves", version=1, need_3="Training")
    assert page.url == ana.url("must-have", 3)
    assert [row.words for row in MustHave.objects.all()] == ["Training"]
    assert ana.opens("must-have", 1).status_code == 404


def test_a_job_that_comes_later_opens_the_task_again(ana):
    ana.saves("must-haves", need_1="Near Mom")
    ana.saves("must-have", 1, offer_1="yes", offer_2="yes")
    Offer.objects.create(case=ana.case, number=3, kind=OfferKind.CURRENT, employer="Wren")
    (need,) = needs(ana.case, list(ana.case.offers.all()))
    assert not need.is_answered
    assert "Not said yet" in ana.reads("must-haves-result")
    assert ana.saves("must-haves", version=1, need_1="Near Mom").url == ana.url("must-have", 1)


def test_nothing_lined_up_is_not_asked_about(ana):
    Offer.objects.create(case=ana.case, number=3, kind=OfferKind.NOTHING)
    ana.saves("must-haves", need_1="Near Mom")
    assert "offer_3" not in ana.reads("must-have", 1)


def test_every_job_wants_an_answer_and_says_which(ana):
    ana.saves("must-haves", need_1="Near Mom")
    page = ana.saves("must-have", 1, offer_1="maybe").content.decode()
    assert "Choose yes, no or “I don’t know” for Harborlight" in page
    assert not MustHaveAnswer.objects.exists()


def test_a_percent_sign_in_a_name_harms_nothing(ana):
    ana.case.offers.update(employer="100% %s %(value)s Ltd")
    ana.saves("must-haves", need_1="Near Mom")
    for answer in ("", "maybe"):
        assert ana.saves("must-have", 1, offer_1=answer).status_code == 200


def test_without_a_job_the_list_waits_for_one(client):
    ana = Ana(client)
    assert ana.saves("must-haves", need_1="Near Mom").url == ana.url("must-haves-result")
    assert ana.opens("must-have", 1).url == ana.url("hub")
    assert ana.saves("must-have", 1, offer_1="yes").url == ana.url("hub")
    assert "Add a job first" in ana.reads("must-haves-result")


def test_naming_nothing_is_allowed(ana):
    assert ana.saves("must-haves").url == ana.url("must-haves-result")
    assert "You have named nothing yet." in ana.reads("must-haves-result")


def test_a_second_click_changes_nothing(ana):
    for _ in range(2):
        assert ana.saves("must-haves", need_1="Near Mom").url == ana.url("must-have", 1)
    for _ in range(2):
        page = ana.saves("must-have", 1, offer_1="no", offer_2="yes")
        assert page.url == ana.url("must-haves-result")
    assert MustHave.objects.count() == 1
    assert MustHaveAnswer.objects.count() == 2


def test_an_old_tab_gets_both_answers_back(ana):
    ana.saves("must-haves", need_1="Near Mom")
    page = ana.saves("must-haves", need_1="Near the sea")
    assert page.status_code == 409
    assert MustHave.objects.get().words == "Near Mom"


def test_before_the_pause_there_is_nothing_here(client):
    early = Ana(client, pages=())
    assert early.opens("must-haves").url == early.url("hub")
    assert early.saves("must-haves", need_1="x").url == early.url("hub")
    assert not MustHave.objects.exists()


def test_a_stranger_finds_nothing_and_other_methods_are_refused(ana):
    ana.saves("must-haves", need_1="Near Mom")
    assert bo_finds_nothing(ana, "must-have", 1)
    assert wrong_methods_are_refused(ana, "must-have", 1)
    assert wrong_methods_are_refused(ana, "must-haves")
    assert wrong_methods_are_refused(ana, "must-haves-result", reading=True)


def test_who_was_asked_already_is_not_to_be_asked_again(ana):
    ana.saves("must-haves", need_1="Near Mom")
    ana.saves("must-have", 1, offer_1="no", offer_2="no")
    assert ana.reads("must-haves-result").count("Ask them to change it") == 2
    ask = Ask.objects.create(case=ana.case, offer=ana.case.offers.get(number=1), still="yes")
    ana.case.saved_pages.create(slug="ask-1", saved_at=timezone.now())
    assert ana.reads("compare").count("Ask them to change it") == 2  # begun, and not asked yet
    Ask.objects.filter(pk=ask.pk).update(reply_by=timezone.now())
    for name in ("must-haves-result", "compare"):
        page = ana.reads(name)
        assert page.count("Ask them to change it") == 1
        assert f'href="{ana.url("ask-result", 1)}">What you asked Bluebird</a>' in page
