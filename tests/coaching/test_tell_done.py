"""Everyone knows: only when it is true."""

from datetime import date

import pytest
from django.utils import timezone

from offers.models import Role

from .leaving import add, dana, leaving, owner_of, page, situation, told, url

pytestmark = pytest.mark.django_db


def done(case):
    return owner_of(case).get(url("tell-done", case), follow=True)


@pytest.mark.mission("S1-20")
def test_it_stays_shut_while_somebody_does_not_know():
    case = leaving()
    ray = add(case, Role.REFERRER, "Ray Cole")
    told(dana(case), "voicemail")
    answer = done(case)
    assert answer.redirect_chain == [(url("tell", case), 302)]
    assert "2 people still do not know." in page(answer)
    told(dana(case), "spoke")
    assert "One person still does not know." in page(done(case))
    told(ray, "spoke")
    assert "<h1>Everyone knows</h1>" in page(done(case))


@pytest.mark.parametrize(
    "answers",
    [{"referred": "yes"}, {"agency": "yes"}, {"school": "student", "campus": "yes"}],
)
def test_a_person_the_answers_speak_of_must_be_on_the_list(answers):
    case = leaving()
    situation(case, **answers)
    told(dana(case), "spoke")
    assert "One person still does not know." in page(done(case))


def test_with_nobody_on_the_list_nobody_knows():
    case = leaving()
    dana(case).delete()
    assert "One person still does not know." in page(done(case))


def test_a_closed_case_is_not_offered_to_be_closed():
    case = leaving()
    told(dana(case), "spoke")
    assert "Close your case" in page(done(case))
    case.closed_as, case.closed_at = "withdrawn", timezone.now()
    case.save()
    assert "Close your case" not in page(done(case))


@pytest.mark.mission("S1-30", "S4-15")
def test_it_says_what_may_come_and_what_they_asked_for():
    case = leaving()
    told(dana(case), "spoke", asked="Send the <b>laptop</b>", asked_by=date(2026, 12, 9))
    text = page(done(case))
    for words in (
        "The decision was yours.",
        "Dana Reyes",
        "What may happen next?",
        "What do I send back?",
        "What if someone is still angry?",
        "Send the &lt;b&gt;laptop&lt;/b&gt;",
        "Wednesday, December 9",
        url("close", case),
    ):
        assert words in text


def test_the_list_leads_there_once_all_know():
    case = leaving()
    client = owner_of(case)
    assert url("tell-done", case) not in page(client.get(url("tell", case)))
    told(dana(case), "spoke")
    assert url("tell-done", case) in page(client.get(url("tell", case)))


def test_it_is_for_reading():
    case = leaving()
    told(dana(case), "spoke")
    for method in ("post", "put", "delete"):
        assert getattr(owner_of(case), method)(url("tell-done", case)).status_code == 405
