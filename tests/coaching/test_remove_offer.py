"""An offer can be removed until something happened with it that is worth keeping."""

import pytest
from django.utils import timezone

from coaching.models import Decision, LetterVersion
from offers.models import Offer

from .leaving import bluebird, dana, leaving, letter_to, owner_of, page, told, url

pytestmark = pytest.mark.django_db


def remove(case, number=1):
    return owner_of(case).post(url("offer-remove", case, number))


def test_an_offer_with_nobody_told_goes_with_its_people_and_a_second_click_is_harmless():
    case = leaving(outcome="")
    assert "Remove this offer?" in page(owner_of(case).get(url("offer-remove", case, 1)))
    for _ in range(2):
        assert remove(case).url == url("offers", case)
    assert [offer.number for offer in case.offers.all()] == [2]
    assert not case.contacts.exists()


def a_call(case):
    told(dana(case), "voicemail")


def a_letter(case):
    letter = letter_to(dana(case))
    told(dana(case), "spoke")
    owner_of(case).post(url("letter-issue", case, letter.pk), {"pdf": "1"})
    dana(case).told.all().delete()
    assert LetterVersion.objects.count() == 1


@pytest.mark.parametrize("happened", [a_call, a_letter])
def test_what_happened_is_kept_and_the_page_says_why(happened):
    case = leaving()
    happened(case)

    answer = remove(case)

    assert answer.url == url("offer-remove", case, 1)
    assert Offer.objects.filter(pk=bluebird(case).pk).exists()
    text = page(owner_of(case).get(answer.url))
    assert "This offer stays" in text
    assert "What happened is kept with the offer." in text
    assert "Remove it" not in text
    assert remove(case, 2).url == url("offers", case)


def test_once_decided_nobody_removes_the_people_who_are_to_hear_it():
    """Else “Tell people” would be empty, and they would never hear it."""
    case = leaving()
    assert remove(case).url == url("offer-remove", case, 1)
    text = page(owner_of(case).get(url("offer-remove", case, 1)))
    assert "This offer stays" in text
    assert "change your decision" in text
    assert dana(case)
    assert remove(case, 2).url == url("offers", case)  # the other one is theirs to remove


@pytest.mark.parametrize("outcome", ["keep", "ask"])
def test_while_nobody_has_to_hear_of_it_any_offer_may_go(outcome):
    case = leaving(outcome=outcome)
    assert remove(case).url == url("offers", case)


def test_of_several_offers_those_that_get_an_answer_stay():
    case = leaving(stage="not-accepted", outcome="")
    case.offers.update(kind="other")
    Decision.objects.create(
        case=case, outcome="keep", offer=bluebird(case), decided_at=timezone.now()
    )
    for number in (1, 2):
        assert remove(case, number).url == url("offer-remove", case, number)
