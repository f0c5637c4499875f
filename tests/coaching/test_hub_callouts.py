"""The hub: at most one thing stands out, and a guest knows how long it is kept."""

import pytest

from accounts.models import User
from coaching.models import Outcome
from offers.models import Answer, Situation
from tests.coaching.ana import Ana
from tests.coaching.leaving import decide, leaving, owner_of, page, url
from tests.factories import accepted_offer

pytestmark = pytest.mark.django_db
KEPT = "this browser keeps your case until"


def callouts(text: str) -> int:
    return text.count('class="call ')


def test_without_anything_urgent_privacy_stands_out(client):
    ana = Ana(client)
    accepted_offer(ana.case)
    text = ana.reads("hub")
    assert callouts(text) == 1
    assert "Bluebird Analytics does not need to know yet</h2>" in text


def test_the_visa_stands_out_and_privacy_becomes_a_line(client):
    ana = Ana(client)
    accepted_offer(ana.case)
    Situation.objects.create(case=ana.case, visa=Answer.YES)
    text = ana.reads("hub")
    assert callouts(text) == 1
    assert "Talk to your international office" in text
    assert "Bluebird Analytics does not need to know yet." in text
    assert "Things that are safe to say now" in text


def test_a_short_time_stands_out_unless_the_visa_does(client, monkeypatch):
    ana = Ana(client)
    offer = accepted_offer(ana.case)
    short = type("Short", (), {"offer": offer, "asks": "Two weeks.", "gave": "They gave two days."})
    monkeypatch.setattr("coaching.views.hub.too_short", lambda facts: [short, short])
    monkeypatch.setattr(
        "coaching.views.hub.with_letters", lambda rows: [(one, False) for one in rows]
    )
    text = ana.reads("hub")
    assert callouts(text) == 1
    assert "A short time to answer Bluebird Analytics" in text
    assert text.count("gave you a short time to answer") == 1

    Situation.objects.create(case=ana.case, visa=Answer.YES)
    text = ana.reads("hub")
    assert callouts(text) == 1
    assert text.count("gave you a short time to answer") == 2


def test_a_closed_case_has_nothing_that_stands_out(client):
    ana = Ana(client)
    Situation.objects.create(case=ana.case, visa=Answer.YES)
    decide(ana.case, Outcome.KEEP)
    ana.case.closed_as, ana.case.closed_at = "honored", ana.case.created_at
    ana.case.save()
    assert callouts(ana.reads("hub")) == 0


@pytest.mark.parametrize("name", ["after", "check-ins", "helper", "calendar-page"])
def test_a_guest_reads_how_long_it_is_kept_where_later_is_promised(name):
    guest = leaving(User.objects.create_guest())
    text = page(owner_of(guest).get(url(name, guest)))
    assert text.count(KEPT) == 1
    assert "Create an account</a> to keep it" in text
    hers = leaving()
    assert KEPT not in page(owner_of(hers).get(url(name, hers)))


def test_a_guest_reads_on_a_check_in_that_opens_later_that_it_needs_an_account():
    case = leaving(User.objects.create_guest())
    assert KEPT in page(owner_of(case).get(url("check-in", case, 90)))
    hub = page(owner_of(case).get(url("hub", case)))
    assert "it keeps it until" in hub
