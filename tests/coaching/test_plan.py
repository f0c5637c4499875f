"""The plan of calls: when and how, in one's own order, and what no order may break."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from coaching.journey.facts import Facts
from coaching.models import MOST_TURNS, Turn
from coaching.telling.embargo import why_not_yet
from coaching.telling.line import line_up, moved
from coaching.telling.order import in_order, stops
from coaching.telling.plan import planned
from offers.models import Case, OfferKind, Role, Writing
from tests.factories import person

from .leaving import add, dana, leaving, owner_of, page, situation, told, url

pytestmark = pytest.mark.django_db

TUESDAY = datetime(2026, 12, 1, 15, tzinfo=UTC)  # 10am in New York


@pytest.fixture(autouse=True)
def _on_that_day():
    with time_machine.travel(TUESDAY, tick=False):
        yield


def everybody():
    case = leaving()
    situation(case, referred="yes", school="student", campus="yes")
    rae = add(case, Role.RECRUITER, "Rae Kim")
    ray = add(case, Role.REFERRER, "Ray Cole")
    return case, dana(case), rae, ray, add(case, Role.SCHOOL)


def line(case) -> list[str]:
    return [one.first_name or "school" for one in in_order(again(case))]


def again(case) -> Facts:
    return Facts(Case.objects.select_related("situation").get(pk=case.pk))


def move(case, person, place):
    answer = owner_of(case).post(url("tell-move", case, person.pk), {"place": place}, follow=True)
    assert answer.redirect_chain == [(url("tell", case), 302)]
    return page(answer)


# Where each one stands

people = st.lists(st.integers(0, 50), unique=True, max_size=12)


@given(people, st.data())
def test_no_order_breaks_a_rule_or_loses_anybody(ours, data):
    ours = sorted(ours, key=lambda one: one % 3)
    chosen = data.draw(st.dictionaries(st.sampled_from(ours), st.integers(1, 20))) if ours else {}
    found = line_up(ours, chosen, lambda one: one % 3)
    assert sorted(found) == sorted(ours)
    ranks = [one % 3 for one in found]
    assert ranks == sorted(ranks)
    assert line_up(ours, {}, lambda one: one % 3) == ours


@given(people.filter(bool), st.data())
def test_one_who_moves_leaves_the_others_as_they_were(found, data):
    one = data.draw(st.sampled_from(found))
    to = data.draw(st.integers(0, len(found) - 1))
    after = moved(found, one, to)
    assert after.index(one) == to
    assert [other for other in after if other != one] == [other for other in found if other != one]
    assert moved(after, one, to) == after


def test_who_came_later_stands_where_we_would_put_them():
    assert line_up("abc", {"a": 2, "c": 1}, lambda one: 0) == ["c", "a", "b"]
    assert line_up("abc", {"b": 1, "c": 2}, lambda one: 0) == ["a", "b", "c"]


# The plan


@pytest.mark.mission("S0-16", "S1-28", "S2-14", "S4-17")
def test_each_card_says_when_and_by_which_way():
    case, *_ = everybody()
    plan = {stop.contact.first_name: stop for stop in planned(again(case), stops(again(case)))
            if stop.shows == "person"}  # fmt: skip
    assert (plan["Dana"].when, plan["Dana"].how) == (
        "Today before 4pm",
        "By phone or video, then a letter",
    )
    assert plan["Rae"].when == "Right after Dana"
    assert plan["Ray"].when == "The same day, after Dana"
    assert plan["Ray"].how == "By phone or video, then a letter"
    assert plan[""].how == "By phone, or as your school asks"
    text = page(owner_of(case).get(url("tell", case)))
    assert "<strong>When:</strong> Today before 4pm." in text


def test_somebody_who_has_started_meets_first():
    case = leaving(stage="started")
    text = page(owner_of(case).get(url("tell", case)))
    assert "Face to face or on video, then a letter" in text


def test_who_is_told_has_no_time_any_more_and_does_not_move():
    case, dana, *_ = everybody()
    told(dana, "spoke")
    first = next(stop for stop in planned(again(case), stops(again(case))) if stop.contact == dana)
    assert (first.when, first.up, first.down) == ("", None, None)


# One's own order


@pytest.mark.mission("S0-16")
def test_the_order_is_kept_and_can_be_given_back():
    case, dana, rae, *_ = everybody()
    assert line(case) == ["Dana", "Rae", "Ray", "school"]
    assert "Back to our order" not in page(owner_of(case).get(url("tell", case)))
    for _ in range(2):  # a second click of the same button moves nobody
        text = move(case, rae, 1)
    assert line(case) == ["Rae", "Dana", "Ray", "school"]
    assert text.index("Call Rae Kim") < text.index("Call Dana Reyes")
    assert "Back to our order" in text

    assert owner_of(case).post(url("tell-our-order", case)).url == url("tell", case)
    assert line(case) == ["Dana", "Rae", "Ray", "school"]
    assert not Turn.objects.exists()


@pytest.mark.mission("S0-16", "S1-13")
def test_nobody_hears_it_before_the_one_who_makes_it_true():
    case, dana, _, ray, school = everybody()
    assert "Ray hears it after Rae. What you tell them is true only then." in move(case, ray, 2)
    assert "Ray hears it after Dana." in move(case, dana, 3)
    assert "Your career center hears it after Dana." in move(case, school, 1)
    assert not Turn.objects.exists()
    move(case, school, 3)
    assert line(case) == ["Dana", "Rae", "school", "Ray"]


@pytest.mark.mission("S4-10", "S4-12")
def test_nobody_is_told_before_the_visa_office_or_the_new_job():
    case, dana, *_ = everybody()
    assert "The new job in writing comes first, before you tell anyone." in move(case, dana, 0)
    case.situation.visa = "yes"
    case.situation.save()
    assert "Your visa or work permit comes first." in move(case, dana, 0)
    assert not Turn.objects.exists()


@pytest.mark.parametrize("place", ["", "-1", "x", "99", "²", "1" * 50])
def test_a_place_that_is_none_does_no_harm(place):
    case, dana, *_ = everybody()
    move(case, dana, place)
    assert sorted(line(case)) == ["Dana", "Rae", "Ray", "school"]
    assert all(turn.number <= MOST_TURNS for turn in Turn.objects.all())


def test_a_yes_comes_before_each_no():
    case = leaving(stage="not-accepted", outcome="")
    case.offers.update(kind=OfferKind.OTHER)
    yes = case.offers.get(number=2)
    case.contacts.create(offer=yes, role=Role.MANAGER, name="Sam Lowe")
    case.decisions.create(outcome="keep", offer=yes, decided_at=TUESDAY - timedelta(hours=1))
    dana = case.contacts.get(name="Dana Reyes")
    assert line(case) == ["Sam", "Dana"]
    assert "The yes comes first." in move(case, dana, 1)
    assert line(case) == ["Sam", "Dana"]

    Writing.objects.update(rung="spoken")
    assert "Once the letter from Harborlight Health is signed" in page(
        owner_of(case).get(url("tell", case))
    )


def test_somebody_else_is_nobody_here():
    case, *_ = everybody()
    other = leaving(person("bo"))
    assert owner_of(case).post(url("tell-move", case, dana(other).pk)).status_code == 404


# Who must not know yet


@pytest.mark.mission("S0-16")
@pytest.mark.parametrize("name", ["tell-call", "tell-card", "tell-card-pdf"])
def test_the_script_of_who_must_not_know_yet_stays_shut(name):
    case, dana, _, ray, school = everybody()
    client = owner_of(case)
    for one in (ray, school):
        answer = client.get(url(name, case, one.pk), follow=True)
        assert answer.redirect_chain == [(url("tell", case), 302)]
        assert "must not know yet. Tell Dana first." in page(answer)
        assert client.get(url("tell-rehearse", case, one.pk)).status_code == 200
    told(dana, "letter-sent")
    assert client.get(url(name, case, ray.pk)).status_code == 200


def test_with_nobody_named_who_hires_they_are_named_first():
    case, dana, rae, ray, _ = everybody()
    dana.delete()
    assert why_not_yet(again(case), ray) == "Ray must not know yet. Tell Rae first."
    rae.delete()
    assert why_not_yet(again(case), ray) == "Add the person who hires first, and tell them."
    told(ray, "spoke")
    assert why_not_yet(again(case), ray_of(case)) == ""


def ray_of(case):
    return again(case).case.contacts.get(role=Role.REFERRER)
